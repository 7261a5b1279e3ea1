// SPDX-License-Identifier: GPL-3.0-or-later
// What a verb of saying takes behind it: "said | the pier would close", "urged | the council to
// act", "denied | closing the pier"; where that begins and where it ends.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/quote/clause.h"
#include "indexer/quote/scene.h"

namespace onrecord {

/// Items [begin, end) of one frame.
struct ItemRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct FoundComplement {
  ItemRange words;
  bool question = false;  ///< "whether the pier would close"
};

/// How the verb is used; it decides what it can take.
struct VerbUsage {
  bool passive = false;
  bool infinitive = false;
  bool unsaid = false;  ///< An infinitive that does not mean it was said: "petty to say".
  bool negated = false;
  bool doubtful = false;  ///< Perhaps a noun: only "that" or a question shows a report.
};

class ComplementReader {
 public:
  ComplementReader(const Scene& scene, const Frame& frame, const Clause& clause)
      : scene_(scene), frame_(frame), clause_(clause) {}

  /// A verb of saying that can report, by complements.txt.
  bool is_reporting_verb(std::uint32_t i) const;

  /// May the word be a noun or adjective after all: "eight states", "pledged delegates"?
  bool is_doubtful(std::uint32_t verb) const;

  /// The item behind the verb and its particle: "pointed out |".
  std::uint32_t behind_verb(std::uint32_t verb) const;

  /// The complement that begins at or behind item `after`.
  std::optional<FoundComplement> find(std::uint32_t verb, std::uint32_t after,
                                      VerbUsage usage) const;

  /// Can a whole clause stand before the verb: "..., Osei warned", but not "Osei called"?
  bool can_follow_clause(std::uint32_t verb) const;

  /// Is it a main clause that could be a sentence of its own, no adverbial: "On Monday"?
  bool can_stand_alone(ItemRange words) const;

  /// Steps over what may stand between a verb and its clause: "on Monday", "in a statement".
  std::uint32_t skip_circumstances(std::uint32_t i) const;

  /// The same behind a verb, and over the one who is told: "told the council on Monday |".
  std::uint32_t skip_company(std::uint32_t verb) const;

  /// Where a clause that begins at item `begin` ends.
  std::uint32_t end_of(std::uint32_t begin) const;

  /// Is what stands behind the comma more of what is reported: "The pier, Osei said, will close"?
  bool goes_on(std::uint32_t comma) const;

  /// The comma behind a speaker and what is said of him: "according to Osei, a clerk |, the pier".
  std::uint32_t comma_behind(const SpeakerMention& speaker) const;

 private:
  const Item& item(std::uint32_t i) const { return scene_.items[i]; }
  bool inside(std::uint32_t i) const { return clause_.inside(i); }
  bool is_word(std::uint32_t i, std::string_view word) const { return clause_.is_word(i, word); }
  /// "that", „dass“, «que», «что»; not "whether", which asks.
  bool is_that(std::uint32_t i) const {
    return inside(i) && item(i).has(WordClass::complementizer) &&
           !item(i).has(WordClass::subordinator);
  }
  bool is_that_behind_comma(std::uint32_t i) const;
  bool is_question_word(std::uint32_t i) const;
  bool is_question(std::uint32_t i, std::uint32_t verb, VerbUsage usage) const;
  bool opens_with_preposition(std::uint32_t i) const;
  bool has_word_behind_object(std::uint32_t object, std::string_view word) const;
  bool is_naming(std::uint32_t object) const;
  bool is_gerund(std::uint32_t i) const;
  bool opens_noun_phrase(std::uint32_t i) const;
  bool is_pronoun(std::uint32_t i) const;
  bool is_subject_pronoun(std::uint32_t i) const;
  bool opens_clause(std::uint32_t i) const;
  bool is_existential(std::uint32_t i) const;
  bool takes_clause(std::uint32_t verb) const;
  bool is_infinitive(std::uint32_t i) const;
  bool looks_like_clause(std::uint32_t i) const;
  bool begins_report(std::uint32_t i) const;
  bool has_report_within(std::uint32_t i) const;
  std::uint32_t skip_gaps(std::uint32_t i) const;
  std::uint32_t skip_phrase(std::uint32_t i) const;
  std::uint32_t skip_object(std::uint32_t i) const;
  std::uint32_t find_infinitive(std::uint32_t i) const;
  std::uint32_t find_object(std::uint32_t object) const;
  std::uint32_t find_fixed(const WordInfo& info, std::uint32_t i, VerbUsage usage) const;
  std::uint32_t find_beginning(std::uint32_t verb, std::uint32_t after, VerbUsage usage) const;

  const Scene& scene_;
  const Frame& frame_;
  const Clause& clause_;
};

}  // namespace onrecord
