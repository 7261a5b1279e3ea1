// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/make_request.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/escape.h"
#include "common/terminal.h"
#include "common/text_fold.h"
#include "common/utf8.h"
#include "searcher/query/date_words.h"
#include "searcher/query/query_parser.h"

namespace onrecord {
namespace {

/// Values of each facet beside hits; the command `facets` takes as many as --limit says.
constexpr std::size_t facet_values_beside_hits = 10;

std::string pointed(const QueryError& error, const std::string& text) {
  std::size_t bytes = 0;
  for (std::size_t i = 1; i < error.column && bytes < text.size(); ++i) {
    bytes += code_point_at(text, bytes).bytes;
  }
  const std::string before = escape_terminal(text.substr(0, bytes));
  const auto indent = static_cast<std::size_t>(display_width(before));
  return fmt::format("column {}: {}\n  {}\n  {}^", error.column, escape_terminal(error.message),
                     escape_terminal(text), std::string(indent, ' '));
}

bool is_facet(const Field& field, DocumentKind target) {
  return field.facet_slot && has_field(target, field);
}

Result<FacetRequest> make_facet(const std::string& text, DocumentKind target, std::size_t count) {
  const std::size_t colon = text.find(':');
  const std::string name = fold(text.substr(0, colon));
  FacetRequest request{find_field(name), count};
  if (request.field == nullptr || !is_facet(*request.field, target)) {
    std::vector<std::string> names;
    for (const Field& field : fields()) {
      if (is_facet(field, target)) names.emplace_back(field.name);
    }
    return fail(fmt::format("--facet: there is no facet \"{}\" of {}; there are {}", name,
                            target == DocumentKind::quote ? "quotes" : "articles",
                            fmt::join(names, ", ")));
  }
  if (colon == std::string::npos) return request;
  const char* const begin = text.data() + colon + 1;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(begin, end, request.limit);
  if (error != std::errc() || stop != end) {
    return fail(fmt::format("--facet: write {}:10 for ten values", name));
  }
  return request;
}

Result<bool> add_facets(const SearchOptions& options, SearchRequest& request) {
  if (options.command == SearchCommand::people) {
    request.facets.push_back({find_field("person"), 0});
  } else if (options.command == SearchCommand::places) {
    request.facets.push_back({find_field("place"), 0});
  } else if (options.command == SearchCommand::facets && options.facets.empty()) {
    return fail("facets needs at least one --facet NAME, as in --facet source");
  }
  const bool lists = options.command == SearchCommand::facets;
  const std::size_t count = lists ? options.limit : facet_values_beside_hits;
  for (const std::string& text : options.facets) {
    auto facet = make_facet(text, request.target, count);
    if (!facet) return tl::unexpected(facet.error());
    // The first ones are left out when they have been counted.
    if (lists && facet->limit != 0) facet->limit += options.offset;
    request.facets.push_back(*facet);
  }
  return true;
}

Result<bool> add_query(const SearchOptions& options, const Date& today, SearchRequest& request) {
  if (options.words.empty()) return true;
  request.text = repair_utf8(fmt::format("{}", fmt::join(options.words, " ")));
  ParseOptions parse;
  parse.target = request.target;
  parse.any = options.any;
  parse.today = today;
  auto node = parse_query(request.text, parse);
  if (!node) return fail(pointed(node.error(), request.text));
  request.query = std::move(*node);
  return true;
}

Result<bool> add_dates(const SearchOptions& options, const Date& today, SearchRequest& request) {
  if (!options.since.empty()) {
    const auto since = parse_date_words(options.since, today);
    if (!since) return fail("--since: " + since.error().message);
    request.dates.since = since->since;
  }
  if (!options.until.empty()) {
    const auto until = parse_date_words(options.until, today);
    if (!until) return fail("--until: " + until.error().message);
    request.dates.until = until->until;
  }
  const auto& [since, until] = request.dates;
  if (since && until && last_day(*until) < first_day(*since)) {
    return fail(fmt::format("--since {} comes after --until {}", options.since, options.until));
  }
  return true;
}

Result<bool> add_filters(const SearchOptions& options, SearchRequest& request) {
  for (const Filter& filter : options.filters) {
    if (!has_field(request.target, *filter.field)) {
      const bool quotes = request.target == DocumentKind::quote;
      return fail(fmt::format("--{} is a filter of {}; this command searches {}",
                              filter.field->name, quotes ? "articles" : "quotes",
                              quotes ? "quotes" : "articles"));
    }
    if (squeeze_blanks(filter.value).empty()) {
      return fail(fmt::format("--{} needs a value", filter.field->name));
    }
    request.filters.push_back(filter);
  }
  return true;
}

bool has_words(const QueryNode& node) {
  const bool words = node.kind == NodeKind::word || node.kind == NodeKind::phrase ||
                     node.kind == NodeKind::prefix || node.kind == NodeKind::near;
  return words || (node.kind != NodeKind::none_of &&
                   std::any_of(node.children.begin(), node.children.end(), has_words));
}

/// Without words there is nothing to rank by, and what is new comes first.
SortOrder order_of(const SearchOptions& options, const SearchRequest& request) {
  if (options.sort == "newest") return SortOrder::newest;
  if (options.sort == "oldest") return SortOrder::oldest;
  const bool ranked = (request.query && has_words(*request.query)) || request.about;
  return options.sort.empty() && !ranked ? SortOrder::newest : SortOrder::relevance;
}

bool lists_hits(const SearchOptions& options) {
  return options.command == SearchCommand::search || options.command == SearchCommand::quotes;
}

}  // namespace

DocumentKind target_of(const SearchOptions& options) {
  const bool quotes = options.command == SearchCommand::quotes || options.of_quotes;
  return quotes ? DocumentKind::quote : DocumentKind::article;
}

Result<SearchRequest> make_request(const SearchOptions& options, const Date& today) {
  SearchRequest request;
  request.target = target_of(options);
  request.limit = options.limit;
  request.offset = options.offset;
  if (!options.about.empty()) {
    request.about = words_of(repair_utf8(options.about));
    if (request.about->kind == NodeKind::everything) return fail("--about holds no word");
  }
  for (const auto& done : {add_query(options, today, request), add_dates(options, today, request),
                           add_filters(options, request), add_facets(options, request)}) {
    if (!done) return tl::unexpected(done.error());
  }
  const bool empty =
      !request.query && !request.about && request.filters.empty() && request.dates.is_open();
  if (empty && lists_hits(options)) return fail("give words to search for, or * for everything");
  // The lists need no hits, and the values of a list are cut when it is printed.
  if (!lists_hits(options)) {
    request.limit = 1;
    request.offset = 0;
  } else {
    request.sort = order_of(options, request);
  }
  return request;
}

}  // namespace onrecord
