// SPDX-License-Identifier: GPL-3.0-or-later
// Links to other articles between the paragraphs of one, told by their shape: "Also today: <link>",
// lists in which every item is such a link.
#pragma once

#include <vector>

#include "indexer/split/html/blocks.h"
#include "indexer/split/html/tree.h"

namespace onrecord {

/// A few words, a colon or the like, and a link to the end of the line.
bool is_labelled_link(const HtmlTree& tree, const HtmlBlock& block);

/// For each block of a list: does the list mainly consist of links?
std::vector<bool> find_link_lists(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks);

}  // namespace onrecord
