// SPDX-License-Identifier: GPL-3.0-or-later
// People, places and organizations of any article.
#include "indexer/entity/entities.h"
#include "tests/fuzz/fuzz.h"

using namespace onrecord;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const AnalysisData& analysis = fuzz::analysis_data();
  Article article = fuzz::make_article(fuzz::as_text(data, size));
  Entities found = find_entities(article, analysis.languages.pack("en"),
                                 analysis.name_words.at("en"), analysis.gazetteer);
  article.people = std::move(found.people);
  article.places = std::move(found.places);
  article.organizations = std::move(found.organizations);
  fuzz::require_sound(article);
  return 0;
}
