// SPDX-License-Identifier: GPL-3.0-or-later
// A typed query cut into words, quoted text, fields, brackets and operators.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace onrecord {

/// Why a query cannot be read, and where.
struct QueryError {
  std::string message;
  std::size_t column = 1;  ///< 1-based, in characters, not bytes.
};

enum class LexemeKind {
  word,    ///< Anything without blanks; may hold hyphens, apostrophes, a final "*".
  quoted,  ///< Text between quotation marks, without them.
  field,   ///< "name:" right before its value; `text` is the name.
  open,
  close,
  minus,  ///< "-" right before what it excludes.
  op_and,
  op_or,
  op_not,
  op_near,
  op_adj,
  end,
};

struct Lexeme {
  LexemeKind kind = LexemeKind::end;
  std::string text;
  int number = 0;  ///< The n of NEAR/n and ADJ/n.
  std::size_t column = 1;
  bool blank_before = true;
};

/// The query in pieces, the last of kind `end`. Linear time. Straight and curly quotation marks
/// are the same.
tl::expected<std::vector<Lexeme>, QueryError> lex_query(std::string_view text);

}  // namespace onrecord
