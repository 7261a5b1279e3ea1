// SPDX-License-Identifier: GPL-3.0-or-later
// A page as a list of blocks: the runs of text that stand on lines of their own, with what is
// needed to tell prose from navigation.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/split/html/marks.h"
#include "indexer/split/html/tree.h"
#include "indexer/split/mapped_text.h"

namespace onrecord {

struct HtmlBlock {
  NodeId container = 0;  ///< The innermost block element around the text.
  NodeId first = 0;      ///< Its text nodes are among [first, end).
  NodeId end = 0;
  MappedText text;  ///< Blanks squeezed, references resolved.
  std::uint32_t words = 0;
  std::uint32_t link_words = 0;    ///< Of them, those inside links.
  std::uint32_t strong_chars = 0;  ///< Bytes in bold type.
  std::uint32_t marks = 0;         ///< Those that all of its text stands in.

  bool is_marked(std::uint32_t mark) const { return (marks & mark) != 0; }
  double link_share() const { return words == 0 ? 0 : double(link_words) / double(words); }
};

/// All blocks with text, in the order of the page. `own_marks` are those of each node. Pieces
/// inside a line that are hidden or to be dropped ("opens in a new window") are left out.
std::vector<HtmlBlock> find_html_blocks(const HtmlTree& tree,
                                        const std::vector<std::uint32_t>& own_marks);

/// Words between blanks; of scripts without blanks, two letters count as a word.
std::uint32_t count_text_words(std::string_view text);

}  // namespace onrecord
