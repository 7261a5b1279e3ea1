// SPDX-License-Identifier: GPL-3.0-or-later
// The splitter: any text, as scraped and as a body with fields.
#include "indexer/split/article_splitter.h"
#include "tests/fuzz/fuzz.h"

using namespace onrecord;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  RawRecord record = fuzz::make_record(fuzz::as_text(data, size));
  const SplitLexicon& lexicon = fuzz::analysis_data().split_lexicons.at("en");
  for (const TextKind kind : {TextKind::plain, TextKind::body_only}) {
    record.kind = kind;
    for (const Article& article : split_articles(record, lexicon)) fuzz::require_sound(article);
  }
  return 0;
}
