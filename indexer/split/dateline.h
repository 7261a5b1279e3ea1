// SPDX-License-Identifier: GPL-3.0-or-later
// Datelines: "LIMA, Peru, March 11 (Andes Wire) - The port ..." to place, day and agency. The words
// stay in the text; only the fields are read from them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/article.h"
#include "indexer/split/split_lexicon.h"

namespace onrecord {

struct ReadDateline {
  Dateline dateline;
  std::optional<Date> date;  ///< Year 0 where none is written.
  bool colon = false;        ///< A colon stands in the dash's place.
  std::size_t end = 0;       ///< Byte behind the dateline, where the story begins.
};

/// The dateline that `paragraph` begins with. Without an agency, region or day, the place must be
/// in capitals and a sentence must begin behind the dash: "NATO - the alliance" is none.
std::optional<ReadDateline> read_dateline(std::string_view paragraph, const SplitLexicon& lexicon);

/// "Almer: The talks ...": the form of South Asia without capitals, for the first paragraph only,
/// where it is not known as a label ("Update: ...").
std::optional<ReadDateline> read_colon_dateline(std::string_view paragraph,
                                                const SplitLexicon& lexicon);

/// A field of a format: "    LIMA, March 11 -", also without a dash.
std::optional<ReadDateline> read_dateline_field(std::string_view field,
                                                const SplitLexicon& lexicon);

/// True when `name` stands in capitals elsewhere in `text` too, as acronyms do and places do not.
bool is_acronym_in(std::string_view text, std::string_view name);

}  // namespace onrecord
