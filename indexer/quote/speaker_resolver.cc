// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/speaker_resolver.h"

#include <algorithm>

#include "indexer/quote/attention.h"
#include "indexer/quote/joint_speakers.h"

namespace onrecord {
namespace {

constexpr double clear_share = 0.7;  ///< Of the salience of the two best.

std::string_view name_of(MentionForm form) {
  switch (form) {
    case MentionForm::subject:
      return "subject";
    case MentionForm::speaker:
      return "speaker";
    case MentionForm::owner:
      return "owner";
    case MentionForm::other:
      break;
  }
  return "named";
}

class Resolver {
 public:
  Resolver(const Scene& scene, const std::vector<Attribution>& attributions,
           const std::vector<ReportedClause>& clauses)
      : scene_(scene),
        article_(*scene.article),
        attributions_(attributions),
        clauses_(clauses),
        attention_(scene, attributions, clauses),
        speakers_(scene.marked.size()) {}

  ResolvedSpeakers run() {
    for (std::uint32_t number = 0; number < scene_.frames.size(); ++number) {
      const Frame& frame = scene_.frames[number];
      attention_.read(number);
      for (std::uint32_t i = frame.begin; i < frame.end; ++i) {
        if (item(i).is(ItemKind::quote)) resolve_quote(frame, item(i).index);
      }
      resolve_clauses(frame);
    }
    return {std::move(speakers_), std::move(clause_speakers_)};
  }

 private:
  const Item& item(std::uint32_t i) const { return scene_.items[i]; }

  void resolve_quote(const Frame& frame, std::uint32_t m) {
    const Attribution& attribution = attributions_[m];
    if (!attribution.is_quotation) return;
    const auto label = scene_.labelled.find(m);
    if (label != scene_.labelled.end()) {
      speakers_[m] = labelled_speaker(label->second);
    } else if (attribution.inherit) {
      speakers_[m] = speakers_[*attribution.inherit];
    } else if (attribution.mention) {
      const Frame& there = frame_of(frame, attribution.mention);
      speakers_[m] = resolve(there, attribution.mention, m);
    }
    note_speaker(speakers_[m]);
  }

  /// Who reports without marks. Changes nothing in what is known: the mention was noted as one.
  void resolve_clauses(const Frame& frame) {
    while (clause_speakers_.size() < clauses_.size()) {
      const ReportedClause& clause = clauses_[clause_speakers_.size()];
      if (clause.cue.begin >= frame.end) break;
      clause_speakers_.push_back(resolve(frame, clause.mention, Attention::no_quote));
    }
  }

  ResolvedSpeaker labelled_speaker(const LabelledSpeaker& label) const {
    ResolvedSpeaker speaker;
    speaker.person = label.person;
    speaker.name = label.person ? article_.people[*label.person].name : label.name;
    speaker.how = label.person           ? Resolution::name
                  : speaker.name.empty() ? Resolution::nobody
                                         : Resolution::loose_name;
    return speaker;
  }

  void note_speaker(const ResolvedSpeaker& speaker) {
    Referent referent;
    if (speaker.person) {
      referent.index = *speaker.person;
    } else if (speaker.organization) {
      referent.kind = ReferentKind::organization;
      referent.index = *speaker.organization;
    } else {
      return;
    }
    attention_.note_speaker(referent);
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
        return by_name(frame, mention);
      case MentionKind::proper:
        return speaker_of(attention_.referent_of(frame, mention.head), Resolution::loose_name);
      case MentionKind::pronoun:
        return by_pronoun(frame, mention);
      case MentionKind::description:
        return by_description(frame, mention, m);
      case MentionKind::none:
        break;
    }
    return {};
  }

  /// A name, with those that are joined to it: the first is the speaker.
  ResolvedSpeaker by_name(const Frame& frame, const SpeakerMention& mention) const {
    const std::vector<std::uint32_t> names =
        mention.owner ? std::vector<std::uint32_t>() : joined_names(scene_, frame, mention.head);
    const std::uint32_t first = names.empty() ? mention.head : names.front();
    const bool loose = mention.kind == MentionKind::place;
    ResolvedSpeaker speaker = speaker_of(attention_.referent_of(frame, first),
                                         loose ? Resolution::loose_name : Resolution::name);
    for (const std::uint32_t name : names) {
      if (name == first) continue;
      speaker.joint.push_back(attention_.name_of(attention_.referent_of(frame, name)));
      speaker.chain.push_back({"joined", speaker.joint.back()});
    }
    return speaker;
  }

  ResolvedSpeaker speaker_of(const Referent& referent, Resolution how) const {
    ResolvedSpeaker speaker;
    speaker.how = how;
    speaker.name = attention_.name_of(referent);
    if (speaker.name.empty()) speaker.how = Resolution::nobody;
    if (referent.kind == ReferentKind::person) speaker.person = referent.index;
    if (referent.kind == ReferentKind::organization) speaker.organization = referent.index;
    if (referent.kind == ReferentKind::joint) {
      const std::vector<std::uint32_t>& people = attention_.joint(referent.index);
      speaker.person = people.front();
      for (std::size_t i = 1; i < people.size(); ++i) {
        speaker.joint.push_back(article_.people[people[i]].name);
      }
    }
    return speaker;
  }

  /// The same with the chain of mentions: "he -> Osei (subject, the sentence before)".
  ResolvedSpeaker chosen(const Frame& frame, const SpeakerMention& mention, const Choice& choice,
                         Resolution how) const {
    ResolvedSpeaker speaker = choice.best ? speaker_of(*choice.best, how) : ResolvedSpeaker();
    if (choice.best) {
      std::string step(words_of(frame, mention));
      step += " -> ";
      step += describe(*choice.best);
      speaker.chain.push_back({"antecedent", std::move(step)});
    }
    for (const Rejected& other : choice.rejected) {
      std::string step = label(other.referent);
      step += ": ";
      step += other.why;
      speaker.chain.push_back({"rejected", std::move(step)});
    }
    return speaker;
  }

  std::string_view words_of(const Frame& frame, const SpeakerMention& mention) const {
    return scene_.text(frame, {item(mention.begin).span.begin, item(mention.end - 1).span.end});
  }

  std::string label(const Referent& referent) const {
    switch (referent.kind) {
      case ReferentKind::unnamed:
        return referent.plural ? "people without a name" : "somebody without a name";
      case ReferentKind::unnamed_group:
        return "a body without a name";
      case ReferentKind::unnamed_document:
        return "a document without a name";
      default:
        return attention_.name_of(referent);
    }
  }

  std::string describe(const Referent& referent) const {
    std::string text = label(referent);
    if (referent.salience <= 0) return text;
    text += " (";
    text += name_of(referent.form);
    const std::uint32_t back = attention_.frame() - referent.frame;
    text += back == 0   ? ", this sentence)"
            : back == 1 ? ", the sentence before)"
                        : ", " + std::to_string(back) + " sentences before)";
    return text;
  }

  ResolvedSpeaker by_pronoun(const Frame& frame, const SpeakerMention& mention) const {
    if (item(mention.head).info->person == PronounPerson::first) return first_person();
    const Choice* choice = attention_.meant_by(mention.head);
    if (choice == nullptr) return {};
    return chosen(frame, mention, *choice,
                  choice->share >= clear_share ? Resolution::pronoun : Resolution::close_pronoun);
  }

  /// "I" of the reporter.
  ResolvedSpeaker first_person() const {
    ResolvedSpeaker speaker;
    if (article_.byline.size() == 1) {
      speaker.name = article_.byline.front();
      speaker.how = Resolution::first_person;
      speaker.chain.push_back({"antecedent", "I -> " + speaker.name + " (byline)"});
    }
    return speaker;
  }

  ResolvedSpeaker nobody(std::string why) const {
    ResolvedSpeaker speaker;
    speaker.how = Resolution::nobody;
    speaker.chain.push_back({"nobody named", std::move(why)});
    return speaker;
  }

  ResolvedSpeaker by_description(const Frame& frame, const SpeakerMention& mention,
                                 std::uint32_t m) {
    const Item& head = item(mention.head);
    if (head.has(WordClass::group_noun) || head.has(WordClass::state_noun) ||
        head.has(WordClass::document_noun)) {
      return by_thing(frame, mention);
    }
    if (head.has(WordClass::force_noun) && mention.head > mention.begin &&
        (item(mention.head - 1).is(ItemKind::place) ||
         item(mention.head - 1).is(ItemKind::proper))) {
      return by_thing(frame, mention);
    }
    if (mention.indefinite || mention.plural) {
      return nobody(std::string(words_of(frame, mention)));
    }
    if (const auto name = attention_.name_behind(frame, mention)) {
      return speaker_of(attention_.referent_of(frame, *name), Resolution::name);
    }
    const Choice known = attention_.with_role(frame, mention, m);
    if (known.best) {
      if (m != Attention::no_quote) attention_.note_speaker(*known.best);
      return chosen(frame, mention, known, Resolution::role);
    }
    const bool human = head.has(WordClass::person_noun) || head.has(WordClass::demonym);
    if (attention_.is_owned(mention) || head.has(WordClass::voice_noun) || !human) {
      return nobody(std::string(words_of(frame, mention)));
    }
    const std::string_view office =
        head.has(WordClass::office_noun) ? words_of(frame, mention) : std::string_view();
    return chosen(frame, mention, attention_.somebody(head.info->gender, false, m, office),
                  Resolution::somebody);
  }

  /// "the company", "a Homeland Security memo", "the Adair campaign"
  ResolvedSpeaker by_thing(const Frame& frame, const SpeakerMention& mention) const {
    if (const auto named = attention_.name_inside(frame, mention)) {
      return speaker_of(*named, Resolution::thing);
    }
    if (const ResolvedSpeaker source = source_behind(frame, mention); !source.name.empty()) {
      return source;
    }
    if (mention.indefinite) return nobody(std::string(words_of(frame, mention)));
    const Choice meant = attention_.thing(frame, mention);
    if (!meant.best) return nobody(std::string(words_of(frame, mention)));
    return chosen(frame, mention, meant,
                  meant.rejected.empty() ? Resolution::thing : Resolution::some_thing);
  }

  /// "a report by the Port Authority", "a page on the Adair campaign's site"
  ResolvedSpeaker source_behind(const Frame& frame, const SpeakerMention& mention) const {
    std::uint32_t i = mention.end;
    if (i < frame.end && item(i).has(WordClass::issuing)) ++i;  // "published by"
    if (i >= frame.end || !item(i).has(WordClass::source)) return {};
    const MentionReader reader(scene_, frame);
    if (const SpeakerMention source = reader.starting_at(i + 1);
        attention_.is_document(mention) && source) {
      if (source.kind == MentionKind::person) return by_name(frame, source);
      if (source.kind == MentionKind::description && !source.indefinite &&
          item(source.head).has(WordClass::group_noun)) {
        const Choice meant = attention_.thing(frame, source);
        if (meant.best && meant.rejected.empty()) {
          return chosen(frame, source, meant, Resolution::thing);
        }
      }
    }
    for (++i; i < frame.end && i < mention.end + 5; ++i) {
      const Item& one = item(i);
      if (one.is(ItemKind::organization)) {
        return speaker_of(attention_.referent_of(frame, i), Resolution::thing);
      }
      if (one.is_name() && i + 1 < frame.end && item(i + 1).has(WordClass::group_noun)) {
        ResolvedSpeaker speaker;
        speaker.name = scene_.text(frame, {one.span.begin, item(i + 1).span.end});
        speaker.how = Resolution::loose_name;
        return speaker;
      }
      if (!one.has(WordClass::determiner) && !one.is_name()) break;
    }
    return {};
  }

  const Scene& scene_;
  const Article& article_;
  const std::vector<Attribution>& attributions_;
  const std::vector<ReportedClause>& clauses_;
  Attention attention_;
  std::vector<ResolvedSpeaker> speakers_;
  std::vector<ResolvedSpeaker> clause_speakers_;
};

}  // namespace

ResolvedSpeakers resolve_speakers(const Scene& scene, const std::vector<Attribution>& attributions,
                                  const std::vector<ReportedClause>& clauses) {
  return Resolver(scene, attributions, clauses).run();
}

}  // namespace onrecord
