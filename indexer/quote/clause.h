// SPDX-License-Identifier: GPL-3.0-or-later
// Verbs of saying in one frame and their subjects, in every form a verb takes: "Osei said",
// "said Osei", "Osei, ..., saying", "was quoted as saying", "described by Osei as", "to say".
#pragma once

#include <cstdint>

#include "indexer/quote/scene.h"
#include "indexer/quote/speaker_mention.h"

namespace onrecord {

/// What kind of verb form a cue is.
enum class VerbForm : std::uint8_t {
  finite,
  participle,    ///< ", saying"
  infinitive,    ///< "to say"
  quoted_as,     ///< "quoted Osei as saying"
  by_agent,      ///< "described by Osei as"
  without_agent  ///< "was called"
};

struct VerbSubject {
  VerbForm form = VerbForm::finite;
  SpeakerMention mention;
  bool in_relative_clause = false;  ///< "anybody who complains"
};

class Clause {
 public:
  Clause(const Scene& scene, const Frame& frame)
      : scene_(scene), frame_(frame), reader_(scene, frame) {}

  const MentionReader& mentions() const { return reader_; }

  bool is_verb(std::uint32_t i) const { return is_cue_verb(scene_, frame_, i); }
  /// "said", also "a déclaré", "a-t-il déclaré": a participle behind its auxiliary.
  bool is_finite(std::uint32_t i) const;

  /// "according to", "laut". What is an adverb as well ("so") only behind a break and before what
  /// is no indefinite: „Der Deich hält, so Harmsen“, not „in so einer Lage“.
  bool is_according(std::uint32_t i) const;

  /// The subject of the cue verb at `verb`, looked for inside the frame.
  VerbSubject subject(std::uint32_t verb) const;

  /// The subject of the main clause that stands before item `to`; for verbs that share it.
  SpeakerMention main_subject(std::uint32_t to) const;

  /// Does the phrase look like a speaker? A verb that nobody knows may have been taken for a noun.
  bool is_plausible(const SpeakerMention& mention) const;

  bool inside(std::uint32_t i) const { return i >= frame_.begin && i < frame_.end; }
  const Item& item(std::uint32_t i) const { return scene_.items[i]; }
  bool is_word(std::uint32_t i, std::string_view word) const;

 private:
  bool follows_quote(std::uint32_t verb) const;
  SpeakerMention inverted_subject(std::uint32_t verb) const;
  bool is_passive(std::uint32_t verb) const;
  VerbSubject of_passive(std::uint32_t verb) const;
  VerbSubject of_quoted_as(std::uint32_t verb) const;
  bool opens_with_participle(std::uint32_t verb) const;
  SpeakerMention of_opening_participle(std::uint32_t verb) const;
  std::uint32_t main_clause(std::uint32_t from, std::uint32_t to) const;

  const Scene& scene_;
  const Frame& frame_;
  MentionReader reader_;
};

}  // namespace onrecord
