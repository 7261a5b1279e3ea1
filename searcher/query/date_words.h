// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as users type them: "2021-03", "yesterday", "last-month", "30d", "2020..2021-03".
#pragma once

#include <string_view>

#include "common/date.h"
#include "common/result.h"
#include "searcher/request.h"

namespace onrecord {

/// One date or named span: "2021", "2021-03", "2021-03-04", "today", "yesterday", "last-week",
/// "last-month", "last-year", "30d", "2w", "6m", "1y" (so long ago until today).
Result<DateRange> parse_date_words(std::string_view text, const Date& today);

/// A range "A..B", "A..", "..B", or what `parse_date_words` takes.
Result<DateRange> parse_date_range(std::string_view text, const Date& today);

/// The day it is now, in local time.
Date current_day();

}  // namespace onrecord
