// SPDX-License-Identifier: GPL-3.0-or-later
// Quotes of any article, with the people that are found in it.
#include "indexer/entity/entities.h"
#include "indexer/quote/quotes.h"
#include "tests/fuzz/fuzz.h"

using namespace onrecord;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const AnalysisData& analysis = fuzz::analysis_data();
  Article article = fuzz::make_article(fuzz::as_text(data, size));
  Entities found = find_entities(article, analysis.languages.pack("en"),
                                 analysis.name_words.at("en"), analysis.gazetteer);
  article.people = std::move(found.people);
  article.organizations = std::move(found.organizations);
  article.quotes = find_quotes(article, analysis.quote_lexicons.at("en"));
  fuzz::require_sound(article);
  return 0;
}
