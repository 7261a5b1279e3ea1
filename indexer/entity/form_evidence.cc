// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "common/text_fold.h"
#include "indexer/entity/evidence.h"
#include "indexer/entity/name_matches.h"

namespace onrecord {
namespace {

/// "ESA", but not the surname of "Dag MOBERG" or the name "ILSE TORVALD" at an article's beginning.
bool is_acronym(const NameText& text, const Candidate& candidate, std::uint32_t token) {
  const std::string_view word = text.text_of(token);
  if (!text.tokens[token].all_upper || word.size() > 6 || word.find('.') != std::string_view::npos)
    return false;
  if (candidate.words < 2 || word.size() < 3) return true;
  const bool named = text.tokens[token].is_fact(word_given | word_surname);
  const bool behind_given = token > candidate.tokens.first && word.size() > 3 &&
                            text.tokens[token - 1].is_fact(word_given);
  return !named && !behind_given;
}

/// How much a word looks like part of a person's name at its place in the name.
struct WordScore {
  int given, given_common, surname, unknown, common, rare;
};
constexpr WordScore first_score = {25, 15, 13, 11, -8, -2};
constexpr WordScore inner_score = {3, 0, 2, 2, -8, -2};
constexpr WordScore last_score = {10, 4, 13, 10, -12, -4};
constexpr WordScore only_score = {8, 2, 18, 4, -14, -6};

bool is_unknown_word(const NameToken& token) {
  constexpr std::uint32_t known = word_common | word_rare | word_proper | word_given | word_surname;
  return !token.is_fact(known) && token.words == 0;
}

int score_of(const NameToken& token, const WordScore& score) {
  const bool common = token.is_fact(word_common);
  if (token.is_fact(word_given) && !common) return score.given;
  if (token.is_fact(word_surname)) return score.surname;
  if (token.is_fact(word_given)) return score.given_common;
  if (token.is_fact(word_famous) && !common) return score.surname;
  if (common || token.is_fact(word_local)) return score.common;
  if (token.is_fact(word_rare)) return score.rare;
  constexpr int more_in_other_scripts = 2;
  if (!is_unknown_word(token)) return 0;
  return score.unknown + (token.other_script ? more_in_other_scripts : 0);
}

/// "U.S.", "N.Y.U."
bool is_dotted(const NameText& text, std::uint32_t token) {
  return text.tokens[token].all_upper && text.text_of(token).find('.') != std::string_view::npos;
}

/// "J.R." of "J.R. Olsen".
bool is_initials(const NameText& text, const Candidate& candidate, std::uint32_t token) {
  return is_dotted(text, token) && candidate.words > 1 && token + 1 < candidate.tokens.last;
}

/// "StackAdapt", "iPhone", "KOs", but not "McCoy", "DeVos", "O'Hara".
bool has_inner_capital(const NameText& text, std::uint32_t token) {
  const std::string_view word = text.text_of(token);
  if (text.tokens[token].all_upper) return false;
  if (word.size() >= 3 && word[1] >= 'A' && word[1] <= 'Z' && word.ends_with('s')) return true;
  for (std::size_t i = 4; i < word.size(); ++i) {
    if (word[i] >= 'A' && word[i] <= 'Z') return word.substr(0, 4) != "Fitz";
  }
  return false;
}

struct NameShape {
  std::vector<const NameToken*> words;  ///< Without initials, particles and suffixes.
  int initials = 0, particles = 0, suffixes = 0, acronyms = 0;
  int brands = 0;       ///< Capitals inside: "StackAdapt".
  bool single = false;  ///< One word, perhaps of several parts with hyphens.
  bool capital_nouns = false;
  bool courtesy = false;  ///< "Mr Field": any surname may follow.
};

NameShape shape_of(const NameText& text, const Candidate& candidate) {
  NameShape shape;
  shape.single = candidate.words == 1;
  shape.capital_nouns = text.capital_nouns;
  shape.courtesy = has_courtesy(text, candidate);
  bool nickname = false;  // "Peer 'The Dentist' Torvald": any words
  for (std::uint32_t i = candidate.tokens.first; i < candidate.tokens.last; ++i) {
    const NameToken& token = text.tokens[i];
    const bool opens = token.sign == '(' || (token.sign == '\'' && token.blank_before);
    if (token.sign == '"' || opens || (nickname && (token.sign == ')' || token.sign == '\''))) {
      nickname = !nickname;
    }
    if (!token.is_word() || nickname) continue;
    if (token.is(nw_suffix)) {
      ++shape.suffixes;
    } else if (token.initial || is_initials(text, candidate, i)) {
      ++shape.initials;
    } else if (token.is(nw_particle) && i + 1 < candidate.tokens.last) {
      ++shape.particles;
    } else {
      shape.words.push_back(&token);
      shape.acronyms += is_acronym(text, candidate, i) || is_dotted(text, i) ? 1 : 0;
      shape.brands += has_inner_capital(text, i) ? 1 : 0;
    }
  }
  return shape;
}

/// "Kilroy-Moss", "Torvik-Solberg": one word whose parts must all look like a name.
int score_of_compound(const std::vector<const NameToken*>& words) {
  int points = only_score.surname;
  for (const NameToken* word : words) points = std::min(points, score_of(*word, only_score));
  return points;
}

int score_of_words(const NameShape& shape) {
  const auto& words = shape.words;
  if (words.empty()) return shape.initials > 0 ? -60 : 0;
  if (words.size() == 1 && shape.initials == 0) {
    // "Freund", "Koch": where nouns have capitals, a surname alone is rather the noun.
    constexpr int also_a_noun = 4;
    int points = score_of(*words.front(), only_score);
    if (shape.courtesy) points = std::max(points, only_score.given_common);
    const bool noun = shape.capital_nouns && words.front()->is_fact(word_local);
    return noun ? std::min(points, also_a_noun) : points;
  }
  if (words.size() == 1) return score_of(*words.front(), last_score);
  if (shape.single) return score_of_compound(words);
  const int first = score_of(*words.front(), first_score);
  int last = score_of(*words.back(), last_score);
  // "Ilse Field": behind a sure given name any word may be a surname.
  if (first == first_score.given) last = std::max(last, -3);
  int points = first + last;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) points += score_of(*words[i], inner_score);
  return points;
}

int person_form(const NameShape& shape, Tally points) {
  points.add({score_of_words(shape), "words as in names"});
  points.add_if(shape.initials > 0, 22, "initials");
  points.add_if(shape.particles > 0, 12, "particle inside");
  points.add_if(shape.suffixes > 0, 40, "Jr. or the like");
  points.add_if(shape.words.size() > 4, -10, "many words");
  points.add({-30 * shape.acronyms, "acronym"});
  points.add({-20 * shape.brands, "capital inside a word"});
  return points.sum();
}

int place_weight(const GazetteerPlace& place) {
  switch (place.kind) {
    case PlaceKind::country:
    case PlaceKind::continent:
    case PlaceKind::former_country:
      return 45;
    case PlaceKind::state:
      return place.weight > 1'000'000 ? 32 : 20;
    case PlaceKind::city:
      if (place.weight > 1'000'000) return 28;
      return place.weight > 100'000 ? 18 : 12;
    default:
      return 20;
  }
}

int place_form(const NameText& text, const Candidate& candidate, const NameShape& shape,
               Tally points) {
  const GazetteerName name = places_of(text, candidate);
  if (name.places.empty()) return shape.brands + shape.acronyms > 0 ? -30 : -5;
  const GazetteerPlace place = text.gazetteer->place(name.places.front());
  points.add({place_weight(place), "gazetteer"});
  // "ESA", "FT": towns are not written in capitals but in datelines.
  const bool acronym =
      shape.acronyms > 0 && !name.has(name_is_capitals) && !is_dotted(text, candidate.tokens.first);
  points.add_if(acronym || (shape.brands > 0 && shape.single), -40, "acronym");
  if (candidate.words == 1 && points.sum() < 45) {
    const NameToken& token = text.tokens[candidate.tokens.first];
    // "the Pacific" is no adjective with its capital.
    const bool common = token.is_fact(word_common) && place.kind != PlaceKind::water;
    points.add_if(common, place.weight > 100'000 ? -12 : -22, "common word");
    points.add_if(token.is_fact(word_given) && points.sum() < 32, -8, "given name");
    points.add_if(token.is_fact(word_surname | word_famous) && points.sum() < 28, -6, "surname");
  }
  points.add_if(candidate.words > 1, 6, "several words");
  return points.sum();
}

/// A name of a well-known place that is nobody's name, alone ("Florida") or as the first word
/// ("China Torvald Holding").
int place_penalty(const NameText& text, const Candidate& candidate, int place) {
  const NameToken& first = text.tokens[candidate.tokens.first];
  if (first.is_fact(word_given)) return 0;
  if (place >= 12) return first.is_fact(word_surname) ? 5 : 15;
  GazetteerName name;
  if (candidate.words < 2 || match_place(text, candidate.tokens.first, candidate.tokens.last,
                                         name) == candidate.tokens.first) {
    return 0;
  }
  return text.gazetteer->place(name.places.front()).kind == PlaceKind::country ? 25 : 0;
}

/// What archive or user say outweighs all else; that the archive marks "Ilse Torvald" is a strong
/// sign that "Torvald" is a person too.
EvidenceNote hint_for(const NameText& text, const Candidate& candidate, HintKind kind) {
  constexpr int sure = 150, strong = 30;
  if (const NameHint* hint = text.hint(candidate.hash)) {
    return {hint->kind == kind ? sure : 0, "said by archive or user"};
  }
  const bool bearer = kind == HintKind::person && candidate.words == 1 &&
                      text.marked_bearer(candidate.tokens.last - 1) != nullptr;
  return {bearer ? strong : 0, "surname of a person marked by the archive"};
}

}  // namespace

GazetteerName places_of(const NameText& text, const Candidate& candidate) {
  GazetteerName name;
  std::uint32_t first = candidate.tokens.first;
  if (match_place(text, first, candidate.tokens.last, name) == candidate.tokens.last) return name;
  if (!text.tokens[first].is(nw_direction) || candidate.words < 2) return {};
  ++first;
  while (!text.tokens[first].is_word()) ++first;
  if (match_place(text, first, candidate.tokens.last, name) == candidate.tokens.last) return name;
  return {};
}

bool has_courtesy(const NameText& text, const Candidate& candidate) {
  std::uint32_t i = candidate.tokens.first;
  if (!candidate.titled || i == 0) return false;
  if (text.tokens[i - 1].sign == '.' && i > 1) --i;
  const NameToken& title = text.tokens[i - 1];
  if (!title.is(nw_title) || title.all_upper || title.is(nw_kin)) return false;
  if (!title.is(nw_title_role)) return !title.is(nw_role);
  const NameToken& word = text.tokens[candidate.tokens.first];
  // "Lord Falconer", but "the Lord Protector"
  const bool trade = word.is_fact(word_person) && (i < 2 || fold(text.text_of(i - 2)) != "the");
  return title.gender != Gender::unknown &&
         (!word.is_fact(word_common) || word.is_fact(word_surname) || trade) &&
         !word.is(nw_facility | nw_place_after | nw_thing | nw_org_word);
}

Evidence evidence_of_form(const NameText& text, const Candidate& candidate, EvidenceNotes* notes) {
  const NameShape shape = shape_of(text, candidate);
  Tally person(notes == nullptr ? nullptr : &notes->person);
  Tally place(notes == nullptr ? nullptr : &notes->place);
  Tally organization(notes == nullptr ? nullptr : &notes->organization);
  Evidence evidence;
  evidence.place = place_form(text, candidate, shape, place);
  person.add({-place_penalty(text, candidate, evidence.place), "well-known place"});
  person.add(hint_for(text, candidate, HintKind::person));
  organization.add_if(shape.acronyms > 0, 15, "acronym");
  organization.add(hint_for(text, candidate, HintKind::organization));
  evidence.person = person_form(shape, person);
  evidence.place += hint_for(text, candidate, HintKind::place).points;
  if (notes != nullptr) place.add(hint_for(text, candidate, HintKind::place));
  evidence.organization = organization.sum();
  return evidence;
}

}  // namespace onrecord
