// SPDX-License-Identifier: GPL-3.0-or-later
// A language pack: a folder of text files (indexer/data/languages/xx/) that a linguist can edit.
//
// Each file is a table: one row a line, columns separated by TAB, `#` starts a comment line. The
// stages that use a file (names, quotes, dates) say what its columns mean; this unit reads them all
// the same way. Loaded once, then read-only and shared between threads.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/result.h"
#include "common/tokens.h"

namespace onrecord {

/// Rows of one data file in file order; every row has at least one column, none is empty.
using DataTable = std::vector<std::vector<std::string>>;

/// Reads one data file. An unreadable file or an empty first column is an error naming the line.
Result<DataTable> read_data_table(const std::filesystem::path& file);

class LanguagePack final : public Abbreviations {
 public:
  /// Loads every `*.txt` of `folder`; the language code is the folder's name.
  static Result<LanguagePack> load(const std::filesystem::path& folder);

  /// Takes over the tables of `other` that this pack has not; its own stay as they are.
  void complete_with(const LanguagePack& other);

  /// The rows of both packs, those of this one first; its code stays.
  LanguagePack joined_with(const LanguagePack& other) const;

  /// ISO 639-1: "en".
  const std::string& code() const { return code_; }

  /// The table of `<name>.txt`; an empty one when the pack has no such file.
  const DataTable& table(std::string_view name) const;

  /// Does `<name>.txt` hold `word` in its first column? Compared in lower case.
  bool lists(std::string_view name, std::string_view word) const;

  /// abbreviations.txt, for sentence splitting. Compared in lower case, without the stop.
  bool contains(std::string_view word) const override { return lists("abbreviations", word); }

 private:
  std::string code_;
  std::map<std::string, DataTable, std::less<>> tables_;
  std::map<std::string, std::unordered_set<std::string>, std::less<>> first_columns_;
};

/// All packs of a data folder. English stands in for languages without a pack, and for tables that
/// a pack has not: names of agencies and marks of pages are much the same everywhere.
class Languages {
 public:
  /// Loads every sub-folder of `folder`; fails if "en" is missing.
  static Result<Languages> load(const std::filesystem::path& folder);

  /// The pack for an ISO 639-1 code, else English.
  const LanguagePack& pack(std::string_view code) const;

  /// All packs by their code.
  const std::map<std::string, LanguagePack, std::less<>>& packs() const { return packs_; }

 private:
  std::map<std::string, LanguagePack, std::less<>> packs_;
};

}  // namespace onrecord
