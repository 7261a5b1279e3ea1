// SPDX-License-Identifier: GPL-3.0-or-later
// Quotes of an article and whose they are.
#pragma once

#include <vector>

#include "common/article.h"
#include "indexer/language/language_pack.h"
#include "indexer/quote/quote_lexicon.h"

namespace onrecord {

/// All quotes in text order. `article` must hold its people and organizations already: a speaker is
/// one of them, or nobody.
std::vector<Quote> find_quotes(const Article& article, const QuoteLexicon& lexicon);

/// The same for a single article: compiles the lexicon first, which takes longer than the article.
std::vector<Quote> find_quotes(const Article& article, const LanguagePack& pack);

}  // namespace onrecord
