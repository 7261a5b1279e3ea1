// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/salience.h"

#include <algorithm>

namespace onrecord {
namespace {

constexpr double floor_of_attention = 0.01;
constexpr double ceiling_of_attention = 14;

bool is_same(const Referent& a, const Referent& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case ReferentKind::proper:
      return a.name == b.name;
    case ReferentKind::unnamed:
    case ReferentKind::unnamed_group:
    case ReferentKind::unnamed_document:
      return a.gender == b.gender && a.plural == b.plural;
    default:
      return a.index == b.index;
  }
}

}  // namespace

void Salience::note(const Referent& referent, double weight) {
  for (Referent& known : active_) {
    if (!is_same(known, referent)) continue;
    known.salience = std::min(known.salience + weight, ceiling_of_attention);
    known.form = referent.form;
    known.frame = referent.frame;
    return;
  }
  active_.push_back(referent);
  active_.back().salience = weight;
}

void Salience::fade(double kept) {
  for (Referent& known : active_) known.salience *= kept;
  std::erase_if(active_, [](const Referent& known) { return known.salience < floor_of_attention; });
}

double Salience::of_person(std::uint32_t index) const {
  for (const Referent& known : active_) {
    if (known.kind == ReferentKind::person && known.index == index) return known.salience;
  }
  return 0;
}

}  // namespace onrecord
