// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/speaker_resolver.h"

#include <algorithm>

#include "common/text_fold.h"

namespace onrecord {
namespace {

// How much a mention adds to a person's salience, and what is left of it a sentence later.
constexpr double weight_subject = 8;
constexpr double weight_other = 3;
constexpr double weight_owner = 3;
constexpr double weight_speaker = 10;
constexpr double kept_by_sentence = 0.65;
constexpr double kept_by_paragraph = 0.8;
constexpr double factor_unknown_gender = 0.5;
constexpr double factor_named_in_quote = 0.15;

/// Last word, folded: "Foreign Minister" gives "minister".
std::string head_of(std::string_view phrase) {
  const std::size_t blank = phrase.rfind(' ');
  return fold(blank == std::string_view::npos ? phrase : phrase.substr(blank + 1));
}

class Resolver {
 public:
  Resolver(const Scene& scene, const std::vector<Attribution>& attributions)
      : scene_(scene),
        article_(*scene.article),
        attributions_(attributions),
        salience_(article_.people.size(), 0.0),
        seen_(article_.people.size(), false),
        speakers_(scene.marked.size()),
        quote_of_head_(scene.items.size(), no_quote) {
    for (std::uint32_t m = 0; m < attributions_.size(); ++m) {
      if (attributions_[m].mention) quote_of_head_[attributions_[m].mention.head] = m;
    }
  }

  std::vector<ResolvedSpeaker> run() {
    std::uint32_t paragraph = 0;
    for (const Frame& frame : scene_.frames) {
      fade(frame.paragraph != paragraph ? kept_by_sentence * kept_by_paragraph : kept_by_sentence);
      paragraph = frame.paragraph;
      read(frame);
    }
    return std::move(speakers_);
  }

 private:
  static constexpr std::uint32_t no_quote = 0xFFFFFFFF;

  const Item& item(std::uint32_t i) const { return scene_.items[i]; }

  void fade(double kept) {
    for (double& value : salience_) value *= kept;
  }

  /// One frame: mentions in order, pronouns on the way, then the speakers of its quotations.
  void read(const Frame& frame) {
    bool subject_open = true;
    for (std::uint32_t i = frame.begin; i < frame.end; ++i) {
      const Item& one = item(i);
      if (one.is(ItemKind::comma) || one.has(WordClass::conjunction) ||
          one.has(WordClass::subordinator) || one.is(ItemKind::quote)) {
        subject_open = true;
      }
      if (one.is(ItemKind::person)) {
        note_person(one.index, weight_of(frame, i, subject_open));
        subject_open = false;
      } else if (one.is(ItemKind::word) && one.has(WordClass::personal)) {
        read_pronoun(frame, i);
        subject_open = false;
      } else if (one.is(ItemKind::organization) || one.is(ItemKind::proper)) {
        if (subject_open) last_thing_ = name_of_item(frame, i);
      }
    }
    for (std::uint32_t i = frame.begin; i < frame.end; ++i) {
      if (item(i).is(ItemKind::quote)) resolve_quote(frame, item(i).index);
    }
  }

  double weight_of(const Frame& frame, std::uint32_t i, bool subject_open) const {
    if (i + 1 < frame.end && item(i + 1).is(ItemKind::possessive)) return weight_owner;
    if (i > frame.begin && item(i - 1).has(WordClass::preposition)) return weight_other;
    return subject_open ? weight_subject : weight_other;
  }

  void note_person(std::uint32_t person, double weight) {
    salience_[person] += weight;
    seen_[person] = true;
  }

  void read_pronoun(const Frame& frame, std::uint32_t i) {
    const WordInfo& info = *item(i).info;
    if (info.person != PronounPerson::third || info.number == Number::plural || info.impersonal) {
      return;
    }
    const std::uint32_t quote = quote_of_head_[i];
    const std::optional<std::uint32_t> person = most_salient(info.gender, quote);
    if (!person) return;
    resolved_.push_back({i, *person});
    note_person(*person, info.subject_form ? weight_subject : weight_owner);
    (void)frame;
  }

  /// The person on whom attention rests; `quote` is what he or she is to have said, if anything.
  std::optional<std::uint32_t> most_salient(Gender gender, std::uint32_t quote) const {
    std::optional<std::uint32_t> best;
    double best_value = 0;
    for (std::uint32_t p = 0; p < salience_.size(); ++p) {
      if (!seen_[p]) continue;
      const double value = salience_[p] * fit(p, gender) * named_inside(p, quote);
      if (value > best_value) {
        best_value = value;
        best = p;
      }
    }
    return best;
  }

  double fit(std::uint32_t person, Gender gender) const {
    const Gender known = article_.people[person].gender;
    if (gender == Gender::unknown || known == gender) return 1;
    return known == Gender::unknown ? factor_unknown_gender : 0;
  }

  double named_inside(std::uint32_t person, std::uint32_t quote) const {
    if (quote == no_quote) return 1;
    const MarkedText& marked = scene_.marked[quote];
    for (const Mention& mention : article_.people[person].mentions) {
      if (mention.paragraph == marked.paragraph && mention.span.begin >= marked.outer.begin &&
          mention.span.end <= marked.outer.end) {
        return factor_named_in_quote;
      }
    }
    return 1;
  }

  void resolve_quote(const Frame& frame, std::uint32_t m) {
    const Attribution& attribution = attributions_[m];
    if (attribution.inherit) {
      speakers_[m] = speakers_[*attribution.inherit];
    } else if (attribution.mention) {
      speakers_[m] = resolve(frame_of_mention(frame, attribution.mention), attribution.mention, m);
    }
    if (speakers_[m].person) note_person(*speakers_[m].person, weight_speaker);
    last_ = speakers_[m];
  }

  /// A mention may stand in the frame before its quotation.
  const Frame& frame_of_mention(const Frame& frame, const SpeakerMention& mention) const {
    if (mention.head >= frame.begin && mention.head < frame.end) return frame;
    const auto found =
        std::partition_point(scene_.frames.begin(), scene_.frames.end(),
                             [&](const Frame& other) { return other.end <= mention.head; });
    return found == scene_.frames.end() ? frame : *found;
  }

  ResolvedSpeaker resolve(const Frame& frame, const SpeakerMention& mention, std::uint32_t m) {
    switch (mention.kind) {
      case MentionKind::person:
        return person(item(mention.head).index, 0.98F);
      case MentionKind::organization:
      case MentionKind::place:
      case MentionKind::proper:
        return name_of_item(frame, mention.head);
      case MentionKind::pronoun:
        return resolve_pronoun(mention);
      case MentionKind::description:
        return resolve_description(frame, mention, m);
      case MentionKind::none:
        break;
    }
    return {};
  }

  ResolvedSpeaker person(std::uint32_t index, float certainty) const {
    ResolvedSpeaker speaker;
    speaker.name = article_.people[index].name;
    speaker.person = index;
    speaker.certainty = certainty;
    return speaker;
  }

  ResolvedSpeaker name_of_item(const Frame& frame, std::uint32_t i) const {
    ResolvedSpeaker speaker;
    const Item& one = item(i);
    speaker.certainty = 0.8F;
    if (one.is(ItemKind::organization)) {
      speaker.name = article_.organizations[one.index].name;
      speaker.organization = one.index;
    } else if (one.is(ItemKind::place)) {
      speaker.name = article_.places[one.index].name;
    } else {
      speaker.name = scene_.text(frame, one.span);
    }
    return speaker;
  }

  ResolvedSpeaker resolve_pronoun(const SpeakerMention& mention) const {
    const WordInfo& info = *item(mention.head).info;
    if (info.person == PronounPerson::first) return first_person();
    if (info.impersonal) return last_thing_;
    if (info.number == Number::plural) return last_.person ? ResolvedSpeaker{} : last_;
    for (const auto& [head, index] : resolved_) {
      if (head == mention.head) return person(index, 0.8F);
    }
    return {};
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
    for (std::uint32_t i = mention.begin; i < mention.head; ++i) {
      if (item(i).is(ItemKind::possessive) || item(i).has(WordClass::possessive)) return {};
    }
    if (const auto by_role = most_salient_with_role(frame, mention, m)) {
      note_person(*by_role, weight_subject);
      return person(*by_role, 0.75F);
    }
    if (head.has(WordClass::spokes_noun) || !head.has(WordClass::person_noun)) return {};
    if (const auto anybody = most_salient(head.info->gender, m)) {
      return person(*anybody, 0.45F);
    }
    return {};
  }

  std::optional<std::uint32_t> most_salient_with_role(const Frame& frame,
                                                      const SpeakerMention& mention,
                                                      std::uint32_t quote) const {
    const std::string head = fold(scene_.text(frame, item(mention.head).span));
    std::optional<std::uint32_t> best;
    double best_value = 0;
    for (std::uint32_t p = 0; p < salience_.size(); ++p) {
      const double value = (salience_[p] + 0.1) * fit(p, item(mention.head).info->gender) *
                           named_inside(p, quote) * (has_role(p, head) ? 1 : 0);
      if (value > best_value) {
        best_value = value;
        best = p;
      }
    }
    return best;
  }

  bool has_role(std::uint32_t person, std::string_view head) const {
    const auto& roles = article_.people[person].roles;
    return std::any_of(roles.begin(), roles.end(),
                       [&](const Role& role) { return head_of(role.text) == head; });
  }

  /// "the company", "a Homeland Security memo", "the Adair campaign"
  ResolvedSpeaker resolve_thing(const Frame& frame, const SpeakerMention& mention) {
    for (std::uint32_t i = mention.begin; i < mention.head; ++i) {
      const Item& one = item(i);
      if (one.is(ItemKind::organization)) return name_of_item(frame, i);
      if (one.is(ItemKind::proper) || one.is(ItemKind::person) || one.is(ItemKind::place)) {
        ResolvedSpeaker speaker;
        speaker.name = scene_.text(frame, {one.span.begin, item(mention.head).span.end});
        speaker.certainty = 0.6F;
        last_thing_ = speaker;
        return speaker;
      }
    }
    if (mention.indefinite || item(mention.head).has(WordClass::document_noun)) return {};
    return last_thing_;
  }

  const Scene& scene_;
  const Article& article_;
  const std::vector<Attribution>& attributions_;
  std::vector<double> salience_;
  std::vector<bool> seen_;
  std::vector<ResolvedSpeaker> speakers_;
  std::vector<std::uint32_t> quote_of_head_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> resolved_;  ///< Pronoun item, person.
  ResolvedSpeaker last_;
  ResolvedSpeaker last_thing_;
};

}  // namespace

std::vector<ResolvedSpeaker> resolve_speakers(const Scene& scene,
                                              const std::vector<Attribution>& attributions) {
  return Resolver(scene, attributions).run();
}

}  // namespace onrecord
