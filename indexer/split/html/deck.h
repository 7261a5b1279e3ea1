// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the deck (standfirst) of a page: the lines between headline and text that sum it up.
#pragma once

#include "indexer/split/html/headline.h"
#include "indexer/split/html/lexicon.h"
#include "indexer/split/html/main_content.h"

namespace onrecord {

/// The blocks that are the deck of a text that begins with block `first_of_text`: those that the
/// page marks so, or describes itself with in its metadata, and else the first long line below the
/// headline. `taken` are blocks that are something else, such as captions.
std::vector<std::size_t> find_deck(const HtmlTree& tree, const MainContent& main,
                                   const HtmlHeadline& headline, const PageMetadata& metadata,
                                   const HtmlLexicon& lexicon, std::size_t first_of_text,
                                   const std::vector<bool>& taken);

}  // namespace onrecord
