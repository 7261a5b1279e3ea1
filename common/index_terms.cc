// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index_terms.h"

#include <algorithm>
#include <array>
#include <cassert>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <xapian.h>
#include <xxhash.h>

#include "common/text_fold.h"
#include "common/tokens.h"
#include "common/utf8.h"

namespace onrecord {
namespace {

/// Longer words are compared by their beginning: they are tables and encoded data, not words.
constexpr std::size_t max_word_bytes = 64;

/// Forms of a name beside the full one; a title taken for a name must not fill the index.
constexpr std::size_t max_person_words = 8;

/// Function words, of two to four letters, that newspapers also use as initialisms when they stand
/// in capitals: the United Nations and French "un", the World Health Organization and "who".
/// Sorted.
constexpr std::array function_words = std::to_array<std::string_view>(
    {"ai",  "al",  "am",  "an",  "and",  "are", "as",  "at", "be", "but", "by",  "can", "da",
     "das", "de",  "del", "der", "des",  "die", "do",  "du", "el", "en",  "er",  "es",  "eu",
     "for", "go",  "has", "he",  "her",  "him", "his", "if", "im", "in",  "is",  "it",  "its",
     "la",  "le",  "les", "me",  "my",   "no",  "not", "of", "on", "or",  "our", "out", "par",
     "se",  "she", "so",  "the", "they", "to",  "un",  "us", "who"});

/// Small words inside of names that are no name by themselves. Sorted.
constexpr std::array<std::string_view, 24> name_particles = {
    "abu", "al", "bin", "bint", "binti", "da", "das", "de", "del", "della", "den", "der",
    "di",  "do", "dos", "du",   "e",     "el", "ibn", "la", "ole", "van",   "von", "y"};

constexpr std::array generational_suffixes =
    std::to_array<std::string_view>({"ii", "iii", "iv", "jr", "snr", "sr"});

template <std::size_t n>
bool lists(const std::array<std::string_view, n>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

void erase_all(std::string& text, char unwanted) {
  text.erase(std::remove(text.begin(), text.end(), unwanted), text.end());
}

/// "us" as an initialism: "u.s.".
std::string with_stops(std::string_view letters) {
  std::string dotted;
  for (const char letter : letters) {
    dotted += letter;
    dotted += '.';
  }
  return dotted;
}

/// A text without any lower-case letter that is more than an initialism or two: a headline set in
/// capitals.
bool is_shouted(std::string_view text, const std::vector<Token>& tokens) {
  constexpr std::size_t longest_initialism = 5;
  constexpr int most_initialisms = 3;
  int words = 0;
  bool long_word = false;
  for (const Token& token : tokens) {
    if (!token.has_letter || token.kind == TokenKind::clitic) continue;
    const std::string_view word = text_of(text, token);
    if (!token.all_upper && count_code_points(word) > 1) return false;
    long_word = long_word || (count_code_points(word) > longest_initialism &&
                              word.find('.') == std::string_view::npos);
    ++words;
  }
  return long_word || words > most_initialisms;
}

/// Bytes of an elided word and its apostrophe in front of a folded word: "l'oreal".
std::size_t elision_bytes(std::string_view folded) {
  const std::size_t apostrophe = folded.find('\'');
  if (apostrophe == std::string_view::npos || apostrophe + 2 >= folded.size()) return 0;
  return is_elided_word(folded.substr(0, apostrophe)) ? apostrophe + 1 : 0;
}

/// Stops stand inside a word token only between initials.
bool has_stops(std::string_view word) {
  return word.find('.') != std::string_view::npos;
}

IndexWord make_word(std::string_view text, const Token& token, bool shouted) {
  const std::string_view written = text_of(text, token);
  IndexWord word;
  word.span = token.span;
  word.term = fold(written);
  if (token.kind == TokenKind::number) {
    erase_all(word.term, ',');
  } else {
    word.term.erase(0, elision_bytes(word.term));
    erase_all(word.term, '\'');
    const bool dotted = has_stops(written);
    erase_all(word.term, '.');
    const bool initialism = dotted || (token.all_upper && !shouted);
    const bool apart = initialism && lists(function_words, word.term);
    if (apart) word.term = with_stops(word.term);
    word.stems = token.has_letter && !apart;
  }
  word.term = std::string(cut_utf8(word.term, max_word_bytes));
  return word;
}

std::vector<std::string_view> words_of(std::string_view key) {
  std::vector<std::string_view> words;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    words.push_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return words;
}

std::string join(const std::vector<std::string_view>& words, std::size_t from) {
  std::string joined;
  for (std::size_t i = from; i < words.size(); ++i) {
    if (!joined.empty()) joined += ' ';
    joined += words[i];
  }
  return joined;
}

/// Control characters would end up in terminals, and NULs take two bytes each in a key.
std::string without_controls(std::string_view value) {
  std::string clean(value);
  std::replace_if(
      clean.begin(), clean.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return clean;
}

}  // namespace

std::vector<IndexWord> index_words(std::string_view text) {
  const std::vector<Token> tokens = tokenize(text);
  const bool shouted = is_shouted(text, tokens);
  std::vector<IndexWord> words;
  words.reserve(tokens.size());
  bool blank = true;
  for (const Token& token : tokens) {
    blank = blank || token.blank_before;
    if (token.kind == TokenKind::punctuation || token.kind == TokenKind::clitic) continue;
    if (token.elided) {
      blank = true;  // "l'" and "eau" are no phrase
      continue;
    }
    IndexWord word = make_word(text, token, shouted);
    if (word.term.empty()) continue;
    word.joined = !blank;
    blank = false;
    words.push_back(std::move(word));
  }
  return words;
}

std::string initialism_of(std::string_view term) {
  return term.size() > 1 && lists(function_words, term) ? with_stops(term) : std::string();
}

Stemmer::Stemmer(std::string_view language) : stem_(std::make_unique<Xapian::Stem>()) {
  if (knows(language)) *stem_ = Xapian::Stem(std::string(language));
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

bool Stemmer::knows(std::string_view language) {
  if (language.empty()) return false;
  try {
    const Xapian::Stem stem{std::string(language)};
    return true;
  } catch (const Xapian::InvalidArgumentError&) {
    return false;
  }
}

std::string Stemmer::term(std::string_view prefix, const std::string& word) const {
  std::string stemmed = "Z";
  stemmed += prefix;
  stemmed += (*stem_)(word);
  return stemmed;
}

std::string make_term(std::string_view prefix, std::string_view value) {
  constexpr std::size_t hash_digits = 16;
  std::string term(prefix);
  const std::string clean = without_controls(value);
  if (prefix.size() + clean.size() <= max_term_bytes) return term + clean;
  term += cut_utf8(clean, max_term_bytes - prefix.size() - hash_digits);
  return term + fmt::format("{:016x}", XXH3_64bits(clean.data(), clean.size()));
}

std::string keyword_term(std::string_view prefix, std::string_view value) {
  return make_term(prefix, squeeze_blanks(fold(value)));
}

std::string name_form(std::string_view name) {
  std::string key = name_key(name);
  erase_all(key, '\'');
  std::vector<std::string_view> words = words_of(key);
  std::erase(words, "");
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  while (words.size() > 2 && lists(generational_suffixes, words.back())) words.pop_back();
  for (std::size_t i = 1; i + 1 < words.size();) {
    if (count_code_points(words[i]) == 1) {
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
  return join(words, 0);
}

std::string name_term(std::string_view prefix, std::string_view name) {
  const std::string form = name_form(name);
  return form.empty() ? form : make_term(prefix, form);
}

std::vector<std::string> person_forms(std::string_view name) {
  const std::string form = name_form(name);
  const std::vector<std::string_view> words = words_of(form);
  std::vector<std::string> forms;
  if (words.size() < 2 || words.size() > max_person_words) return forms;
  for (std::size_t i = 1; i < words.size(); ++i) forms.push_back(join(words, i));
  if (words.size() == 2) return forms;
  forms.push_back(fmt::format("{} {}", words.front(), words.back()));
  for (std::size_t count = 2; count < words.size(); ++count) {
    forms.push_back(join({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count)}, 0));
  }
  const std::string_view family = words[words.size() - 2];
  if (!lists(name_particles, family)) forms.emplace_back(family);
  return forms;
}

std::string id_term(std::string_view id) {
  return make_term("Q", id);
}

std::vector<std::string> date_terms(const Date& date) {
  std::vector<std::string> terms = {fmt::format("Y{:04}", date.year)};
  if (date.month != 0) terms.push_back(fmt::format("M{:04}{:02}", date.year, date.month));
  if (date.day != 0) terms.push_back("D" + to_sort_key(date));
  return terms;
}

}  // namespace onrecord
