// SPDX-License-Identifier: GPL-3.0-or-later
// The query language (docs/query-language.md): text typed to a tree, or a pointed error.
//
// Own recursive descent instead of Xapian's parser, which reads several inputs silently as
// something else ("date:2021" as a phrase, an unknown field as words, "-tax" alone as "tax") and
// whose recursion a long query can drive into a stack overflow. Depth and size are bounded here.
#pragma once

#include <cstddef>
#include <string_view>
#include <tl/expected.hpp>

#include "common/date.h"
#include "searcher/query/query_lexer.h"
#include "searcher/request.h"

namespace onrecord {

struct ParseOptions {
  DocumentKind target = DocumentKind::article;  ///< Fields of the other kind are errors.
  bool any = false;  ///< Words without an operator between them mean OR; filters stay AND.
  Date today;        ///< What "yesterday" counts from.
  std::size_t max_bytes = 16384;
  std::size_t max_words = 1000;
  int max_depth = 32;  ///< Of brackets.
};

/// Letters that a word must have before its "*".
inline constexpr std::size_t min_prefix_letters = 3;

/// Reads valid UTF-8. Juxtaposition is AND and binds tighter than OR; values of one single-valued
/// field side by side ("source:a source:b") are alternatives.
tl::expected<QueryNode, QueryError> parse_query(std::string_view text, const ParseOptions& options);

/// Words given as an option (--about): no syntax, all of them must occur. Text with no word in it
/// gives `everything`.
QueryNode words_of(std::string_view text);

}  // namespace onrecord
