// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of onrecord-search as plain values.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "common/exit_status.h"
#include "common/terminal.h"
#include "searcher/request.h"

namespace onrecord {

enum class SearchCommand { search, quotes, people, places, facets, show, explain, stats };

struct SearchOptions {
  SearchCommand command = SearchCommand::search;
  std::filesystem::path index;     ///< --db, else $ONRECORD_INDEX; empty if neither.
  std::vector<std::string> words;  ///< The query in pieces, or the ids for `show` and `explain`.
  std::vector<Filter> filters;     ///< In the order of the schema table.
  std::string since;
  std::string until;
  std::string about;
  std::string sort;  ///< Empty: relevance, or newest where there are no words.
  std::size_t limit = 20;
  std::size_t offset = 0;
  std::vector<std::string> facets;  ///< NAME or NAME:N
  bool of_quotes = false;           ///< facets: count quotes, not articles.
  bool any = false;
  bool explain_query = false;
  std::string format = "text";
  std::vector<std::string> fields;
  std::string output = "hits";  ///< hits, ids, paths, urls, count
  bool quiet = false;
  bool pager = true;
  ColorMode color = ColorMode::automatic;
  std::chrono::milliseconds time_limit{10'000};
};

/// Reads the command line. When there is nothing to run (--help, --version, wrong use) the text is
/// printed already and the exit status comes back.
tl::expected<SearchOptions, ExitStatus> parse_search_options(int argc, const char* const* argv);

}  // namespace onrecord
