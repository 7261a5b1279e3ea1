// SPDX-License-Identifier: GPL-3.0-or-later
// The tokens of a whole article with everything that is known of each word before names are found.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/tokens.h"
#include "indexer/entity/name_hints.h"
#include "indexer/entity/name_words.h"
#include "indexer/gazetteer/gazetteer.h"

namespace onrecord {

struct NameToken {
  std::uint64_t hash = 0;  ///< Of the folded word; 0 for punctuation.
  TextSpan span;
  std::uint32_t paragraph = 0;
  std::uint64_t words = 0;  ///< NameWord bits of the single word.
  std::uint32_t facts = 0;  ///< WordFact bits.
  TokenKind kind = TokenKind::word;
  Gender gender = Gender::unknown;
  std::uint8_t percent = 0;
  std::array<char, 2> country = {};
  char sign = 0;  ///< Punctuation: its character, "_" for a dash, quotes straightened; else 0.
  bool blank_before = false;
  bool upper = false;
  bool all_upper = false;
  bool other_script = false;    ///< Not in Latin letters: the English dictionary does not know it.
  bool initial = false;         ///< One letter: "J" of "J. Petrov".
  bool sentence_start = false;  ///< Also behind an opening mark or a colon.

  bool is(std::uint64_t flags) const { return (words & flags) != 0; }
  bool is_fact(std::uint32_t flags) const { return (facts & flags) != 0; }
  bool is_word() const { return kind == TokenKind::word; }
  bool is_name_word() const { return kind == TokenKind::word && upper; }
};

struct NameParagraph {
  std::uint32_t first = 0;  ///< Tokens [first, last).
  std::uint32_t last = 0;
  bool title_case = false;  ///< Capitals say nothing: a headline, or all in capitals.
  bool capitals = false;    ///< Written in capitals throughout.
  bool headline = false;
  std::uint32_t line_up = 0;  ///< First token of a list of players; 0 if there is none.
};

struct NameText {
  const Article* article = nullptr;
  const NameWords* words = nullptr;
  const Gazetteer* gazetteer = nullptr;
  const NameHints* archive_hints = nullptr;  ///< What the archive says of this article's names.
  const NameHints* user_hints = nullptr;     ///< What the user says of any article's.
  bool foreign = false;        ///< The article's language is not the pack's: only sure names count.
  bool has_dictionary = true;  ///< The words that the gazetteer knows are those of the language.
  bool capital_nouns = false;  ///< Every noun has a capital, so a capital makes no name.
  std::vector<NameToken> tokens;
  std::vector<NameParagraph> paragraphs;  ///< One for each of the article's.

  std::string_view text_of(std::uint32_t token) const;
  /// What is said from outside of the name with this hash, the user's word first; null if nothing.
  const NameHint* hint(std::uint64_t name_hash) const;

  /// The person marked by the archive whose surname this token is; null if there is none.
  const NameHint* marked_bearer(std::uint32_t token) const;

  /// Text from the beginning of token `first` to the end of token `last - 1`.
  std::string_view text_of(std::uint32_t first, std::uint32_t last) const;
};

/// `words` and `gazetteer` must outlive the result.
NameText make_name_text(const Article& article, const LanguagePack& pack, const NameWords& words,
                        const Gazetteer& gazetteer);

/// Longest name with a hint that begins at token `at` and ends not behind `end`: the token behind
/// it, `at` if there is none.
std::uint32_t match_hint(const NameText& text, std::uint32_t at, std::uint32_t end);

/// Hash of the words of tokens [first, last) without punctuation and possessives.
std::uint64_t name_hash(const NameText& text, std::uint32_t first, std::uint32_t last);

}  // namespace onrecord
