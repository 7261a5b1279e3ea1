// SPDX-License-Identifier: GPL-3.0-or-later
// Opens an index and runs requests on it under a deadline, also while an indexer writes to it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/result.h"
#include "searcher/matcher.h"
#include "searcher/request.h"
#include "searcher/result_page.h"

namespace onrecord {

/// A document of the database that was searched.
struct FoundDocument {
  std::uint32_t document = 0;
  double score = 0;
};

/// What a search found; the hits are read one by one with `Engine::load`.
struct SearchResult {
  ResultPage page;
  std::vector<FoundDocument> found;
  Matcher matcher;
};

/// Not to be shared between threads. Throws std::runtime_error when the index is damaged or gone.
class Engine {
 public:
  /// No index there, or one of another format, is an error.
  static Result<Engine> open(const std::filesystem::path& index);

  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  /// Exact total, hits of the page, facets. When `deadline` has passed the result is `partial`:
  /// what was seen until then, not ranked. Without any hit, `page.notes` says why and what is near.
  SearchResult search(const SearchRequest& request, std::chrono::milliseconds deadline);

  /// Hit `i` of a result with its texts; empty if it has been removed from the index since.
  std::optional<Hit> load(const SearchResult& result, std::size_t i);

  /// The article of that id, or that holds the quote of that id.
  std::optional<Article> find_article(std::string_view id);

 private:
  struct State;
  explicit Engine(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace onrecord
