// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the sample archive and the sets of articles beside it with `onrecord-index extract` and
// compares with the expected.jsonl of each.
//
// The share of right answers of each field must not fall below tests/corpus/floors.txt (the sample
// archive) and floors_sets.txt (the others). In the build folder, corpus_misses.txt and
// corpus_sets_misses.txt show every miss, corpus_measured.txt and corpus_sets_measured.txt what was
// measured. Of a set called "unread" only figures are shown: whoever writes the rules has not seen
// its articles, and shall not see them through its misses.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "indexer/language/language_pack.h"
#include "tests/corpus/comparison.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path tests = fs::path(ONRECORD_SOURCE_DIR) / "tests" / "corpus";
const fs::path corpus = fs::path(ONRECORD_SOURCE_DIR) / "corpus";
const fs::path build = ONRECORD_BINARY_DIR;

/// Floors of one set, by field.
using Floors = std::map<std::string, double, std::less<>>;

std::string key_of(const json& article, const std::string& prefix) {
  std::string path = article.at("path").get<std::string>();
  if (path.starts_with(prefix)) path.erase(0, prefix.size());
  return fmt::format("{} #{}", path, article.at("record").get<int>());
}

std::vector<json> read_json_lines(const fs::path& file) {
  std::ifstream in(file);
  EXPECT_TRUE(in) << file;
  std::vector<json> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
  return lines;
}

/// What the program prints for the folder `archive` of a set, by path and record.
std::map<std::string, json> extract_archive(const fs::path& folder) {
  // A file for each set: the tests of this file run side by side.
  const std::string name = folder.filename().string();
  const fs::path output = build / fmt::format("corpus_extract_{}.jsonl", name);
  const std::string command =
      fmt::format("cd '{}' && '{}' extract archive > '{}'", folder.string(),
                  (build / "bin" / "onrecord-index").string(), output.string());
  EXPECT_EQ(std::system(command.c_str()), 0) << command;
  std::map<std::string, json> articles;
  for (json& article : read_json_lines(output)) {
    articles.emplace(key_of(article, "archive/"), std::move(article));
  }
  return articles;
}

Comparison compare_set(const fs::path& folder) {
  Comparison result;
  auto articles = extract_archive(folder);
  for (const json& expected : read_json_lines(folder / "expected.jsonl")) {
    const auto found = articles.extract(key_of(expected, ""));
    compare_article(expected, found ? found.mapped() : json(), result);
  }
  for (const auto& [key, article] : articles) count_surplus_article(key, result);
  return result;
}

/// The sets below corpus/ other than the sample archive: "names/open", "languages/fr" ...
std::vector<std::string> other_sets() {
  std::vector<std::string> sets;
  for (const auto& entry : fs::recursive_directory_iterator(corpus)) {
    const fs::path folder = entry.path().parent_path();
    if (entry.path().filename() == "expected.jsonl" && folder != corpus) {
      sets.push_back(folder.lexically_relative(corpus).generic_string());
    }
  }
  std::sort(sets.begin(), sets.end());
  return sets;
}

/// Cut, not rounded, so that a measured figure can be taken over as a floor.
double tenths(double percent) {
  return std::floor(percent * 10) / 10;
}

/// A line for every field that was asked, each begun with `prefix`.
std::string measured(const Comparison& comparison, const std::string& prefix) {
  std::string lines;
  for (const std::string_view field : compared_fields()) {
    const auto score = comparison.fields.find(field);
    if (score == comparison.fields.end()) continue;
    lines += fmt::format("{}{}\t{:.1f}\n", prefix, field, tenths(score->second.percent()));
  }
  return lines;
}

void expect_above_floors(const Comparison& comparison, const Floors& floors, bool show_misses) {
  for (const auto& [field, floor] : floors) {
    const auto score = comparison.fields.find(field);
    ASSERT_NE(score, comparison.fields.end()) << "'" << field << "' is never asked";
    EXPECT_GE(tenths(score->second.percent()), floor)
        << "'" << field << "' got worse"
        << (show_misses ? ":\n" + to_text(comparison.misses, field) : "");
  }
}

TEST(Corpus, EveryFieldOfTheSampleArchiveStaysAboveItsFloor) {
  const Comparison comparison = compare_set(corpus);
  std::ofstream(build / "corpus_measured.txt") << measured(comparison, "");
  std::ofstream(build / "corpus_misses.txt") << to_text(comparison.misses);

  const auto rows = read_data_table(tests / "floors.txt");
  ASSERT_TRUE(rows) << rows.error().message;
  Floors floors;
  for (const auto& row : *rows) {
    ASSERT_EQ(row.size(), 2U) << row.front();
    floors[row[0]] = std::stod(row[1]);
  }
  EXPECT_EQ(floors.size(), comparison.fields.size()) << "one floor for each field that is asked";
  expect_above_floors(comparison, floors, true);
}

TEST(Corpus, EveryFieldOfTheOtherSetsStaysAboveItsFloor) {
  const auto rows = read_data_table(tests / "floors_sets.txt");
  ASSERT_TRUE(rows) << rows.error().message;
  std::map<std::string, Floors> floors;
  for (const auto& row : *rows) {
    ASSERT_EQ(row.size(), 3U) << row.front();
    floors[row[0]][row[1]] = std::stod(row[2]);
  }

  std::ofstream figures(build / "corpus_sets_measured.txt");
  std::ofstream misses(build / "corpus_sets_misses.txt");
  for (const std::string& set : other_sets()) {
    SCOPED_TRACE(set);
    const Comparison comparison = compare_set(corpus / set);
    const bool unread = fs::path(set).filename() == "unread";
    figures << measured(comparison, set + "\t");
    if (!unread) misses << "## " << set << "\n" << to_text(comparison.misses);
    EXPECT_FALSE(floors[set].empty()) << "no floors in floors_sets.txt";
    expect_above_floors(comparison, floors[set], !unread);
  }
}

}  // namespace
}  // namespace onrecord
