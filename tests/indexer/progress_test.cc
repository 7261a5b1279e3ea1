// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/progress.h"

#include <gtest/gtest.h>

#include "indexer/numbers.h"

namespace onrecord {
namespace {

using Seconds = std::chrono::duration<double>;

TEST(ProgressLine, ShowsRateShareAndTimeLeft) {
  const ProgressState state = {12345, 12, 300U << 20U, 1200U << 20U, Seconds(60)};
  EXPECT_EQ(progress_line(state, 200),
            "12,345 articles   205/s   25% of 1.2 GB   3 min left   12 skipped");
}

TEST(ProgressLine, MakesNoForecastWithoutTotalOrTooEarly) {
  EXPECT_EQ(progress_line({10, 0, 2048, std::nullopt, Seconds(5)}, 200),
            "10 articles   2/s   2 KB");
  EXPECT_EQ(progress_line({10, 0, 2048, 4096, Seconds(1)}, 200),
            "10 articles   10/s   50% of 4 KB");
}

TEST(ProgressLine, NeverBreaksTheLine) {
  EXPECT_EQ(progress_line({12345, 0, 2048, std::nullopt, Seconds(5)}, 10), "12,345 ar");
}

TEST(ProgressJson, IsOneObject) {
  EXPECT_EQ(progress_json({10, 1, 2048, std::nullopt, Seconds(5.04)}),
            R"({"articles":10,"skipped":1,"bytes":2048,"total_bytes":null,"seconds":5.0})");
}

TEST(Numbers, AreGroupedInThousands) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(1234567), "1,234,567");
}

TEST(Numbers, DurationsAreRounded) {
  EXPECT_EQ(duration_text(Seconds(40.2)), "40 s");
  EXPECT_EQ(duration_text(Seconds(170)), "3 min");
  EXPECT_EQ(duration_text(Seconds(7500)), "2 h 05 min");
}

}  // namespace
}  // namespace onrecord
