// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <deque>
#include <iostream>
#include <map>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "common/utf8.h"
#include "searcher/present/presenter.h"

namespace onrecord {
namespace {

/// The commands: a row each for names, help and what they search.
struct CommandRow {
  std::string_view name;
  SearchCommand command;
  const char* help;
  const char* examples;
};

constexpr std::array commands = {
    CommandRow{"search", SearchCommand::search, "Articles that match (the default command)",
               "  onrecord-search water contamination\n"
               "  onrecord-search --person \"Jane Roe\" --place Lyon --since 2020 strike\n"
               "  onrecord-search 'headline:(strike OR walkout) -football' --facet person:5\n"},
    CommandRow{"quotes", SearchCommand::quotes, "Quotes: what was said, by whom, as what, where",
               "  onrecord-search quotes --speaker \"Jane Roe\" --about pipeline --sort oldest\n"
               "  onrecord-search quotes --role minister --cue denied --since 2021\n"
               "  onrecord-search quotes --speaker Roe -n 0 --format csv > roe.csv\n"},
    CommandRow{"people", SearchCommand::people,
               "Who is named, in how many of the matching articles",
               "  onrecord-search people\n"
               "  onrecord-search people --place Lyon --since 2021 strike\n"},
    CommandRow{"places", SearchCommand::places, "Which places are named, in how many articles",
               "  onrecord-search places --person \"Jane Roe\"\n"},
    CommandRow{"facets", SearchCommand::facets, "Counts of the values of any facet",
               "  onrecord-search facets --facet source --facet year:30 strike\n"
               "  onrecord-search facets --quotes --facet speaker:10 --about pipeline\n"},
    CommandRow{"show", SearchCommand::show, "A whole article, its quotes and speakers marked",
               "  onrecord-search show a-7k2m9q4t1xzz\n"
               "  onrecord-search show --format json q-4f9d2c01abcd | jq .headline\n"},
    CommandRow{"explain", SearchCommand::explain, "How the speaker of a quote was found",
               "  onrecord-search explain q-4f9d2c01abcd\n"
               "  onrecord-search explain --format json q-4f9d2c01abcd | jq .trace\n"},
    CommandRow{"stats", SearchCommand::stats, "What the index holds",
               "  onrecord-search stats --format json\n"},
};

constexpr const char* about =
    "Searches an index of news articles made with onrecord-index: articles, quotes with their "
    "speakers, people and places.";

constexpr const char* filter_group = "Filters (may be repeated; --not-X VALUE excludes)";
constexpr const char* dates_group = "Dates and words";

constexpr const char* exit_statuses =
    "Exit status: 0 found, 1 nothing found, 2 wrong use, 3 time limit reached, 4 error.\n"
    "The query language is described in docs/query-language.md.\n";

/// CLI11 reads "-1" as a very large number.
const CLI::Validator up_to_a_billion =
    CLI::Range(std::size_t{0}, std::size_t{1'000'000'000}).description("");

bool lists_hits(SearchCommand command) {
  return command == SearchCommand::search || command == SearchCommand::quotes;
}

/// Commands that print what has an id.
bool takes_ids(SearchCommand command) {
  return command == SearchCommand::show || command == SearchCommand::explain;
}

bool takes_query(SearchCommand command) {
  return !takes_ids(command) && command != SearchCommand::stats;
}

/// Values given by options are literal. A field whose words are searched can be a filter only where
/// its values are short descriptions: an office, not a body of text.
bool is_filter(const Field& field) {
  return field.type == FieldType::name || field.type == FieldType::keyword || field.name == "role";
}

/// Filter options by field; the vectors must stay where they are while CLI11 writes to them.
struct FilterValues {
  const Field* field = nullptr;
  std::vector<std::string> wanted;
  std::vector<std::string> unwanted;
};

/// One command's options, made from the tables.
class CommandLine {
 public:
  explicit CommandLine(const CommandRow& row)
      : row_(row), app_(row.help, fmt::format("onrecord-search {}", row.name)) {
    options_.command = row.command;
    app_.footer(fmt::format("Examples:\n{}\n{}", row.examples, exit_statuses));
    app_.set_version_flag("--version", "onrecord-search " ONRECORD_VERSION);
    add_common();
    if (takes_query(row.command)) add_query();
    if (lists_hits(row.command)) add_hits();
    if (takes_ids(row.command)) add_ids();
  }

  CLI::App& app() { return app_; }

  SearchOptions take() {
    for (const FilterValues& values : filters_) {
      for (const std::string& value : values.wanted) add_filter(values, value, false);
      for (const std::string& value : values.unwanted) add_filter(values, value, true);
    }
    if (ids_only_) options_.output = "ids";
    if (count_) options_.output = "count";
    options_.pager = !no_pager_;
    options_.time_limit = std::chrono::milliseconds(time_limit_);
    if (options_.index.empty()) {
      if (const char* index = std::getenv("ONRECORD_INDEX")) options_.index = index;
    }
    return std::move(options_);
  }

 private:
  void add_common() {
    app_.add_option("-d,--db", options_.index, "Index folder; default $ONRECORD_INDEX")
        ->type_name("INDEX");
    std::vector<std::string> formats;
    for (const OutputFormat& format : output_formats()) {
      const bool whole = !takes_query(row_.command);
      if (whole && format.name != "text" && format.name != "json") continue;
      formats.emplace_back(format.name);
    }
    app_.add_option("-f,--format", options_.format, "Output format")
        ->check(CLI::IsMember(formats))
        ->type_name("FORMAT")
        ->group("Output");
    const std::map<std::string, ColorMode> modes = {
        {"auto", ColorMode::automatic}, {"always", ColorMode::always}, {"never", ColorMode::never}};
    app_.add_option("--color", options_.color, "Colors: auto, always, never")
        ->transform(CLI::CheckedTransformer(modes).description(""))
        ->type_name("WHEN")
        ->group("Output");
    app_.add_flag("--no-pager", no_pager_, "Do not page on a terminal")->group("Output");
  }

  void add_query() {
    app_.add_option("QUERY", options_.words, "Words and fields; put -- before a query with -word");
    for (const Field& field : fields()) {
      if (is_filter(field)) add_filter_option(field);
    }
    app_.add_option("--since", options_.since, "Published then or later: 2021, 2021-03, 30d")
        ->type_name("DATE")
        ->group(dates_group);
    app_.add_option("--until", options_.until, "Published then or earlier")
        ->type_name("DATE")
        ->group(dates_group);
    app_.add_option("--about", options_.about,
                    "Words that stand in the article; quotes: in the quote or its paragraph")
        ->type_name("WORDS")
        ->group(dates_group);
    app_.add_flag("--any", options_.any, "Any of the words is enough, not all of them");
    app_.add_flag("--explain-query", options_.explain_query,
                  "Print how the query is read, and end");
    app_.add_option("-n,--limit", options_.limit, "How many; 0 for all")
        ->capture_default_str()
        ->check(up_to_a_billion)
        ->type_name("N")
        ->group("Output");
    app_.add_option("--offset", options_.offset, "Leave out the first N")
        ->check(up_to_a_billion)
        ->type_name("N")
        ->group("Output");
    app_.add_option("--time-limit", time_limit_, "Milliseconds after which the search ends")
        ->check(CLI::Range(1, 3'600'000).description(""))
        ->type_name("MS")
        ->capture_default_str();
    app_.add_flag("-q,--quiet", options_.quiet, "Print nothing, only the exit status")
        ->group("Output");
    if (row_.command == SearchCommand::people || row_.command == SearchCommand::places) return;
    app_.add_option("--facet", options_.facets, "Count the values of a facet: person, source:5")
        ->allow_extra_args(false)
        ->type_name("NAME[:N]")
        ->group("Output");
    if (row_.command == SearchCommand::facets) {
      app_.add_flag("--quotes", options_.of_quotes, "Count quotes, not articles");
    }
  }

  void add_filter_option(const Field& field) {
    filters_.push_back({&field, {}, {}});
    FilterValues& values = filters_.back();
    std::string name = fmt::format("--{}", field.name);
    std::string excluded = fmt::format("--not-{}", field.name);
    if (!field.alias.empty()) {
      name += fmt::format(",--{}", field.alias);
      excluded += fmt::format(",--not-{}", field.alias);
    }
    // Filters that do not fit are known too, so that the message can say what they are for.
    app_.add_option(name, values.wanted, "By " + std::string(field.help))
        ->allow_extra_args(false)
        ->type_name("VALUE")
        ->group(fits(field) ? filter_group : "");
    app_.add_option(excluded, values.unwanted, "")->allow_extra_args(false)->group("");
  }

  bool fits(const Field& field) const {
    if (row_.command == SearchCommand::facets) return true;
    const bool quotes = row_.command == SearchCommand::quotes;
    return has_field(quotes ? DocumentKind::quote : DocumentKind::article, field);
  }

  void add_hits() {
    app_.add_option("--sort", options_.sort,
                    "relevance, newest or oldest; default relevance, newest without words")
        ->check(CLI::IsMember({"relevance", "newest", "oldest"}).description(""))
        ->type_name("ORDER")
        ->group("Output");
    app_.add_option("--fields", options_.fields, "Only these: id,published,text")
        ->delimiter(',')
        ->type_name("LIST")
        ->group("Output");
    app_.add_option("--output", options_.output, "What is printed: hits, ids, paths, urls or count")
        ->check(CLI::IsMember({"hits", "ids", "paths", "urls", "count"}).description(""))
        ->type_name("WHAT")
        ->group("Output");
    app_.add_flag("-c,--count", count_, "Print only how many there are")->group("Output");
    app_.add_flag("-l,--ids", ids_only_, "Print only the ids")->group("Output");
  }

  void add_ids() {
    const bool quotes = row_.command == SearchCommand::explain;
    app_.add_option("ID", options_.words, quotes ? "Ids of quotes" : "Ids of articles or quotes")
        ->required();
  }

  void add_filter(const FilterValues& values, const std::string& value, bool exclude) {
    options_.filters.push_back({values.field, repair_utf8(value), exclude});
  }

  const CommandRow& row_;
  CLI::App app_;
  SearchOptions options_;
  std::deque<FilterValues> filters_;
  int time_limit_ = 10'000;
  bool ids_only_ = false;
  bool count_ = false;
  bool no_pager_ = false;
};

std::string overview() {
  std::string text = fmt::format(
      "{}\n\nUsage:\n  onrecord-search [COMMAND] [OPTIONS] QUERY...\n\n"
      "Commands:\n",
      about);
  for (const CommandRow& row : commands) text += fmt::format("  {:<8} {}\n", row.name, row.help);
  text += "\nOptions of a command: onrecord-search COMMAND --help\n\nExamples:\n";
  for (const CommandRow& row : commands) text += row.examples;
  return text + "\n" + exit_statuses;
}

const CommandRow* find_command(std::string_view name) {
  const auto found = std::find_if(commands.begin(), commands.end(),
                                  [&](const CommandRow& row) { return row.name == name; });
  return found == commands.end() ? nullptr : &*found;
}

/// Does this option of the search command take its value from the next argument?
bool takes_next(CommandLine& search, const std::string& argument) {
  if (argument.find('=') != std::string::npos) return false;
  const bool long_form = argument.starts_with("--");
  const std::string name = long_form ? argument : argument.substr(0, 2);
  if (!long_form && argument.size() > 2) return false;
  const CLI::Option* option = search.app().get_option_no_throw(name);
  return option != nullptr && option->get_items_expected_max() > 0;
}

/// The first argument that is no option, if it is the name of a command, is taken out.
const CommandRow& take_command(std::vector<std::string>& arguments) {
  CommandLine search(commands.front());
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    if (arguments[i].size() > 1 && arguments[i].front() == '-') {
      if (takes_next(search, arguments[i])) ++i;
      continue;
    }
    const CommandRow* row = find_command(arguments[i]);
    if (row == nullptr) break;
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(i));
    return *row;
  }
  return commands.front();
}

/// "-tax" looks like options -t -a -x.
std::string hint_for(const std::vector<std::string>& arguments) {
  for (const std::string& argument : arguments) {
    if (argument.size() > 2 && argument[0] == '-' && argument[1] != '-') {
      return fmt::format("To leave out a word, put -- before the query, or write NOT {}.\n",
                         argument.substr(1));
    }
  }
  return {};
}

}  // namespace

tl::expected<SearchOptions, ExitStatus> parse_search_options(int argc, const char* const* argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool wants_help =
      arguments.size() == 1 && (arguments[0] == "-h" || arguments[0] == "--help");
  if (arguments.empty() || wants_help) {
    (wants_help ? std::cout : std::cerr) << overview();
    return tl::unexpected(wants_help ? ExitStatus::done : ExitStatus::wrong_use);
  }
  const CommandRow& row = take_command(arguments);
  CommandLine line(row);
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    line.app().parse(reversed);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {
      line.app().exit(error);
      return tl::unexpected(ExitStatus::done);
    }
    std::cerr << "onrecord-search: " << error.what() << '\n' << hint_for(arguments);
    return tl::unexpected(ExitStatus::wrong_use);
  }
  return line.take();
}

}  // namespace onrecord
