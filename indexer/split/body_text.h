// SPDX-License-Identifier: GPL-3.0-or-later
// The body of an article: blocks of text to paragraphs, with captions, links, notes and the noise
// of the page taken out and the halves of sentences that stood around them joined.
#pragma once

#include <string>
#include <vector>

#include "indexer/split/byline.h"
#include "indexer/split/copyright_line.h"
#include "indexer/split/line_joiner.h"
#include "indexer/split/split_lexicon.h"

namespace onrecord {

struct BodyItem {
  ParagraphKind kind = ParagraphKind::body;
  MappedText text;
  std::string credit;  ///< Of a caption.
};

struct BodyText {
  std::vector<BodyItem> items;
  std::vector<std::string> related;
  std::vector<Byline> bylines;  ///< Found below the text.
  std::vector<CopyrightLine> copyrights;
  std::string source;  ///< An outlet whose name stands below the text.
  std::string agency;  ///< Signs the end of the text: "... on Monday. (AFP)".
  bool cut_by_paywall = false;
};

/// Where a text comes from decides how much of the page still stands in it.
enum class BodyOrigin : std::uint8_t {
  page,   ///< As printed or scraped: sentences set large beside the text stand in it twice.
  field,  ///< The body alone, of a record that names it: what stands there belongs there.
};

/// `deck_end` is the line above which body text is a standfirst; `headline` is dropped where a
/// paragraph repeats it. Blocks are used up.
BodyText read_body(std::vector<Block> blocks, std::size_t deck_end, std::string_view headline,
                   BodyOrigin origin, const LineJoiner& joiner, const SplitLexicon& lexicon);

}  // namespace onrecord
