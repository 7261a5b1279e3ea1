// SPDX-License-Identifier: GPL-3.0-or-later
// A request to a Xapian query, by the schema table. Filters become terms and value ranges without
// weight, so that everything works on remote databases too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/index_terms.h"
#include "searcher/request.h"

namespace onrecord {

/// How many words a prefix may stand for: the most frequent ones.
inline constexpr std::size_t max_prefix_words = 200;

/// Builds queries for one of the two databases. Not to be shared between threads.
class QueryBuilder {
 public:
  /// `languages`: those of the index; a word is looked for by its stem in each of them.
  QueryBuilder(DocumentKind kind, const Xapian::Database& database,
               const std::vector<std::string>& languages);

  /// All of a request: query, filters, dates.
  Xapian::Query build(const SearchRequest& request);

  Xapian::Query build(const QueryNode& node);

  Xapian::Query build(const DateRange& dates) const;

  /// What users should know about how the query was cut: "econom* stands for ...".
  const std::vector<std::string>& notes() const { return notes_; }

 private:
  std::string_view prefix_of_words(const Field* field) const;
  std::vector<std::string> forms_of(const IndexWord& word, std::string_view prefix) const;
  Xapian::Query indexed_word(const IndexWord& word, std::string_view prefix) const;
  Xapian::Query word_in_body(const IndexWord& word) const;
  Xapian::Query word_in(const IndexWord& word, const Field* field) const;
  Xapian::Query word(const std::string& text, const Field* field) const;
  Xapian::Query phrase(const std::string& text, const Field* field) const;
  Xapian::Query prefix(const std::string& text, const Field* field);
  Xapian::Query near(const QueryNode& node) const;
  Xapian::Query value(const Field& field, const std::string& text) const;
  /// The documents that pass all filters of one field: AND for fields that repeat, else OR;
  /// excluded values never.
  Xapian::Query build_filters(const Field& field, const std::vector<Filter>& filters) const;
  Xapian::Query build_about(const QueryNode& words) const;

  DocumentKind kind_;
  Xapian::Database database_;
  std::vector<Stemmer> stemmers_;
  std::vector<std::string> notes_;
};

/// The term that a literal value of a field has in the index; empty if it can have none.
std::string value_term(DocumentKind kind, const Field& field, const std::string& value);

}  // namespace onrecord
