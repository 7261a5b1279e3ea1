// SPDX-License-Identifier: GPL-3.0-or-later
// Heads and feet of printed pages, addresses and page numbers between the lines of an article.
#pragma once

#include <string>
#include <vector>

#include "indexer/split/source_lines.h"
#include "indexer/split/split_lexicon.h"

namespace onrecord {

/// What furniture tells about the article.
struct PageTraces {
  std::vector<std::string> urls;  ///< Each once, in order.
};

/// Gives lines that belong to the page the role `furniture`: a lone address (also with "2/4" behind
/// it), the head a browser prints ("3/11/24, 9:41 AM    Lake talks stall"), page numbers at a form
/// feed, "(Continued on page A6)", and lines that recur at page starts and ends but for their
/// digits.
PageTraces mark_page_furniture(SourceLines& source, const SplitLexicon& lexicon);

}  // namespace onrecord
