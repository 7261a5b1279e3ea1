// SPDX-License-Identifier: GPL-3.0-or-later
// Noun phrases that may name a speaker: read to the right of a cue ("said Hanna Brandt, who farms")
// or to the left of a verb ("Brandt, a former clerk, later said"). Shallow: no parser, no parts of
// speech beyond the language pack's small words and the names already found.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/quote/scene.h"

namespace onrecord {

enum class MentionKind : std::uint8_t {
  none,
  person,        ///< A name that the names stage found.
  organization,  ///< The same, for an organisation.
  place,         ///< A country or city that "says" something.
  proper,        ///< Capitalised words that nobody identified.
  pronoun,
  description,  ///< "the former goalkeeper"
};

/// The words that say who speaks. Item indices are those of Scene::items.
struct SpeakerMention {
  MentionKind kind = MentionKind::none;
  std::uint32_t begin = 0;  ///< First item, title or determiner included.
  std::uint32_t end = 0;    ///< Behind the last one.
  std::uint32_t head = 0;   ///< The item that decides.
  bool indefinite = false;  ///< "a spokesman", "officials": points to nobody known.
  bool plural = false;
  bool owner = false;  ///< The speaker is the owner of what is named: "Brandt's reply".

  explicit operator bool() const { return kind != MentionKind::none; }
};

/// Reads noun phrases of one frame.
class MentionReader {
 public:
  MentionReader(const Scene& scene, const Frame& frame) : scene_(scene), frame_(frame) {}

  /// The name at item `i` alone.
  SpeakerMention name_at(std::uint32_t i) const;

  /// The pronoun at item `i`, in any case: "according to him".
  SpeakerMention pronoun_at(std::uint32_t i) const { return single(i, MentionKind::pronoun); }

  /// The phrase that begins at item `i`; none if no phrase begins there.
  SpeakerMention starting_at(std::uint32_t i) const;

  /// The phrase that ends with item `i` (no appositions looked at), cut off at item `from`.
  SpeakerMention ending_at(std::uint32_t i, std::uint32_t from) const;

  /// The subject of the verb at item `verb`, looked for from there down to item `from`.
  SpeakerMention subject_of(std::uint32_t verb, std::uint32_t from) const;

  /// Is the item followed by more of its own phrase: "Adair" in "Adair spokeswoman Lia Rossi"?
  bool is_modifier(std::uint32_t i) const;

  /// The first item of the phrase that item `i` ends.
  std::uint32_t begin_of_phrase(std::uint32_t i) const { return phrase_begin(i, frame_.begin); }

  /// Does a preposition govern the phrase that item `i` ends: "with President Abara"?
  bool is_governed(std::uint32_t i) const;

  /// Does a relative pronoun stand where the subject of `verb` belongs: "anybody who says"?
  bool is_relative_before(std::uint32_t verb) const;

  /// The first mention between `from` and `to` that no preposition governs: the subject of a clause
  /// whose verb is not known.
  SpeakerMention first_subject(std::uint32_t from, std::uint32_t to) const;

  /// The owner in "Brandt's reply", "her reply", when the noun stands at item `noun`.
  SpeakerMention owner_of(std::uint32_t noun, std::uint32_t from) const;

 private:
  const Item& item(std::uint32_t i) const { return scene_.items[i]; }
  bool is_pronoun(std::uint32_t i) const;
  bool is_phrase_item(std::uint32_t i) const;
  bool continues_phrase(std::uint32_t i) const;
  bool is_gap(std::uint32_t i) const;
  bool is_human(std::uint32_t i) const;
  bool is_full_name(std::uint32_t i) const;
  bool is_office_before(std::uint32_t begin, const SpeakerMention& found, std::uint32_t from) const;
  bool is_before_office(std::uint32_t i) const;
  bool is_speaker_noun(std::uint32_t i) const;
  SpeakerMention antecedent_at(std::uint32_t i, std::uint32_t from) const;
  bool opens_phrase(std::uint32_t i) const;
  SpeakerMention joined(SpeakerMention found, std::uint32_t from) const;
  bool governs(std::uint32_t i) const;
  SpeakerMention classify(std::uint32_t begin, std::uint32_t end) const;
  SpeakerMention single(std::uint32_t i, MentionKind kind) const;
  SpeakerMention named_in_apposition(std::uint32_t after, const SpeakerMention& found) const;
  std::uint32_t phrase_begin(std::uint32_t last, std::uint32_t from) const;
  SpeakerMention over_commas(std::uint32_t comma, std::uint32_t from) const;
  std::uint32_t before_gaps(std::uint32_t verb, std::uint32_t from) const;

  const Scene& scene_;
  const Frame& frame_;
};

/// Is item `i` used as a verb of saying, not as a noun ("the report", "his claim")?
bool is_cue_verb(const Scene& scene, const Frame& frame, std::uint32_t i);

}  // namespace onrecord
