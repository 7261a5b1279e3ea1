// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <thread>

#include <fmt/format.h>

#include "common/article_json.h"
#include "common/escape.h"
#include "common/language_code.h"
#include "indexer/reader/formats.h"

namespace onrecord {
namespace {

constexpr const char* about =
    R"(onrecord-index reads news archives: it splits articles, finds every quote and who said it,
people and places, and writes an index for onrecord-search.)";

constexpr const char* examples = R"(
Examples:
  onrecord-index extract story.txt            what is found in one article, as JSON
  onrecord-index build -d ~/news archive/     a new index of all articles in a folder
  onrecord-index add -d ~/news new.jsonl.gz   more articles into it
  onrecord-index stats -d ~/news              what it holds
  onrecord-index formats                      which files are read, and which keys of JSON

'onrecord-index COMMAND --help' shows the options of a command. Exit status: 0 done; 2 wrong
use; 3 done, but records were skipped; 4 stopped by an error; 130, 143 stopped by a signal.)";

constexpr const char* extract_examples = R"(
Examples:
  onrecord-index extract story.txt | jq .
  onrecord-index extract --fields headline,quotes archive/ > quotes.jsonl
  onrecord-index extract --map headline=Titel --map body=Volltext export.json

docs/output.md explains every key.)";

constexpr const char* build_examples = R"(
Examples:
  onrecord-index build -d ~/news archive/ --report skipped.jsonl
  find archive -name '*.txt.gz' -print0 | onrecord-index build -d ~/news --files-from - -0

An index that is there already stays in use until the new one is complete.)";

constexpr const char* add_examples = R"(
Examples:
  onrecord-index add -d ~/news today.jsonl
  onrecord-index add -d ~/news archive/       again: only what is new is added)";

/// Reads "20" and "5%".
std::optional<SkipLimit> parse_skip_limit(std::string_view text) {
  SkipLimit limit;
  limit.percent = text.ends_with('%');
  if (limit.percent) text.remove_suffix(1);
  const char* const end = text.data() + text.size();
  const auto [parsed, error] = std::from_chars(text.data(), end, limit.count);
  if (error != std::errc() || parsed != end || text.empty()) return std::nullopt;
  return limit;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names = {"auto"};
  for (const InputFormat& format : input_formats()) names.emplace_back(format.name);
  return names;
}

/// An option that may be repeated and takes one value each time.
CLI::Option* add_repeated(CLI::App* command, const std::string& names,
                          std::vector<std::string>& values, const std::string& help) {
  return command->add_option(names, values, help)->allow_extra_args(false);
}

void add_selection(CLI::App* command, InputOptions& input) {
  const std::string group = "Which files";
  command->add_option("PATH", input.paths, "Files and folders to read; - is standard input");
  command->add_option("--files-from", input.files_from, "Read more paths from FILE, one a line")
      ->type_name("FILE")
      ->group(group);
  command->add_flag("-0,--null", input.zero_separated, "Paths of --files-from end in zero bytes")
      ->group(group);
  add_repeated(command, "--include", input.filter.include,
               "Only files like this: '*.txt'; also in archives")
      ->type_name("GLOB")
      ->group(group);
  add_repeated(command, "--exclude", input.filter.exclude,
               "No files or folders like this; also in archives")
      ->type_name("GLOB")
      ->group(group);
}

void add_reading(CLI::App* command, InputOptions& input) {
  const std::string group = "How they are read";
  command
      ->add_option("-f,--format,--input-format", input.format,
                   fmt::format("Input format: {}", fmt::join(format_names(), ", ")))
      ->check(CLI::IsMember(format_names()).description(""))
      ->type_name("FMT")
      ->capture_default_str()
      ->group(group);
  add_repeated(command, "--map", input.mapping, "JSON key that holds a field: headline=Titel")
      ->type_name("FIELD=KEY")
      ->group(group);
  command->add_option("--map-file", input.map_file, "File of such lines")
      ->check(CLI::ExistingFile.description(""))
      ->type_name("FILE")
      ->group(group);
  add_repeated(command, "--names", input.names, "What you know of names: persons, places, titles")
      ->check(CLI::ExistingFile.description(""))
      ->type_name("FILE")
      ->group(group);
  command->add_option("--lang", input.language, "Language of all articles, instead of detecting it")
      ->check([](const std::string& code) {
        return language_code(code).empty() ? "no language '" + code + "'" : std::string();
      })
      ->type_name("CODE")
      ->group(group);
  command->add_option("--max-size", input.max_record_bytes, "Skip larger records")
      ->transform(CLI::AsSizeValue(false).description(""))
      ->default_str("64M")
      ->type_name("SIZE")
      ->group(group);
}

void add_running(CLI::App* command, InputOptions& input) {
  const std::string group = "The run";
  command->add_option("-j,--jobs", input.jobs, "Threads that analyse")
      ->check(CLI::Range(1, 256).description(""))
      ->type_name("N")
      ->default_str("one a processor")
      ->group(group);
  command
      ->add_option_function<std::string>(
          "--max-skipped",
          [&input](const std::string& text) { input.max_skipped = parse_skip_limit(text); },
          "Stop when more records were skipped: 20 or 5%")
      ->check([](const std::string& text) {
        return parse_skip_limit(text) ? std::string() : "'" + text + "' is no number or share";
      })
      ->type_name("N[%]")
      ->group(group);
  command->add_option("--report", input.report, "Write what became of every file, as JSON lines")
      ->type_name("FILE")
      ->group(group);
  const std::map<std::string, ProgressMode> modes = {{"auto", ProgressMode::automatic},
                                                     {"never", ProgressMode::never},
                                                     {"json", ProgressMode::json}};
  command->add_option("--progress", input.progress, "Progress on stderr: auto, never, json")
      ->transform(CLI::CheckedTransformer(modes).description(""))
      ->type_name("WHEN")
      ->default_str("auto")
      ->group(group);
}

CLI::App* add_reading_command(CLI::App& app, Command command, const char* name, const char* help,
                              const char* footer, IndexOptions& options) {
  CLI::App* added = app.add_subcommand(name, help);
  added->footer(footer);
  add_selection(added, options.input);
  add_reading(added, options.input);
  add_running(added, options.input);
  added->callback([&options, command] {
    options.command = command;
    if (options.input.paths.empty() && options.input.files_from.empty()) {
      throw CLI::RequiredError("PATH or --files-from");
    }
  });
  return added;
}

void add_index_option(CLI::App* command, IndexOptions& options) {
  command->add_option("-d,--db", options.index, "The index, a folder; default $ONRECORD_INDEX")
      ->type_name("INDEX");
}

bool needs_index(Command command) {
  return command == Command::build || command == Command::add || command == Command::stats;
}

void add_extract(CLI::App& app, IndexOptions& options) {
  CLI::App* extract = add_reading_command(
      app, Command::extract, "extract",
      "Print what is found in articles, one JSON object a line for each article", extract_examples,
      options);
  extract->add_option("--fields", options.keys, "Print only these keys: headline,quotes")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(article_json_keys()).description(""))
      ->type_name("KEYS");
  extract->add_flag_callback(
      "--explain", [&options] { options.explain = Explain::yes; },
      "Also say why: where fields were read, why a name is a person, who is quoted");
}

void add_stats(CLI::App& app, IndexOptions& options) {
  CLI::App* stats = app.add_subcommand("stats", "Show what an index holds");
  add_index_option(stats, options);
  const std::map<std::string, bool> formats = {{"text", false}, {"json", true}};
  stats->add_option("-f,--format", options.json, "text or json")
      ->transform(CLI::CheckedTransformer(formats).description(""))
      ->type_name("FMT")
      ->default_str("text");
  stats->callback([&options] { options.command = Command::stats; });
}

void add_general(CLI::App& app, IndexOptions& options) {
  app.set_version_flag("--version", "onrecord-index " ONRECORD_VERSION, "Show the version");
  app.add_option("--data", options.data_folder, "Folder of language packs and gazetteer")
      ->type_name("DIR");
  app.add_flag("-q,--quiet", options.quiet, "No messages but errors");
  app.add_flag("-v,--verbose", options.verbose, "Tell every skipped record");
  const std::map<std::string, ColorMode> modes = {
      {"auto", ColorMode::automatic}, {"always", ColorMode::always}, {"never", ColorMode::never}};
  app.add_option("--color", options.color, "auto, always or never")
      ->transform(CLI::CheckedTransformer(modes).description(""))
      ->type_name("WHEN")
      ->default_str("auto");
}

int processors() {
  return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 256);
}

}  // namespace

bool SkipLimit::is_exceeded(std::uint64_t skipped, std::uint64_t records) const {
  if (!percent) return skipped > count;
  return records >= min_records_for_share && skipped * 100 > records * count;
}

tl::expected<IndexOptions, ExitStatus> parse_options(int argc, const char* const* argv) {
  IndexOptions options;
  options.input.jobs = processors();
  // Not by CLI11's envname: several commands share the option, and it would set those of the
  // commands not given, behind the one that was.
  if (const char* index = std::getenv("ONRECORD_INDEX")) options.index = index;
  CLI::App app(about, "onrecord-index");
  app.footer(examples);
  app.get_formatter()->label("SUBCOMMAND", "COMMAND");
  app.get_formatter()->label("Subcommands", "Commands");
  app.require_subcommand(1);
  app.fallthrough();
  add_general(app, options);
  add_extract(app, options);
  for (const auto& [command, name, help, footer] :
       {std::tuple(Command::build, "build", "Make a new index", build_examples),
        std::tuple(Command::add, "add", "Add articles to an index", add_examples)}) {
    add_index_option(add_reading_command(app, command, name, help, footer, options), options);
  }
  add_stats(app, options);
  app.add_subcommand("formats", "List the input formats and the keys of JSON that are known")
      ->callback([&options] { options.command = Command::formats; });
  try {
    app.parse(argc, argv);
    if (needs_index(options.command) && options.index.empty()) throw CLI::RequiredError("--db");
  } catch (const CLI::ParseError& error) {
    if (app.get_subcommands().empty() && !app.remaining().empty()) {
      fmt::print(stderr, "no command '{}'\n", escape_terminal(app.remaining().front()));
    }
    return tl::unexpected(app.exit(error) == 0 ? ExitStatus::done : ExitStatus::wrong_use);
  }
  return options;
}

}  // namespace onrecord
