// SPDX-License-Identifier: GPL-3.0-or-later
// Finds in an article's text what a query asked for, to be highlighted and to choose snippets.
//
// Works on the stored text with the words and stems of indexing (index_terms.h), so it needs no
// index and marks exactly what could have matched.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/article.h"
#include "searcher/request.h"

namespace onrecord {

/// A place in the text where a part of the query stands.
struct Match {
  std::uint32_t paragraph = 0;
  TextSpan span;
  std::uint64_t leaves = 0;  ///< One bit for each part of the query (the first 64) found here.
};

class Matcher {
 public:
  /// Takes the words, phrases, prefixes and names of query, --about and filters; nothing negated.
  explicit Matcher(const SearchRequest& request);

  /// All matches in reading order; those of one paragraph do not overlap.
  std::vector<Match> in_article(const Article& article) const;

  /// Matches of words (not of names) in a text of that language; `paragraph` is 0.
  std::vector<Match> in_text(std::string_view text, std::string_view language) const;

  /// Same, only where.
  std::vector<TextSpan> spans_in_text(std::string_view text, std::string_view language) const;

 private:
  struct Phrase {
    std::vector<std::string> terms;
    std::uint64_t leaf = 0;
  };
  struct Name {
    std::string form;
    const Field* field = nullptr;
    std::uint64_t leaf = 0;
  };
  using TermLeaves = std::unordered_map<std::string, std::uint64_t>;

  void add(const QueryNode& node);
  void add_name(const Field& field, const std::string& value);
  std::uint64_t next_leaf();
  const TermLeaves& stems_of(std::string_view language) const;
  void match_names(const Article& article, std::vector<Match>& matches) const;

  std::uint64_t leaves_ = 0;
  TermLeaves words_;  ///< Searched in any form.
  TermLeaves exact_;  ///< Searched as written.
  std::vector<std::pair<std::string, std::uint64_t>> prefixes_;
  std::unordered_map<std::string, std::vector<Phrase>> phrases_;  ///< By their first term.
  std::vector<Name> names_;
  mutable std::map<std::string, TermLeaves, std::less<>> stems_;  ///< By language.
};

}  // namespace onrecord
