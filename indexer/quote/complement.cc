// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/complement.h"

#include <algorithm>

namespace onrecord {
namespace {

// How far a reading goes before it gives up: bounds the work for each cue.
constexpr std::uint32_t longest_phrase = 7;
constexpr std::uint32_t longest_subject = 16;
constexpr int most_circumstances = 6;

bool ends_phrase(const Item& one) {
  return one.has(WordClass::preposition) || one.has(WordClass::conjunction) ||
         one.has(WordClass::subordinator) || one.has(WordClass::relative) ||
         one.has(WordClass::auxiliary) || one.has(WordClass::according) || one.has(WordClass::day);
}

bool is_opener(const Item& one) {
  return one.has(WordClass::determiner) || one.has(WordClass::possessive);
}

}  // namespace

bool ComplementReader::is_reporting_verb(std::uint32_t i) const {
  const Item& one = item(i);
  if (!one.is(ItemKind::word) || one.info == nullptr || one.info->complements == 0) return false;
  if (clause_.is_verb(i)) return true;
  // "Some said", "many say": the word before is no determiner of the verb's.
  return one.info->takes(Complement::clause) && one.has(WordClass::cue_finite) &&
         i > frame_.begin && item(i - 1).has(WordClass::indefinite);
}

/// "Osei states", "the indictment states", "they state" - but "eight states", "and state".
bool ComplementReader::is_doubtful(std::uint32_t verb) const {
  const Item& one = item(verb);
  const bool past = one.has(WordClass::cue_past) || one.has(WordClass::cue_participle);
  if (verb == frame_.begin) return false;
  const Item& before = item(verb - 1);
  if (past) return before.is(ItemKind::number);
  const std::string_view word = scene_.text(frame_, one.span);
  if (word == "says" || word == "say") return false;
  const bool subject = before.is_name() || before.has(WordClass::personal) ||
                       before.has(WordClass::relative) || before.has(WordClass::person_noun) ||
                       before.has(WordClass::people_noun) || before.has(WordClass::group_noun) ||
                       before.has(WordClass::document_noun) || before.has(WordClass::auxiliary);
  if (subject || is_word(verb - 1, "to")) return false;
  if (verb < frame_.begin + 2 || !before.is(ItemKind::word) || before.has(WordClass::conjunction)) {
    return true;
  }
  return !is_opener(item(verb - 2)) && !before.has(WordClass::adverb);
}

std::uint32_t ComplementReader::behind_verb(std::uint32_t verb) const {
  const Item& one = item(verb);
  const bool particle = one.has(WordClass::cue_phrasal) && inside(verb + 1);
  return verb + (particle ? 2 : 1);
}

/// „betonte, dass“, «заявил, что»: a conjunction that is nothing else may stand behind a comma.
bool ComplementReader::is_that_behind_comma(std::uint32_t i) const {
  return inside(i) && item(i).is(ItemKind::comma) && is_that(i + 1) &&
         !item(i + 1).has(WordClass::determiner);
}

bool ComplementReader::is_question_word(std::uint32_t i) const {
  return inside(i) && !is_that(i) &&
         ((item(i).has(WordClass::complementizer) && item(i).has(WordClass::subordinator)) ||
          item(i).has(WordClass::relative) || is_word(i, "if") || is_word(i, "when") ||
          is_word(i, "where"));
}

/// "closing", but no noun before a verb: "building has"
bool ComplementReader::is_gerund(std::uint32_t i) const {
  if (!inside(i) || !item(i).is(ItemKind::word) || item(i).upper) return false;
  const std::string_view word = scene_.text(frame_, item(i).span);
  return word.size() > 4 && word.ends_with("ing");
}

bool ComplementReader::is_pronoun(std::uint32_t i) const {
  return inside(i) && item(i).is(ItemKind::word) && item(i).has(WordClass::personal) &&
         !item(i).has(WordClass::possessive);
}

bool ComplementReader::is_subject_pronoun(std::uint32_t i) const {
  return is_pronoun(i) && item(i).info->subject_form;
}

bool ComplementReader::opens_noun_phrase(std::uint32_t i) const {
  if (!inside(i)) return false;
  const Item& one = item(i);
  if (one.is_name() || one.is(ItemKind::number)) return true;
  if (!one.is(ItemKind::word)) return false;
  if (is_opener(one) || one.has(WordClass::personal)) return true;
  return !ends_phrase(one) && !one.has(WordClass::adverb);
}

/// "to close", "not to close"
bool ComplementReader::is_infinitive(std::uint32_t i) const {
  if (inside(i) && item(i).has(WordClass::negation)) ++i;
  return inside(i + 1) && is_word(i, "to") && item(i + 1).is(ItemKind::word) &&
         !item(i + 1).upper && !is_opener(item(i + 1)) && !item(i + 1).has(WordClass::personal);
}

/// "there were"
bool ComplementReader::is_existential(std::uint32_t i) const {
  return inside(i + 1) && item(i).has(WordClass::adverb) && item(i + 1).has(WordClass::auxiliary);
}

/// Does a finite verb follow before the sentence's next sign or relative clause?
bool ComplementReader::looks_like_clause(std::uint32_t i) const {
  if (is_existential(i)) return true;
  if (!opens_noun_phrase(i)) return false;
  if (is_pronoun(i)) return item(i).info->subject_form;
  for (std::uint32_t k = i + 1; inside(k) && k < i + longest_subject; ++k) {
    const Item& one = item(k);
    if (one.is_name() || one.is(ItemKind::number) || one.is(ItemKind::possessive)) continue;
    if (!one.is(ItemKind::word) || one.has(WordClass::relative)) return false;
    if (one.has(WordClass::auxiliary)) return true;
    const Item& before = item(k - 1);
    const std::string_view word = scene_.text(frame_, one.span);
    if (word.size() > 4 && word.ends_with("ed") && !is_opener(before) &&
        !before.has(WordClass::preposition) && !before.has(WordClass::conjunction)) {
      return true;
    }
    if (is_pronoun(k) && one.info->subject_form) return true;
  }
  return false;
}

std::uint32_t ComplementReader::skip_gaps(std::uint32_t i) const {
  while (inside(i)) {
    const Item& one = item(i);
    const bool day = one.has(WordClass::day) && !one.has(WordClass::auxiliary);
    const bool dated = one.is(ItemKind::number) && item(i - 1).has(WordClass::day);
    const bool adverb = one.has(WordClass::adverb) && !one.has(WordClass::conjunction) &&
                        !one.has(WordClass::negation) && !one.has(WordClass::subordinator);
    // "said there were": the adverb is the clause's own; so is "said Monday's storm".
    const bool own = is_existential(i) || (inside(i + 1) && item(i + 1).is(ItemKind::possessive));
    if ((!day && !dated && !adverb) || own) break;
    ++i;
  }
  return i;
}

/// The end of the noun phrase that begins at item `i`; `i` itself where none does.
std::uint32_t ComplementReader::skip_phrase(std::uint32_t i) const {
  if (!inside(i)) return i;
  if (is_pronoun(i) && !item(i).has(WordClass::possessive)) return i + 1;
  std::uint32_t k = i;
  while (inside(k) && k < i + longest_phrase) {
    const Item& one = item(k);
    const bool first = k == i;
    if (!one.is_name() && !one.is(ItemKind::number) && !one.is(ItemKind::possessive)) {
      if (!one.is(ItemKind::word)) break;
      if (is_opener(one) && !one.has(WordClass::preposition)) {
        if (!first && !is_opener(item(k - 1))) break;
      } else if (ends_phrase(one) || one.has(WordClass::personal) ||
                 (one.has(WordClass::adverb) && !first && !is_opener(item(k - 1)))) {
        break;
      } else if (!first && item(k - 1).is_name() && !one.upper &&
                 !one.has(WordClass::person_noun) && !one.has(WordClass::people_noun) &&
                 !one.has(WordClass::group_noun) && !one.has(WordClass::document_noun)) {
        break;
      } else if (!first && clause_.is_finite(k) && !is_opener(item(k - 1))) {
        break;
      }
    }
    ++k;
  }
  return k;
}

std::uint32_t ComplementReader::skip_circumstances(std::uint32_t i) const {
  for (int n = 0; n < most_circumstances; ++n) {
    const std::uint32_t from = i;
    i = skip_gaps(i);
    if (inside(i + 1) && item(i).has(WordClass::preposition) && !is_infinitive(i) &&
        !item(i + 1).has(WordClass::preposition)) {
      const bool day = item(i + 1).has(WordClass::day);
      const std::uint32_t end = day ? skip_gaps(i + 1) : skip_phrase(i + 1);
      if (end > i + 1) i = end;
    }
    if (i == from) break;
  }
  return i;
}

std::uint32_t ComplementReader::skip_company(std::uint32_t verb) const {
  const std::uint32_t after = behind_verb(verb);
  const bool company = item(verb).info->takes(Complement::object);
  return skip_circumstances(company ? skip_object(after) : after);
}

/// "told | the council and the press in Kolding |"
std::uint32_t ComplementReader::skip_object(std::uint32_t i) const {
  std::uint32_t end = skip_phrase(i);
  while (end > i && inside(end + 1) && item(end).has(WordClass::conjunction) &&
         opens_noun_phrase(end + 1)) {
    end = skip_phrase(end + 1);
  }
  return end;
}

/// The infinitive behind the one who shall do it: "the council in Kolding | to close".
std::uint32_t ComplementReader::find_infinitive(std::uint32_t i) const {
  if (is_infinitive(i)) return i;
  const std::uint32_t object = skip_object(i);
  if (object == i) return frame_.end;
  const std::uint32_t behind = skip_circumstances(object);
  return is_infinitive(behind) ? behind : frame_.end;
}

/// "accused | the council and its clerks | of", "described | the pier in Kolding | as"
bool ComplementReader::has_word_behind_object(std::uint32_t object, std::string_view word) const {
  if (!opens_noun_phrase(object)) return false;
  for (std::uint32_t k = object + 1; inside(k) && k < object + longest_subject; ++k) {
    const Item& one = item(k);
    if (is_word(k, word)) return true;
    if (one.is(ItemKind::word) && (one.has(WordClass::auxiliary) || one.has(WordClass::relative))) {
      return false;
    }
    if (!one.is(ItemKind::word) && !one.is_name() && !one.is(ItemKind::number) &&
        !one.is(ItemKind::possessive)) {
      return false;
    }
  }
  return false;
}

/// "called | the pier | a danger"
bool ComplementReader::is_naming(std::uint32_t object) const {
  const std::uint32_t end = skip_phrase(object);
  return end > object && inside(end + 1) && item(end).has(WordClass::indefinite) &&
         item(end).has(WordClass::determiner);
}

/// Complements that a small word gives away; the frame's end where there is none.
std::uint32_t ComplementReader::find_fixed(const WordInfo& info, std::uint32_t i,
                                           VerbUsage usage) const {
  if (info.takes(Complement::infinitive) && is_infinitive(i)) return i;
  if (info.takes(Complement::order)) {
    // "was urged by Osei | to close"
    const std::uint32_t agent = usage.passive && is_word(i, "by") ? skip_object(i + 1) : i;
    if (agent > i && is_infinitive(agent)) return agent;
    if (agent == i && inside(find_infinitive(i))) return i;
  }
  if (info.takes(Complement::on) && is_word(i, "on") && inside(find_infinitive(i + 1)))
    return i + 1;
  if (info.takes(Complement::for_) && is_word(i, "for")) return i + 1;
  if (info.takes(Complement::against) && is_word(i, "against")) return i + 1;
  if (info.takes(Complement::about) && is_word(i, "about")) return i + 1;
  if (info.takes(Complement::at) && is_word(i, "at") && inside(i + 1) &&
      !item(i + 1).is(ItemKind::number)) {
    return i + 1;
  };
  if (info.takes(Complement::of)) {
    // "was accused of", "was accused by Brandt of", "warned of"; but not "people accused of"
    const bool direct = usage.passive || info.takes(Complement::that);
    if (direct && is_word(i, "of")) return i + 1;
    const std::uint32_t by = usage.passive && is_word(i, "by") ? skip_object(i + 1) : i;
    if (by > i && inside(by) && is_word(by, "of")) return by + 1;
    if (by == i && has_word_behind_object(i, "of")) return i;
  }
  if (info.takes(Complement::as) && has_word_behind_object(i, "as")) return i;
  if (info.takes(Complement::naming) && is_naming(i)) return i;
  if (info.takes(Complement::gerund) && is_gerund(i)) return i;
  return frame_.end;
}

/// "told | the council in Kolding | (that) the pier would close"
std::uint32_t ComplementReader::find_object(std::uint32_t object) const {
  const std::uint32_t end = skip_object(object);
  if (end == object || !inside(end)) return frame_.end;
  const std::uint32_t behind = skip_circumstances(end);
  if (is_that(behind)) return behind + 1;
  if (is_question_word(behind) && !item(behind).has(WordClass::relative)) return behind;
  if (looks_like_clause(end)) return end;
  if (behind > end && looks_like_clause(behind)) return behind;
  // "told the council prices | would rise": the last noun is the clause's subject.
  if (item(end).has(WordClass::auxiliary)) return end > object + 1 ? end - 1 : frame_.end;
  // The verb may be one that nobody knows: "told the paper the pier | shut".
  return opens_noun_phrase(end) && end + 3 <= frame_.end ? end : frame_.end;
}

/// "asked when"; "said when" is no question, but "did not say when" and "declined to say when" are.
bool ComplementReader::is_question(std::uint32_t i, std::uint32_t verb, VerbUsage usage) const {
  if (!item(verb).info->takes(Complement::whether) || !is_question_word(i)) return false;
  const bool open = usage.negated || usage.infinitive ||
                    (!usage.doubtful && !item(verb).info->takes(Complement::clause));
  return open || item(i).has(WordClass::complementizer);
}

/// Item where the complement of `verb` begins; the frame's end where there is none.
std::uint32_t ComplementReader::find_beginning(std::uint32_t verb, std::uint32_t after,
                                               VerbUsage usage) const {
  const WordInfo& info = *item(verb).info;
  const bool clause = info.takes(Complement::clause);
  const bool that = takes_clause(verb);
  const bool object = info.takes(Complement::object);
  const std::uint32_t none = frame_.end;
  const std::uint32_t i = skip_gaps(after);
  if (!inside(i)) return none;
  if ((that || object) && is_that(i)) return i + 1;
  if ((that || object) && is_that_behind_comma(i)) return i + 2;
  if (is_question(i, verb, usage)) return i;
  const std::uint32_t behind = skip_circumstances(after);
  if (that && is_that(behind)) return behind + 1;
  if (that && is_that_behind_comma(behind)) return behind + 2;
  // «dijo que», «сказал, что»: without the word nothing is reported.
  if (scene_.lexicon->pack().lists("traits", "that stays")) return none;
  if (inside(behind) && is_question(behind, verb, usage)) return behind;
  // "to confirm names": what shall be said is not said yet, unless the clause is plain.
  if (usage.unsaid || usage.doubtful) return none;
  // "He added: The pier must close."
  if (that && item(i).is(ItemKind::colon) && inside(i + 1) && !item(i + 1).is(ItemKind::quote)) {
    return i + 1;
  }
  if (const std::uint32_t fixed = find_fixed(info, i, usage); inside(fixed)) return fixed;
  if (object) {
    if (const std::uint32_t found = find_object(i); inside(found)) return found;
    if (usage.passive && looks_like_clause(i)) return i;
  }
  if (clause && (opens_with_preposition(i) || (behind == i && opens_clause(i)))) return i;
  if (that && looks_like_clause(i)) return i;
  if (that && behind > i && looks_like_clause(behind)) return behind;
  const bool noun = info.takes(Complement::noun) && !usage.passive;
  return noun && opens_noun_phrase(i) && !is_pronoun(i) ? i : none;
}

/// "said about half had left", "said in four cases, the pier had closed"
bool ComplementReader::opens_with_preposition(std::uint32_t i) const {
  if (!inside(i + 1) || !item(i).has(WordClass::preposition)) return false;
  if (!item(i).has(WordClass::subordinator) && item(i + 1).is(ItemKind::number) &&
      (is_word(i, "about") || is_word(i, "around") || is_word(i, "over") || is_word(i, "under"))) {
    return looks_like_clause(i + 1);
  }
  const std::uint32_t end = skip_phrase(i + 1);
  return inside(end + 1) && item(end).is(ItemKind::comma) && !is_opener(item(i + 1)) &&
         !begins_report(end) && looks_like_clause(end + 1);
}

/// What can follow "said" at once; an auxiliary only in "which Osei said would close".
bool ComplementReader::opens_clause(std::uint32_t i) const {
  if (opens_noun_phrase(i) || item(i).has(WordClass::auxiliary)) return true;
  const bool own_adverb = item(i).has(WordClass::adverb) || item(i).has(WordClass::negation);
  if (own_adverb && inside(i + 1) &&
      (opens_noun_phrase(i + 1) || item(i + 1).has(WordClass::auxiliary))) {
    return true;
  }
  return item(i).has(WordClass::subordinator) && !item(i).has(WordClass::preposition) &&
         !is_word(i, "when") && !is_word(i, "while") && !is_word(i, "because");
}

bool ComplementReader::takes_clause(std::uint32_t verb) const {
  const WordInfo& info = *item(verb).info;
  return info.takes(Complement::clause) || info.takes(Complement::that);
}

bool ComplementReader::can_follow_clause(std::uint32_t verb) const {
  return takes_clause(verb) || item(verb).info->takes(Complement::object);
}

std::optional<FoundComplement> ComplementReader::find(std::uint32_t verb, std::uint32_t after,
                                                      VerbUsage usage) const {
  const std::uint32_t begin = find_beginning(verb, after, usage);
  if (!inside(begin)) return std::nullopt;
  FoundComplement found;
  found.words = {begin, end_of(begin)};
  found.question = is_question_word(begin);
  return found;
}

bool ComplementReader::can_stand_alone(ItemRange words) const {
  std::uint32_t i = words.begin;
  if (item(i).is(ItemKind::word) && i == frame_.begin) {
    const std::string_view word = scene_.text(frame_, item(i).span);
    if (word.ends_with("ing") || word.ends_with("ed")) return false;
  }
  // An adverbial may open it: "On Monday, the pier closed".
  if (item(i).has(WordClass::preposition) || item(i).has(WordClass::subordinator)) {
    while (i < words.end && !item(i).is(ItemKind::comma)) ++i;
    if (i < words.end) ++i;
  }
  for (; i < words.end; ++i) {
    const Item& one = item(i);
    if (one.has(WordClass::auxiliary)) return true;
    if (!one.is(ItemKind::word) || i == words.begin) continue;
    const std::string_view word = scene_.text(frame_, one.span);
    if (word.size() > 4 && word.ends_with("ed")) return true;
    if (one.info != nullptr && one.info->is_cue() && clause_.is_finite(i)) return true;
    // A verb that nobody knows: behind a name or a pronoun, or a plain word behind a noun.
    const Item& before = item(i - 1);
    const bool plain = one.info != nullptr && one.info->classes == 0 && !one.upper;
    if (plain && (before.is_name() || is_subject_pronoun(i - 1))) return true;
  }
  return false;
}

/// A subject and a verb of saying that begin at item `i`: "Brandt said", "the mayor also told".
bool ComplementReader::has_report_within(std::uint32_t i) const {
  std::uint32_t verb = skip_phrase(i);
  if (verb == i) return false;
  while (inside(verb) &&
         (item(verb).has(WordClass::adverb) || item(verb).has(WordClass::auxiliary))) {
    ++verb;
  }
  return inside(verb) && is_reporting_verb(verb) && clause_.is_finite(verb);
}

/// Does another report begin with the sign or conjunction at item `i`: ", adding that", "and Brandt
/// said", ", according to"?
bool ComplementReader::begins_report(std::uint32_t i) const {
  std::uint32_t k = i;
  while (inside(k) && (item(k).is(ItemKind::comma) || item(k).is(ItemKind::dash))) ++k;
  if (inside(k) && (item(k).has(WordClass::conjunction) || is_word(k, "while") || is_word(k, "as")))
    ++k;
  if (k == i) return item(i).has(WordClass::according);
  while (inside(k) && item(k).has(WordClass::adverb)) ++k;
  if (!inside(k)) return false;
  return item(k).has(WordClass::according) || is_reporting_verb(k) || has_report_within(k);
}

std::uint32_t ComplementReader::end_of(std::uint32_t begin) const {
  for (std::uint32_t k = begin; k < frame_.end; ++k) {
    const Item& one = item(k);
    if (one.is(ItemKind::semicolon)) return k;
    if (one.is(ItemKind::colon) && inside(k + 1) && item(k + 1).is(ItemKind::quote)) return k;
    const bool joint = one.is(ItemKind::comma) || one.is(ItemKind::dash) ||
                       one.has(WordClass::conjunction) || one.has(WordClass::according) ||
                       one.has(WordClass::subordinator);
    if (joint && k > begin && begins_report(k)) return k;
  }
  return frame_.end;
}

bool ComplementReader::goes_on(std::uint32_t comma) const {
  std::uint32_t k = comma + 1;
  if (!inside(k) || begins_report(comma)) return false;
  if (item(k).has(WordClass::conjunction)) ++k;
  if (!inside(k) || item(k).has(WordClass::relative) || item(k).has(WordClass::subordinator) ||
      item(k).is(ItemKind::quote) || item(k).has(WordClass::preposition)) {
    return false;
  }
  return item(k).has(WordClass::auxiliary) || looks_like_clause(k);
}

std::uint32_t ComplementReader::comma_behind(const SpeakerMention& speaker) const {
  std::uint32_t comma = speaker.end;
  while (inside(comma) && !item(comma).is(ItemKind::comma) &&
         !item(comma).is(ItemKind::semicolon)) {
    ++comma;
  }
  if (!inside(comma + 1) || !item(comma).is(ItemKind::comma)) return frame_.end;
  const Item& next = item(comma + 1);
  if (!is_opener(next) && !next.has(WordClass::relative) && !next.has(WordClass::person_noun)) {
    return comma;
  }
  // "Osei, the mayor of Kolding, ...": said of the speaker, if no verb stands in it.
  for (std::uint32_t k = comma + 1; inside(k) && k < comma + longest_subject; ++k) {
    if (item(k).is(ItemKind::comma)) return k;
    if (item(k).has(WordClass::auxiliary) && !next.has(WordClass::relative)) break;
  }
  return comma;
}

}  // namespace onrecord
