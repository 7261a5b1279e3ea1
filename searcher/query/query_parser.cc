// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/query_parser.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/text_fold.h"
#include "common/tokens.h"
#include "common/utf8.h"
#include "searcher/query/date_words.h"
#include "searcher/query/similar.h"

namespace onrecord {
namespace {

using Node = tl::expected<QueryNode, QueryError>;

constexpr std::string_view date_field = "date";

std::size_t count_words(std::string_view text) {
  const auto tokens = tokenize(text);
  return static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), [](const Token& t) {
    return t.kind == TokenKind::word || t.kind == TokenKind::number;
  }));
}

QueryNode leaf(NodeKind kind, std::string text, const Field* field) {
  QueryNode node;
  node.kind = kind;
  node.text = std::move(text);
  node.field = field;
  return node;
}

/// A node over `children`, or the only child itself.
QueryNode join(NodeKind kind, std::vector<QueryNode> children) {
  if (children.size() == 1) return std::move(children.front());
  QueryNode node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

QueryNode negate(QueryNode child) {
  QueryNode node;
  node.kind = NodeKind::none_of;
  node.children.push_back(std::move(child));
  return node;
}

/// What narrows a search down instead of describing what it is about.
bool is_restriction(const QueryNode& node) {
  return node.kind == NodeKind::value || node.kind == NodeKind::dates ||
         node.kind == NodeKind::none_of;
}

bool is_single_value(const QueryNode& node) {
  return node.kind == NodeKind::value && !node.field->repeats;
}

/// "source:a source:b": one article has one source, so both can only mean either.
void merge_alternatives(std::vector<QueryNode>& nodes) {
  std::vector<QueryNode> merged;
  for (QueryNode& node : nodes) {
    const auto same = std::find_if(merged.begin(), merged.end(), [&](const QueryNode& other) {
      const QueryNode& value = other.kind == NodeKind::any_of ? other.children.front() : other;
      return is_single_value(node) && is_single_value(value) && value.field == node.field;
    });
    if (same == merged.end()) {
      merged.push_back(std::move(node));
    } else if (same->kind == NodeKind::any_of) {
      same->children.push_back(std::move(node));
    } else {
      std::vector<QueryNode> both;
      both.push_back(std::move(*same));
      both.push_back(std::move(node));
      *same = join(NodeKind::any_of, std::move(both));
    }
  }
  nodes = std::move(merged);
}

/// With --any: words are alternatives, restrictions hold for all of them.
QueryNode join_any(std::vector<QueryNode> groups) {
  const auto first_restriction = std::stable_partition(
      groups.begin(), groups.end(), [](const QueryNode& node) { return !is_restriction(node); });
  std::vector<QueryNode> all(std::make_move_iterator(first_restriction),
                             std::make_move_iterator(groups.end()));
  merge_alternatives(all);
  groups.erase(first_restriction, groups.end());
  if (!groups.empty()) all.insert(all.begin(), join(NodeKind::any_of, std::move(groups)));
  return join(NodeKind::all_of, std::move(all));
}

QueryError unknown_field(const Lexeme& lexeme, DocumentKind target) {
  const bool elsewhere = find_field(fold(lexeme.text)) != nullptr;
  std::vector<std::string> names;
  for (const Field& field : fields()) {
    if (has_field(target, field)) names.emplace_back(field.name);
  }
  names.emplace_back(date_field);
  if (elsewhere) {
    const bool quotes = target == DocumentKind::quote;
    return {fmt::format("\"{}:\" is a field of {}, not of {}", lexeme.text,
                        quotes ? "articles" : "quotes", quotes ? "quotes" : "articles"),
            lexeme.column};
  }
  const std::string meant = nearest(fold(lexeme.text), names);
  return {fmt::format("there is no field \"{}:\"{}; the fields are {}", lexeme.text,
                      meant.empty() ? "" : fmt::format(", did you mean \"{}:\"?", meant),
                      fmt::join(names, ", ")),
          lexeme.column};
}

bool has_words(const Field& field) {
  return field.type == FieldType::text || field.type == FieldType::body;
}

/// One rule of the grammar a function; `at_` is the lexeme to be read next.
class Parser {
 public:
  Parser(std::vector<Lexeme> lexemes, const ParseOptions& options)
      : lexemes_(std::move(lexemes)), options_(options) {}

  Node run() {
    if (peek().kind == LexemeKind::end) return error("the query holds no word");
    Node node = parse_or();
    if (node && peek().kind == LexemeKind::close)
      return error("nothing is opened before this \")\"");
    return node;
  }

 private:
  const Lexeme& peek() const { return lexemes_[at_]; }
  bool next_is(LexemeKind kind) const { return peek().kind == kind; }
  const Lexeme& take() { return lexemes_[at_++]; }

  tl::unexpected<QueryError> error(std::string message) const {
    return error_at(peek(), std::move(message));
  }
  static tl::unexpected<QueryError> error_at(const Lexeme& lexeme, std::string message) {
    return tl::unexpected(QueryError{std::move(message), lexeme.column});
  }

  /// a OR b OR c
  Node parse_or() {
    std::vector<QueryNode> alternatives;
    while (true) {
      Node node = parse_and();
      if (!node) return node;
      alternatives.push_back(std::move(*node));
      if (!next_is(LexemeKind::op_or)) return join(NodeKind::any_of, std::move(alternatives));
      ++at_;
    }
  }

  /// a b AND c -d, up to OR, ")" or the end.
  Node parse_and() {
    std::vector<std::vector<QueryNode>> groups;  // joined by explicit AND inside
    bool joined = false;
    do {
      Node node = parse_not();
      if (!node) return node;
      if (!joined) groups.emplace_back();
      groups.back().push_back(std::move(*node));
      joined = next_is(LexemeKind::op_and);
      if (joined) ++at_;
    } while (joined || !at_end_of_and());
    std::vector<QueryNode> nodes;
    for (auto& group : groups) nodes.push_back(join(NodeKind::all_of, std::move(group)));
    if (options_.any) return join_any(std::move(nodes));
    merge_alternatives(nodes);
    return join(NodeKind::all_of, std::move(nodes));
  }

  bool at_end_of_and() const {
    return next_is(LexemeKind::op_or) || next_is(LexemeKind::close) || next_is(LexemeKind::end);
  }

  /// NOT a, -a
  Node parse_not() {
    bool negated = false;
    while (next_is(LexemeKind::op_not) || next_is(LexemeKind::minus)) {
      negated = !negated;
      ++at_;
    }
    Node node = parse_near();
    if (node && negated) return negate(std::move(*node));
    return node;
  }

  bool at_proximity() const { return next_is(LexemeKind::op_near) || next_is(LexemeKind::op_adj); }

  /// a NEAR/5 b NEAR/5 c
  Node parse_near() {
    const Lexeme& first = peek();
    Node node = parse_primary();
    if (!node || !at_proximity()) return node;
    const Lexeme& sign = peek();
    QueryNode near = leaf(NodeKind::near, {}, node->field);
    near.ordered = sign.kind == LexemeKind::op_adj;
    near.distance = sign.number;
    if (auto wrong = add_operand(near, std::move(*node), first)) return tl::unexpected(*wrong);
    while (at_proximity()) {
      if (peek().kind != sign.kind || peek().number != sign.number) {
        return error("a chain of NEAR or ADJ takes one operator and one distance");
      }
      ++at_;
      const Lexeme& lexeme = peek();
      Node operand = parse_primary();
      if (!operand) return operand;
      if (auto wrong = add_operand(near, std::move(*operand), lexeme))
        return tl::unexpected(*wrong);
    }
    return near;
  }

  static std::optional<QueryError> add_operand(QueryNode& near, QueryNode operand,
                                               const Lexeme& lexeme) {
    const bool one_word = operand.kind == NodeKind::word ||
                          (operand.kind == NodeKind::phrase && count_words(operand.text) == 1);
    if (!one_word) return QueryError{"NEAR and ADJ join single words only", lexeme.column};
    if (operand.field != near.field) {
      return QueryError{"the words of NEAR and ADJ must be in the same field", lexeme.column};
    }
    near.children.push_back(std::move(operand));
    return std::nullopt;
  }

  Node parse_primary() {
    switch (peek().kind) {
      case LexemeKind::open:
        return parse_brackets();
      case LexemeKind::field:
        return parse_field();
      case LexemeKind::word:
      case LexemeKind::quoted:
        return parse_text();
      default:
        return missing_operand();
    }
  }

  Node missing_operand() const {
    if (at_ == 0 || lexemes_[at_ - 1].kind == LexemeKind::open) {
      if (next_is(LexemeKind::close)) return error("there is nothing between these brackets");
      if (next_is(LexemeKind::end)) return error_at(lexemes_[at_ - 1], open_bracket);
      return error(
          fmt::format("a word is missing before {}; write \"{}\" in quotation marks to "
                      "search for the word itself",
                      name_of(peek()), name_of(peek())));
    }
    const Lexeme& before = lexemes_[at_ - 1];
    return error_at(before, fmt::format("a word is missing after {}", name_of(before)));
  }

  static std::string name_of(const Lexeme& lexeme) {
    switch (lexeme.kind) {
      case LexemeKind::minus:
        return "-";
      case LexemeKind::field:
        return lexeme.text + ":";
      case LexemeKind::open:
        return "(";
      case LexemeKind::close:
        return ")";
      default:
        return lexeme.text;
    }
  }

  Node parse_brackets() {
    const Lexeme& opening = take();
    if (++depth_ > options_.max_depth) {
      return error_at(opening,
                      fmt::format("brackets are nested more than {} deep", options_.max_depth));
    }
    Node node = parse_or();
    if (!node) return node;
    if (!next_is(LexemeKind::close)) return error_at(opening, open_bracket);
    ++at_;
    --depth_;
    return node;
  }

  /// field:word, field:"words", field:(...)
  Node parse_field() {
    const Lexeme& name = take();
    const std::string folded = fold(name.text);
    const bool dates = folded == date_field;
    const Field* field = find_field(folded);
    const bool known = dates || (field != nullptr && has_field(options_.target, *field));
    if (!known) return tl::unexpected(unknown_field(name, options_.target));
    if (field_ != nullptr || in_dates_) {
      return error_at(name, "a field cannot stand inside the brackets of another field");
    }
    const bool has_value =
        next_is(LexemeKind::word) || next_is(LexemeKind::quoted) || next_is(LexemeKind::open);
    if (!has_value || peek().blank_before) {
      return error_at(name, fmt::format("write the value right after \"{}:\"", folded));
    }
    field_ = field;
    in_dates_ = dates;
    Node node = parse_primary();
    field_ = nullptr;
    in_dates_ = false;
    return node;
  }

  Node parse_text() {
    const Lexeme& lexeme = take();
    if (in_dates_) return parse_dates(lexeme);
    if (field_ != nullptr && !has_words(*field_)) return parse_value(lexeme);
    if (lexeme.kind == LexemeKind::word && lexeme.text.ends_with('*')) return parse_prefix(lexeme);
    if (lexeme.kind == LexemeKind::word && lexeme.text.find('*') != std::string::npos) {
      return error_at(lexeme, "a \"*\" can only stand at the end of a word");
    }
    const std::size_t words = count_words(lexeme.text);
    if (words == 0) return error_at(lexeme, "there is no word between these quotation marks");
    if (auto too_many = count(words, lexeme)) return tl::unexpected(*too_many);
    const bool single = lexeme.kind == LexemeKind::word && words == 1;
    return leaf(single ? NodeKind::word : NodeKind::phrase, lexeme.text, field_);
  }

  std::optional<QueryError> count(std::size_t words, const Lexeme& lexeme) {
    words_ += words;
    if (words_ <= options_.max_words) return std::nullopt;
    return QueryError{fmt::format("a query may hold {} words at most", options_.max_words),
                      lexeme.column};
  }

  Node parse_dates(const Lexeme& lexeme) const {
    const auto range = parse_date_range(lexeme.text, options_.today);
    if (!range) return error_at(lexeme, range.error().message);
    QueryNode node;
    node.kind = NodeKind::dates;
    node.dates = *range;
    return node;
  }

  Node parse_value(const Lexeme& lexeme) {
    if (lexeme.kind == LexemeKind::word && lexeme.text.find('*') != std::string::npos) {
      return error_at(lexeme, fmt::format("\"{}:\" takes a whole value, or one word of a name, "
                                          "without \"*\"",
                                          field_->name));
    }
    if (squeeze_blanks(lexeme.text).empty()) {
      return error_at(lexeme, "there is nothing between these quotation marks");
    }
    if (auto too_many = count(1, lexeme)) return tl::unexpected(*too_many);
    return leaf(NodeKind::value, squeeze_blanks(lexeme.text), field_);
  }

  /// econom*, and * alone
  Node parse_prefix(const Lexeme& lexeme) {
    std::string begin = lexeme.text.substr(0, lexeme.text.size() - 1);
    if (begin.empty() && field_ == nullptr) return QueryNode{};
    if (begin.find('*') != std::string::npos) {
      return error_at(lexeme, "a \"*\" can only stand at the end of a word");
    }
    if (count_words(begin) > 1) return error_at(lexeme, "a \"*\" can only end a single word");
    if (count_code_points(begin) < min_prefix_letters) {
      return error_at(
          lexeme, fmt::format("a \"*\" needs at least {} letters before it", min_prefix_letters));
    }
    if (auto too_many = count(1, lexeme)) return tl::unexpected(*too_many);
    return leaf(NodeKind::prefix, std::move(begin), field_);
  }

  static constexpr const char* open_bracket = "this bracket is not closed";

  std::vector<Lexeme> lexemes_;
  const ParseOptions& options_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::size_t words_ = 0;
  const Field* field_ = nullptr;
  bool in_dates_ = false;
};

/// A lone dash or comma is no word and asks for nothing.
void drop_punctuation(std::vector<Lexeme>& lexemes) {
  std::vector<Lexeme> kept;
  for (Lexeme& lexeme : lexemes) {
    const bool value = !kept.empty() && kept.back().kind == LexemeKind::field;
    const bool empty =
        lexeme.kind == LexemeKind::word && lexeme.text != "*" && count_words(lexeme.text) == 0;
    if (value || !empty) kept.push_back(std::move(lexeme));
  }
  lexemes = std::move(kept);
}

}  // namespace

Node parse_query(std::string_view text, const ParseOptions& options) {
  if (text.size() > options.max_bytes) {
    return tl::unexpected(
        QueryError{fmt::format("a query may be {} bytes long at most", options.max_bytes), 1});
  }
  auto lexemes = lex_query(text);
  if (!lexemes) return tl::unexpected(lexemes.error());
  drop_punctuation(*lexemes);
  return Parser(std::move(*lexemes), options).run();
}

QueryNode words_of(std::string_view text) {
  std::vector<QueryNode> words;
  for (const Token& token : tokenize(text)) {
    if (token.kind != TokenKind::word && token.kind != TokenKind::number) continue;
    words.push_back(leaf(NodeKind::word, std::string(text_of(text, token)), nullptr));
  }
  if (words.empty()) return QueryNode{};
  return join(NodeKind::all_of, std::move(words));
}

}  // namespace onrecord
