// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index_layout.h"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include "common/schema.h"

namespace onrecord {

std::filesystem::path articles_database(const std::filesystem::path& index) {
  return index / "articles";
}

std::filesystem::path quotes_database(const std::filesystem::path& index) {
  return index / "quotes";
}

std::filesystem::path manifest_file(const std::filesystem::path& index) {
  return index / "onrecord.json";
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::string join_words(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::string to_json(const Manifest& manifest) {
  const nlohmann::ordered_json json = {{"format_version", manifest.format_version},
                                       {"program", manifest.program},
                                       {"created", manifest.created},
                                       {"updated", manifest.updated},
                                       {"articles", manifest.articles},
                                       {"quotes", manifest.quotes},
                                       {"languages", manifest.languages}};
  return json.dump(2) + "\n";
}

Result<Manifest> parse_manifest(std::string_view text) {
  try {
    const auto json = nlohmann::json::parse(text);
    Manifest manifest;
    json.at("format_version").get_to(manifest.format_version);
    json.at("program").get_to(manifest.program);
    json.at("created").get_to(manifest.created);
    json.at("updated").get_to(manifest.updated);
    json.at("articles").get_to(manifest.articles);
    json.at("quotes").get_to(manifest.quotes);
    json.at("languages").get_to(manifest.languages);
    return manifest;
  } catch (const nlohmann::json::exception& error) {
    return fail(fmt::format("not a manifest: {}", error.what()));
  }
}

Result<Manifest> read_manifest(const std::filesystem::path& index) {
  std::error_code ignored;
  if (!std::filesystem::exists(index, ignored)) {
    return fail(
        fmt::format("{}: no such index; make one with onrecord-index build", index.string()));
  }
  std::ifstream file(manifest_file(index), std::ios::binary);
  if (!file) {
    return fail(fmt::format("{}: not an index: onrecord.json is missing", index.string()));
  }
  // A manifest is short. Values nested a million deep would be more than memory for the parser.
  constexpr std::size_t most_bytes = 64 << 10;
  std::string text(most_bytes + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > most_bytes) {
    return fail(fmt::format("{}: not a manifest: too large", manifest_file(index).string()));
  }
  auto manifest = parse_manifest(text);
  if (!manifest)
    return fail(fmt::format("{}: {}", manifest_file(index).string(), manifest.error().message));
  if (manifest->format_version != index_format_version) {
    return fail(fmt::format(
        "{}: index format {} was written by {}, this program reads format {}; "
        "build the index again",
        index.string(), manifest->format_version, manifest->program, index_format_version));
  }
  return manifest;
}

}  // namespace onrecord
