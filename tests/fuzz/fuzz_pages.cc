// SPDX-License-Identifier: GPL-3.0-or-later
// Web pages: tree, main content, body, posts and fields, from any bytes.
#include "indexer/split/html/article.h"
#include "tests/fuzz/fuzz.h"

using namespace onrecord;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  RawRecord record = fuzz::make_record(fuzz::as_text(data, size));
  record.kind = TextKind::html;
  const auto articles = split_html(record, fuzz::analysis_data().html_lexicon);
  if (!articles) {
    fuzz::require(!articles.error().message.empty(), "a page is refused without a reason");
    return 0;
  }
  fuzz::require(!articles->empty(), "a page gives neither articles nor a reason");
  for (const Article& article : *articles) fuzz::require_sound(article);
  return 0;
}
