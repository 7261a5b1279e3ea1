// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/stop.h"

#include <atomic>
#include <csignal>

namespace onrecord {
namespace {

std::atomic<int> caught_signal = 0;
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler writes it");

void note_signal(int number) {
  caught_signal.store(number, std::memory_order_relaxed);
}

}  // namespace

void catch_stop_signals() {
  struct sigaction action {};
  action.sa_handler = note_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

bool stop_requested() {
  return caught_signal.load(std::memory_order_relaxed) != 0;
}

std::optional<ExitStatus> stop_status() {
  switch (caught_signal.load(std::memory_order_relaxed)) {
    case 0:
      return std::nullopt;
    case SIGTERM:
      return ExitStatus::terminated;
    default:
      return ExitStatus::interrupted;
  }
}

}  // namespace onrecord
