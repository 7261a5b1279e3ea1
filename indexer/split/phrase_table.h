// SPDX-License-Identifier: GPL-3.0-or-later
// Set phrases of news pages ("Read more:", "You have * articles left") as rows of a data file,
// found in a line by its first words.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/language/language_pack.h"

namespace onrecord {

/// Where in a line a phrase counts.
enum class PhrasePlace : std::uint8_t {
  line,    ///< The phrase is the whole line.
  start,   ///< The line begins with it.
  label,   ///< The line begins with it, then a colon, bar or dash.
  inside,  ///< Anywhere in the line.
};

struct PhraseMatch {
  std::string_view kind;  ///< The row's second column: what the phrase means.
  std::size_t begin = 0;  ///< Bytes of the phrase in the line ...
  std::size_t end = 0;    ///< ... marks behind it ("Read more: ") included.
};

class PhraseTable {
 public:
  /// Rows: phrase, kind, place (`line` if not given), greatest number of words of the line. In a
  /// phrase, `*` stands for one to four words. Rows with an unknown place are left out.
  static PhraseTable make(const DataTable& rows);

  /// The first row that matches `line`; folded, punctuation ignored.
  std::optional<PhraseMatch> find(std::string_view line) const;

 private:
  struct Phrase {
    std::vector<std::string> words;
    std::string kind;
    PhrasePlace place = PhrasePlace::line;
    std::size_t most_words = 0;
  };

  std::vector<Phrase> phrases_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_first_word_;
  std::size_t most_words_ = 0;
  std::size_t most_inside_words_ = 0;  ///< Of phrases that may stand anywhere.
};

}  // namespace onrecord
