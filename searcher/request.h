// SPDX-License-Identifier: GPL-3.0-or-later
// What a user asks for, free of Xapian: the tree of a typed query, filters, dates, order and page.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/date.h"
#include "common/schema.h"

namespace onrecord {

/// Days from `since` to `until`, both included; an open end is empty. Dates may be years or months.
struct DateRange {
  std::optional<Date> since;
  std::optional<Date> until;
  bool operator==(const DateRange&) const = default;
  bool is_open() const { return !since && !until; }
};

enum class NodeKind {
  word,        ///< `text`, in any of its forms.
  phrase,      ///< The words of `text` in a row, as written.
  prefix,      ///< Words that begin with `text`.
  near,        ///< `children` (words) at most `distance` words apart, in order if `ordered`.
  value,       ///< `field` has the value `text`: a name, an outlet.
  dates,       ///< Published in `dates`.
  everything,  ///< All documents.
  all_of,
  any_of,
  none_of,  ///< One child, which must not match.
};

/// A node of the query tree. Plain data: which members count depends on `kind`.
struct QueryNode {
  NodeKind kind = NodeKind::everything;
  std::string text;
  const Field* field = nullptr;  ///< Null for words of any text field.
  std::vector<QueryNode> children;
  int distance = 0;
  bool ordered = false;
  DateRange dates;
  bool operator==(const QueryNode&) const = default;
};

/// A literal value of a field, given as an option or by a click on a facet.
struct Filter {
  const Field* field = nullptr;
  std::string value;
  bool exclude = false;
  bool operator==(const Filter&) const = default;
};

enum class SortOrder { relevance, newest, oldest };

struct FacetRequest {
  const Field* field = nullptr;
  std::size_t limit = 10;
};

struct SearchRequest {
  DocumentKind target = DocumentKind::article;
  std::string text;                ///< The query as typed, to be shown again.
  std::optional<QueryNode> query;  ///< Empty: filters only.
  std::optional<QueryNode> about;  ///< Quotes: words of the quote or of its paragraph.
  std::vector<Filter> filters;
  DateRange dates;
  SortOrder sort = SortOrder::relevance;
  std::size_t offset = 0;
  std::size_t limit = 20;  ///< 0 means all.
  std::vector<FacetRequest> facets;
};

}  // namespace onrecord
