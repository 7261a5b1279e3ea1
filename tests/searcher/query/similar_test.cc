// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/similar.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(EditDistance, CountsSlips) {
  EXPECT_EQ(edit_distance("person", "person", 3), 0U);
  EXPECT_EQ(edit_distance("persn", "person", 3), 1U);
  EXPECT_EQ(edit_distance("preson", "person", 3), 1U);
  EXPECT_EQ(edit_distance("place", "person", 3), 4U);
  EXPECT_EQ(edit_distance("", "abc", 3), 3U);
}

TEST(Nearest, IsWithinAFewSlipsOrNothing) {
  const std::vector<std::string> names = {"person", "place", "speaker", "date"};
  EXPECT_EQ(nearest("persn", names), "person");
  EXPECT_EQ(nearest("dat", names), "date");
  EXPECT_EQ(nearest("xyzzy", names), "");
  EXPECT_EQ(nearest("p", names), "");
}

}  // namespace
}  // namespace onrecord
