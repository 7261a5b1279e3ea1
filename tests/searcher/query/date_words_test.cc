// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/date_words.h"

#include <string>

#include <gtest/gtest.h>

#include "searcher/query/describe.h"

namespace onrecord {
namespace {

std::string read(std::string_view text, const Date& today) {
  const auto range = parse_date_range(text, today);
  return range ? describe(*range) : range.error().message;
}

TEST(DateWords, CountBackFromToday) {
  const Date today{2024, 3, 31};
  EXPECT_EQ(read("today", today), "in 2024-03-31");
  EXPECT_EQ(read("yesterday", today), "in 2024-03-30");
  EXPECT_EQ(read("last-week", today), "from 2024-03-24 to 2024-03-31");
  EXPECT_EQ(read("last-month", today), "in 2024-02");
  EXPECT_EQ(read("last-year", today), "in 2023");
  EXPECT_EQ(read("2w", today), "from 2024-03-17 to 2024-03-31");
  EXPECT_EQ(read("1m", today), "from 2024-02-29 to 2024-03-31");
  EXPECT_EQ(read("13m", today), "from 2023-02-28 to 2024-03-31");
  EXPECT_EQ(read("2y", today), "from 2022-03-28 to 2024-03-31");
  EXPECT_EQ(read("last-month", Date{2024, 1, 5}), "in 2023-12");
}

TEST(DateWords, RangesMayBeOpen) {
  const Date today{2024, 3, 31};
  EXPECT_EQ(read("2020..2021-03", today), "from 2020 to 2021-03");
  EXPECT_EQ(read("2020..", today), "since 2020");
  EXPECT_EQ(read("..2020-05-06", today), "until 2020-05-06");
  EXPECT_EQ(read("2021-03..2021", today), "from 2021-03 to 2021");
}

TEST(DateWords, RefusesWhatIsNoDate) {
  const Date today{2024, 3, 31};
  for (const std::string_view text : {"", "31.3.2024", "2021-13", "2021-02-29", "99999999d",
                                      "5000y", "2021-03-04T10:00", "..", "2021..2020"}) {
    EXPECT_FALSE(parse_date_range(text, today)) << text;
  }
}

}  // namespace
}  // namespace onrecord
