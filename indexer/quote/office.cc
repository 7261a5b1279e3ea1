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

}  // namespace onrecord
