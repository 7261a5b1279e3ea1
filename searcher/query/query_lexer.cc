// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/query_lexer.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "common/utf8.h"

namespace onrecord {
namespace {

constexpr int default_distance = 10;
constexpr int max_distance = 100;

bool is_blank(char32_t c) {
  return c < 0x20 || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_quotation_mark(char32_t c) {
  return c == U'"' || c == U'\u201C' || c == U'\u201D' || c == U'\u201E' || c == U'\u00AB' ||
         c == U'\u00BB';
}

bool is_field_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  });
}

/// Walks over the query once; `at_` is the byte, `column_` the character it stands on.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  tl::expected<std::vector<Lexeme>, QueryError> run() {
    while (skip_blanks()) {
      const CodePoint point = code_point_at(text_, at_);
      if (is_quotation_mark(point.value)) {
        if (auto error = lex_quoted()) return tl::unexpected(*error);
      } else if (point.value == U'(' || point.value == U')') {
        push(point.value == U'(' ? LexemeKind::open : LexemeKind::close);
        step();
      } else if (point.value == U'-' && excludes_something()) {
        push(LexemeKind::minus);
        step();
      } else if (auto error = lex_word()) {
        return tl::unexpected(*error);
      }
    }
    push(LexemeKind::end);
    return std::move(lexemes_);
  }

 private:
  bool skip_blanks() {
    blank_before_ = lexemes_.empty();
    while (at_ < text_.size() && is_blank(code_point_at(text_, at_).value)) {
      blank_before_ = true;
      step();
    }
    return at_ < text_.size();
  }

  void step() {
    at_ += code_point_at(text_, at_).bytes;
    ++column_;
  }

  void push(LexemeKind kind, std::string text = {}) {
    lexemes_.push_back({kind, std::move(text), 0, column_, blank_before_});
  }

  /// "-" at the beginning of a word or bracket; a dash between blanks is only a dash.
  bool excludes_something() const {
    if (!blank_before_ && lexemes_.back().kind != LexemeKind::open) return false;
    const std::size_t next = at_ + 1;
    return next < text_.size() && !is_blank(code_point_at(text_, next).value) &&
           text_[next] != '-' && text_[next] != ')';
  }

  std::optional<QueryError> lex_quoted() {
    push(LexemeKind::quoted);
    const std::size_t opening = column_;
    step();
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_quotation_mark(code_point_at(text_, at_).value)) step();
    if (at_ >= text_.size()) return QueryError{"this quotation mark is not closed", opening};
    lexemes_.back().text = text_.substr(begin, at_ - begin);
    step();
    return std::nullopt;
  }

  /// A word up to a blank, bracket or quotation mark, or the field name before its colon.
  std::optional<QueryError> lex_word() {
    const std::size_t begin = at_;
    push(LexemeKind::word);
    while (at_ < text_.size()) {
      const char32_t c = code_point_at(text_, at_).value;
      if (is_blank(c) || is_quotation_mark(c) || c == U'(' || c == U')') break;
      if (c == U':' && is_field_at(begin)) {
        lexemes_.back().kind = LexemeKind::field;
        lexemes_.back().text = text_.substr(begin, at_ - begin);
        step();
        return std::nullopt;
      }
      step();
    }
    lexemes_.back().text = text_.substr(begin, at_ - begin);
    return name_operator(lexemes_.back());
  }

  /// "http://example" is no field, nor is "10:30".
  bool is_field_at(std::size_t begin) const {
    return is_field_name(text_.substr(begin, at_ - begin)) && text_.substr(at_, 3) != "://";
  }

  static std::optional<QueryError> name_operator(Lexeme& lexeme) {
    const std::string_view text = lexeme.text;
    if (text == "AND") lexeme.kind = LexemeKind::op_and;
    if (text == "OR") lexeme.kind = LexemeKind::op_or;
    if (text == "NOT") lexeme.kind = LexemeKind::op_not;
    const bool near = text == "NEAR" || text.starts_with("NEAR/");
    const bool adj = text == "ADJ" || text.starts_with("ADJ/");
    if (!near && !adj) return std::nullopt;
    lexeme.kind = near ? LexemeKind::op_near : LexemeKind::op_adj;
    return read_distance(lexeme, text.substr(near ? 4 : 3));
  }

  static std::optional<QueryError> read_distance(Lexeme& lexeme, std::string_view digits) {
    lexeme.number = default_distance;
    if (digits.empty()) return std::nullopt;
    digits.remove_prefix(1);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), lexeme.number);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    if (whole && lexeme.number >= 1 && lexeme.number <= max_distance) return std::nullopt;
    const auto name = lexeme.kind == LexemeKind::op_near ? "NEAR" : "ADJ";
    return QueryError{
        fmt::format("write {0}/n with n from 1 to {1}, as in {0}/5", name, max_distance),
        lexeme.column};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t column_ = 1;
  bool blank_before_ = true;
  std::vector<Lexeme> lexemes_;
};

}  // namespace

tl::expected<std::vector<Lexeme>, QueryError> lex_query(std::string_view text) {
  return Lexer(text).run();
}

}  // namespace onrecord
