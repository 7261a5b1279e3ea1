// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/date.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

std::string round_trip(std::string_view text) {
  const auto published = parse_iso_date(text);
  return published ? to_iso(*published) : "none";
}

TEST(Date, KeepsThePrecisionOfTheSource) {
  EXPECT_EQ(round_trip("2021"), "2021");
  EXPECT_EQ(round_trip("2021-03"), "2021-03");
  EXPECT_EQ(round_trip("2021-03-04"), "2021-03-04");
  EXPECT_EQ(round_trip("20210304"), "2021-03-04");
  EXPECT_EQ(round_trip("2021-03-04 09:30:00"), "2021-03-04T09:30:00");
}

TEST(Date, ReadsZonesInTheirUsualForms) {
  EXPECT_EQ(round_trip("2021-03-04T09:30:00Z"), "2021-03-04T09:30:00+00:00");
  EXPECT_EQ(round_trip("2021-03-04T09:30:00.123+0530"), "2021-03-04T09:30:00+05:30");
  EXPECT_EQ(round_trip("2021-03-04T09:30-03:00"), "2021-03-04T09:30:00-03:00");
}

TEST(Date, RefusesDaysThatDoNotExist) {
  for (const char* bad : {"", "2021-13", "2021-02-30", "0000-00-00", "9999-01-01",
                          "2021-03-04T25:00", "2021-3-4", "2021-03-04x", "-", "20210", "None"}) {
    EXPECT_EQ(round_trip(bad), "none") << bad;
  }
}

TEST(Date, PartialDatesCoverTheirWholeSpan) {
  EXPECT_EQ(to_iso(first_day({2021, 0, 0})), "2021-01-01");
  EXPECT_EQ(to_iso(last_day({2021, 0, 0})), "2021-12-31");
  EXPECT_EQ(to_iso(last_day({2024, 2, 0})), "2024-02-29");
  EXPECT_EQ(to_iso(last_day({2024, 2, 3})), "2024-02-03");
}

TEST(Date, DaysCountBothWays) {
  EXPECT_EQ(days_from_epoch({1970, 1, 2}), 1);
  EXPECT_EQ(to_iso(date_from_days(days_from_epoch({2024, 2, 29}))), "2024-02-29");
}

TEST(Date, SortKeyOrdersByTime) {
  EXPECT_EQ(to_sort_key({2021, 3, 0}), "20210300");
  EXPECT_LT(to_sort_key({2021, 3, 4}), to_sort_key({2021, 11, 1}));
}

}  // namespace
}  // namespace onrecord
