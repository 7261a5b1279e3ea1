// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of splitting share: the English words, and tables of cases in cases/*.tsv and
// cases/*.txt that can be extended without C++.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/split/split_lexicon.h"

namespace onrecord::test {

/// The words of the English pack, loaded once.
inline const SplitLexicon& english() {
  static const SplitLexicon lexicon = [] {
    auto pack = LanguagePack::load(ONRECORD_SOURCE_DIR "/indexer/data/languages/en");
    if (!pack) throw std::runtime_error(pack.error().message);
    return SplitLexicon(*pack);
  }();
  return lexicon;
}

inline std::filesystem::path case_file(std::string_view name) {
  return std::filesystem::path(ONRECORD_SOURCE_DIR "/tests/indexer/split/cases") / name;
}

/// Rows of a table of cases; fails the test if the file cannot be read.
inline DataTable read_cases(std::string_view name) {
  auto table = read_data_table(case_file(name));
  EXPECT_TRUE(table) << (table ? "" : table.error().message);
  return table ? *table : DataTable();
}

/// Column `i` of a row; "" where the row is shorter, and for "-".
inline std::string cell(const std::vector<std::string>& row, std::size_t i) {
  return i < row.size() && row[i] != "-" ? row[i] : std::string();
}

inline std::string join(const std::vector<std::string>& items, std::string_view separator) {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += separator;
    out += item;
  }
  return out;
}

}  // namespace onrecord::test
