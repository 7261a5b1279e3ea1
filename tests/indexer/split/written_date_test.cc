// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/written_date.h"

#include "indexer/split/date_line.h"
#include "indexer/split/day_order.h"
#include "tests/indexer/split/tables.h"

namespace onrecord {
namespace {

using test::cell;
using test::english;

std::string iso(const std::optional<Published>& published) {
  return published ? to_iso(*published) : std::string();
}

TEST(WrittenDate, ReadsTheFieldsOfTheTable) {
  for (const auto& row : test::read_cases("dates.tsv")) {
    EXPECT_EQ(iso(read_date_field(row[0], english())), cell(row, 1)) << row[0];
  }
}

TEST(WrittenDate, OrdersDayAndMonthByWhatIsKnown) {
  const std::string_view date = "03/04/2024";
  EXPECT_EQ(iso(read_date_field(date, english(), DayOrder::day_first)), "2024-04-03");
  EXPECT_EQ(iso(read_date_field(date, english(), DayOrder::month_first)), "2024-03-04");
  EXPECT_EQ(find_day_order("24/05/2024 and 03/04/2024"), DayOrder::day_first);
  EXPECT_EQ(find_day_order("05/24/2024"), DayOrder::month_first);
  EXPECT_EQ(find_day_order("05/24/2024 and 24/05/2024"), DayOrder::unknown);
}

TEST(WrittenDate, TheOrderIsThatOfTheLanguageOrTheCountry) {
  EXPECT_EQ(order_of_language("pt-BR"), DayOrder::day_first);
  EXPECT_EQ(order_of_language("en-US"), DayOrder::unknown) << "the default of software";
  EXPECT_EQ(order_of_language("ja"), DayOrder::unknown);
  EXPECT_EQ(order_of_host("courier.example.uk"), DayOrder::day_first);
  EXPECT_EQ(order_of_host("courier.example"), DayOrder::unknown);
}

TEST(WrittenDate, ReadsDatesOfEastAsia) {
  EXPECT_EQ(iso(read_date_field("2024\u5E7403\u670811\u65E520:25", english())),
            "2024-03-11T20:25:00");
  EXPECT_EQ(iso(read_date_field("2024\uB144 3\uC6D4 11\uC77C", english())), "2024-03-11");
  EXPECT_EQ(iso(read_date_field("2024\u5E7403\u6708", english())), "");
}

TEST(WrittenDate, ReadsWhatPagesRunTogether) {
  EXPECT_EQ(iso(read_date_field("Erstellt am11.03.2024", english())), "2024-03-11");
  EXPECT_EQ(iso(read_date_field("13/03/202420:25", english())), "2024-03-13");
  EXPECT_EQ(iso(read_date_field("13.03.2420:25", english())), "2024-03-13");
  EXPECT_EQ(iso(read_date_field("B11.03.2024", english())), "") << "the number of a file";
  EXPECT_EQ(iso(read_date_field("Room12.11.3", english())), "");
}

TEST(WrittenDate, ATimeToATimeIsNoOffset) {
  EXPECT_EQ(iso(read_date_field("11 March 2024, 10:00-11:30", english())), "2024-03-11T10:00:00");
  EXPECT_EQ(iso(read_date_field("11 March 2024 10:00-05:00", english())),
            "2024-03-11T10:00:00-05:00");
}

TEST(WrittenDate, LeavesTheYearOpen) {
  const auto dates = find_dates("on Monday, March 11, in Almer", english());
  ASSERT_EQ(dates.size(), 1U);
  EXPECT_EQ(dates[0].published.date, (Date{0, 3, 11}));
}

TEST(WrittenDate, FindsTheDayInAPath) {
  const auto day = [](std::string_view path) {
    const auto date = find_date_in_path(path, english());
    return date ? to_iso(*date) : std::string("none");
  };
  EXPECT_EQ(day("/2024/03/11/talks-stall"), "2024-03-11");
  EXPECT_EQ(day("/2024/mar/11/talks-stall"), "2024-03-11");
  EXPECT_EQ(day("/news/2024-03-11-talks"), "2024-03-11");
  EXPECT_EQ(day("/20240311/talks"), "2024-03-11");
  EXPECT_EQ(day("/2024/03/talks"), "2024-03");
  EXPECT_EQ(day("/news/11862251/talks"), "none");
  EXPECT_EQ(day("/talks-stall"), "none");
}

TEST(DateLine, ReadsTheLinesOfTheTable) {
  for (const auto& row : test::read_cases("date_lines.tsv")) {
    const auto line = read_date_line(row[0], english(), DayOrder::unknown);
    EXPECT_EQ(line.has_value(), cell(row, 1) != "no") << row[0];
    if (!line || cell(row, 1) == "no") continue;
    const auto& date = line->published;
    EXPECT_EQ(date ? to_iso(date->published) : std::string(), cell(row, 1)) << row[0];
  }
}

}  // namespace
}  // namespace onrecord
