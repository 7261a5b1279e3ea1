// SPDX-License-Identifier: GPL-3.0-or-later
// A handful of invented articles and an index of them in a temporary folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/article.h"

namespace onrecord {

struct DraftQuote {
  std::string text;
  std::string speaker;
  std::string role = {};
  std::string cue = "said";
  QuoteKind kind = QuoteKind::direct;
};

/// An article as a test writes it down; where names and quotes stand is found in the text.
struct Draft {
  std::string headline;
  std::string published;  ///< ISO 8601; empty for none.
  std::string source;
  std::vector<std::string> body;
  std::vector<std::string> people = {};
  std::vector<Place> places = {};
  std::vector<DraftQuote> quotes = {};
  std::string caption = {};
};

Article make_article(const Draft& draft);

/// The articles that the tests of the searcher search.
std::vector<Article> small_archive();

/// An index that is removed with this object.
class TemporaryIndex {
 public:
  explicit TemporaryIndex(const std::vector<Article>& articles);
  ~TemporaryIndex();
  TemporaryIndex(const TemporaryIndex&) = delete;
  TemporaryIndex& operator=(const TemporaryIndex&) = delete;

  const std::filesystem::path& path() const { return path_; }

  /// Adds an article to the index, as another run of the indexer would.
  void add(const Article& article) const;

 private:
  std::filesystem::path folder_;
  std::filesystem::path path_;
};

}  // namespace onrecord
