// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/speaker_mention.h"

namespace onrecord {
namespace {

MentionKind kind_of(const Item& item) {
  switch (item.kind) {
    case ItemKind::person:
      return MentionKind::person;
    case ItemKind::organization:
      return MentionKind::organization;
    case ItemKind::place:
      return MentionKind::place;
    case ItemKind::proper:
      return MentionKind::proper;
    default:
      return MentionKind::description;
  }
}

bool ends_phrase(const Item& item) {
  return item.has(WordClass::preposition) || item.has(WordClass::conjunction) ||
         item.has(WordClass::subordinator) || item.has(WordClass::relative) ||
         item.has(WordClass::auxiliary) || item.has(WordClass::according) ||
         item.has(WordClass::day);
}

/// "say", "claim": the plural or infinitive, often a noun as well.
bool is_bare_form(const Item& item) {
  return item.has(WordClass::cue_base) && !item.has(WordClass::cue_past);
}

/// "point out", "put it"
bool has_particle(const Scene& scene, const Frame& frame, std::uint32_t i) {
  return i + 1 < frame.end && scene.items[i + 1].is(ItemKind::word) &&
         scene.lexicon->is_particle_of(scene.text(frame, scene.items[i].span),
                                       scene.text(frame, scene.items[i + 1].span));
}

/// "claims", "reports"
bool may_be_noun(const Item& item) {
  return item.has(WordClass::cue_noun) || item.has(WordClass::document_noun);
}

/// "they say", "officials say", "would say", "to say", "who say"; no verb is "terror attack".
bool can_precede_bare_form(const Scene& scene, const Frame& frame, std::uint32_t i) {
  const Item& before = scene.items[i - 1];
  if (before.is(ItemKind::comma) || before.is(ItemKind::quote)) {
    // "her niece, state councillor Vera Holm, shouted": a noun.
    return i + 1 == frame.end ||
           !(scene.items[i + 1].upper || scene.items[i + 1].has(WordClass::title));
  }
  if (before.is_name()) {
    if (i >= frame.begin + 2 && scene.items[i - 2].has(WordClass::conjunction)) return true;
    return !before.is(ItemKind::person) && scene.text(frame, before.span).ends_with('s');
  }
  if (!before.is(ItemKind::word)) return false;
  if (before.has(WordClass::auxiliary) || before.has(WordClass::adverb) ||
      before.has(WordClass::relative) || before.has(WordClass::people_noun) ||
      before.has(WordClass::conjunction)) {
    return true;
  }
  if (before.has(WordClass::personal)) return before.info->subject_form;
  const std::string_view word = scene.text(frame, before.span);
  return word == "to" || (word.ends_with('s') && before.info->classes == 0);
}

}  // namespace

bool is_cue_verb(const Scene& scene, const Frame& frame, std::uint32_t i) {
  const Item& item = scene.items[i];
  if (!item.is(ItemKind::word)) return false;
  if (item.info == nullptr || !item.info->is_cue()) return false;
  if (item.has(WordClass::cue_phrasal) && !has_particle(scene, frame, i)) return false;
  if (i == frame.begin) return !is_bare_form(item);
  const Item& before = scene.items[i - 1];
  if (before.has(WordClass::determiner) && !before.has(WordClass::relative)) return false;
  if (before.has(WordClass::possessive) || before.is(ItemKind::possessive)) return false;
  if (is_bare_form(item)) return can_precede_bare_form(scene, frame, i);
  // "during protests in Leith": no verb stands right behind a preposition.
  if (before.has(WordClass::preposition) && !before.has(WordClass::subordinator) &&
      !before.has(WordClass::adverb) && !item.has(WordClass::cue_participle) &&
      !item.has(WordClass::cue_past)) {
    return false;
  }
  if (item.has(WordClass::cue_participle) || !may_be_noun(item)) return true;
  // "in claims", "campaign pledges": nouns; "Osei claims", "the mayor claims": verbs.
  return before.is_name() || before.has(WordClass::personal) || before.has(WordClass::relative) ||
         before.has(WordClass::person_noun) || before.has(WordClass::adverb) ||
         before.has(WordClass::conjunction);
}

bool MentionReader::is_pronoun(std::uint32_t i) const {
  return item(i).is(ItemKind::word) && item(i).has(WordClass::personal) &&
         item(i).info->subject_form;
}

/// Can the item stand inside a noun phrase, before or at its head?
bool MentionReader::is_phrase_item(std::uint32_t i) const {
  const Item& one = item(i);
  if (one.is_name() || one.is(ItemKind::number)) return true;
  if (one.is(ItemKind::possessive)) return i > frame_.begin && !is_pronoun(i - 1);
  if (!one.is(ItemKind::word) || ends_phrase(one)) {
    return one.is(ItemKind::word) && one.has(WordClass::determiner) &&
           !one.has(WordClass::preposition) && !one.has(WordClass::conjunction);
  }
  if (one.has(WordClass::adverb) && !one.has(WordClass::indefinite)) return false;
  if (one.has(WordClass::personal) && !one.info->subject_form && !one.has(WordClass::possessive)) {
    return false;
  }
  return !one.has(WordClass::cue_finite) || !is_cue_verb(scene_, frame_, i);
}

/// Does item `i` go on with the phrase that its neighbour before is part of? Behind a name only
/// "'s" and nouns for speakers do ("the Adair campaign"); another word is a verb or the like.
bool MentionReader::continues_phrase(std::uint32_t i) const {
  if (!is_phrase_item(i)) return false;
  const Item& before = item(i - 1);
  const Item& one = item(i);
  if (!before.is_name() || one.is_name() || one.is(ItemKind::possessive)) return true;
  return one.upper || one.has(WordClass::person_noun) || one.has(WordClass::people_noun) ||
         one.has(WordClass::group_noun) || one.has(WordClass::document_noun);
}

bool MentionReader::is_gap(std::uint32_t i) const {
  const Item& one = item(i);
  return one.has(WordClass::adverb) || one.has(WordClass::auxiliary) ||
         one.has(WordClass::negation) || one.has(WordClass::day) ||
         (one.is(ItemKind::word) && (!one.upper || i == frame_.begin) &&
          one.span.end - one.span.begin > 4 && scene_.text(frame_, one.span).ends_with("ly"));
}

SpeakerMention MentionReader::single(std::uint32_t i, MentionKind kind) const {
  SpeakerMention mention;
  mention.kind = kind;
  mention.begin = i;
  mention.end = i + 1;
  mention.head = i;
  if (kind == MentionKind::pronoun) mention.plural = item(i).info->number == Number::plural;
  return mention;
}

SpeakerMention MentionReader::name_at(std::uint32_t i) const {
  return single(i, kind_of(item(i)));
}

/// What the items [begin, end) of one phrase name; its last item is the head.
SpeakerMention MentionReader::classify(std::uint32_t begin, std::uint32_t end) const {
  if (begin >= end) return {};
  if (end == begin + 1 && is_pronoun(begin)) return single(begin, MentionKind::pronoun);
  std::uint32_t head = end - 1;
  while (head > begin && item(head).is(ItemKind::number)) --head;
  SpeakerMention mention = single(head, kind_of(item(head)));
  mention.begin = begin;
  mention.end = end;
  if (item(head).is(ItemKind::possessive) || is_gap(head)) return {};
  if (mention.kind == MentionKind::description) {
    const Item& word = item(head);
    if (!word.is(ItemKind::word) && !word.is(ItemKind::number)) return {};
    bool indefinite = word.has(WordClass::people_noun);
    bool definite = false;
    for (std::uint32_t i = begin; i < end; ++i) {
      indefinite = indefinite || item(i).has(WordClass::indefinite);
      definite = definite || item(i).has(WordClass::determiner) ||
                 item(i).has(WordClass::possessive) || item(i).is(ItemKind::possessive);
    }
    definite = definite || (scene_.lexicon->no_articles() && word.has(WordClass::office_noun));
    mention.indefinite = indefinite || !definite;
    mention.plural = word.has(WordClass::people_noun);
  }
  return mention;
}

SpeakerMention MentionReader::starting_at(std::uint32_t i) const {
  std::uint32_t begin = i;
  while (begin < frame_.end && is_gap(begin) && !item(begin).has(WordClass::day)) ++begin;
  if (begin >= frame_.end) return {};
  if (is_pronoun(begin)) return single(begin, MentionKind::pronoun);
  if (!is_phrase_item(begin)) return {};
  std::uint32_t end = begin + 1;
  while (end < frame_.end && continues_phrase(end)) ++end;
  const SpeakerMention found = classify(begin, end);
  return named_in_apposition(end, found);
}

/// A person, or capitalised words of a name that nobody identified.
bool MentionReader::is_full_name(std::uint32_t i) const {
  return item(i).is(ItemKind::person) ||
         (item(i).is(ItemKind::proper) &&
          scene_.text(frame_, item(i).span).find(' ') != std::string_view::npos);
}

/// "a spokesman for the port, Piet Claes," - the name behind the comma is the speaker.
SpeakerMention MentionReader::named_in_apposition(std::uint32_t after,
                                                  const SpeakerMention& found) const {
  if (found.kind != MentionKind::description) return found;
  std::uint32_t i = after;
  while (i < frame_.end && item(i).has(WordClass::preposition)) {
    ++i;
    while (i < frame_.end && is_phrase_item(i)) ++i;
  }
  if (i + 1 >= frame_.end || !item(i).is(ItemKind::comma)) return found;
  std::uint32_t name = i + 1;
  while (name < frame_.end && item(name).has(WordClass::title)) ++name;
  // "The bank, Harmattan Trust, said"
  const bool body = item(found.head).has(WordClass::group_noun) && name + 1 < frame_.end &&
                    item(name + 1).is(ItemKind::comma) &&
                    (item(name).is(ItemKind::organization) || item(name).is(ItemKind::proper));
  if (name >= frame_.end || (!body && !is_full_name(name))) return found;
  const bool whole = name + 1 == frame_.end || !is_phrase_item(name + 1);
  return whole && !found.plural ? single(name, kind_of(item(name))) : found;
}

/// A determiner begins its phrase: "a crime | the mayor condemned".
bool MentionReader::opens_phrase(std::uint32_t i) const {
  return item(i).is(ItemKind::word) &&
         (item(i).has(WordClass::determiner) || item(i).has(WordClass::possessive));
}

std::uint32_t MentionReader::phrase_begin(std::uint32_t last, std::uint32_t from) const {
  std::uint32_t begin = last;
  if (is_pronoun(last)) return last;
  while (begin > from && is_phrase_item(begin - 1) && !is_pronoun(begin - 1) &&
         !opens_phrase(begin)) {
    --begin;
  }
  return begin;
}

/// "the former clerk and current mayor": the determiner stands before the first of two phrases.
SpeakerMention MentionReader::joined(SpeakerMention found, std::uint32_t from) const {
  if (found.kind != MentionKind::description || !found.indefinite || found.plural ||
      found.begin < from + 2 || !item(found.begin - 1).has(WordClass::conjunction)) {
    return found;
  }
  for (std::uint32_t i = found.begin - 1; i > from; --i) {
    if (opens_phrase(i - 1)) found.indefinite = item(i - 1).has(WordClass::indefinite);
    if (opens_phrase(i - 1) || item(i - 1).is(ItemKind::comma)) break;
  }
  return found;
}

SpeakerMention MentionReader::ending_at(std::uint32_t i, std::uint32_t from) const {
  std::uint32_t last = i;
  while (true) {
    if (!is_phrase_item(last)) return {};
    const std::uint32_t begin = phrase_begin(last, from);
    const SpeakerMention found = classify(begin, last + 1);
    if (found.kind == MentionKind::pronoun) return found;
    // "the mayor of Kolding", "a spokesman for Brandt": the head stands before the preposition.
    if (begin == from || !governs(begin - 1)) return joined(found, from);
    if (is_office_before(begin, found, from)) return name_at(found.head);
    if (begin < from + 2 || !is_phrase_item(begin - 2)) return {};
    last = begin - 2;
  }
}

/// Phrases in commas stand between subject and verb: "Brandt, 42, a former clerk, said". Of the
/// pieces between the commas a bare name wins, then the first description.
SpeakerMention MentionReader::over_commas(std::uint32_t comma, std::uint32_t from) const {
  SpeakerMention spare;
  SpeakerMention body;  // the name of one, alone between commas
  std::uint32_t closing = comma;
  for (int pieces = 0; pieces < 6 && closing > from; ++pieces) {
    std::uint32_t opening = closing;
    while (opening > from && !item(opening - 1).is(ItemKind::comma) &&
           !item(opening - 1).is(ItemKind::quote)) {
      --opening;
    }
    if (opening == closing) break;
    const SpeakerMention piece = ending_at(closing - 1, opening);
    if (piece.kind == MentionKind::person || piece.kind == MentionKind::pronoun) return piece;
    const bool whole = piece && piece.begin == opening;
    if (piece.kind == MentionKind::proper && is_full_name(piece.head) && whole) return piece;
    // "The union, Unite, said"
    if (body && piece.kind == MentionKind::description &&
        (item(piece.head).has(WordClass::group_noun) ||
         (body.kind == MentionKind::organization &&
          item(piece.head).has(WordClass::person_noun)))) {
      return body;
    }
    body = {};
    if (whole && (piece.kind == MentionKind::organization || piece.kind == MentionKind::proper)) {
      body = piece;
    }
    const bool number = piece && item(piece.head).is(ItemKind::number);
    if (piece && !number && !governs(opening)) spare = piece;
    if (opening <= from + 1 || item(opening - 1).is(ItemKind::quote)) break;
    closing = opening - 1;
  }
  return spare;
}

/// Steps over what may stand between subject and verb: "later", "has", "on Monday".
std::uint32_t MentionReader::before_gaps(std::uint32_t verb, std::uint32_t from) const {
  std::uint32_t i = verb - 1;
  while (i > from) {
    const bool day = item(i).has(WordClass::day);
    if (!is_gap(i) && !item(i).is(ItemKind::possessive)) break;
    --i;
    if (day && i > from && governs(i)) --i;
  }
  return i;
}

/// "Adair communication director Lia Rossi": an office between the name and the one who bears it.
bool MentionReader::is_before_office(std::uint32_t i) const {
  if (!item(i).is_name()) return false;
  for (std::uint32_t k = i + 1; k + 1 < frame_.end && k < i + 5; ++k) {
    const Item& one = item(k);
    if (!one.is(ItemKind::word) || ends_phrase(one) || opens_phrase(k) || one.has(WordClass::be) ||
        one.has(WordClass::adverb) || is_cue_verb(scene_, frame_, k)) {
      return false;
    }
    if (one.has(WordClass::person_noun) && item(k + 1).is(ItemKind::person)) return true;
  }
  return false;
}

bool MentionReader::is_modifier(std::uint32_t i) const {
  if (is_before_office(i)) return true;
  if (i + 1 >= frame_.end || !continues_phrase(i + 1)) return false;
  // Behind a noun an unknown word may be a verb: "the campaign defended".
  return item(i).is_name() || item(i + 1).is(ItemKind::possessive) || is_speaker_noun(i + 1);
}

bool MentionReader::is_governed(std::uint32_t i) const {
  const std::uint32_t begin = phrase_begin(i, frame_.begin);
  return begin > frame_.begin && governs(begin - 1) &&
         !is_office_before(begin, classify(begin, i + 1), frame_.begin);
}

/// "Secretary of State Ilse Torvald", "minister for ports Idris Novak": the office ends where the
/// name begins. Not so "a friend of President Torvald", whose name has a title of its own.
bool MentionReader::is_office_before(std::uint32_t begin, const SpeakerMention& found,
                                     std::uint32_t from) const {
  if (found.kind != MentionKind::person || found.head == begin || begin < from + 2) return false;
  const std::string_view preposition = scene_.text(frame_, item(begin - 1).span);
  if (preposition != "of" && preposition != "for" && preposition != "to") return false;
  for (std::uint32_t i = begin; i < found.head; ++i) {
    const Item& one = item(i);
    if (one.is(ItemKind::possessive) || one.has(WordClass::title) || opens_phrase(i) ||
        one.has(WordClass::person_noun) || one.is(ItemKind::person)) {
      return false;
    }
  }
  return item(begin - 2).has(WordClass::office_noun);
}

bool MentionReader::is_relative_before(std::uint32_t verb) const {
  return verb > frame_.begin && item(before_gaps(verb, frame_.begin)).has(WordClass::relative);
}

/// What "who" or "which" behind item `i` means: in "she turned to the Leith Port Authority, which
/// said" the name itself; in "the mayor of Leith, who said" the head before the preposition.
SpeakerMention MentionReader::antecedent_at(std::uint32_t i, std::uint32_t from) const {
  if (item(i).is_name()) {
    const std::uint32_t begin = phrase_begin(i, from);
    if (begin > from && governs(begin - 1)) {
      const std::string_view word = scene_.text(frame_, item(begin - 1).span);
      const bool part_of_name = word == "of" || word == "for" || word == "at" || word == "from";
      if (!part_of_name) return classify(begin, i + 1);
    }
  }
  return ending_at(i, from);
}

SpeakerMention MentionReader::subject_of(std::uint32_t verb, std::uint32_t from) const {
  if (verb <= from) return {};
  std::uint32_t i = before_gaps(verb, from);
  if (is_gap(i)) return {};
  if (item(i).has(WordClass::relative) && i > from) {
    --i;
    if (item(i).is(ItemKind::comma) && i > from) --i;
    return antecedent_at(i, from);
  }
  if (item(i).is(ItemKind::comma)) return over_commas(i, from);
  if (item(i).is(ItemKind::dash) && i > from) {
    // "Brandt - a former clerk - said"
    std::uint32_t opening = i;
    while (opening > from && !item(opening - 1).is(ItemKind::dash)) --opening;
    return opening >= from + 2 ? ending_at(opening - 2, from) : SpeakerMention{};
  }
  return ending_at(i, from);
}

SpeakerMention MentionReader::first_subject(std::uint32_t from, std::uint32_t to) const {
  SpeakerMention thing;     // an organisation or document
  SpeakerMention governed;  // somebody behind a preposition
  for (std::uint32_t i = from; i < to; ++i) {
    if (is_pronoun(i)) {
      if (!item(i).info->impersonal) return single(i, MentionKind::pronoun);
      if (!thing) thing = single(i, MentionKind::pronoun);
      continue;
    }
    if (!is_phrase_item(i)) continue;
    std::uint32_t end = i + 1;
    while (end < to && continues_phrase(end) && !is_pronoun(end)) ++end;
    // A verb that nobody knows may hang on: "the mayor walked".
    std::uint32_t noun_end = end;
    while (noun_end > i && !is_speaker_noun(noun_end - 1)) --noun_end;
    const SpeakerMention found = noun_end > i ? classify(i, noun_end) : SpeakerMention{};
    const bool owner = noun_end < end && item(noun_end).is(ItemKind::possessive);
    if (found && !owner) {
      const bool under = i > from && governs(i - 1);
      if (is_human(found.head) && !under) return named_in_apposition(noun_end, found);
      if (is_human(found.head) && !governed) governed = found;
      if (!is_human(found.head) && !under && !thing) {
        const SpeakerMention named = named_in_apposition(noun_end, found);
        thing = named.kind == MentionKind::person ? found : named;
      }
    }
    i = end - 1;
  }
  return thing ? thing : governed;
}

bool MentionReader::is_speaker_noun(std::uint32_t i) const {
  const Item& one = item(i);
  return is_human(i) || one.is(ItemKind::organization) || one.is(ItemKind::proper) ||
         one.is(ItemKind::place) ||
         (one.is(ItemKind::word) &&
          (one.has(WordClass::group_noun) || one.has(WordClass::document_noun)));
}

/// A preposition, but not one that can open a clause: "after Osei spoke".
bool MentionReader::governs(std::uint32_t i) const {
  return item(i).has(WordClass::preposition) && !item(i).has(WordClass::subordinator);
}

bool MentionReader::is_human(std::uint32_t i) const {
  const Item& one = item(i);
  return one.is(ItemKind::person) || (one.is(ItemKind::word) && (one.has(WordClass::person_noun) ||
                                                                 one.has(WordClass::people_noun)));
}

SpeakerMention MentionReader::owner_of(std::uint32_t noun, std::uint32_t from) const {
  for (std::uint32_t i = noun; i > from && noun - i < 5; --i) {
    const Item& before = item(i - 1);
    if (before.is(ItemKind::word) && before.has(WordClass::possessive) &&
        !before.has(WordClass::relative)) {
      SpeakerMention mention = single(i - 1, MentionKind::pronoun);
      mention.owner = true;
      return mention;
    }
    if (before.is(ItemKind::possessive) && i >= from + 2 && item(i - 2).is(ItemKind::person)) {
      SpeakerMention mention = single(i - 2, MentionKind::person);
      mention.owner = true;
      return mention;
    }
    if (!is_phrase_item(i - 1)) break;
  }
  return {};
}

}  // namespace onrecord
