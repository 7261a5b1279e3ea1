// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/office.h"

#include <algorithm>
#include <set>
#include <vector>

#include "common/text_fold.h"
#include "common/tokens.h"

namespace onrecord {
namespace {

using Words = std::set<std::string, std::less<>>;

/// The words that tell the office from others with the same head.
Words modifiers_of(std::string_view phrase, std::string_view head, const QuoteLexicon& lexicon) {
  Words words;
  for (const Token& token : tokenize(phrase)) {
    const std::string word = fold(text_of(phrase, token));
    if (word != head && lexicon.is_office_modifier(word)) words.insert(word);
  }
  return words;
}

/// "former president", "then mayor"
bool is_past(std::string_view role, const QuoteLexicon& lexicon) {
  const std::vector<Token> tokens = tokenize(role);
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    const std::string word = fold(text_of(role, token));
    return lexicon.pack().lists("role_modifiers", word) && !lexicon.is_office_modifier(word);
  });
}

/// The head of a role: "ambassador" in "ambassador to Peru", "minister" in "Foreign Minister".
bool has_head(std::string_view role, std::string_view head) {
  if (head_of_phrase(role) == head) return true;
  for (const std::string_view link : {" of ", " for ", " to ", " at ", " in "}) {
    const std::size_t at = role.find(link);
    if (at != std::string_view::npos && head_of_phrase(role.substr(0, at)) == head) return true;
  }
  return false;
}

/// The words between an office and the name of its bearer.
class OfficeComplement {
 public:
  OfficeComplement(std::string_view text, std::span<const Token> tokens, std::size_t head,
                   const QuoteLexicon& lexicon)
      : text_(text), tokens_(tokens), head_(head), lexicon_(lexicon) {}

  /// Do the tokens from behind the head up to `end` say what the office is of?
  bool reaches(std::size_t end) const {
    if (end < head_ + 3) return false;
    if (is_second_office(end)) return true;
    if (!is_link(head_ + 1)) return false;
    for (std::size_t i = head_ + 2; i < end; ++i) {
      if (!may_hold(i, end)) return false;
    }
    return tokens_[end - 1].starts_upper || end == head_ + 3;
  }

  /// Ranks before the name are its own: "Chief of the Defence Staff General Peer Olsen".
  std::size_t without_titles(std::size_t end) const {
    while (end > head_ + 3 && !is_field(end - 1)) {
      const std::size_t word = word_at(end - 1) == "." ? end - 2 : end - 1;
      if (!tokens_[word].starts_upper || !info(word).has(WordClass::title)) break;
      end = word;
    }
    return end;
  }

 private:
  std::string_view word_at(std::size_t i) const { return text_of(text_, tokens_[i]); }

  const WordInfo& info(std::size_t i) const { return lexicon_.find(word_at(i)); }

  bool is_link(std::size_t i) const { return lexicon_.pack().lists("role_links", word_at(i)); }

  /// "Minister of Justice", but not "an aide to Justice Torvald".
  bool is_field(std::size_t i) const {
    return tokens_[head_].starts_upper && i == head_ + 2 && word_at(head_ + 1) == "of" &&
           lexicon_.is_office_modifier(fold(word_at(i)));
  }

  bool may_hold(std::size_t i, std::size_t end) const {
    if (tokens_[i].kind == TokenKind::clitic) return true;
    if (tokens_[i].kind != TokenKind::word) return word_at(i) == "-" || word_at(i) == "&";
    const WordInfo& word = info(i);
    const bool last = i + 1 == end;
    const bool other = word.has(WordClass::title) || (last && word.has(WordClass::office_noun));
    if (other && !is_field(i)) return false;
    if (tokens_[i].starts_upper) return true;
    const bool joint =
        word.has(WordClass::determiner) || word.has(WordClass::conjunction) || is_link(i);
    return last ? !joint && !word.has(WordClass::personal) : joint;
  }

  /// "Prime Minister and Minister of Finance Ilse Torvald", but "the mayor and Senator Torvald".
  bool is_second_office(std::size_t end) const {
    const auto is_determiner = [&](std::size_t i) { return info(i).has(WordClass::determiner); };
    std::size_t first = head_;
    while (first > 0 && tokens_[first - 1].starts_upper) --first;
    if (!tokens_[head_].starts_upper || !info(head_ + 1).has(WordClass::joining) ||
        (first > 0 && is_determiner(first - 1))) {
      return false;
    }
    for (std::size_t i = head_ + 2; i < end && tokens_[i].starts_upper; ++i) {
      if (!info(i).has(WordClass::office_noun)) continue;
      const bool whole = i + 1 == end && !info(i).has(WordClass::title) && i > head_ + 2;
      return whole || OfficeComplement(text_, tokens_, i, lexicon_).reaches(end);
    }
    return false;
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  std::size_t head_;
  const QuoteLexicon& lexicon_;
};

}  // namespace

std::string head_of_phrase(std::string_view phrase) {
  const std::size_t blank = phrase.rfind(' ');
  return fold(blank == std::string_view::npos ? phrase : phrase.substr(blank + 1));
}

bool is_post(std::string_view role, const QuoteLexicon& lexicon) {
  const std::string head = head_of_phrase(role);
  // "the Prime Minister's wife, Ilse Torvald": she is not "the Prime Minister".
  if (lexicon.pack().lists("kin", head)) return true;
  if (!lexicon.find(head).has(WordClass::office_noun)) return false;
  if (!modifiers_of(role, head, lexicon).empty()) return true;
  return lexicon.pack().lists("sole_offices", head) && !is_past(role, lexicon);
}

OfficeFit compare_offices(std::string_view described, std::string_view role,
                          const QuoteLexicon& lexicon) {
  const std::string head = head_of_phrase(described);
  if (!has_head(role, head)) return OfficeFit::other;
  const Words wanted = modifiers_of(described, head, lexicon);
  const Words held = modifiers_of(role, head, lexicon);
  if (wanted.empty() || held.empty()) return OfficeFit::open;
  if (wanted == held) return OfficeFit::same;
  for (const std::string& word : wanted) {
    if (held.contains(word)) return OfficeFit::partly;
  }
  return OfficeFit::other;
}

std::size_t end_of_office(std::string_view text, std::span<const Token> tokens, std::size_t head,
                          std::size_t bearer, const QuoteLexicon& lexicon) {
  const OfficeComplement complement(text, tokens, head, lexicon);
  const std::size_t end = complement.without_titles(bearer);
  return complement.reaches(end) ? end - 1 : head;
}

}  // namespace onrecord
