// SPDX-License-Identifier: GPL-3.0-or-later
// How text and values become index terms: the same for the document builder and for queries.
//
// Every word has one unprefixed term with positions, and one stemmed term ("Z...") without. Words
// of a field have both with the field's prefix: "Sstrike" and "ZSstrike".
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace Xapian {
class Stem;
}

namespace onrecord {

/// Glass refuses longer terms.
inline constexpr std::size_t max_term_bytes = 245;

/// One word of a text.
struct IndexWord {
  std::string term;     ///< Folded, without apostrophes; at most 64 bytes.
  TextSpan span;        ///< The whole word.
  bool stems = false;   ///< Has a stemmed term too; numbers and "u.s." have none.
  bool joined = false;  ///< No blank between it and the word before: in a query, a phrase with it.
};

/// The words of valid UTF-8 in text order. Each is one position further than the one before.
///  - "O'Brien" and "OBrien" are one word, "obrien"; the possessive 's is none.
///  - "l'Etat" is "etat": an elided article is dropped.
///  - "cease-fire" is "cease" and "fire", joined.
///  - "1,200.50" is "1200.50".
///  - "U.N." and "UN" are "u.n.", since "un" is also a function word ("who", "us", "it"); other
///    initialisms lose their stops: "U.K." and "UK" are "uk", like "Nato" and "NATO".
///    Capitals say nothing in a text that is all in capitals.
std::vector<IndexWord> index_words(std::string_view text);

/// The initialism that a word in lower case may also mean ("us" -> "u.s."), else empty. Queries in
/// lower case should look for both.
std::string initialism_of(std::string_view term);

/// Stems words of one language. Not to be shared between threads.
class Stemmer {
 public:
  /// `language`: ISO 639-1. Words of a language without a stemmer stay as they are.
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  /// "Z", prefix and stem of a word that `stems`: "ZSstrike".
  std::string term(std::string_view prefix, const std::string& word) const;

  static bool knows(std::string_view language);

 private:
  std::unique_ptr<Xapian::Stem> stem_;
};

/// Prefix and value as a legal term: no control characters; what is too long is cut and ends with a
/// hash of the whole.
std::string make_term(std::string_view prefix, std::string_view value);

/// The term of a keyword field's value, as indexed and as filtered by: folded, blanks squeezed.
std::string keyword_term(std::string_view prefix, std::string_view value);

/// The one form in which names are compared: `name_key` without apostrophes, a leading "the",
/// inner initials and generational suffixes. "Sergei V. O'Neil, Jr." gives "sergei oneil".
std::string name_form(std::string_view name);

/// The term of a name, as indexed for each of its forms and as filtered by. Empty for a name
/// without a letter or digit.
std::string name_term(std::string_view prefix, std::string_view name);

/// Forms by which a person is found beside the full name: every trailing part, every leading part
/// of two words or more, first with last name, and the last but one word, which is the family name
/// of many Spanish and Portuguese names. "Ursula von der Leyen" gives "von der leyen", "der leyen",
/// "leyen", "ursula von", "ursula von der", "ursula leyen"; "Ana Rivas Molina" also "rivas".
std::vector<std::string> person_forms(std::string_view name);

/// Unique term of an article's or quote's id.
std::string id_term(std::string_view id);

/// Terms for ranges of dates: "Y2021", "M202103", "D20210304", as far as the date is known.
std::vector<std::string> date_terms(const Date& date);

}  // namespace onrecord
