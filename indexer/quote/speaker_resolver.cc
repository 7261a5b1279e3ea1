// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/speaker_resolver.h"

#include <algorithm>

#include "common/text_fold.h"
#include "indexer/quote/clause.h"
#include "indexer/quote/salience.h"

namespace onrecord {
namespace {

// How much a mention adds to a person's salience, and what is left of it a sentence later.
constexpr double weight_subject = 8;
constexpr double weight_other = 3;
constexpr double weight_owner = 2;
constexpr double weight_pronoun = 8;
constexpr double weight_cue_subject = 4;
constexpr double weight_speaker = 8;
constexpr double kept_by_sentence = 0.45;
constexpr double kept_by_paragraph = 0.8;
constexpr double factor_unknown_gender = 0.7;
constexpr double factor_named_in_quote = 0.15;

/// Last word, folded: "Foreign Minister" gives "minister".
std::string head_of(std::string_view phrase) {
  const std::size_t blank = phrase.rfind(' ');
  return fold(blank == std::string_view::npos ? phrase : phrase.substr(blank + 1));
}

bool contains_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const bool begins = at == 0 || text[at - 1] == ' ';
    const bool ends = at + word.size() == text.size() || text[at + word.size()] == ' ';
    if (begins && ends) return true;
  }
  return false;
}

class Resolver {
 public:
  Resolver(const Scene& scene, const std::vector<Attribution>& attributions,
           const std::vector<ReportedClause>& clauses)
      : scene_(scene),
        article_(*scene.article),
        attributions_(attributions),
        clauses_(clauses),
        speakers_(scene.marked.size()),
        quote_of_head_(scene.items.size(), no_quote),
        referent_of_item_(scene.items.size()) {
    for (std::uint32_t m = 0; m < attributions_.size(); ++m) {
      if (attributions_[m].mention) quote_of_head_[attributions_[m].mention.head] = m;
    }
  }

  ResolvedSpeakers run() {
    std::uint32_t paragraph = 0;
    for (const Frame& frame : scene_.frames) {
      if (begins_new_story(frame)) salience_.clear();
      salience_.fade(frame.paragraph != paragraph ? kept_by_sentence * kept_by_paragraph
                                                  : kept_by_sentence);
      paragraph = frame.paragraph;
      read(frame);
    }
    return {std::move(speakers_), std::move(clause_speakers_)};
  }

 private:
  static constexpr std::uint32_t no_quote = 0xFFFFFFFF;

  const Item& item(std::uint32_t i) const { return scene_.items[i]; }

  /// A line of a live blog that parts its entries: "___", "* * *".
  bool begins_new_story(const Frame& frame) const {
    const std::string_view text = article_.paragraphs[frame.paragraph].text;
    return !text.empty() && text.size() <= 8 &&
           text.find_first_not_of("_*-~. ") == std::string_view::npos;
  }

  /// One frame: mentions in order, pronouns on the way, then the speakers of its quotations.
  void read(const Frame& frame) {
    const Clause clause(scene_, frame);
    bool subject_open = true;
    for (std::uint32_t i = frame.begin; i < frame.end; ++i) {
      if (opens_clause(item(i))) subject_open = true;
      if (read_mention(clause, frame, i, subject_open)) subject_open = false;
    }
    for (std::uint32_t i = frame.begin; i < frame.end; ++i) {
      if (item(i).is(ItemKind::quote)) resolve_quote(frame, item(i).index);
    }
    resolve_clauses(frame);
  }

  /// Who reports without marks. Changes nothing in what is known: the mention was noted as one.
  void resolve_clauses(const Frame& frame) {
    while (clause_speakers_.size() < clauses_.size()) {
      const ReportedClause& clause = clauses_[clause_speakers_.size()];
      if (clause.cue.begin >= frame.end) break;
      clause_speakers_.push_back(resolve(frame, clause.mention, no_quote));
    }
  }

  static bool opens_clause(const Item& one) {
    return one.is(ItemKind::comma) || one.is(ItemKind::quote) || one.is(ItemKind::dash) ||
           one.has(WordClass::conjunction) ||
           (one.has(WordClass::subordinator) && !one.has(WordClass::preposition));
  }

  /// Notes what is mentioned at item `i`; true if that fills the subject's place.
  bool read_mention(const Clause& clause, const Frame& frame, std::uint32_t i, bool subject_open) {
    const Item& one = item(i);
    if (one.is_name()) {
      const bool modifier = clause.mentions().is_modifier(i);
      note(i, referent_of(frame, i),
           modifier ? weight_owner : weight_of(clause, frame, i, subject_open));
      return !modifier;
    }
    if (!one.is(ItemKind::word)) return false;
    if (one.has(WordClass::personal)) {
      read_pronoun(clause, frame, i);
      return one.info->subject_form;
    }
    return subject_open && is_speaker_noun(one) && !clause.mentions().is_modifier(i) &&
           read_description(clause, frame, i);
  }

  static bool is_speaker_noun(const Item& one) {
    return one.has(WordClass::person_noun) || one.has(WordClass::people_noun) || is_thing(one);
  }

  static bool is_thing(const Item& one) {
    return one.has(WordClass::group_noun) || one.has(WordClass::document_noun);
  }

  Referent referent_of(const Frame& frame, std::uint32_t i) const {
    const Item& one = item(i);
    Referent referent;
    referent.index = one.index;
    switch (one.kind) {
      case ItemKind::person:
        referent.kind = ReferentKind::person;
        referent.gender = article_.people[one.index].gender;
        break;
      case ItemKind::organization:
        referent.kind = ReferentKind::organization;
        break;
      case ItemKind::place:
        referent.kind = ReferentKind::place;
        break;
      default:
        referent.kind = ReferentKind::proper;
        referent.name = scene_.text(frame, one.span);
    }
    return referent;
  }

  void note(std::uint32_t i, const Referent& referent, double weight) {
    salience_.note(referent, weight);
    referent_of_item_[i] = referent;
  }

  double weight_of(const Clause& clause, const Frame& frame, std::uint32_t i,
                   bool subject_open) const {
    if (i + 1 < frame.end && item(i + 1).is(ItemKind::possessive)) return weight_owner;
    if (!subject_open || clause.mentions().is_governed(i)) return weight_other;
    return weight_subject + (is_subject_of_cue(clause, frame, i) ? weight_cue_subject : 0);
  }

  /// "Osei said": speakers of indirect speech draw attention as those of quotations do.
  bool is_subject_of_cue(const Clause& clause, const Frame& frame, std::uint32_t i) const {
    const std::uint32_t begin = clause.mentions().begin_of_phrase(i);
    if (begin > frame.begin && clause.is_finite(begin - 1)) return true;
    for (std::uint32_t k = i + 1; k < frame.end && k < i + 24; ++k) {
      if (item(k).is(ItemKind::quote)) return false;
      if (clause.is_finite(k) && !item(k).has(WordClass::cue_weak) &&
          !item(k).has(WordClass::cue_manner)) {
        const SpeakerMention subject = clause.mentions().subject_of(k, frame.begin);
        return subject && subject.head == i;
      }
    }
    return false;
  }

  void read_pronoun(const Clause& clause, const Frame& frame, std::uint32_t i) {
    const WordInfo& info = *item(i).info;
    if (info.person != PronounPerson::third) return;
    const std::optional<Referent> meant =
        info.impersonal
            ? most_salient_thing()
            : most_salient(info.gender, info.number == Number::plural, quote_of_head_[i]);
    if (!meant) return;
    const bool cue_subject = info.subject_form && is_subject_of_cue(clause, frame, i);
    note(
        i, *meant,
        info.subject_form ? weight_pronoun + (cue_subject ? weight_cue_subject : 0) : weight_owner);
  }

  /// "A dock worker said": somebody unnamed, whom the next "he" means. True if it is a mention.
  bool read_description(const Clause& clause, const Frame& frame, std::uint32_t i) {
    const SpeakerMention mention = clause.mentions().ending_at(i, frame.begin);
    if (mention.kind != MentionKind::description || mention.head != i) return false;
    if (is_apposition(frame, mention)) return false;
    if (is_thing(item(i))) return read_thing(frame, mention);
    const bool owned = is_owned(mention);
    if (!mention.plural && !mention.indefinite && !owned) {
      if (const auto known = most_salient_with_role(frame, mention, no_quote)) {
        note(i, *known, weight_pronoun);
      }
      return true;
    }
    // A singular noun without any determiner names an office, nobody: "as chairman".
    if (!mention.plural && !owned && !item(mention.begin).has(WordClass::determiner)) return false;
    Referent unnamed;
    unnamed.kind = ReferentKind::unnamed;
    unnamed.gender = item(i).info->gender;
    unnamed.plural = mention.plural;
    note(i, unnamed,
         weight_subject + (is_subject_of_cue(clause, frame, i) ? weight_cue_subject : 0));
    return true;
  }

  /// "Osei, a former clerk, ...", "his delegate, Osei, ...": nobody new.
  bool is_apposition(const Frame& frame, const SpeakerMention& mention) const {
    if (mention.begin >= frame.begin + 2 && item(mention.begin - 1).is(ItemKind::comma) &&
        item(mention.begin - 2).is_name()) {
      return true;
    }
    std::uint32_t i = mention.end;
    while (i < frame.end && i < mention.end + 6 && !item(i).is(ItemKind::comma)) ++i;
    const bool prepositional = i > mention.end && item(mention.end).has(WordClass::preposition);
    return i + 1 < frame.end && item(i).is(ItemKind::comma) &&
           (i == mention.end || prepositional) && item(i + 1).is(ItemKind::person);
  }

  /// "The report", "the Adair campaign", "the company": what the next "it" means.
  bool read_thing(const Frame& frame, const SpeakerMention& mention) {
    Referent thing;
    thing.kind = ReferentKind::unnamed_thing;
    if (const auto named = name_inside(frame, mention)) {
      thing = *named;
    } else if (!mention.indefinite && !is_document(mention)) {
      const auto called = thing_called(fold(scene_.text(frame, item(mention.head).span)));
      const auto meant = called ? called : most_salient_thing();
      if (meant) thing = *meant;
    }
    note(mention.head, thing, weight_subject);
    return true;
  }

  bool is_document(const SpeakerMention& mention) const {
    return item(mention.head).has(WordClass::document_noun);
  }

  /// The organisation, or owner of a document, that the phrase names; else its name together with
  /// its head: "the Homeland Agency's memo", "Osei's letter", "the Adair campaign".
  std::optional<Referent> name_inside(const Frame& frame, const SpeakerMention& mention) const {
    for (std::uint32_t i = mention.begin; i < mention.head; ++i) {
      const Item& one = item(i);
      if (!one.is_name()) continue;
      const bool owner = item(i + 1).is(ItemKind::possessive);
      if (one.is(ItemKind::organization) || (is_document(mention) && owner)) {
        return referent_of(frame, i);
      }
      Referent thing;
      thing.kind = ReferentKind::proper;
      thing.name = scene_.text(frame, {one.span.begin, item(mention.head).span.end});
      return thing;
    }
    return std::nullopt;
  }

  // --- who is meant

  /// Somebody of that gender and number, `quote` being what he or she is to have said.
  std::optional<Referent> most_salient(Gender gender, bool plural, std::uint32_t quote) const {
    const Referent* best = nullptr;
    double best_value = 0;
    for (const Referent& referent : salience_.active()) {
      const double value =
          referent.salience * fit(referent, gender, plural) * named_inside(referent, quote);
      if (value > best_value) {
        best_value = value;
        best = &referent;
      }
    }
    return best == nullptr ? std::nullopt : std::optional(*best);
  }

  static bool is_thing(const Referent& referent) {
    return referent.kind != ReferentKind::person && referent.kind != ReferentKind::unnamed;
  }

  static double fit(const Referent& referent, Gender gender, bool plural) {
    const bool group = is_thing(referent);
    if (plural) return group || referent.plural ? 1 : 0;
    if (group || referent.plural) return 0;
    if (gender == Gender::unknown || referent.gender == gender) return 1;
    return referent.gender == Gender::unknown ? factor_unknown_gender : 0;
  }

  std::optional<Referent> most_salient_thing() const {
    const Referent* best = nullptr;
    for (const Referent& referent : salience_.active()) {
      if (!is_thing(referent)) continue;
      if (best == nullptr || referent.salience > best->salience) best = &referent;
    }
    return best == nullptr ? std::nullopt : std::optional(*best);
  }

  double named_inside(const Referent& referent, std::uint32_t quote) const {
    if (quote == no_quote || referent.kind != ReferentKind::person) return 1;
    const MarkedText& marked = scene_.marked[quote];
    const auto& mentions = article_.people[referent.index].mentions;
    const auto first =
        std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) {
          return m.paragraph < marked.paragraph ||
                 (m.paragraph == marked.paragraph && m.span.begin < marked.outer.begin);
        });
    const bool inside = first != mentions.end() && first->paragraph == marked.paragraph &&
                        first->span.end <= marked.outer.end;
    return inside ? factor_named_in_quote : 1;
  }

  bool is_owned(const SpeakerMention& mention) const {
    for (std::uint32_t i = mention.begin; i < mention.head; ++i) {
      if (item(i).is(ItemKind::possessive) || item(i).has(WordClass::possessive)) return true;
    }
    return false;
  }

  /// Whoever bears a role with the description's head: "the minister" is the Foreign Minister.
  std::optional<Referent> most_salient_with_role(const Frame& frame, const SpeakerMention& mention,
                                                 std::uint32_t quote) const {
    const std::string head = head_of(scene_.text(frame, item(mention.head).span));
    const Gender gender = item(mention.head).info->gender;
    std::optional<Referent> best;
    double best_value = 0;
    for (std::uint32_t p = 0; p < article_.people.size(); ++p) {
      if (!has_role(p, head)) continue;
      Referent referent;
      referent.index = p;
      referent.gender = article_.people[p].gender;
      const double value =
          (salience_of(p) + 0.1) * fit(referent, gender, false) * named_inside(referent, quote);
      if (value > best_value) {
        best_value = value;
        best = referent;
      }
    }
    return best;
  }

  double salience_of(std::uint32_t person) const {
    for (const Referent& referent : salience_.active()) {
      if (referent.kind == ReferentKind::person && referent.index == person)
        return referent.salience;
    }
    return 0;
  }

  bool has_role(std::uint32_t person, std::string_view head) const {
    const auto& roles = article_.people[person].roles;
    return std::any_of(roles.begin(), roles.end(),
                       [&](const Role& role) { return head_of(role.text) == head; });
  }

  // --- speakers

  void resolve_quote(const Frame& frame, std::uint32_t m) {
    const Attribution& attribution = attributions_[m];
    if (!attribution.is_quotation) return;
    if (attribution.inherit) {
      speakers_[m] = speakers_[*attribution.inherit];
    } else if (attribution.mention) {
      speakers_[m] = resolve(frame_of(frame, attribution.mention), attribution.mention, m);
    }
    note_speaker(speakers_[m]);
  }

  void note_speaker(const ResolvedSpeaker& speaker) {
    Referent referent;
    if (speaker.person) {
      referent.index = *speaker.person;
      referent.gender = article_.people[referent.index].gender;
      salience_.note(referent, weight_speaker);
    } else if (speaker.organization) {
      referent.kind = ReferentKind::organization;
      referent.index = *speaker.organization;
      salience_.note(referent, weight_speaker);
    }
  }

  /// A mention may stand in the frame before its quotation.
  const Frame& frame_of(const Frame& frame, const SpeakerMention& mention) const {
    if (mention.head >= frame.begin && mention.head < frame.end) return frame;
    return *std::partition_point(scene_.frames.begin(), scene_.frames.end(),
                                 [&](const Frame& other) { return other.end <= mention.head; });
  }

  ResolvedSpeaker resolve(const Frame& frame, const SpeakerMention& mention, std::uint32_t m) {
    switch (mention.kind) {
      case MentionKind::person:
      case MentionKind::organization:
      case MentionKind::place:
      case MentionKind::proper:
        return speaker_of(referent_of(frame, mention.head), 0.98F);
      case MentionKind::pronoun:
        return resolve_pronoun(mention);
      case MentionKind::description:
        return resolve_description(frame, mention, m);
      case MentionKind::none:
        break;
    }
    return {};
  }

  ResolvedSpeaker speaker_of(const Referent& referent, float certainty) const {
    ResolvedSpeaker speaker;
    speaker.certainty = certainty;
    switch (referent.kind) {
      case ReferentKind::person:
        speaker.name = article_.people[referent.index].name;
        speaker.person = referent.index;
        break;
      case ReferentKind::organization:
        speaker.name = article_.organizations[referent.index].name;
        speaker.organization = referent.index;
        break;
      case ReferentKind::place:
        speaker.name = article_.places[referent.index].name;
        break;
      case ReferentKind::proper:
        speaker.name = referent.name;
        break;
      case ReferentKind::unnamed:
      case ReferentKind::unnamed_thing:
        break;
    }
    return speaker;
  }

  ResolvedSpeaker resolve_pronoun(const SpeakerMention& mention) const {
    if (item(mention.head).info->person == PronounPerson::first) return first_person();
    const std::optional<Referent>& meant = referent_of_item_[mention.head];
    return meant ? speaker_of(*meant, 0.8F) : ResolvedSpeaker{};
  }

  /// "I" of the reporter.
  ResolvedSpeaker first_person() const {
    ResolvedSpeaker speaker;
    if (article_.byline.size() == 1) {
      speaker.name = article_.byline.front();
      speaker.certainty = 0.7F;
    }
    return speaker;
  }

  ResolvedSpeaker resolve_description(const Frame& frame, const SpeakerMention& mention,
                                      std::uint32_t m) {
    const Item& head = item(mention.head);
    if (head.has(WordClass::group_noun) || head.has(WordClass::document_noun)) {
      return resolve_thing(frame, mention);
    }
    if (mention.indefinite || mention.plural) return {};
    if (const auto known = most_salient_with_role(frame, mention, m)) {
      if (m != no_quote) salience_.note(*known, weight_pronoun);
      return speaker_of(*known, 0.75F);
    }
    const bool somebody = head.has(WordClass::person_noun) || head.has(WordClass::demonym);
    if (is_owned(mention) || head.has(WordClass::spokes_noun) || !somebody) return {};
    const auto anybody = most_salient(head.info->gender, false, m);
    return anybody ? speaker_of(*anybody, 0.45F) : ResolvedSpeaker{};
  }

  /// "the company", "a Homeland Security memo", "the Adair campaign"
  ResolvedSpeaker resolve_thing(const Frame& frame, const SpeakerMention& mention) {
    if (const auto named = name_inside(frame, mention)) return speaker_of(*named, 0.75F);
    if (const ResolvedSpeaker source = source_behind(frame, mention); !source.name.empty()) {
      return source;
    }
    if (mention.indefinite || is_document(mention)) return {};
    const auto named_so = thing_called(fold(scene_.text(frame, item(mention.head).span)));
    const auto meant = named_so ? named_so : most_salient_thing();
    return meant ? speaker_of(*meant, named_so ? 0.8F : 0.5F) : ResolvedSpeaker{};
  }

  /// "a report by the Port Authority", "a page on the Adair campaign's site"
  ResolvedSpeaker source_behind(const Frame& frame, const SpeakerMention& mention) const {
    std::uint32_t i = mention.end;
    if (i >= frame.end || !item(i).has(WordClass::preposition)) return {};
    for (++i; i < frame.end && i < mention.end + 5; ++i) {
      const Item& one = item(i);
      if (one.is(ItemKind::organization)) return speaker_of(referent_of(frame, i), 0.7F);
      if (one.is_name() && i + 1 < frame.end && item(i + 1).has(WordClass::group_noun)) {
        ResolvedSpeaker speaker;
        speaker.name = scene_.text(frame, {one.span.begin, item(i + 1).span.end});
        speaker.certainty = 0.6F;
        return speaker;
      }
      if (!one.has(WordClass::determiner) && !one.is_name()) break;
    }
    return {};
  }

  /// The most salient thing with that word in its name: "the ministry" is the Defence Ministry.
  std::optional<Referent> thing_called(std::string_view word) const {
    std::optional<Referent> best;
    for (const Referent& referent : salience_.active()) {
      if (!is_thing(referent)) continue;
      if (!contains_word(fold(speaker_of(referent, 0).name), word)) continue;
      if (!best || referent.salience > best->salience) best = referent;
    }
    return best;
  }

  const Scene& scene_;
  const Article& article_;
  const std::vector<Attribution>& attributions_;
  const std::vector<ReportedClause>& clauses_;
  Salience salience_;
  std::vector<ResolvedSpeaker> speakers_;
  std::vector<ResolvedSpeaker> clause_speakers_;
  std::vector<std::uint32_t> quote_of_head_;
  std::vector<std::optional<Referent>> referent_of_item_;
};

}  // namespace

ResolvedSpeakers resolve_speakers(const Scene& scene, const std::vector<Attribution>& attributions,
                                  const std::vector<ReportedClause>& clauses) {
  return Resolver(scene, attributions, clauses).run();
}

}  // namespace onrecord
