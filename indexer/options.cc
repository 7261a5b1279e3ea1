// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/options.h"

#include <CLI/CLI.hpp>

#include "common/article_json.h"

namespace onrecord {
namespace {

constexpr const char* about =
    "Reads news archives: splits articles, finds every quote and who said it, people and places.";

constexpr const char* extract_examples = R"(
Examples:
  onrecord-index extract story.txt
  onrecord-index extract archive/*.txt > articles.jsonl
  onrecord-index extract --fields headline,quotes story.txt | jq .
)";

void add_extract(CLI::App& app, IndexOptions& options) {
  CLI::App* extract = app.add_subcommand(
      "extract", "Print what is found in articles, one JSON object a line for each article");
  extract->footer(extract_examples);
  extract->add_option("FILE", options.inputs, "Files to read")->required();
  extract->add_option("-f,--format,--input-format", options.format, "Input format")
      ->check(CLI::IsMember({"auto", "jsonl", "json", "text"}))
      ->capture_default_str();
  extract->add_option("--fields", options.keys, "Print only these keys: headline,quotes")
      ->delimiter(',')
      ->check(CLI::IsMember(article_json_keys()));
  extract->callback([&options] { options.command = Command::extract; });
}

}  // namespace

tl::expected<IndexOptions, ExitStatus> parse_options(int argc, const char* const* argv) {
  IndexOptions options;
  CLI::App app(about, "onrecord-index");
  app.set_version_flag("--version", "onrecord-index " ONRECORD_VERSION);
  app.add_option("--data", options.data_folder, "Folder with language packs and gazetteer");
  app.require_subcommand(1);
  app.fallthrough();
  add_extract(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return tl::unexpected(app.exit(error) == 0 ? ExitStatus::done : ExitStatus::wrong_use);
  }
  return options;
}

}  // namespace onrecord
