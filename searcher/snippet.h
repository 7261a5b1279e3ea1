// SPDX-License-Identifier: GPL-3.0-or-later
// The passage of an article that shows best why it was found: whole sentences around the matches,
// as text and spans. Knows no markup.
#pragma once

#include <cstddef>
#include <vector>

#include "common/article.h"
#include "searcher/matcher.h"
#include "searcher/result_page.h"

namespace onrecord {

/// Sentences that stand together in one paragraph and hold as many different parts of the query as
/// possible, of at most `most_bytes`; a longer sentence is cut around its first match and shows
/// "…". Without a match in the text: its beginning.
MarkedText best_passage(const Article& article, const std::vector<Match>& matches,
                        std::size_t most_bytes = 320);

/// The headline with the matches in it.
MarkedText marked_headline(const Article& article, const std::vector<Match>& matches);

/// The sentences that a quote stands in, and the neighbouring one where they hold nothing else.
struct ContextPassage {
  MarkedText text;
  std::vector<TextSpan> quote;  ///< Where the quote stands in `text`.
};
ContextPassage quote_context(const Article& article, const Quote& quote,
                             const std::vector<Match>& matches);

}  // namespace onrecord
