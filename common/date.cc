// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/date.h"

#include <chrono>

#include <fmt/format.h>

namespace onrecord {
namespace {

/// Reads digits from the front of a text; every step that fails leaves `ok` false.
class DigitReader {
 public:
  explicit DigitReader(std::string_view text) : text_(text) {}

  /// Exactly `count` digits as a number.
  std::optional<int> digits(std::size_t count) {
    if (text_.size() < count) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (text_[i] < '0' || text_[i] > '9') return std::nullopt;
      value = value * 10 + (text_[i] - '0');
    }
    text_.remove_prefix(count);
    return value;
  }

  bool accept(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }

  void skip_digits() {
    while (!text_.empty() && text_.front() >= '0' && text_.front() <= '9') text_.remove_prefix(1);
  }

  bool at_end() const { return text_.empty(); }
  char next() const { return text_.empty() ? '\0' : text_.front(); }

 private:
  std::string_view text_;
};

std::optional<Date> read_date(DigitReader& in) {
  Date date;
  const auto year = in.digits(4);
  if (!year) return std::nullopt;
  date.year = *year;
  const bool dashed = in.accept('-');
  if (!dashed && (in.at_end() || in.next() < '0' || in.next() > '9')) return date;
  const auto month = in.digits(2);
  if (!month || *month == 0) return std::nullopt;
  date.month = *month;
  if (dashed && !in.accept('-')) return date;
  const auto day = in.digits(2);
  if (!day || *day == 0) return std::nullopt;
  date.day = *day;
  return date;
}

/// "Z", "+01:00", "-0500", "+02"; nothing is an unknown zone.
bool read_zone(DigitReader& in, ClockTime& time) {
  in.accept(' ');
  if (in.at_end()) return true;
  if (in.accept('Z') || in.accept('z')) {
    time.utc_offset_minutes = 0;
    return true;
  }
  const int sign = in.next() == '-' ? -1 : 1;
  if (!in.accept('+') && !in.accept('-')) return false;
  const auto hours = in.digits(2);
  if (!hours || *hours > 18) return false;
  in.accept(':');
  const auto minutes = in.at_end() ? std::optional<int>(0) : in.digits(2);
  if (!minutes || *minutes > 59) return false;
  time.utc_offset_minutes = sign * (*hours * 60 + *minutes);
  return true;
}

std::optional<ClockTime> read_time(DigitReader& in) {
  ClockTime time;
  const auto hour = in.digits(2);
  if (!hour || *hour > 23) return std::nullopt;
  const bool colons = in.accept(':');
  const auto minute = in.digits(2);
  if (!minute || *minute > 59) return std::nullopt;
  time.hour = *hour;
  time.minute = *minute;
  const bool more = colons ? in.accept(':') : in.next() >= '0' && in.next() <= '9';
  if (more) {
    const auto second = in.digits(2);
    if (!second || *second > 60) return std::nullopt;
    time.second = *second;
    if (in.accept('.') || in.accept(',')) in.skip_digits();
  }
  if (!read_zone(in, time)) return std::nullopt;
  return time;
}

std::chrono::year_month_day to_chrono(const Date& date) {
  return std::chrono::year(date.year) / std::chrono::month(static_cast<unsigned>(date.month)) /
         std::chrono::day(static_cast<unsigned>(date.day));
}

}  // namespace

bool is_valid(const Date& date) {
  if (date.year < 1500 || date.year > 2199) return false;
  if (date.month == 0) return date.day == 0;
  if (date.month < 1 || date.month > 12) return false;
  return date.day == 0 || (date.day > 0 && to_chrono(date).ok());
}

std::optional<Published> parse_iso_date(std::string_view text) {
  DigitReader in(text);
  const auto date = read_date(in);
  if (!date || !is_valid(*date)) return std::nullopt;
  if (in.at_end()) return Published{*date, std::nullopt};
  if (date->day == 0 || !(in.accept('T') || in.accept('t') || in.accept(' '))) return std::nullopt;
  const auto time = read_time(in);
  if (!time || !in.at_end()) return std::nullopt;
  return Published{*date, *time};
}

std::string to_iso(const Date& date) {
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string to_iso(const Published& published) {
  std::string iso = to_iso(published.date);
  if (!published.time) return iso;
  const ClockTime& time = *published.time;
  iso += fmt::format("T{:02}:{:02}:{:02}", time.hour, time.minute, time.second);
  if (time.utc_offset_minutes) {
    const int offset = *time.utc_offset_minutes;
    const int size = offset < 0 ? -offset : offset;
    iso += fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', size / 60, size % 60);
  }
  return iso;
}

std::string to_sort_key(const Date& date) {
  return fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day);
}

int days_from_epoch(const Date& date) {
  return static_cast<int>(std::chrono::sys_days(to_chrono(date)).time_since_epoch().count());
}

Date date_from_days(int days) {
  const std::chrono::year_month_day ymd{std::chrono::sys_days(std::chrono::days(days))};
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

Date first_day(const Date& date) {
  return {date.year, date.month == 0 ? 1 : date.month, date.day == 0 ? 1 : date.day};
}

Date last_day(const Date& date) {
  if (date.day != 0) return date;
  const int month = date.month == 0 ? 12 : date.month;
  const auto last = std::chrono::year(date.year) /
                    std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last;
  return {date.year, month, static_cast<int>(static_cast<unsigned>(last.day()))};
}

}  // namespace onrecord
