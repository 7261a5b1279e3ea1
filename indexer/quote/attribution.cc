// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/attribution.h"

#include "indexer/quote/attribution_rules.h"
#include "indexer/quote/frame_reader.h"
#include "indexer/quote/quote_filter.h"

namespace onrecord {
namespace {

using namespace attribution_rules;

bool is_bare(const Scene& scene, const Frame& frame) {
  for (std::uint32_t i = frame.begin; i < frame.end; ++i) {
    const ItemKind kind = scene.items[i].kind;
    if (kind != ItemKind::quote && kind != ItemKind::stop && kind != ItemKind::comma &&
        kind != ItemKind::dash && kind != ItemKind::other && kind != ItemKind::bracket) {
      return false;
    }
  }
  return true;
}

/// The last quotation before marked text `m`, if it stands in one of the two paragraphs before.
std::optional<std::uint32_t> quote_before(const Scene& scene,
                                          const std::vector<Attribution>& attributions,
                                          std::uint32_t m) {
  const std::uint32_t here = scene.marked[m].paragraph;
  for (std::uint32_t i = m; i > 0 && here - scene.marked[i - 1].paragraph <= 2; --i) {
    if (attributions[i - 1].is_quotation) return i - 1;
  }
  return std::nullopt;
}

Attribution inherited(std::uint32_t from, const AttributionRule& rule) {
  Attribution found;
  found.rule = &rule;
  found.inherit = from;
  return found;
}

/// "What about the toll?" of an interviewer, "I did not ask.": the one interviewed goes on.
bool is_interviewer(const Scene& scene, const Frame& frame, const Attribution& found) {
  const Item& last = scene.items[frame.end - 1];
  if (last.is(ItemKind::stop) && scene.text(frame, last.span) == "?") return true;
  if (found.mention.kind != MentionKind::pronoun) return false;
  return scene.items[found.mention.head].info->person == PronounPerson::first;
}

/// A person by name or "he" or "she", not somebody behind a preposition.
bool is_somebody(const Scene& scene, const SpeakerMention& mention) {
  if (mention.kind == MentionKind::pronoun) {
    const WordInfo& info = *scene.items[mention.head].info;
    return info.person == PronounPerson::third && info.number == Number::singular &&
           !info.impersonal;
  }
  return mention.kind == MentionKind::person &&
         (mention.begin == 0 || !scene.items[mention.begin - 1].has(WordClass::preposition));
}

/// A frame that is nothing but quotations takes its speaker from what went before.
Attribution attribute_bare(const Scene& scene, const std::vector<Attribution>& attributions,
                           std::uint32_t frame, std::uint32_t m) {
  const std::optional<std::uint32_t> before = quote_before(scene, attributions, m);
  if (before && scene.frame_of[*before] == frame) return inherited(*before, trailing);
  if (frame == 0) return {};
  const Frame& here = scene.frames[frame];
  const Frame& previous = scene.frames[frame - 1];
  const bool same_paragraph = previous.paragraph == here.paragraph;
  const bool announced = scene.items[previous.end - 1].is(ItemKind::colon);
  if (before && scene.frame_of[*before] == frame - 1 && !announced) {
    return inherited(*before, same_paragraph ? trailing : run_on);
  }
  const Attribution found = introduction_in(scene, previous);
  if (announced && found.mention) return found;
  if (before && is_interviewer(scene, previous, found)) return inherited(*before, run_on);
  if (found.rule != nullptr && (same_paragraph || !before || is_somebody(scene, found.mention))) {
    return found;
  }
  if (before) return inherited(*before, run_on);
  return found;
}

/// Osei said the pier was closed. On the ninth it "was a ruin". - goes on with what Osei said
Attribution told_before(const Scene& scene, std::uint32_t frame) {
  if (frame == 0 || scene.frames[frame - 1].paragraph != scene.frames[frame].paragraph) return {};
  Attribution found = report_in(scene, scene.frames[frame - 1]);
  found.rule = found.mention ? &told : nullptr;
  found.cue.reset();
  found.verb_beside = false;
  return found;
}

/// A name or "he" in the subject's place, not behind a preposition.
bool is_subject(const Scene& scene, const Frame& frame, const SpeakerMention& mention) {
  if (mention.kind == MentionKind::description || mention.kind == MentionKind::proper) return false;
  return mention.begin == frame.begin ||
         !scene.items[mention.begin - 1].has(WordClass::preposition) ||
         scene.items[mention.begin - 1].has(WordClass::subordinator);
}

/// Speech without marks is somebody's, by its label or by what stands before it; the interviewer's
/// questions are no quotes.
bool is_speech(const Scene& scene, const Attribution& found, std::uint32_t m) {
  const auto label = scene.labelled.find(m);
  if (label != scene.labelled.end()) return !label->second.interviewer;
  // "Experts offer this advice:", "I can sum it up in 30 words:" - no one's words, the writer's own
  if (found.inherit) return true;
  const Item& head = scene.items[found.mention.head];
  const bool writer =
      found.mention.kind == MentionKind::pronoun && head.info->person == PronounPerson::first;
  return found.mention && !found.mention.indefinite && !writer;
}

/// The label that stands before the colon: "MR. RUIZ: It was a field."
Attribution by_label(const Scene& scene, std::uint32_t m) {
  Attribution found;
  found.rule = &labelled;
  const Frame& frame = scene.frames[scene.frame_of[m]];
  const std::uint32_t at = scene.item_of[m];
  if (at < frame.begin + 2 || !scene.items[at - 1].is(ItemKind::colon)) return found;
  found.mention.kind = MentionKind::proper;
  found.mention.begin = frame.begin;
  found.mention.end = at - 1;
  found.mention.head = at - 2;
  return found;
}

/// One marked text; `attributions` holds those before it.
Attribution attribute_one(const Scene& scene, const std::vector<Attribution>& attributions,
                          std::uint32_t m) {
  if (scene.labelled.contains(m)) return by_label(scene, m);
  const std::uint32_t number = scene.frame_of[m];
  const Frame& frame = scene.frames[number];
  const bool goes_on = scene.marked[m].continues && m > 0;
  if (is_bare(scene, frame)) {
    return goes_on ? inherited(m - 1, continued) : attribute_bare(scene, attributions, number, m);
  }
  Attribution found = attribute_in_frame(scene, frame, scene.item_of[m]);
  if (found.rule == &clause_subject && !is_subject(scene, frame, found.mention)) {
    // The choice was between "a patch" and "a cure". - by whoever spoke in the sentence before
    const Attribution goes_on_telling = told_before(scene, number);
    if (goes_on_telling.rule != nullptr) return goes_on_telling;
  }
  if (found.rule != nullptr) {
    // «Un desastre», dijo. Y añadió: «Nadie avisó».
    if (!found.mention && found.cue && scene.lexicon->drops_subjects()) {
      found.inherit = quote_before(scene, attributions, m);
    }
    return found;
  }
  if (goes_on) return inherited(m - 1, continued);
  const auto before = quote_before(scene, attributions, m);
  const bool beside = before && scene.marked[*before].paragraph == scene.marked[m].paragraph;
  if (beside && scene.item_of[m] == frame.begin) return inherited(*before, trailing);
  return told_before(scene, number);
}

}  // namespace

std::vector<Attribution> attribute(const Scene& scene) {
  std::vector<Attribution> attributions;
  attributions.reserve(scene.marked.size());
  for (std::uint32_t m = 0; m < scene.marked.size(); ++m) {
    Attribution found = attribute_one(scene, attributions, m);
    found.is_quotation =
        scene.marked[m].unmarked ? is_speech(scene, found, m) : is_quotation(scene, found, m);
    attributions.push_back(found);
  }
  return attributions;
}

}  // namespace onrecord
