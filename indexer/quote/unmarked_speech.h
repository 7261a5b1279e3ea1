// SPDX-License-Identifier: GPL-3.0-or-later
// Direct speech without quotation marks: interviews and transcripts (dialogue.h), block quotations,
// a paragraph behind "She added:", paragraphs led by a dash, posts signed "— Ana Reyes (@reyes) May
// 3, 2021".
#pragma once

#include <vector>

#include "common/article.h"
#include "indexer/quote/dialogue.h"
#include "indexer/quote/quote_lexicon.h"
#include "indexer/quote/quote_marks.h"

namespace onrecord {

struct UnmarkedSpeech {
  MarkedText text;                         ///< Outer and inner span are the same.
  std::optional<LabelledSpeaker> speaker;  ///< By a label or signature; else what stands before.
};

/// In text order. `marked` are the article's quotations: a paragraph that has some says itself what
/// is quoted in it, unless it is a turn of a dialogue.
std::vector<UnmarkedSpeech> find_unmarked_speech(const Article& article,
                                                 const QuoteLexicon& lexicon,
                                                 const std::vector<MarkedText>& marked);

}  // namespace onrecord
