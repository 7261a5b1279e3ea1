// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/pipeline.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/stop.h"
#include "tests/support/temporary_folder.h"

namespace onrecord {
namespace {

using testing::ElementsAre;

class PipelineTest : public testing::Test {
 protected:
  void write(const std::string& name, const std::string& content) {
    std::ofstream(folder_ / name) << content;
  }

  /// Runs over the folder; notes every event as "name:record text" or "name:record !reason".
  std::vector<std::string> run(int jobs, const std::function<void(PipelineEvent&)>& work,
                               std::size_t stop_after = std::string::npos) {
    Walker walker(each_of({folder_.path().string()}), {});
    std::vector<std::string> notes;
    const PipelineHooks hooks = {work,
                                 [&](PipelineEvent& event) {
                                   std::string note =
                                       std::filesystem::path(event.path).filename().string();
                                   if (event.record > 0) note += ":" + std::to_string(event.record);
                                   if (event.skipped) note += " !" + event.skipped->message;
                                   for (const std::string& line : event.lines) note += " " + line;
                                   notes.push_back(note + (event.input_ends ? " end" : ""));
                                   return notes.size() < stop_after;
                                 },
                                 [] {}};
    run_pipeline(walker, settings_, {jobs}, hooks);
    return notes;
  }

  ReadSettings settings_;
  TemporaryFolder folder_;
};

void copy_text(PipelineEvent& event) {
  event.lines.push_back(event.raw.text);
}

TEST_F(PipelineTest, TellsEveryRecordAndTheEndOfEveryInput) {
  write("a.jsonl", "{\"text\": \"one\"}\n[]\n{\"text\": \"two\"}\n");
  write("b.txt", "three");
  write("c.rtf", "{\\rtf1 four}");
  EXPECT_THAT(run(2, copy_text), ElementsAre("a.jsonl:1 one", "a.jsonl:2 !no JSON object",
                                             "a.jsonl:3 two", "a.jsonl end", "b.txt:1 three",
                                             "b.txt end", "c.rtf !RTF is not supported end"));
}

TEST_F(PipelineTest, GivesTheSameForAnyNumberOfThreads) {
  std::string lines;
  for (int i = 0; i < 150; ++i) lines += "{\"text\": \"" + std::to_string(i) + "\"}\n";
  for (const char* name : {"a", "b", "c"}) write(name, lines);
  const auto expected = run(1, copy_text);
  EXPECT_EQ(expected.size(), 453U);
  EXPECT_EQ(run(2, copy_text), expected);
  EXPECT_EQ(run(7, copy_text), expected);
}

TEST_F(PipelineTest, ARecordThatThrowsCostsOnlyItself) {
  write("a.jsonl", "{\"text\": \"one\"}\n{\"text\": \"two\"}\n{\"text\": \"three\"}\n");
  const auto work = [](PipelineEvent& event) {
    if (event.raw.text == "one") throw std::runtime_error("odd");
    if (event.raw.text == "two") throw std::bad_alloc();
    copy_text(event);
  };
  EXPECT_THAT(run(2, work),
              ElementsAre("a.jsonl:1 !internal error (odd)", "a.jsonl:2 !too large for the memory",
                          "a.jsonl:3 three", "a.jsonl end"));
}

TEST_F(PipelineTest, EndsWhenTheReceiverHasEnough) {
  std::string lines;
  for (int i = 0; i < 50000; ++i) lines += "{\"text\": \"x\"}\n";
  write("a.jsonl", lines);
  EXPECT_EQ(run(3, copy_text, 5).size(), 5U);
}

TEST_F(PipelineTest, WhatTheReceiverThrowsComesOut) {
  for (int i = 0; i < 50; ++i) write("f" + std::to_string(i), "text");
  Walker walker(each_of({folder_.path().string()}), {});
  const PipelineHooks hooks = {
      copy_text, [](PipelineEvent&) -> bool { throw std::runtime_error("disk full"); }, [] {}};
  EXPECT_THROW(run_pipeline(walker, settings_, {2}, hooks), std::runtime_error);
}

TEST_F(PipelineTest, ASignalDropsWhatNobodyHasBegun) {
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  std::string lines;
  for (int i = 0; i < 2000; ++i) lines += "{\"text\": \"x\"}\n";
  write("a.jsonl", lines);
  const auto interrupted_run = [&] {
    catch_stop_signals();
    const auto slow = [](PipelineEvent& event) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      if (event.record == 10) std::raise(SIGTERM);
    };
    const std::size_t delivered = run(2, slow).size();
    const bool right = delivered >= 10 && delivered < 200;
    std::_Exit(right ? static_cast<int>(*stop_status()) : 1);
  };
  EXPECT_EXIT(interrupted_run(), testing::ExitedWithCode(143), "");
}

TEST_F(PipelineTest, BytesReadGrowToTheSizeOfTheInputs) {
  write("a.txt", "12345");
  write("b.txt", "123");
  Walker walker(each_of({folder_.path().string()}), {});
  std::uint64_t bytes = 0;
  const PipelineHooks hooks = {copy_text,
                               [&](PipelineEvent& event) {
                                 EXPECT_GE(event.bytes_read, bytes);
                                 bytes = event.bytes_read;
                                 return true;
                               },
                               [] {}};
  run_pipeline(walker, settings_, {1}, hooks);
  EXPECT_EQ(bytes, 8U);
}

}  // namespace
}  // namespace onrecord
