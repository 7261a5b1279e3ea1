// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/pipeline.h"

#include <chrono>
#include <exception>
#include <new>
#include <thread>

#include <fmt/format.h>

#include "common/stop.h"
#include "indexer/work_queue.h"

namespace onrecord {
namespace {

using Queue = WorkQueue<PipelineEvent>;
using Clock = std::chrono::steady_clock;

/// What an empty record weighs: strings, paragraphs and names of an article are many small blocks.
constexpr std::uint64_t record_overhead = 2 << 10;

std::uint64_t weight_of(const RawRecord& record) {
  return record.text.size() + record_overhead;
}

/// What is thrown while one record is read or analysed is a lack of memory or a fault of ours.
std::string reason_of(const std::exception& error) {
  if (dynamic_cast<const std::bad_alloc*>(&error) != nullptr) return "too large for the memory";
  return fmt::format("internal error ({})", error.what());
}

/// Reads all inputs into the queue.
class Reading {
 public:
  Reading(Walker& walker, const ReadSettings& settings, Queue& queue)
      : walker_(walker), settings_(settings), queue_(queue) {}

  void run() {
    while (!over_) {
      const auto file = walker_.next();
      if (!file) break;
      read(*file);
      over_ = over_ || stop_requested();
    }
    queue_.close();
  }

 private:
  void read(const WalkedFile& file) {
    path_ = file.path;
    if (file.problem) return end_input(*file.problem);
    try {
      auto reader = open_input(file.path, settings_);
      // What a signal cut short is not at fault.
      if (!reader && stop_requested()) return end_input(std::nullopt);
      if (!reader) return end_input(reader.error());
      read_records(**reader);
      finished_bytes_ += (*reader)->bytes_read();
    } catch (const std::exception& error) {
      return end_input(Error{reason_of(error) + "; the rest is left out"});
    }
    end_input(std::nullopt);
  }

  void read_records(RecordReader& reader) {
    while (!over_ && !stop_requested()) {
      auto record = reader.next();
      if (record && !*record) return;
      PipelineEvent event;
      event.path = reader.entry();
      event.record = reader.number_in_entry();
      event.bytes_read = finished_bytes_ + reader.bytes_read();
      if (record) {
        event.raw = std::move(**record);
      } else {
        event.skipped = record.error();
      }
      push(std::move(event));
    }
  }

  void end_input(std::optional<Error> problem) {
    PipelineEvent event;
    event.input_ends = true;
    event.skipped = std::move(problem);
    event.bytes_read = finished_bytes_;
    push(std::move(event));
  }

  void push(PipelineEvent event) {
    if (event.path.empty()) event.path = path_;
    const bool needs_work = event.record > 0 && !event.skipped;
    const std::uint64_t weight = weight_of(event.raw);
    over_ = !queue_.push(std::move(event), weight, needs_work) || over_;
  }

  Walker& walker_;
  const ReadSettings& settings_;
  Queue& queue_;
  std::string path_;
  std::uint64_t finished_bytes_ = 0;
  bool over_ = false;  ///< Nobody takes any more.
};

void do_work(PipelineEvent& event, const PipelineHooks& hooks) {
  const auto start = Clock::now();
  try {
    hooks.work(event);
  } catch (const std::exception& error) {
    event.skipped = Error{reason_of(error)};
  }
  if (event.skipped) event.articles.clear();
  event.raw = {};
  event.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void work_until_end(Queue& queue, const PipelineHooks& hooks) {
  while (auto job = queue.take()) {
    do_work(job->second, hooks);
    queue.complete(job->first, std::move(job->second));
  }
}

void deliver_until_end(Queue& queue, const PipelineHooks& hooks) {
  constexpr auto tick_time = std::chrono::milliseconds(100);
  auto next_tick = Clock::now() + tick_time;
  while (!queue.at_end()) {
    if (stop_requested()) queue.drop_waiting();
    auto event = queue.pop(tick_time);
    if (event && !hooks.deliver(*event)) return;
    if (Clock::now() < next_tick) continue;
    hooks.tick();
    next_tick = Clock::now() + tick_time;
  }
}

/// Ends the waiting of all threads, however the scope is left.
class CancelAtExit {
 public:
  explicit CancelAtExit(Queue& queue) : queue_(queue) {}
  CancelAtExit(const CancelAtExit&) = delete;
  CancelAtExit& operator=(const CancelAtExit&) = delete;
  ~CancelAtExit() { queue_.cancel(); }

 private:
  Queue& queue_;
};

}  // namespace

void run_pipeline(Walker& walker, const ReadSettings& read_settings,
                  const PipelineSettings& settings, const PipelineHooks& hooks) {
  Queue queue(settings.bytes_under_way);
  std::vector<std::jthread> threads;
  const CancelAtExit cancel(queue);
  threads.emplace_back([&] { Reading(walker, read_settings, queue).run(); });
  for (int i = 0; i < settings.jobs; ++i) {
    threads.emplace_back([&] { work_until_end(queue, hooks); });
  }
  deliver_until_end(queue, hooks);
}

}  // namespace onrecord
