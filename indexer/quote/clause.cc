// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/clause.h"

namespace onrecord {

bool Clause::is_according(std::uint32_t i) const {
  if (!item(i).has(WordClass::according)) return false;
  if (!item(i).has(WordClass::adverb)) return true;
  const bool behind_break = i == frame_.begin || item(i - 1).is(ItemKind::comma) ||
                            item(i - 1).is(ItemKind::quote) || item(i - 1).is(ItemKind::dash);
  if (!behind_break || !inside(i + 1)) return false;
  return !item(i + 1).has(WordClass::indefinite) && !item(i + 1).has(WordClass::preposition);
}

bool Clause::is_word(std::uint32_t i, std::string_view word) const {
  return item(i).is(ItemKind::word) && scene_.text(frame_, item(i).span) == word;
}

bool Clause::is_finite(std::uint32_t i) const {
  if (!is_verb(i)) return false;
  if (item(i).has(WordClass::cue_finite)) return true;
  if (!item(i).has(WordClass::cue_past)) return false;
  std::uint32_t before = i;
  while (before > frame_.begin &&
         (item(before - 1).has(WordClass::adverb) ||
          (item(before - 1).has(WordClass::personal) && item(before - 1).info->subject_form))) {
    --before;
  }
  return before > frame_.begin && item(before - 1).has(WordClass::auxiliary);
}

bool Clause::is_plausible(const SpeakerMention& mention) const {
  if (mention.kind != MentionKind::description) return static_cast<bool>(mention);
  const Item& head = item(mention.head);
  if (head.has(WordClass::person_noun) || head.has(WordClass::people_noun) ||
      head.has(WordClass::group_noun) || head.has(WordClass::document_noun)) {
    return true;
  }
  const std::string_view word = scene_.text(frame_, head.span);
  if (word.ends_with("ed") || word.ends_with("ing")) return false;
  const Item& first = item(mention.begin);
  if (first.has(WordClass::determiner) || first.has(WordClass::possessive)) return true;
  if (mention.begin == frame_.begin) return true;
  const Item& before = item(mention.begin - 1);
  return before.is(ItemKind::comma) || before.has(WordClass::conjunction);
}

VerbSubject Clause::subject(std::uint32_t verb) const {
  const Item& one = item(verb);
  const bool first = verb == frame_.begin;
  if (!first && one.has(WordClass::cue_participle) && is_word(verb - 1, "as")) {
    return of_quoted_as(verb);
  }
  if (is_passive(verb)) return of_passive(verb);
  VerbSubject found;
  if (one.has(WordClass::cue_participle)) {
    found.form = VerbForm::participle;
    if (verb < frame_.begin + 2 || opens_with_participle(verb)) {
      found.mention = of_opening_participle(verb);
    }
    // "Brandt saying that": directly behind a name, no comma between.
    if (!first && item(verb - 1).is(ItemKind::person)) {
      found.mention = reader_.name_at(verb - 1);
    }
  } else if (!first && is_word(verb - 1, "to")) {
    found.form = VerbForm::infinitive;
  } else {
    found.mention = reader_.subject_of(verb, frame_.begin);
    found.in_relative_clause = reader_.is_relative_before(verb);
    if (!is_plausible(found.mention) && follows_quote(verb)) found.mention = inverted_subject(verb);
  }
  if (!is_plausible(found.mention)) found.mention = main_subject(verb);
  return found;
}

/// Does the verb stand right behind a quotation, as in "The dyke," said Osei, "will break"?
bool Clause::follows_quote(std::uint32_t verb) const {
  std::uint32_t i = verb;
  while (i > frame_.begin &&
         (item(i - 1).is(ItemKind::comma) || item(i - 1).is(ItemKind::dash) ||
          item(i - 1).has(WordClass::adverb) || item(i - 1).has(WordClass::auxiliary))) {
    --i;
  }
  return i > frame_.begin && item(i - 1).is(ItemKind::quote);
}

SpeakerMention Clause::inverted_subject(std::uint32_t verb) const {
  if (!inside(verb + 1) || !is_finite(verb) || item(verb).has(WordClass::cue_telling)) return {};
  const SpeakerMention mention = reader_.starting_at(verb + 1);
  return is_plausible(mention) ? mention : SpeakerMention{};
}

/// A past participle after a form of "be".
bool Clause::is_passive(std::uint32_t verb) const {
  if (!item(verb).has(WordClass::cue_past)) return false;
  std::uint32_t i = verb;
  while (i > frame_.begin && item(i - 1).has(WordClass::adverb)) --i;
  return i > frame_.begin && item(i - 1).has(WordClass::be);
}

VerbSubject Clause::of_passive(std::uint32_t verb) const {
  VerbSubject found;
  found.form = VerbForm::without_agent;
  for (std::uint32_t i = verb + 1; inside(i + 1) && i < verb + 6; ++i) {
    if (item(i).is(ItemKind::quote)) break;
    if (!is_word(i, "by")) continue;
    found.form = VerbForm::by_agent;
    found.mention = reader_.starting_at(i + 1);
    break;
  }
  return found;
}

/// "The paper quoted Osei as saying", "Osei was quoted by the paper as saying"
VerbSubject Clause::of_quoted_as(std::uint32_t verb) const {
  VerbSubject found;
  found.form = VerbForm::quoted_as;
  if (verb < frame_.begin + 2) return found;
  for (std::uint32_t i = verb - 1; i > frame_.begin && verb - i < 10; --i) {
    if (!is_verb(i - 1) || !is_passive(i - 1)) continue;
    found.mention = reader_.subject_of(i - 1, frame_.begin);
    if (!is_plausible(found.mention)) found.mention = main_subject(i - 1);
    return found;
  }
  found.mention = reader_.ending_at(verb - 2, frame_.begin);
  return found;
}

/// "Waving signs calling the toll ...": no subject and no comma before the verb.
bool Clause::opens_with_participle(std::uint32_t verb) const {
  const Item& first = item(frame_.begin);
  if (!first.is(ItemKind::word) || !scene_.text(frame_, first.span).ends_with("ing")) return false;
  for (std::uint32_t i = frame_.begin + 1; i < verb; ++i) {
    if (item(i).is(ItemKind::comma) || item(i).is(ItemKind::quote)) return false;
  }
  return true;
}

/// "Calling the toll "unfair," Osei left": the subject stands behind the comma.
SpeakerMention Clause::of_opening_participle(std::uint32_t verb) const {
  bool parted = false;
  for (std::uint32_t i = verb + 1; inside(i); ++i) {
    if (parted && !item(i).is(ItemKind::comma)) {
      const SpeakerMention mention = reader_.starting_at(i);
      if (mention && is_plausible(mention)) return mention;
    }
    const bool before_pronoun =
        inside(i + 1) && item(i + 1).has(WordClass::personal) && item(i + 1).info->subject_form;
    parted = item(i).is(ItemKind::comma) ||
             (item(i).is(ItemKind::quote) && (before_pronoun || scene_.ends_with_comma(item(i))));
  }
  return {};
}

SpeakerMention Clause::main_subject(std::uint32_t to) const {
  std::uint32_t from = frame_.begin;
  for (std::uint32_t i = to; i > frame_.begin; --i) {
    if (item(i - 1).is(ItemKind::semicolon)) {
      from = i;
      break;
    }
  }
  const SpeakerMention mention = reader_.first_subject(main_clause(from, to), to);
  return mention ? mention : reader_.first_subject(from, to);
}

/// Behind the comma of an opening adverbial: "After the vote, Osei ..."
std::uint32_t Clause::main_clause(std::uint32_t from, std::uint32_t to) const {
  const Item& first = item(from);
  if (!first.has(WordClass::preposition) && !first.has(WordClass::subordinator)) return from;
  for (std::uint32_t i = from; i < to; ++i) {
    if (item(i).is(ItemKind::comma)) return i + 1;
  }
  return from;
}

}  // namespace onrecord
