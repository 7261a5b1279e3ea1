// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the sample archive with `onrecord-index extract` and compares with corpus/expected.jsonl.
//
// The share of right answers of each field must not fall below tests/corpus/floors.txt. All misses
// are written to corpus_misses.txt in the build folder, what was measured to corpus_measured.txt.
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

const fs::path corpus = fs::path(ONRECORD_SOURCE_DIR) / "corpus";
const fs::path build = ONRECORD_BINARY_DIR;

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

/// What the program prints for the whole archive, by path and record.
std::map<std::string, json> extract_archive() {
  const fs::path output = build / "corpus_extract.jsonl";
  const std::string command =
      fmt::format("cd '{}' && '{}' extract archive > '{}'", corpus.string(),
                  (build / "bin" / "onrecord-index").string(), output.string());
  EXPECT_EQ(std::system(command.c_str()), 0) << command;
  std::map<std::string, json> articles;
  for (json& article : read_json_lines(output)) {
    articles.emplace(key_of(article, "archive/"), std::move(article));
  }
  return articles;
}

const Comparison& whole_comparison() {
  static const Comparison comparison = [] {
    Comparison result;
    auto articles = extract_archive();
    for (const json& expected : read_json_lines(corpus / "expected.jsonl")) {
      const auto found = articles.extract(key_of(expected, ""));
      compare_article(expected, found ? found.mapped() : json(), result);
    }
    for (const auto& [key, article] : articles) count_surplus_article(key, result);
    return result;
  }();
  return comparison;
}

/// Cut, not rounded, so that a measured figure can be taken over as a floor.
double tenths(double percent) {
  return std::floor(percent * 10) / 10;
}

double percent_of(std::string_view field) {
  const auto found = whole_comparison().fields.find(field);
  return found == whole_comparison().fields.end() ? 100 : found->second.percent();
}

void write_measured(const fs::path& file) {
  std::ofstream out(file);
  for (const std::string_view field : compared_fields()) {
    out << fmt::format("{}\t{:.1f}\n", field, tenths(percent_of(field)));
  }
}

TEST(Corpus, EveryFieldStaysAboveItsFloor) {
  write_measured(build / "corpus_measured.txt");
  const fs::path misses = build / "corpus_misses.txt";
  std::ofstream(misses) << to_text(whole_comparison().misses);

  const auto floors = read_data_table(fs::path(ONRECORD_SOURCE_DIR) / "tests/corpus/floors.txt");
  ASSERT_TRUE(floors) << floors.error().message;
  EXPECT_EQ(floors->size(), compared_fields().size()) << "floors.txt has one row a field";
  for (const auto& row : *floors) {
    ASSERT_EQ(row.size(), 2U) << row.front();
    EXPECT_GE(tenths(percent_of(row[0])), std::stod(row[1]))
        << "'" << row[0] << "' got worse; all misses are in " << misses << ":\n"
        << to_text(whole_comparison().misses, row[0]);
  }
}

}  // namespace
}  // namespace onrecord
