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
  person,        ///< Article::people[index]
  organization,  ///< Article::organizations[index]
  place,         ///< Article::places[index]
  proper,        ///< Capitalised words that nobody identified.
  unnamed,       ///< "a dock worker", "protesters": takes pronouns, and is nobody.
  unnamed_thing  ///< "the report", "a firm": the same for "it".
};

struct Referent {
  ReferentKind kind = ReferentKind::person;
  std::uint32_t index = 0;
  std::string_view name;  ///< Of proper words: as written.
  Gender gender = Gender::unknown;
  bool plural = false;
  double salience = 0;
};

class Salience {
 public:
  /// Adds to what rests on a referent; up to a ceiling, so that nobody is out of reach.
  void note(const Referent& referent, double weight);

  /// Takes away a part of everything: between sentences.
  void fade(double kept);

  /// Forgets everything: a new story begins.
  void clear() { active_.clear(); }

  /// All that is still in mind, in no order.
  std::span<const Referent> active() const { return active_; }

 private:
  std::vector<Referent> active_;
};

}  // namespace onrecord
