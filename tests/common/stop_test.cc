// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/stop.h"

#include <csignal>
#include <cstdlib>

#include <gtest/gtest.h>

namespace onrecord {
namespace {

/// Catches `signals` one after the other and ends with the status they ask for.
[[noreturn]] void end_by(std::initializer_list<int> signals) {
  catch_stop_signals();
  for (const int signal : signals) std::raise(signal);
  std::_Exit(static_cast<int>(stop_status().value_or(ExitStatus::error)));
}

TEST(StopDeathTest, TheFirstSignalIsNotedWithItsStatus) {
  EXPECT_EXIT(end_by({SIGINT}), testing::ExitedWithCode(130), "");
  EXPECT_EXIT(end_by({SIGTERM}), testing::ExitedWithCode(143), "");
}

TEST(StopDeathTest, TheSecondSignalEndsTheProgram) {
  EXPECT_EXIT(end_by({SIGINT, SIGINT}), testing::KilledBySignal(SIGINT), "");
}

TEST(Stop, NothingIsRequestedWithoutSignal) {
  EXPECT_FALSE(stop_requested());
  EXPECT_EQ(stop_status(), std::nullopt);
}

}  // namespace
}  // namespace onrecord
