// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as newspapers write them: "Monday, March 11, 2024 7:05 p.m. ET", "11th of March 2024",
// "26-FEB-1987 15:01:01.79", "13/03/2024 16:15", "Mon, 11 Mar 2024 06:00:00 +0530".
//
// Names of months, weekdays and zones come from the language pack. What a date does not say is left
// open: no year is guessed, and 03/04/2024 keeps its year only, unless the order of day and month
// is known from elsewhere.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "indexer/split/split_lexicon.h"

namespace onrecord {

/// Which of two small numbers is the day: "03/04/2024".
enum class DayOrder : std::uint8_t { unknown, day_first, month_first };

struct WrittenDate {
  Published published;    ///< `date.year` is 0 where no year is written.
  std::size_t begin = 0;  ///< Bytes of the text, with weekday, clock time and zone.
  std::size_t end = 0;
};

/// All dates in `text`, in order. Linear time.
std::vector<WrittenDate> find_dates(std::string_view text, const SplitLexicon& lexicon,
                                    DayOrder order = DayOrder::unknown);

/// The order that the numeric dates of `text` show, if they agree: "24/05/2024" is day first.
DayOrder find_day_order(std::string_view text);

/// A field that holds one date in any shape, also seconds (milliseconds) since 1970. Empty for
/// "None", for the first day of 1970 (a missing value in disguise) and for what is no date.
std::optional<Published> read_date_field(std::string_view text, const SplitLexicon& lexicon,
                                         DayOrder order = DayOrder::unknown);

/// The day in a path: "/2024/03/11/", "/2024/mar/11/", "/2024-03-11-talks", "20240311"; also only
/// year and month.
std::optional<Date> find_date_in_path(std::string_view path, const SplitLexicon& lexicon);

}  // namespace onrecord
