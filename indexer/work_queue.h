// SPDX-License-Identifier: GPL-3.0-or-later
// A queue that one thread fills, several work on and one empties in the order of filling, so that
// the result of a run is the same for any number of threads. Bounded by the weight of what is under
// way, since one record may be a hundred bytes or sixty megabytes.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace onrecord {

template <typename Item>
class WorkQueue {
 public:
  explicit WorkQueue(std::uint64_t max_weight) : max_weight_(max_weight) {}

  /// Adds an item; `needs_work`: somebody must `take` and `complete` it before it comes out. Waits
  /// while the queue is full, but lets an item of any weight into an empty queue. False once the
  /// queue is cancelled.
  bool push(Item item, std::uint64_t weight, bool needs_work) {
    std::unique_lock lock(mutex_);
    const auto has_space = [&] {
      return cancelled_ || slots_.empty() || weight_ + weight <= max_weight_;
    };
    if (!has_space()) ready_.notify_one();
    space_.wait(lock, has_space);
    if (cancelled_) return false;
    weight_ += weight;
    slots_.push_back({std::move(item), weight, needs_work ? State::waiting : State::done});
    if (needs_work) {
      work_.notify_one();
    } else if (slots_.size() % group == 0) {
      ready_.notify_one();
    }
    return true;
  }

  /// No more items will come.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    work_.notify_all();
    ready_.notify_all();
  }

  /// An item to work on and its number for `complete`; nothing when there will be none.
  std::optional<std::pair<std::uint64_t, Item>> take() {
    std::unique_lock lock(mutex_);
    work_.wait(lock, [&] { return cancelled_ || closed_ || find_waiting(); });
    if (cancelled_ || !find_waiting()) return std::nullopt;
    Slot& slot = slots_[next_to_take_ - first_];
    slot.state = State::taken;
    return std::pair(next_to_take_++, std::move(slot.item));
  }

  void complete(std::uint64_t number, Item item) {
    const std::lock_guard lock(mutex_);
    Slot& slot = slots_[number - first_];
    slot.item = std::move(item);
    slot.state = State::done;
    if (first_is_done()) ready_.notify_one();
  }

  /// The next item in order, soon after it is done; nothing after `patience` or at the end.
  std::optional<Item> pop(std::chrono::milliseconds patience) {
    constexpr std::chrono::milliseconds turn(10);
    const auto over = std::chrono::steady_clock::now() + patience;
    std::unique_lock lock(mutex_);
    while (!ready_.wait_for(lock, std::min(turn, patience),
                            [&] { return first_is_done() || at_end_locked(); })) {
      if (std::chrono::steady_clock::now() >= over) return std::nullopt;
    }
    if (!first_is_done()) return std::nullopt;
    Item item = std::move(slots_.front().item);
    weight_ -= slots_.front().weight;
    slots_.pop_front();
    ++first_;
    space_.notify_one();
    return item;
  }

  /// Nothing is left and nothing will come.
  bool at_end() {
    const std::lock_guard lock(mutex_);
    return at_end_locked();
  }

  /// Drops what nobody has begun to work on, and everything behind it; for a quick end.
  void drop_waiting() {
    const std::lock_guard lock(mutex_);
    if (!find_waiting()) return;
    while (first_ + slots_.size() > next_to_take_) {
      weight_ -= slots_.back().weight;
      slots_.pop_back();
    }
    space_.notify_one();
  }

  /// Lets everybody go at once.
  void cancel() {
    const std::lock_guard lock(mutex_);
    cancelled_ = true;
    work_.notify_all();
    ready_.notify_all();
    space_.notify_all();
  }

 private:
  /// Of items that need no work `pop` is told by the group, and looks for a few of them from time
  /// to time: to wake up for each of a million bad records takes longer than to read them.
  static constexpr std::size_t group = 64;

  enum class State { waiting, taken, done };
  struct Slot {
    Item item;
    std::uint64_t weight;
    State state;
  };

  /// Moves `next_to_take_` to the next slot that waits for work.
  bool find_waiting() {
    next_to_take_ = std::max(next_to_take_, first_);
    while (next_to_take_ < first_ + slots_.size()) {
      if (slots_[next_to_take_ - first_].state == State::waiting) return true;
      ++next_to_take_;
    }
    return false;
  }

  bool first_is_done() const { return !slots_.empty() && slots_.front().state == State::done; }
  bool at_end_locked() const { return cancelled_ || (closed_ && slots_.empty()); }

  std::mutex mutex_;
  std::condition_variable space_;
  std::condition_variable work_;
  std::condition_variable ready_;
  std::deque<Slot> slots_;
  std::uint64_t first_ = 0;         ///< Number of the first slot.
  std::uint64_t next_to_take_ = 0;  ///< No slot before it is waiting.
  std::uint64_t weight_ = 0;
  std::uint64_t max_weight_;
  bool closed_ = false;
  bool cancelled_ = false;
};

}  // namespace onrecord
