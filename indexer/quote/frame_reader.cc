// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/frame_reader.h"

#include <unicode/uchar.h>

#include "common/utf8.h"
#include "indexer/quote/attribution_rules.h"
#include "indexer/quote/clause.h"

namespace onrecord {
namespace {

using namespace attribution_rules;

const AttributionRule& rule_of(VerbForm form) {
  switch (form) {
    case VerbForm::quoted_as:
      return quoted_as;
    case VerbForm::by_agent:
      return passive_agent;
    case VerbForm::without_agent:
      return passive;
    default:
      return said_before;
  }
}

bool begins_upper(std::string_view text) {
  return !text.empty() && u_isupper(static_cast<UChar32>(code_point_at(text, 0).value)) != 0;
}

/// Attributes the quotations of one frame by what stands in it.
class FrameReader {
 public:
  FrameReader(const Scene& scene, const Frame& frame)
      : scene_(scene), frame_(frame), clause_(scene, frame) {}

  Attribution read(std::uint32_t quote) const {
    const Attribution before = left(quote);
    const Attribution after = right(quote);
    if (after.rule != nullptr && (!before.verb_beside || is_closer(after, before, quote))) {
      return after;
    }
    if (before.rule != nullptr && before.rule != &passive) return before;
    if (const Attribution last = at_end(quote); last.rule != nullptr) return last;
    return before.rule != nullptr ? before : by_subject(quote);
  }

  Attribution tells() const {
    for (std::uint32_t i = frame_.begin; i < frame_.end; ++i) {
      if (!clause_.is_finite(i) || item(i).has(WordClass::cue_weak) ||
          item(i).has(WordClass::cue_manner)) {
        continue;
      }
      Attribution found;
      found.mention = clause_.subject(i).mention;
      found.cue = i;
      return found;
    }
    return {};
  }

  Attribution introduces() const {
    if (item(frame_.end - 1).is(ItemKind::colon)) return left_of_colon(frame_.end - 1);
    Attribution found = at_end(frame_.begin);
    if (found.rule == nullptr) found.mention = clause_.main_subject(frame_.end);
    found.rule = found.mention ? &lead_in : nullptr;
    return found;
  }

 private:
  const Item& item(std::uint32_t i) const { return scene_.items[i]; }
  bool inside(std::uint32_t i) const { return clause_.inside(i); }
  const MentionReader& mentions() const { return clause_.mentions(); }

  /// "..., he said" right behind the comma outweighs all but a verb right before the marks.
  bool is_closer(const Attribution& after, const Attribution& before, std::uint32_t quote) const {
    if (!scene_.ends_with_comma(item(quote)) || !after.verb_beside || !before.cue) return false;
    return *before.cue + 2 < quote || before.rule == &noun_cue;
  }

  // --- to the right: "No," said Osei.

  Attribution right(std::uint32_t quote) const {
    std::uint32_t i = quote + 1;
    bool parted = scene_.ends_with_comma(item(quote));
    while (inside(i) && (item(i).is(ItemKind::comma) || item(i).is(ItemKind::dash))) {
      parted = true;
      ++i;
    }
    if (!inside(i) || item(i).is(ItemKind::stop)) return {};
    if (const Attribution found = after_according(i); found.rule != nullptr) return found;
    if (const Attribution found = in_words_of(i); found.rule != nullptr) return found;
    if (!parted && !opens_frame(quote) && !scene_.ends_strongly(item(quote))) return {};
    if (const Attribution found = inverted(i); found.rule != nullptr) return found;
    if (const Attribution found = plain(i); found.rule != nullptr) return found;
    if (const Attribution found = without_subject(i); found.rule != nullptr) return found;
    return parted && opens_frame(quote) ? without_cue(i) : Attribution{};
  }

  /// «Un desastre», dijo. - whoever spoke before, in languages that drop subjects.
  Attribution without_subject(std::uint32_t i) const {
    Attribution found;
    while (inside(i) && (item(i).has(WordClass::adverb) || item(i).has(WordClass::auxiliary))) ++i;
    if (!scene_.lexicon->drops_subjects() || !inside(i) || !can_be_inverted(i)) return found;
    found.rule = &said_after;
    found.cue = i;
    return found;
  }

  Attribution after_according(std::uint32_t i) const {
    Attribution found;
    if (!clause_.is_according(i)) return found;
    // "according to", «selon»
    std::uint32_t source = i + 1;
    while (inside(source) && item(source).has(WordClass::preposition)) ++source;
    if (!inside(source)) return found;
    found.mention =
        item(source).has(WordClass::personal) && !item(source).has(WordClass::possessive)
            ? mentions().pronoun_at(source)
            : mentions().starting_at(source);
    found.rule = &according_to;
    found.cue = i;
    return found;
  }

  /// It was "a patch," in Osei's words.
  Attribution in_words_of(std::uint32_t i) const {
    Attribution found;
    if (!item(i).has(WordClass::preposition)) return found;
    for (std::uint32_t k = i + 2; inside(k) && k < i + 6; ++k) {
      if (!item(k).has(WordClass::cue_noun)) continue;
      if (!item(k - 1).is(ItemKind::possessive) && !item(k - 1).has(WordClass::possessive)) break;
      found.mention = mentions().owner_of(k, i + 1);
      if (!found.mention) break;
      found.rule = &noun_cue;
      found.cue = k;
      found.verb_beside = true;
      return found;
    }
    return found;
  }

  /// said [adverb] Osei
  Attribution inverted(std::uint32_t i) const {
    Attribution found;
    while (inside(i) && (item(i).has(WordClass::adverb) || item(i).has(WordClass::auxiliary) ||
                         is_object_pronoun(i))) {
      ++i;
    }
    if (!inside(i) || !can_be_inverted(i)) return found;
    found.mention = mentions().starting_at(i + 1);
    if (!found.mention || !is_named(found.mention)) {
      if (const SpeakerMention later = subject_behind_time(i + 1)) found.mention = later;
    }
    if (!found.mention) return {};
    found.rule = &said_after;
    found.cue = i;
    found.verb_beside = true;
    return found;
  }

  /// « Vous saviez ? », lui demande la présidente.
  bool is_object_pronoun(std::uint32_t i) const {
    return item(i).has(WordClass::personal) && !item(i).info->subject_form && inside(i + 1) &&
           clause_.is_finite(i + 1);
  }

  /// « Non », a déclaré jeudi Anne Le Goff: the name behind a day or a short phrase of time or
  /// place.
  SpeakerMention subject_behind_time(std::uint32_t i) const {
    constexpr std::uint32_t longest = 5;
    const bool opens =
        inside(i) && (item(i).has(WordClass::day) || item(i).has(WordClass::adverb) ||
                      item(i).has(WordClass::preposition));
    for (std::uint32_t k = i + 1; opens && inside(k) && k <= i + longest && !ends_clause(k); ++k) {
      const bool somebody = item(k).is(ItemKind::person) || item(k).has(WordClass::title) ||
                            item(k).has(WordClass::office_noun);
      if (!somebody || item(k - 1).has(WordClass::preposition)) continue;
      const SpeakerMention mention = mentions().starting_at(k);
      if (mention && is_named(mention)) return mention;
    }
    return {};
  }

  /// "said Osei", but not "told Osei", "called Osei".
  bool can_be_inverted(std::uint32_t i) const {
    return clause_.is_finite(i) && !item(i).has(WordClass::cue_telling) &&
           !item(i).has(WordClass::cue_calling);
  }

  /// Osei[, the mayor,] [later] said; also behind more of the sentence: "...," and so on, said Osei
  Attribution plain(std::uint32_t from) const {
    if (item(from).has(WordClass::conjunction) || is_subordinate(from)) return {};
    for (std::uint32_t i = from + 1; inside(i) && !ends_clause(i); ++i) {
      if (const Attribution found = at_verb_behind(i, from); found.rule != nullptr) return found;
    }
    return {};
  }

  /// "when Osei objected": no clause that says whose the words before it were.
  bool is_subordinate(std::uint32_t i) const {
    return item(i).has(WordClass::subordinator) && !item(i).has(WordClass::adverb) &&
           !clause_.is_word(i, "as");
  }

  bool ends_clause(std::uint32_t i) const {
    return item(i).is(ItemKind::quote) || item(i).is(ItemKind::semicolon) ||
           item(i).is(ItemKind::stop) || item(i).is(ItemKind::colon);
  }

  /// The verb at `i` with its subject on either side, for a quotation that stands before `from`.
  Attribution at_verb_behind(std::uint32_t i, std::uint32_t from) const {
    Attribution found;
    if (!clause_.is_finite(i)) return found;
    const SpeakerMention subject = mentions().subject_of(i, from);
    const bool first = subject && subject.begin <= from + 1;
    if (!first && item(i - 1).is(ItemKind::comma) && inside(i + 1) && can_be_inverted(i)) {
      found.mention = mentions().starting_at(i + 1);
      if (!clause_.is_plausible(found.mention) || !is_named(found.mention)) found.mention = {};
    }
    if (!found.mention) {
      found.mention = subject;
      found.verb_beside = first;
      if (item(i).has(WordClass::cue_weak) && !found.verb_beside) return {};
      if (!clause_.is_plausible(found.mention)) return {};
    }
    found.rule = &said_after;
    found.cue = i;
    return found;
  }

  bool is_named(const SpeakerMention& mention) const {
    return mention.kind != MentionKind::description ||
           item(mention.head).has(WordClass::person_noun) ||
           item(mention.head).has(WordClass::people_noun);
  }

  /// "No," an angry Osei flung back. - whatever the verb
  Attribution without_cue(std::uint32_t i) const {
    Attribution found;
    found.mention = mentions().starting_at(i);
    if (!clause_.is_plausible(found.mention) || found.mention.kind == MentionKind::place ||
        !is_named(found.mention)) {
      return {};
    }
    found.rule = &name_after;
    return found;
  }

  /// "Osei, a former clerk, said the pier ..." is no inversion.
  bool has_subject_before(std::uint32_t verb) const {
    return clause_.is_finite(verb) &&
           clause_.is_plausible(mentions().subject_of(verb, frame_.begin));
  }

  /// The sentence ends with ", Osei said." or ", said Osei.": it governs all that has no other cue.
  Attribution at_end(std::uint32_t quote) const {
    for (std::uint32_t i = frame_.end; i > quote + 1; --i) {
      const Item& before = item(i - 1);
      if (clause_.is_according(i - 1)) return after_according(i - 1);
      const bool comma = before.is(ItemKind::comma) ||
                         (before.is(ItemKind::quote) && scene_.ends_with_comma(before));
      if (comma && inside(i)) {
        Attribution found = has_subject_before(i) ? Attribution{} : inverted(i);
        if (found.rule == nullptr) found = plain(i);
        if (found.rule != nullptr && found.cue && *found.cue + 8 > frame_.end &&
            (found.verb_beside || found.mention.begin > i)) {
          found.rule = &sentence_end;
          found.verb_beside = false;
          return found;
        }
      }
      if (before.is(ItemKind::quote) && i - 1 != quote && comma) break;
    }
    return {};
  }

  // --- to the left: Osei said "no".

  /// All cues before the quotation compete: near ones, verbs that mean saying, finite ones and
  /// those with somebody as their subject are likelier.
  Attribution left(std::uint32_t quote) const {
    Attribution best;
    double best_score = 0;
    double earlier =
        0;  // what a cue loses for every better placed one between it and the quotation
    bool same_clause = true;
    for (std::uint32_t k = quote; k > frame_.begin; --k) {
      const std::uint32_t i = k - 1;
      if (item(i).is(ItemKind::semicolon)) break;
      if (item(i).is(ItemKind::colon)) {
        if (quote - i == 1) return left_of_colon(i);
        break;
      }
      double score = 0;
      Attribution found = at_cue(i, quote, score);
      if (found.rule != nullptr) {
        score -= earlier;
        earlier += 0.75;
        if (best.rule == nullptr || score > best_score) {
          found.verb_beside = same_clause && quote - i <= 8;
          best_score = score;
          best = found;
        }
      }
      if (item(i).is(ItemKind::comma) && quote - i > 1) same_clause = false;
    }
    return best;
  }

  Attribution at_cue(std::uint32_t i, std::uint32_t quote, double& score) const {
    const std::uint32_t distance = quote - i;
    score = distance <= 2 ? 3 : distance <= 4 ? 1.5 : 0;
    if (clause_.is_according(i)) {
      Attribution found = after_according(i);
      // "is, according to harbour lead Ana Reyes, 'safe'": the person before the comma.
      if (item(quote - 1).is(ItemKind::comma) && quote >= i + 4) {
        const SpeakerMention last = mentions().ending_at(quote - 2, i + 2);
        if (last.kind == MentionKind::person) found.mention = last;
      }
      const bool reaches = found.mention && found.mention.end + 2 > quote;
      score = (reaches ? 3 : score) + 2;
      return found;
    }
    if (clause_.is_verb(i)) return at_verb(i, quote, score);
    if (item(i).has(WordClass::cue_noun)) return at_noun(i, quote, score);
    return {};
  }

  Attribution at_verb(std::uint32_t i, std::uint32_t quote, double& score) const {
    const Item& verb = item(i);
    if (verb.has(WordClass::cue_manner) && !is_parted_from(i, quote)) return {};
    const VerbSubject subject = clause_.subject(i);
    Attribution found;
    found.rule = &rule_of(subject.form);
    found.mention = subject.mention;
    found.cue = i;
    score += verb.has(WordClass::cue_weak) ? 0.5 : 3;
    if (subject.form == VerbForm::infinitive || is_behind_auxiliary(i)) score -= 1;
    if (subject.form == VerbForm::without_agent) score -= 2;
    if (subject.in_relative_clause && quote - i > 2) score -= subject.mention.indefinite ? 3 : 1.5;
    if (!subject.mention) score -= 1;
    if (is_impersonal(subject.mention)) score -= 1.5;
    return found;
  }

  /// "would say": what somebody might have said, when there is a better cue.
  bool is_behind_auxiliary(std::uint32_t i) const {
    return item(i).has(WordClass::cue_base) && !item(i).has(WordClass::cue_past) &&
           i > frame_.begin &&
           (item(i - 1).has(WordClass::auxiliary) || item(i - 1).has(WordClass::negation));
  }

  /// A way of speaking introduces words only over a colon or comma: He smiled: "No." - or right
  /// before a whole utterance: the crowd, chanting "Give it back!"
  bool is_parted_from(std::uint32_t i, std::uint32_t quote) const {
    if (i + 1 == quote && item(quote).is(ItemKind::quote)) {
      const MarkedText& marked = scene_.marked[item(quote).index];
      return begins_upper(scene_.text(marked)) && scene_.last_sign(marked) != '\0';
    }
    return quote - i <= 3 &&
           (item(quote - 1).is(ItemKind::comma) || item(quote - 1).is(ItemKind::colon));
  }

  bool is_impersonal(const SpeakerMention& mention) const {
    if (mention.kind == MentionKind::pronoun) return item(mention.head).info->impersonal;
    return mention.kind == MentionKind::description && !is_named(mention);
  }

  /// her reply: "no"; his claim that "..."; in a letter of "regret"
  Attribution at_noun(std::uint32_t i, std::uint32_t quote, double& score) const {
    Attribution found;
    const bool with_clause = i + 1 < quote && clause_.is_word(i + 1, "that");
    if (quote - i > 3 && !with_clause) return found;
    for (std::uint32_t k = i + 1; k < quote && !with_clause; ++k) {
      if (item(k).has(WordClass::auxiliary)) score -= 2;
    }
    found.mention = mentions().owner_of(i, frame_.begin);
    if (!found.mention) return {};
    found.rule = &noun_cue;
    found.cue = i;
    score += 1;
    // Osei called the mayor's words "a scandal": the owner is whom Osei talks about.
    const std::uint32_t begin = mentions().begin_of_phrase(found.mention.head);
    if (begin > frame_.begin && clause_.is_verb(begin - 1)) score -= 2.5;
    return found;
  }

  Attribution left_of_colon(std::uint32_t colon) const {
    Attribution best;
    double best_score = 0;
    for (std::uint32_t k = colon; k > frame_.begin && !item(k - 1).is(ItemKind::quote); --k) {
      double score = 0;
      const Attribution found = at_cue(k - 1, colon, score);
      if (colon - k > 4 && item(k - 1).has(WordClass::cue_weak)) continue;
      if (found.rule == nullptr || !found.mention ||
          (best.rule != nullptr && score <= best_score)) {
        continue;
      }
      best_score = score;
      best = found;
    }
    if (best.rule == nullptr) best = subjectless_before(colon);
    if (best.rule == nullptr) {
      best.mention = clause_.main_subject(colon);
      best.rule = &before_colon;
    }
    best.verb_beside = true;
    return best;
  }

  /// Y añadió: «Nadie avisó». - in languages that drop subjects
  Attribution subjectless_before(std::uint32_t colon) const {
    Attribution found;
    if (!scene_.lexicon->drops_subjects() || clause_.main_subject(colon)) return found;
    for (std::uint32_t i = colon; i > frame_.begin; --i) {
      if (!clause_.is_finite(i - 1)) continue;
      found.rule = &said_before;
      found.cue = i - 1;
    }
    return found;
  }

  Attribution by_subject(std::uint32_t quote) const {
    Attribution found;
    found.mention = clause_.main_subject(quote);
    if (found.mention) found.rule = &clause_subject;
    return found;
  }

  bool opens_frame(std::uint32_t quote) const {
    for (std::uint32_t i = frame_.begin; i < quote; ++i) {
      if (!item(i).is(ItemKind::quote) && !item(i).has(WordClass::conjunction) &&
          !item(i).is(ItemKind::other) && !item(i).is(ItemKind::comma)) {
        return false;
      }
    }
    return true;
  }

  const Scene& scene_;
  const Frame& frame_;
  Clause clause_;
};

}  // namespace

Attribution attribute_in_frame(const Scene& scene, const Frame& frame, std::uint32_t quote) {
  return FrameReader(scene, frame).read(quote);
}

Attribution introduction_in(const Scene& scene, const Frame& frame) {
  return FrameReader(scene, frame).introduces();
}

Attribution report_in(const Scene& scene, const Frame& frame) {
  return FrameReader(scene, frame).tells();
}

}  // namespace onrecord
