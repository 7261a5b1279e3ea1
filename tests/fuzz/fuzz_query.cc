// SPDX-License-Identifier: GPL-3.0-or-later
// The query language: any text is a query or a pointed error, and every query can be built.
#include <xapian.h>

#include "common/utf8.h"
#include "searcher/query/describe.h"
#include "searcher/query/query_builder.h"
#include "searcher/query/query_parser.h"
#include "tests/fuzz/fuzz.h"

using namespace onrecord;

namespace {

const Xapian::Database& small_database() {
  static const Xapian::WritableDatabase database = [] {
    Xapian::WritableDatabase made("", Xapian::DB_BACKEND_INMEMORY);
    Xapian::Document document;
    for (const char* word : {"economy", "economic", "Zeconomi", "strike", "Sstrike"}) {
      document.add_posting(word, 1);
    }
    made.add_document(document);
    return made;
  }();
  return database;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = repair_utf8(fuzz::as_text(data, size));
  for (const DocumentKind kind : {DocumentKind::article, DocumentKind::quote}) {
    ParseOptions options;
    options.target = kind;
    options.today = {2024, 2, 29};
    const auto query = parse_query(text, options);
    if (!query) {
      fuzz::require(!query.error().message.empty(), "an error says what is wrong");
      fuzz::require(
          query.error().column >= 1 && query.error().column <= count_code_points(text) + 1,
          "an error points into the query");
      continue;
    }
    describe(*query);
    QueryBuilder(kind, small_database(), {"en"}).build(*query);
  }
  return 0;
}
