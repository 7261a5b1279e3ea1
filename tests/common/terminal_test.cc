// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/terminal.h"

#include <cstdlib>

#include <gtest/gtest.h>

namespace onrecord {
namespace {

class WantsColor : public testing::Test {
 protected:
  void SetUp() override {
    unsetenv("NO_COLOR");
    unsetenv("CLICOLOR_FORCE");
  }
  static constexpr int no_terminal = -1;
};

TEST_F(WantsColor, FollowsTheOptionBeforeAnythingElse) {
  setenv("NO_COLOR", "1", 1);
  EXPECT_TRUE(wants_color(ColorMode::always, no_terminal));
  EXPECT_FALSE(wants_color(ColorMode::never, no_terminal));
}

TEST_F(WantsColor, FollowsTheEnvironment) {
  EXPECT_FALSE(wants_color(ColorMode::automatic, no_terminal));
  setenv("CLICOLOR_FORCE", "1", 1);
  EXPECT_TRUE(wants_color(ColorMode::automatic, no_terminal));
  setenv("NO_COLOR", "1", 1);
  EXPECT_FALSE(wants_color(ColorMode::automatic, no_terminal));
}

TEST(DisplayWidth, CountsColumnsNotBytes) {
  EXPECT_EQ(display_width("abc"), 3);
  EXPECT_EQ(display_width("Solé"), 4);
  EXPECT_EQ(display_width("Sole\u0301"), 4);
  EXPECT_EQ(display_width("東京"), 4);
}

}  // namespace
}  // namespace onrecord
