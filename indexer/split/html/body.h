// SPDX-License-Identifier: GPL-3.0-or-later
// From the blocks of the main content to the paragraphs of an article: what stands around and
// between the paragraphs (dates, bylines, sharing, links to other articles) is taken out, captions
// are set apart, subheads, lists and block quotes keep their kind.
#pragma once

#include <string>
#include <vector>

#include "indexer/split/html/headline.h"
#include "indexer/split/html/lexicon.h"
#include "indexer/split/html/main_content.h"

namespace onrecord {

struct HtmlParagraph {
  ParagraphKind kind = ParagraphKind::body;
  const HtmlBlock* block = nullptr;
  MappedText text;
  std::string credit;  ///< Of a caption.
};

struct HtmlBody {
  std::vector<HtmlParagraph> paragraphs;
  std::vector<std::string> related;
  std::size_t first_block = 0;  ///< Of the page's blocks: the first and last of the text.
  std::size_t last_block = 0;
  double prose = 0;  ///< Words of the paragraphs.
  bool cut_by_paywall = false;
};

HtmlBody read_html_body(const HtmlTree& tree, const MainContent& main, const HtmlHeadline& headline,
                        const PageMetadata& metadata, const HtmlLexicon& lexicon);

}  // namespace onrecord
