// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/facets.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "searcher/query/query_builder.h"

namespace onrecord {
namespace {

/// Values that are found by the same term, under the name that is used most.
struct Candidate {
  std::string term;
  std::size_t documents = 0;
  std::map<std::string, std::size_t, std::less<>> spellings;

  std::string name() const {
    return std::max_element(spellings.begin(), spellings.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  }
};

std::vector<Candidate> merge_by_term(DocumentKind kind, const Field& field,
                                     const ValueCounts& values) {
  std::unordered_map<std::string, Candidate> by_term;
  for (const auto& [value, count] : values) {
    const std::string term = value_term(kind, field, value);
    if (term.empty()) continue;
    Candidate& candidate = by_term[term];
    candidate.term = term;
    candidate.documents += count;
    candidate.spellings[value] += count;
  }
  std::vector<Candidate> candidates;
  for (auto& [term, candidate] : by_term) candidates.push_back(std::move(candidate));
  return candidates;
}

std::size_t count_hits(const Xapian::Database& database, const std::string& term,
                       const DocumentSet& documents) {
  std::size_t count = 0;
  const auto end = database.postlist_end(term);
  for (auto post = database.postlist_begin(term); post != end; ++post) {
    if (documents.contains(*post)) ++count;
  }
  return count;
}

/// "Varga" beside "Ilse Varga": a surname finds those with a full name too. Where these are the
/// greater part, the surname is no entry of its own, or one woman would stand in the list twice.
bool stands_for_others(const Candidate& candidate, std::size_t hits) {
  return candidate.documents * 2 < hits;
}

template <typename T, typename Rank>
void keep_best(std::vector<T>& items, std::size_t most, Rank before) {
  const std::size_t kept = most == 0 ? items.size() : std::min(most, items.size());
  std::partial_sort(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(kept), items.end(),
                    before);
  items.resize(kept);
}

}  // namespace

void DocumentSet::insert(Xapian::docid id) {
  if (id >= bits_.size()) bits_.resize(std::max<std::size_t>(id + 1, bits_.size() * 2));
  if (!bits_[id]) ++size_;
  bits_[id] = true;
}

bool DocumentSet::contains(Xapian::docid id) const {
  return id < bits_.size() && bits_[id];
}

FacetSpy::FacetSpy(const std::vector<FacetRequest>& facets)
    : facets_(facets), values_(facets.size()) {}

void FacetSpy::operator()(const Xapian::Document& document, double /*weight*/) {
  documents_.insert(document.get_docid());
  for (std::size_t i = 0; i < facets_.size(); ++i) {
    const std::string encoded = document.get_value(*facets_[i].field->facet_slot);
    for (const std::string_view value : decode_facet_values(encoded)) {
      const auto known = values_[i].find(value);
      if (known == values_[i].end()) {
        values_[i].emplace(value, 1);
      } else {
        ++known->second;
      }
    }
  }
}

std::vector<FacetCounts> FacetSpy::counts(DocumentKind kind,
                                          const Xapian::Database& database) const {
  std::vector<FacetCounts> all;
  for (std::size_t i = 0; i < facets_.size(); ++i) {
    FacetCounts facet;
    facet.field = facets_[i].field;
    std::vector<Candidate> candidates = merge_by_term(kind, *facet.field, values_[i]);
    facet.distinct = candidates.size();
    // A short form can count more than it does by itself, hence some candidates more than wanted.
    const std::size_t most = facets_[i].limit;
    keep_best(candidates, most == 0 ? 0 : 4 * most + 50, [](const auto& a, const auto& b) {
      return std::tie(b.documents, a.term) < std::tie(a.documents, b.term);
    });
    for (const Candidate& candidate : candidates) {
      const std::size_t hits = count_hits(database, candidate.term, documents_);
      if (!stands_for_others(candidate, hits)) facet.values.push_back({candidate.name(), hits});
    }
    keep_best(facet.values, most, [](const auto& a, const auto& b) {
      return std::tie(b.count, a.value) < std::tie(a.count, b.value);
    });
    all.push_back(std::move(facet));
  }
  return all;
}

}  // namespace onrecord
