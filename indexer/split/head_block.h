// SPDX-License-Identifier: GPL-3.0-or-later
// The head of an article in plain text: headline, kicker, byline, date, "KEY: value" lines.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/split/byline.h"
#include "indexer/split/date_line.h"
#include "indexer/split/source_lines.h"
#include "indexer/split/split_lexicon.h"

namespace onrecord {

struct HeadBlock {
  std::vector<std::size_t> headline;  ///< Its lines; empty where the text has none.
  std::size_t deck_end = 0;           ///< Body text above this line is a standfirst.
  std::vector<Byline> bylines;
  std::optional<Published> published;  ///< The year may be 0.
  std::string section;
  std::string source;
  std::string agency;
  std::string url;
  std::string dateline;
};

/// What is known before the head is read.
struct HeadHints {
  std::string_view headline;  ///< Given by the format: the text need not hold it.
  DayOrder day_order = DayOrder::unknown;
  bool body_only = false;  ///< Only lines right at the top are taken for head lines.
};

/// Finds the head and gives its lines the roles `headline` and `meta`.
HeadBlock read_head(SourceLines& source, const Layout& layout, const HeadHints& hints,
                    const SplitLexicon& lexicon);

}  // namespace onrecord
