// SPDX-License-Identifier: GPL-3.0-or-later
// What a search gives back, free of Xapian and of any markup: presenters make it readable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/schema.h"
#include "searcher/request.h"

namespace onrecord {

/// Text with the spans that matched; spans are in order and do not overlap.
struct MarkedText {
  std::string text;
  std::vector<TextSpan> marks;
  bool operator==(const MarkedText&) const = default;
};

struct FacetCount {
  std::string value;  ///< What a filter for it takes.
  std::size_t count = 0;
  bool operator==(const FacetCount&) const = default;
};

/// The values of one facet, most frequent first.
struct FacetCounts {
  const Field* field = nullptr;
  std::vector<FacetCount> values;  ///< At most as many as asked for.
  std::size_t distinct = 0;        ///< How many values there are in all.
};

/// An article found, or a quote found with the article it stands in.
struct Hit {
  std::string id;  ///< "a-..." or "q-..."
  std::size_t rank = 1;
  double score = 0;
  Article article;
  std::optional<std::size_t> quote;  ///< Index into `article.quotes` when quotes are searched.
  MarkedText headline;
  MarkedText snippet;  ///< Articles: the best passage. Quotes: what was said.
  MarkedText context;  ///< Quotes: the whole sentences the quote stands in.
  /// Where in `context.text` the quote itself stands, its marks included; several parts if the
  /// speaker is named between them.
  std::vector<TextSpan> quote_in_context;
};

/// Everything about a result but the hits, which are fetched one by one.
struct ResultPage {
  DocumentKind target = DocumentKind::article;
  std::string query;    ///< As typed.
  std::string reading;  ///< How it was read, filters included.
  std::size_t total = 0;
  std::size_t offset = 0;
  bool partial = false;            ///< The deadline cut the search short.
  std::vector<std::string> notes;  ///< Sentences for the user: expansions cut, suggestions.
  std::vector<FacetCounts> facets;
};

}  // namespace onrecord
