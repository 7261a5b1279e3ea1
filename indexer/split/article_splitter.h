// SPDX-License-Identifier: GPL-3.0-or-later
// From a record of plain text or a body with fields to articles with headline, byline, dateline,
// captions, subheads and clean paragraphs. docs/splitting.md tells what is recognised by what.
#pragma once

#include <vector>

#include "common/article.h"
#include "indexer/reader/reader.h"
#include "indexer/split/split_lexicon.h"

namespace onrecord {

/// The articles of a record, in order; none if the record holds no article text. Paragraphs carry a
/// map back to the record's text. Ids, people, places and quotes are left to the later stages.
/// Fields of the record stand above what the text says.
std::vector<Article> split_articles(const RawRecord& record, const SplitLexicon& lexicon,
                                    Explain explain = Explain::no);

}  // namespace onrecord
