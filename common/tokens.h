// SPDX-License-Identifier: GPL-3.0-or-later
// Words and sentences of a text with their spans; the same for finding names and quotes, for
// indexing and for querying.
//
// A scanner of our own over ICU's character properties, since ICU's word BreakIterator is several
// times slower and splits "U.S." and "O'Brien" otherwise than news needs. Runs of scripts that are
// written without blanks (Han, Kana, Thai, Lao, Khmer, Burmese) go to ICU's dictionaries.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace onrecord {

enum class TokenKind : std::uint8_t {
  word,    ///< Letters, with inner apostrophes: "O'Brien", "don't". "U.S." is one word, "l'eau"
           ///< are two: "l'" and "eau".
  number,  ///< Digits with inner separators: "1,200.50", "24", also "1990s", "3rd".
  clitic,  ///< The possessive: "'s" of "Petrov's".
  punctuation,  ///< One character (or "...", "--", "''" as one token).
};

struct Token {
  TextSpan span;
  TokenKind kind = TokenKind::word;
  bool blank_before = false;  ///< White space, or the start of the text, stands before it.
  bool starts_upper = false;  ///< First letter is upper or title case.
  bool all_upper = false;     ///< At least two letters, none of them lower case.
  bool has_letter = false;
  bool elided = false;  ///< "l'", "qu'": the word behind it follows without a blank.
};

/// All tokens of valid UTF-8 in text order; linear time. Hyphens are tokens of their own:
/// "Jean-Luc" is word, punctuation, word with no `blank_before`.
std::vector<Token> tokenize(std::string_view text);

/// Articles, pronouns and prepositions of French, Italian and Catalan that lose their vowel before
/// one, in small letters without the apostrophe: "l" of "l'Etat", "dell", "qu".
bool is_elided_word(std::string_view word);

/// The bytes of a token.
inline std::string_view text_of(std::string_view text, const Token& token) {
  return text.substr(token.span.begin, token.span.end - token.span.begin);
}

/// Answers whether a word followed by a full stop is an abbreviation ("Mr", "Sen", "Jan").
class Abbreviations {
 public:
  virtual ~Abbreviations() = default;
  virtual bool contains(std::string_view word) const = 0;
};

/// Spans of sentences, in order and without gaps but for blanks. A sentence ends after . ! ? (and
/// closing marks behind them) when what follows looks like a beginning; never after an
/// abbreviation or a single initial ("J. Petrov"). `abbreviations` may be null.
std::vector<TextSpan> split_sentences(std::string_view text, const std::vector<Token>& tokens,
                                      const Abbreviations* abbreviations);

}  // namespace onrecord
