// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that say when an article was published: "Published: 11 March 2024 | Updated: 12 March".
#pragma once

#include <optional>
#include <string_view>

#include "indexer/split/written_date.h"

namespace onrecord {

struct DateLine {
  std::optional<WrittenDate> published;  ///< Nothing when the line tells of updates only.
  bool labelled = false;                 ///< The line says "published" or the like.
};

/// Reads `line` if it holds dates and the words around them and nothing else; "Updated 2 hours ago"
/// is a date line without a date.
std::optional<DateLine> read_date_line(std::string_view line, const SplitLexicon& lexicon,
                                       DayOrder order);

}  // namespace onrecord
