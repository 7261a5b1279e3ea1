// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the part of a page that holds the article: the subtree in which prose outweighs everything
// else the most. Text density after Kohlschuetter et al. (WSDM 2010), summed over the tree so that
// siblings count without a rule of their own.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/split/html/blocks.h"
#include "indexer/split/html/lexicon.h"
#include "indexer/split/html/tree.h"

namespace onrecord {

struct MainContent {
  NodeId root = 0;                   ///< Smallest element around the article's text.
  double prose = 0;                  ///< Words of prose in it.
  std::vector<HtmlBlock> blocks;     ///< All blocks of the page, with the marks that hold.
  std::vector<std::uint32_t> marks;  ///< Of each node, after marks on most of the text are undone.
};

/// `own_marks` as read from the page (find_marks).
MainContent find_main_content(const HtmlTree& tree, const std::vector<std::uint32_t>& own_marks,
                              const HtmlLexicon& lexicon);

/// How much a block speaks for an article: words of prose, below 0 for links and labels.
double prose_value(const HtmlBlock& block, const HtmlTree& tree);

}  // namespace onrecord
