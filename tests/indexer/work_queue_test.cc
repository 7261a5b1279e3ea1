// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/work_queue.h"

#include <atomic>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace onrecord {
namespace {

using std::chrono::milliseconds;
constexpr milliseconds patient(10'000);

TEST(WorkQueue, GivesItemsInTheOrderOfFillingWhateverTheWorkersDo) {
  constexpr int count = 2000;
  WorkQueue<int> queue(64);
  std::jthread filler([&] {
    for (int i = 0; i < count; ++i) queue.push(i, 1, i % 3 != 0);
    queue.close();
  });
  std::vector<std::jthread> workers;
  for (unsigned seed = 0; seed < 4; ++seed) {
    workers.emplace_back([&queue, seed] {
      std::mt19937 random(seed);
      while (auto job = queue.take()) {
        if (random() % 8 == 0) std::this_thread::yield();
        queue.complete(job->first, job->second * 10);
      }
    });
  }
  for (int i = 0; i < count; ++i) {
    const auto item = queue.pop(patient);
    ASSERT_TRUE(item);
    EXPECT_EQ(*item, i % 3 == 0 ? i : i * 10);
  }
  EXPECT_EQ(queue.pop(milliseconds(0)), std::nullopt);
  EXPECT_TRUE(queue.at_end());
}

TEST(WorkQueue, HoldsBackTheFillerButLetsOneHugeItemIn) {
  WorkQueue<int> queue(10);
  EXPECT_TRUE(queue.push(1, 1000, false));
  std::atomic<bool> second = false;
  std::jthread filler([&] {
    queue.push(2, 1, false);
    second = true;
  });
  std::this_thread::sleep_for(milliseconds(20));
  EXPECT_FALSE(second);
  EXPECT_EQ(queue.pop(patient), 1);
  EXPECT_EQ(queue.pop(patient), 2);
  EXPECT_TRUE(second || queue.pop(milliseconds(0)) == std::nullopt);
}

TEST(WorkQueue, WhatNeedsNoWorkComesOutThoughTheFillerWaits) {
  constexpr int count = 1000;
  WorkQueue<int> queue(3);
  std::jthread filler([&] {
    for (int i = 0; i < count; ++i) queue.push(i, 1, false);
    queue.push(count, 1, true);
    queue.push(count + 1, 1, false);
  });
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < count; ++i) ASSERT_EQ(queue.pop(patient), i);
  const auto job = queue.take();
  queue.complete(job->first, job->second);
  EXPECT_EQ(queue.pop(patient), count);
  EXPECT_EQ(queue.pop(patient), count + 1);
  EXPECT_LT(std::chrono::steady_clock::now() - start, patient);
}

TEST(WorkQueue, CancellingLetsEverybodyGo) {
  WorkQueue<int> queue(1);
  queue.push(1, 1, true);
  ASSERT_TRUE(queue.take());
  std::jthread filler([&] { EXPECT_FALSE(queue.push(2, 1, true)); });
  std::jthread worker([&] { EXPECT_EQ(queue.take(), std::nullopt); });
  std::this_thread::sleep_for(milliseconds(20));
  queue.cancel();
  EXPECT_TRUE(queue.at_end());
}

TEST(WorkQueue, DropsOnlyWhatNobodyHasBegun) {
  WorkQueue<int> queue(100);
  for (int i = 0; i < 4; ++i) queue.push(i, 1, true);
  auto first = queue.take();
  auto second = queue.take();
  queue.drop_waiting();
  queue.close();
  EXPECT_EQ(queue.take(), std::nullopt);
  queue.complete(second->first, 11);
  queue.complete(first->first, 10);
  EXPECT_EQ(queue.pop(patient), 10);
  EXPECT_EQ(queue.pop(patient), 11);
  EXPECT_TRUE(queue.at_end());
}

}  // namespace
}  // namespace onrecord
