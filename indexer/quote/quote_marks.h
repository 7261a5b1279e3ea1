// SPDX-License-Identifier: GPL-3.0-or-later
// Finds what stands between quotation marks: curly, straight, doubled single, backtick, guillemets,
// low-high, single outer marks, also mismatched, doubled, stray or never closed.
//
// One pass over the marks of each paragraph, no backtracking. A mark opens or closes by its shape
// and by its neighbours (a blank before it, a letter behind it); shape gives way to neighbours,
// because real text has closing marks in opening places. The state ends with the paragraph, unless
// the next one opens anew: the usual sign of a quotation that goes on.
#pragma once

#include <vector>

#include "common/article.h"
#include "indexer/quote/quote_lexicon.h"

namespace onrecord {

/// A stretch of one paragraph between marks.
struct MarkedText {
  std::uint32_t paragraph = 0;
  TextSpan outer;          ///< Marks included.
  TextSpan inner;          ///< Without them.
  bool closed = true;      ///< False: the closing mark is missing.
  bool continues = false;  ///< Takes up what the paragraph before left open.
  bool minor = false;      ///< Single marks in an article that quotes with double ones.
  bool unmarked = false;   ///< Direct speech without marks (unmarked_speech.h).
};

/// All marked stretches in text order; nested ones belong to the outer one.
std::vector<MarkedText> find_marked_text(const std::vector<Paragraph>& paragraphs,
                                         const QuoteLexicon& lexicon);

}  // namespace onrecord
