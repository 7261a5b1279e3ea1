// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the values of facets over all documents that match.
//
// A count must be the number of hits one gets by filtering with that value, and a name is found by
// any of its forms: "Roe" in one article is also "Jane Roe" of another. So the spy only finds which
// values there are; the counts shown come from the posting lists of the terms that the filter uses.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "searcher/request.h"
#include "searcher/result_page.h"

namespace onrecord {

/// The set of matching documents of one database.
class DocumentSet {
 public:
  void insert(Xapian::docid id);
  bool contains(Xapian::docid id) const;
  std::size_t size() const { return size_; }

 private:
  std::vector<bool> bits_;
  std::size_t size_ = 0;
};

/// Looks up by view, so that counting a known value allocates nothing.
struct StringHash : std::hash<std::string_view> {
  using is_transparent = void;
};
using ValueCounts = std::unordered_map<std::string, std::size_t, StringHash, std::equal_to<>>;

/// Sees every matching document once during a search.
class FacetSpy : public Xapian::MatchSpy {
 public:
  explicit FacetSpy(const std::vector<FacetRequest>& facets);

  void operator()(const Xapian::Document& document, double weight) override;

  /// The most frequent values of each facet.
  std::vector<FacetCounts> counts(DocumentKind kind, const Xapian::Database& database) const;

 private:
  std::vector<FacetRequest> facets_;
  std::vector<ValueCounts> values_;  ///< Of each facet.
  DocumentSet documents_;
};

}  // namespace onrecord
