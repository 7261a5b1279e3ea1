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
  std::vector<std::string> urls;     ///< Each once, in order.
  std::vector<std::string> outlets;  ///< Names of outlets beside titles and addresses.
};

/// Gives lines that belong to the page the role `furniture`: a lone address (also with "2/4" or the
/// outlet's name beside it), the head a browser prints ("3/11/24, 9:41 AM    Lake talks stall"),
/// page numbers at a form feed, "(Continued on page A6)", and lines that recur at page starts and
/// ends but for their digits.
PageTraces mark_page_furniture(SourceLines& source, const SplitLexicon& lexicon);

/// Does the same for lines next to furniture that hold the headline: "The Courier  |  Lake talks
/// stall". Below the headline only.
void mark_title_lines(SourceLines& source, std::string_view headline, const SplitLexicon& lexicon,
                      PageTraces& traces);

}  // namespace onrecord
