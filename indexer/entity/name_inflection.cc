// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/name_inflection.h"

#include <algorithm>

#include "common/text_fold.h"
#include "common/tokens.h"

namespace onrecord {
namespace {

constexpr std::size_t shortest_stem = 4;  // bytes: two letters

Gender gender_named(std::string_view text) {
  if (text == "m") return Gender::male;
  return text == "f" ? Gender::female : Gender::unknown;
}

bool is_other(Gender a, Gender b) {
  return a != Gender::unknown && b != Gender::unknown && a != b;
}

}  // namespace

NameInflection NameInflection::compile(const LanguagePack& pack) {
  NameInflection made;
  for (const auto& row : pack.table("name_endings")) {
    if (row.size() < 2) continue;
    const std::string base = row[0] == "-" ? std::string() : row[0];
    const Gender gender = row.size() < 3 ? Gender::unknown : gender_named(row[2]);
    for (const Token& token : tokenize(row[1])) {
      const std::string other(text_of(row[1], token));
      made.endings_.push_back({fold(base), fold(other), base, other, gender});
    }
  }
  std::stable_sort(made.endings_.begin(), made.endings_.end(),
                   [](const auto& a, const auto& b) { return a.other.size() > b.other.size(); });
  return made;
}

std::vector<std::string> NameInflection::cases_of(std::string_view base, Gender gender) const {
  std::vector<std::string> cases;
  for (const Ending& ending : endings_) {
    if (!base.ends_with(ending.base) || is_other(gender, ending.gender)) continue;
    const std::size_t stem = base.size() - ending.base.size();
    if (stem < shortest_stem) continue;
    cases.push_back(std::string(base.substr(0, stem)) + ending.other);
  }
  return cases;
}

std::vector<std::string> NameInflection::bases_of(std::string_view word, Gender gender) const {
  std::vector<std::string> bases;
  for (const Ending& ending : endings_) {
    if (!word.ends_with(ending.written_other) || is_other(gender, ending.gender)) continue;
    const std::size_t stem = word.size() - ending.written_other.size();
    if (stem < shortest_stem) continue;
    bases.push_back(std::string(word.substr(0, stem)) + ending.written);
  }
  return bases;
}

bool NameInflection::is_case_of(std::string_view word, std::string_view base) const {
  return std::any_of(endings_.begin(), endings_.end(), [&](const Ending& ending) {
    if (!word.ends_with(ending.other) || !base.ends_with(ending.base)) return false;
    const std::size_t stem = base.size() - ending.base.size();
    return stem >= shortest_stem && word.size() - ending.other.size() == stem &&
           word.substr(0, stem) == base.substr(0, stem);
  });
}

}  // namespace onrecord
