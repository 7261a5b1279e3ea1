// SPDX-License-Identifier: GPL-3.0-or-later
// From a record of plain text or a body with fields to articles with headline, byline, dateline,
// captions, subheads and clean paragraphs.
#pragma once

#include <vector>

#include "common/article.h"
#include "indexer/language/language_pack.h"
#include "indexer/reader/reader.h"

namespace onrecord {

/// The articles of a record, in order; none if the record holds no article text. Paragraphs carry a
/// map back to the record's text. Ids, people, places and quotes are left to the later stages.
std::vector<Article> split_articles(const RawRecord& record, const Languages& languages);

}  // namespace onrecord
