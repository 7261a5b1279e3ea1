// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a page that name its author, in more languages than the grammar of bylines knows.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/split/byline.h"

namespace onrecord {

/// A line as the grammar wants it: "ByAna Ruiz" in two words, "og" and "et" as "and", other credits
/// ("Text by Ana Ruiz  Illustration by Tom Okafor") cut off.
std::string plain_byline(std::string_view text, const SplitLexicon& words);

/// A line that says "By", or names who reported below the text.
std::optional<Byline> read_announced_line(std::string_view text, const SplitLexicon& words);

/// "Ana Ruiz | 11 March 2024", "Posted 11 March 2024 by Ana Ruiz": a name beside a date.
std::optional<Byline> read_dated_line(std::string_view text, const SplitLexicon& words);

/// A line whose markup says that it is a byline.
Byline read_marked_line(std::string_view text, const SplitLexicon& words);

/// "Ana RuizAna Ruiz", "Ana Ruiz Ana Ruiz": once for phones and once for screens.
std::string said_once(std::string_view name);

/// "\uBC30\uC724\uACBD \uAE30\uC790": without the job behind a name of one word.
std::string without_job(std::string_view text, const SplitLexicon& words);

}  // namespace onrecord
