// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of publication as news archives write them: a year, a month or a day, with or without a
// clock time and a zone. Precision is kept, never invented.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace onrecord {

/// A calendar date; `month` and `day` are 0 where unknown ("2021" and "2021-03" are dates).
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  auto operator<=>(const Date&) const = default;  // NOLINT(modernize-use-nullptr): its own 0
};

/// A clock time with the offset the page gave. Without an offset the zone is unknown.
struct ClockTime {
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::optional<int> utc_offset_minutes;
  bool operator==(const ClockTime&) const = default;
};

/// When an article was published, as precisely as the source says.
struct Published {
  Date date;
  std::optional<ClockTime> time;
  bool operator==(const Published&) const = default;
};

/// True for a day that exists, in the years 1500 to 2199 (month and day may be 0).
bool is_valid(const Date& date);

/// Reads ISO 8601 and its usual relaxations: "2021", "2021-03", "2021-03-04", "20210304",
/// "2021-03-04T09:30:00Z", "2021-03-04 09:30:00", "...+01:00", "...+0100", fractions of a second
/// cut. The whole string must be used up. Empty if it is no such date.
std::optional<Published> parse_iso_date(std::string_view text);

/// ISO 8601 of the known precision: "2021-03", "2021-03-04", "2021-03-04T09:30:00+00:00".
std::string to_iso(const Published& published);
std::string to_iso(const Date& date);

/// The date as eight digits, unknown parts "00": sorts like time. "20210300".
std::string to_sort_key(const Date& date);

/// Days since 1970-01-01 of a full date, and back (proleptic Gregorian calendar).
int days_from_epoch(const Date& date);
Date date_from_days(int days);

/// The first and last day that `date` can mean: 2021-02 gives 2021-02-01 and 2021-02-28.
Date first_day(const Date& date);
Date last_day(const Date& date);

}  // namespace onrecord
