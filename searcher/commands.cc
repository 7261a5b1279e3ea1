// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/commands.h"

#include <algorithm>
#include <iostream>
#include <vector>

#include <unistd.h>

#include "common/article_json.h"
#include "common/escape.h"
#include "common/index_stats.h"
#include "searcher/engine.h"
#include "searcher/make_request.h"
#include "searcher/pager.h"
#include "searcher/present/article_view.h"
#include "searcher/present/presenter.h"
#include "searcher/present/quote_explanation.h"
#include "searcher/query/date_words.h"
#include "searcher/query/describe.h"

namespace onrecord {
namespace {

/// Lines longer than this are hard to read, however wide the window.
constexpr int max_text_width = 100;

void complain(std::string_view message) {
  std::cerr << "onrecord-search: " << message << '\n';
}

ExitStatus wrong_use(const Error& error) {
  complain(error.message);
  return ExitStatus::wrong_use;
}

std::vector<std::string> columns_wanted(const SearchOptions& options) {
  if (options.output == "ids") return {"id"};
  if (options.output == "paths") return {"path"};
  if (options.output == "urls") return {"url"};
  return options.fields;
}

Result<PresentOptions> present_options(const SearchOptions& options, DocumentKind target) {
  PresentOptions present;
  present.color = wants_color(options.color, STDOUT_FILENO);
  const int width = terminal_width(STDOUT_FILENO);
  present.width = static_cast<std::size_t>(std::clamp(width, 20, max_text_width));
  const std::vector<std::string> names = columns_wanted(options);
  present.tabular = !names.empty();
  auto columns = choose_columns(names, target);
  if (!columns) return tl::unexpected(columns.error());
  present.columns = std::move(*columns);
  return present;
}

bool is_for_people(const SearchOptions& options, const PresentOptions& present) {
  return options.format == "text" && !present.tabular;
}

bool wants_pager(const SearchOptions& options) {
  return options.pager && options.format == "text" && is_terminal(STDOUT_FILENO);
}

ExitStatus status_of(const ResultPage& page, bool found) {
  if (page.partial) return ExitStatus::incomplete;
  return found ? ExitStatus::done : ExitStatus::nothing_found;
}

/// Notes stand in the text for people and in the JSON; other formats have no place for them.
void print_notes(const SearchOptions& options, const PresentOptions& present,
                 const ResultPage& page) {
  if (is_for_people(options, present) || options.format == "json") return;
  for (const std::string& note : page.notes) complain(escape_terminal(note));
}

void print_hits(Engine& engine, const SearchResult& result, Presenter& presenter) {
  presenter.begin(result.page);
  for (std::size_t i = 0; i < result.found.size() && std::cout; ++i) {
    if (const auto hit = engine.load(result, i)) presenter.hit(*hit);
  }
  presenter.end(result.page);
  std::cout.flush();
}

/// Values [offset, offset + limit) of every facet; those of `facets` have their limits already.
void cut_lists(const SearchOptions& options, ResultPage& page) {
  const bool limited = options.command == SearchCommand::facets;
  for (FacetCounts& facet : page.facets) {
    const std::size_t first = std::min(options.offset, facet.values.size());
    facet.values.erase(facet.values.begin(),
                       facet.values.begin() + static_cast<std::ptrdiff_t>(first));
    if (!limited && options.limit != 0 && facet.values.size() > options.limit) {
      facet.values.resize(options.limit);
    }
  }
}

ExitStatus run_search(const SearchOptions& options, const SearchRequest& request,
                      const PresentOptions& present, Engine& engine) {
  SearchResult result = engine.search(request, options.time_limit);
  const bool lists =
      options.command != SearchCommand::search && options.command != SearchCommand::quotes;
  if (options.quiet) return status_of(result.page, result.page.total > 0);
  if (options.output == "count") {
    std::cout << result.page.total << '\n';
    return status_of(result.page, result.page.total > 0);
  }
  print_notes(options, present, result.page);
  const Pager pager(wants_pager(options));
  const auto presenter = find_output_format(options.format)->make(std::cout, present);
  if (lists) {
    cut_lists(options, result.page);
    presenter->lists(result.page);
    std::cout.flush();
  } else {
    print_hits(engine, result, *presenter);
  }
  return status_of(result.page, result.page.total > 0);
}

ExitStatus run_show(const SearchOptions& options, const PresentOptions& present, Engine& engine) {
  const Pager pager(wants_pager(options));
  TerminalWriter terminal(std::cout, present.color, present.width);
  ExitStatus status = ExitStatus::done;
  bool first = true;
  for (const std::string& id : options.words) {
    const auto article = engine.find_article(id);
    if (!article) {
      complain("no article or quote has the id \"" + escape_terminal(id) + "\"");
      status = ExitStatus::nothing_found;
    } else if (options.format == "json") {
      std::cout << article_json_line(*article) << '\n';
    } else {
      if (!first) terminal.line({{std::string(present.width, '-'), Style::dim}});
      show_article(*article, terminal);
      first = false;
    }
  }
  std::cout.flush();
  return status;
}

ExitStatus run_explain(const SearchOptions& options, const PresentOptions& present,
                       Engine& engine) {
  const Pager pager(wants_pager(options));
  TerminalWriter terminal(std::cout, present.color, present.width);
  ExitStatus status = ExitStatus::done;
  bool first = true;
  for (const std::string& id : options.words) {
    const auto article = engine.find_article(id);
    const Quote* quote = article ? find_quote(*article, id) : nullptr;
    if (quote == nullptr) {
      complain("no quote has the id \"" + escape_terminal(id) + "\"");
      status = ExitStatus::nothing_found;
    } else if (options.format == "json") {
      std::cout << explanation_json_line(*article, *quote) << '\n';
    } else {
      if (!first) terminal.line({{std::string(present.width, '-'), Style::dim}});
      explain_quote(*article, *quote, terminal);
      first = false;
    }
  }
  std::cout.flush();
  return status;
}

ExitStatus run_stats(const SearchOptions& options) {
  const auto stats = read_stats(options.index);
  if (!stats) {
    complain(stats.error().message);
    return ExitStatus::error;
  }
  std::cout << (options.format == "json" ? to_json(*stats) : to_text(*stats)) << std::flush;
  return ExitStatus::done;
}

}  // namespace

ExitStatus run_search_command(const SearchOptions& options) {
  const bool searches = options.command != SearchCommand::show &&
                        options.command != SearchCommand::explain &&
                        options.command != SearchCommand::stats;
  const auto present = present_options(options, target_of(options));
  if (!present) return wrong_use(present.error());
  SearchRequest request;
  if (searches) {
    auto made = make_request(options, current_day());
    if (!made) return wrong_use(made.error());
    request = std::move(*made);
    if (options.explain_query) {
      std::cout << escape_terminal(describe(request)) << '\n';
      return ExitStatus::done;
    }
  }
  if (options.index.empty()) {
    return wrong_use({"which index? Give -d INDEX or set ONRECORD_INDEX"});
  }
  if (options.command == SearchCommand::stats) return run_stats(options);
  auto engine = Engine::open(options.index);
  if (!engine) {
    complain(engine.error().message);
    return ExitStatus::error;
  }
  if (options.command == SearchCommand::show) return run_show(options, *present, *engine);
  if (options.command == SearchCommand::explain) return run_explain(options, *present, *engine);
  return run_search(options, request, *present, *engine);
}

}  // namespace onrecord
