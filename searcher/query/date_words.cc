// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/date_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <string>

#include <fmt/format.h>

namespace onrecord {
namespace {

constexpr std::string_view known_forms =
    "write 2021, 2021-03, 2021-03-04, yesterday, last-month or 30d";

Date month_before(const Date& day) {
  return day.month == 1 ? Date{day.year - 1, 12, 0} : Date{day.year, day.month - 1, 0};
}

DateRange single(const Date& date) {
  return {date, date};
}

/// "30d": a count and a unit of days, weeks, months or years.
std::optional<DateRange> parse_ago(std::string_view text, const Date& today) {
  int count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || end + 1 != text.data() + text.size()) return std::nullopt;
  if (count < 0 || count > 20'000) return std::nullopt;
  const int day = days_from_epoch(today);
  switch (text.back()) {
    case 'd':
      return DateRange{date_from_days(day - count), today};
    case 'w':
      return DateRange{date_from_days(day - 7 * count), today};
    case 'm': {
      const int months = today.year * 12 + today.month - 1 - count;
      Date since{months / 12, months % 12 + 1, 0};
      since.day = std::min(today.day, last_day(since).day);
      return DateRange{since, today};
    }
    case 'y':
      return DateRange{Date{today.year - count, today.month, std::min(today.day, 28)}, today};
    default:
      return std::nullopt;
  }
}

std::optional<DateRange> parse_named(std::string_view text, const Date& today) {
  const int day = days_from_epoch(today);
  if (text == "today") return single(today);
  if (text == "yesterday") return single(date_from_days(day - 1));
  if (text == "last-week") return DateRange{date_from_days(day - 7), today};
  if (text == "last-month") return single(month_before(today));
  if (text == "last-year") return single(Date{today.year - 1, 0, 0});
  return std::nullopt;
}

}  // namespace

Result<DateRange> parse_date_words(std::string_view text, const Date& today) {
  if (const auto named = parse_named(text, today)) return *named;
  if (!text.empty()) {
    if (const auto ago = parse_ago(text, today); ago && is_valid(*ago->since)) return *ago;
  }
  const auto published = parse_iso_date(text);
  if (!published || published->time) {
    return fail(fmt::format("\"{}\" is not a date; {}", text, known_forms));
  }
  return single(published->date);
}

Result<DateRange> parse_date_range(std::string_view text, const Date& today) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return parse_date_words(text, today);
  const std::string_view left = text.substr(0, dots);
  const std::string_view right = text.substr(dots + 2);
  if (left.empty() && right.empty()) return fail("a date before or after \"..\" is missing");
  DateRange range;
  if (!left.empty()) {
    const auto since = parse_date_words(left, today);
    if (!since) return tl::unexpected(since.error());
    range.since = since->since;
  }
  if (!right.empty()) {
    const auto until = parse_date_words(right, today);
    if (!until) return tl::unexpected(until.error());
    range.until = until->until;
  }
  if (range.since && range.until && last_day(*range.until) < first_day(*range.since)) {
    return fail(fmt::format("{} comes after {}; write the earlier date first", left, right));
  }
  return range;
}

Date current_day() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

}  // namespace onrecord
