// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/language/language_pack.h"

#include <algorithm>
#include <fstream>

#include <fmt/format.h>

#include "common/text_fold.h"

namespace onrecord {
namespace {

std::vector<std::string> split_columns(std::string_view line) {
  std::vector<std::string> columns;
  while (true) {
    const std::size_t tab = line.find('\t');
    columns.push_back(squeeze_blanks(line.substr(0, tab)));
    if (tab == std::string_view::npos) return columns;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

Result<DataTable> read_data_table(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) return fail(fmt::format("{}: cannot be read", file.string()));
  DataTable table;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    table.push_back(split_columns(line));
    if (table.back().front().empty()) {
      return fail(fmt::format("{}: line {}: the first column is empty", file.string(), number));
    }
  }
  return table;
}

Result<LanguagePack> LanguagePack::load(const std::filesystem::path& folder) {
  LanguagePack pack;
  pack.code_ = folder.filename().string();
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() != ".txt") continue;
    auto table = read_data_table(entry.path());
    if (!table) return tl::unexpected(table.error());
    const std::string name = entry.path().stem().string();
    auto& words = pack.first_columns_[name];
    for (const auto& row : *table) words.insert(fold(row.front()));
    pack.tables_[name] = std::move(*table);
  }
  if (error) return fail(fmt::format("{}: {}", folder.string(), error.message()));
  return pack;
}

void LanguagePack::complete_with(const LanguagePack& other) {
  tables_.insert(other.tables_.begin(), other.tables_.end());
  first_columns_.insert(other.first_columns_.begin(), other.first_columns_.end());
}

LanguagePack LanguagePack::joined_with(const LanguagePack& other) const {
  LanguagePack joined = *this;
  for (const auto& [name, rows] : other.tables_) {
    DataTable& table = joined.tables_[name];
    table.insert(table.end(), rows.begin(), rows.end());
  }
  for (const auto& [name, words] : other.first_columns_) {
    joined.first_columns_[name].insert(words.begin(), words.end());
  }
  return joined;
}

const DataTable& LanguagePack::table(std::string_view name) const {
  static const DataTable empty;
  const auto found = tables_.find(name);
  return found == tables_.end() ? empty : found->second;
}

bool LanguagePack::lists(std::string_view name, std::string_view word) const {
  const auto found = first_columns_.find(name);
  return found != first_columns_.end() && found->second.contains(fold(word));
}

Result<Languages> Languages::load(const std::filesystem::path& folder) {
  Languages languages;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (!entry.is_directory()) continue;
    auto pack = LanguagePack::load(entry.path());
    if (!pack) return tl::unexpected(pack.error());
    const std::string code = pack->code();
    languages.packs_.insert_or_assign(code, std::move(*pack));
  }
  if (!languages.packs_.contains("en")) {
    return fail(fmt::format("{}: no language pack 'en' found; give the data folder with --data",
                            folder.string()));
  }
  const LanguagePack& english = languages.pack("en");
  for (auto& [code, pack] : languages.packs_) pack.complete_with(english);
  return languages;
}

const LanguagePack& Languages::pack(std::string_view code) const {
  const auto found = packs_.find(code);
  return found == packs_.end() ? packs_.find("en")->second : found->second;
}

}  // namespace onrecord
