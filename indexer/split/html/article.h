// SPDX-License-Identifier: GPL-3.0-or-later
// Splits a saved web page: the article or articles on it, with fields and captions, or why there is
// none.
#pragma once

#include <vector>

#include "common/article.h"
#include "common/result.h"
#include "indexer/reader/reader.h"
#include "indexer/split/html/lexicon.h"

namespace onrecord {

/// The articles of `record.text`: one, or the posts of a live blog and the stories of a round-up,
/// with what stands above them in front; fields that a post lacks are the page's. An error says
/// what the page is instead: a section front, a cookie wall, an error page. Fields that the format
/// gives (record.fields) stand above those of the page.
Result<std::vector<Article>> split_html(const RawRecord& record, const HtmlLexicon& lexicon,
                                        Explain explain = Explain::no);

}  // namespace onrecord
