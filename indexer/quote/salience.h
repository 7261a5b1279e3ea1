// SPDX-License-Identifier: GPL-3.0-or-later
// Who a pronoun or a description can mean: everybody and everything mentioned so far, with how much
// attention rests on each.
//
// After Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (1994): every mention
// adds to a referent's salience, subjects and speakers most, and all salience fades from sentence
// to sentence. Only referents above a floor are kept, so a step takes the time of what a reader
// can have in mind, not of all names of the article.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace onrecord {

enum class ReferentKind : std::uint8_t {
  person,            ///< Article::people[index]
  organization,      ///< Article::organizations[index]
  place,             ///< Article::places[index]
  proper,            ///< Capitalised words that nobody identified.
  joint,             ///< Several people named together: "Ito and Varga"; Attention::joint(index).
  unnamed,           ///< "a dock worker", "protesters": takes pronouns, and is nobody.
  unnamed_group,     ///< "a firm": the same for "it" and "the company".
  unnamed_document,  ///< "the report": the same for "it".
};

/// How a referent was mentioned last.
enum class MentionForm : std::uint8_t { subject, speaker, owner, other };

struct Referent {
  ReferentKind kind = ReferentKind::person;
  std::uint32_t index = 0;
  std::string_view name;  ///< Of proper words: as written.
  Gender gender = Gender::unknown;
  bool plural = false;
  double salience = 0;
  MentionForm form = MentionForm::other;
  std::uint32_t frame = 0;  ///< Number of the frame of that mention.
};

class Salience {
 public:
  /// Adds to what rests on a referent; up to a ceiling, so that nobody is out of reach.
  void note(const Referent& referent, double weight);

  /// Takes away a part of everything: between sentences.
  void fade(double kept);

  /// Forgets everything: a new story begins.
  void clear() { active_.clear(); }

  /// What rests on a person of that index.
  double of_person(std::uint32_t index) const;

  /// All that is still in mind, in no order.
  std::span<const Referent> active() const { return active_; }

 private:
  std::vector<Referent> active_;
};

}  // namespace onrecord
