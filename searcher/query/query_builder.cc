// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/query_builder.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "common/language_code.h"
#include "searcher/query/country.h"

namespace onrecord {
namespace {

using Query = Xapian::Query;

/// The form as typed ranks before other forms of the word.
constexpr double exact_factor = 0.25;
/// How many words of the index are looked at to find the most frequent ones of a prefix.
constexpr std::size_t max_prefix_scan = 50'000;

Query unweighted(const Query& query) {
  return {Query::OP_SCALE_WEIGHT, query, 0.0};
}

Query combine(Query::op op, const std::vector<Query>& parts) {
  return {op, parts.begin(), parts.end()};
}

Query both(const Query& a, const Query& b) {
  return a.empty() ? b : b.empty() ? a : Query(Query::OP_AND, a, b);
}

}  // namespace

std::string value_term(DocumentKind kind, const Field& field, const std::string& value) {
  const std::string_view prefix = prefix_of(kind, field);
  if (field.type == FieldType::name) return name_term(prefix, value);
  if (field.name == "country") return keyword_term(prefix, country_code(value));
  if (field.name == "language") {
    const std::string code = language_code(value);
    return keyword_term(prefix, code.empty() ? value : code);
  }
  return keyword_term(prefix, value);
}

QueryBuilder::QueryBuilder(DocumentKind kind, const Xapian::Database& database,
                           const std::vector<std::string>& languages)
    : kind_(kind), database_(database) {
  for (const std::string& language : languages) stemmers_.emplace_back(language);
  if (stemmers_.empty()) stemmers_.emplace_back("");
}

std::string_view QueryBuilder::prefix_of_words(const Field* field) const {
  if (field == nullptr || field->type == FieldType::body) return {};
  return prefix_of(kind_, *field);
}

/// The terms that stand for a word in the index: its stems in all languages of the index, or the
/// word itself where it has none.
std::vector<std::string> QueryBuilder::forms_of(const IndexWord& word,
                                                std::string_view prefix) const {
  std::set<std::string> forms;
  const std::string initialism = initialism_of(word.term);
  if (!initialism.empty()) forms.insert(std::string(prefix) + initialism);
  if (!word.stems) forms.insert(std::string(prefix) + word.term);
  if (word.stems) {
    for (const Stemmer& stemmer : stemmers_) forms.insert(stemmer.term(prefix, word.term));
  }
  return {forms.begin(), forms.end()};
}

/// A word in any of its forms; the form as typed weighs a little more.
Query QueryBuilder::indexed_word(const IndexWord& word, std::string_view prefix) const {
  const std::vector<std::string> forms = forms_of(word, prefix);
  const Query any(Query::OP_OR, forms.begin(), forms.end());
  if (!word.stems) return any;
  const Query exact(std::string(prefix) + word.term);
  return {Query::OP_AND_MAYBE, any, Query(Query::OP_SCALE_WEIGHT, exact, exact_factor)};
}

/// `body:` leaves out the documents where the word stands in headline or captions only.
Query QueryBuilder::word_in_body(const IndexWord& word) const {
  std::vector<Query> forms;
  for (const std::string& form : forms_of(word, "")) {
    forms.emplace_back(Query::OP_AND_NOT, Query(form),
                       Query(std::string(not_in_body_prefix) + form));
  }
  return combine(Query::OP_OR, forms);
}

Query QueryBuilder::word_in(const IndexWord& word, const Field* field) const {
  if (field == nullptr) return indexed_word(word, "");
  if (field->type == FieldType::body) return word_in_body(word);
  const std::string_view prefix = prefix_of(kind_, *field);
  const Query query = indexed_word(word, prefix);
  if (has_positions(kind_, *field)) return query;
  return {Query::OP_AND_MAYBE, unweighted(query), indexed_word(word, "")};
}

Query QueryBuilder::word(const std::string& text, const Field* field) const {
  std::vector<Query> words;
  for (const IndexWord& word : index_words(text)) words.push_back(word_in(word, field));
  return combine(Query::OP_AND, words);
}

Query QueryBuilder::phrase(const std::string& text, const Field* field) const {
  const std::string_view start = prefix_of_words(field);
  std::vector<Query> words;
  std::vector<Query> outside;
  for (const IndexWord& word : index_words(text)) {
    words.emplace_back(std::string(start) + word.term);
    outside.emplace_back(std::string(not_in_body_prefix) + word.term);
  }
  const auto window = static_cast<Xapian::termcount>(words.size());
  Query query(Query::OP_AND, words.begin(), words.end());
  if (words.size() > 1 && (field == nullptr || has_positions(kind_, *field))) {
    query = Query(Query::OP_PHRASE, words.begin(), words.end(), window);
  }
  if (field == nullptr || field->type != FieldType::body) return query;
  return {Query::OP_AND_NOT, query, combine(Query::OP_OR, outside)};
}

/// The most frequent words that begin so. Xapian's own wildcard expands all of them first, which
/// takes seconds for a short prefix in a large index.
Query QueryBuilder::prefix(const std::string& text, const Field* field) {
  const std::vector<IndexWord> words = index_words(text);
  if (words.empty()) return Query::MatchNothing;
  const std::string start = std::string(prefix_of_words(field)) + words.front().term;
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  const auto end = database_.allterms_end(start);
  for (auto term = database_.allterms_begin(start); term != end; ++term) {
    if (found.size() == max_prefix_scan) break;
    found.emplace_back(term.get_termfreq(), *term);
  }
  if (found.size() > max_prefix_words) {
    notes_.push_back(
        fmt::format("{}* stands for more than {} words; the most frequent were searched", text,
                    max_prefix_words));
    std::nth_element(found.begin(), found.begin() + max_prefix_words, found.end(),
                     std::greater<>());
    found.resize(max_prefix_words);
  }
  std::vector<Query> terms;
  for (const auto& [frequency, term] : found) terms.emplace_back(term);
  return combine(Query::OP_SYNONYM, terms);
}

/// Positions are kept for words as written, so proximity compares these.
Query QueryBuilder::near(const QueryNode& node) const {
  const std::string_view start = prefix_of_words(node.field);
  std::vector<Query> words;
  for (const QueryNode& child : node.children) {
    for (const IndexWord& word : index_words(child.text)) {
      words.emplace_back(std::string(start) + word.term);
    }
  }
  if (node.field != nullptr && !has_positions(kind_, *node.field)) {
    return combine(Query::OP_AND, words);
  }
  const auto window =
      static_cast<Xapian::termcount>(static_cast<std::size_t>(node.distance) + words.size() - 1);
  return {node.ordered ? Query::OP_PHRASE : Query::OP_NEAR, words.begin(), words.end(), window};
}

Query QueryBuilder::value(const Field& field, const std::string& text) const {
  if (field.type == FieldType::text || field.type == FieldType::body) return word(text, &field);
  const std::string term = value_term(kind_, field, text);
  return term.empty() ? Query::MatchNothing : Query(term);
}

Query QueryBuilder::build(const QueryNode& node) {
  std::vector<Query> children;
  if (node.kind == NodeKind::all_of || node.kind == NodeKind::any_of ||
      node.kind == NodeKind::none_of) {
    for (const QueryNode& child : node.children) children.push_back(build(child));
  }
  switch (node.kind) {
    case NodeKind::word:
      return word(node.text, node.field);
    case NodeKind::phrase:
      return phrase(node.text, node.field);
    case NodeKind::prefix:
      return prefix(node.text, node.field);
    case NodeKind::near:
      return near(node);
    case NodeKind::value:
      return unweighted(value(*node.field, node.text));
    case NodeKind::dates:
      return unweighted(build(node.dates));
    case NodeKind::everything:
      return Query::MatchAll;
    case NodeKind::all_of:
      return combine(Query::OP_AND, children);
    case NodeKind::any_of:
      return combine(Query::OP_OR, children);
    case NodeKind::none_of:
      return {Query::OP_AND_NOT, Query::MatchAll, children.front()};
  }
  return Query::MatchNothing;
}

/// Dates are kept as YYYYMMDD with zeros for what is unknown, so "2021" as a beginning is 20210000
/// and as an end 20211231, which all of 2021 lies between. An end alone must not match the undated.
Query QueryBuilder::build(const DateRange& dates) const {
  std::string since = "0";
  if (dates.since) {
    Date first = *dates.since;
    if (first.day == 1) first.day = 0;
    if (first.day == 0 && first.month == 1) first.month = 0;
    since = to_sort_key(first);
  }
  if (!dates.until) return {Query::OP_VALUE_GE, date_slot, since};
  return {Query::OP_VALUE_RANGE, date_slot, since, to_sort_key(last_day(*dates.until))};
}

Query QueryBuilder::build_filters(const Field& field, const std::vector<Filter>& filters) const {
  std::vector<Query> wanted;
  std::vector<Query> unwanted;
  for (const Filter& filter : filters) {
    if (filter.field != &field) continue;
    (filter.exclude ? unwanted : wanted).push_back(value(field, filter.value));
  }
  const Query::op op = field.repeats ? Query::OP_AND : Query::OP_OR;
  const Query keep = wanted.empty() ? Query::MatchAll : combine(op, wanted);
  if (unwanted.empty()) return keep;
  return {Query::OP_AND_NOT, keep, combine(Query::OP_OR, unwanted)};
}

/// Words of --about: in quotes they are looked for in the field of that name.
Query QueryBuilder::build_about(const QueryNode& words) const {
  const Field* about = find_field("about");
  if (!has_field(kind_, *about)) about = nullptr;
  std::vector<Query> parts;
  for (const QueryNode& child : words.children) parts.push_back(word(child.text, about));
  return words.children.empty() ? word(words.text, about) : combine(Query::OP_AND, parts);
}

Query QueryBuilder::build(const SearchRequest& request) {
  Query query;
  if (request.query) query = build(*request.query);
  if (request.about) query = both(query, build_about(*request.about));
  Query filter;
  for (const Field& field : fields()) {
    const bool used = std::any_of(request.filters.begin(), request.filters.end(),
                                  [&](const Filter& f) { return f.field == &field; });
    if (used) filter = both(filter, build_filters(field, request.filters));
  }
  if (!request.dates.is_open()) filter = both(filter, build(request.dates));
  if (query.empty()) return filter.empty() ? Query::MatchAll : unweighted(filter);
  return filter.empty() ? query : Query(Query::OP_FILTER, query, filter);
}

}  // namespace onrecord
