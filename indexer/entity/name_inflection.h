// SPDX-License-Identifier: GPL-3.0-or-later
// Names that change with their case: "Ивановой" is a form of "Иванова" (name_endings.txt of a
// language pack). Endings only, no grammar: two forms that stand in one article are compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/language/language_pack.h"

namespace onrecord {

class NameInflection {
 public:
  static NameInflection compile(const LanguagePack& pack);

  /// Does the language inflect names?
  bool empty() const { return endings_.empty(); }

  /// The other cases of a nominative; both folded.
  std::vector<std::string> cases_of(std::string_view base, Gender gender) const;

  /// The nominatives that `word` can be a case of, as written; the longest ending first.
  std::vector<std::string> bases_of(std::string_view word, Gender gender) const;

  /// Is `word` another case of the nominative `base`? Both folded.
  bool is_case_of(std::string_view word, std::string_view base) const;

 private:
  struct Ending {
    std::string base, other;             // folded
    std::string written, written_other;  // in small letters
    Gender gender = Gender::unknown;
  };
  std::vector<Ending> endings_;
};

}  // namespace onrecord
