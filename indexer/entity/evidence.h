// SPDX-License-Identifier: GPL-3.0-or-later
// How much speaks for a candidate being a person, a place or an organization.
#pragma once

#include <string>
#include <vector>

#include "indexer/entity/candidates.h"

namespace onrecord {

/// Points for each reading; what they weigh against each other is measured in docs/names.md.
struct Evidence {
  int person = 0;
  int place = 0;
  int organization = 0;
};

/// From the form of the name alone: given names, initials, particles, the gazetteer.
Evidence evidence_of_form(const NameText& text, const Candidate& candidate);

/// From the words around one mention: titles, verbs of speech, prepositions, appositions.
Evidence evidence_of_context(const NameText& text, const Candidate& candidate);

/// The places of a candidate's whole name; none if the gazetteer does not know it.
GazetteerName places_of(const NameText& text, const Candidate& candidate);

}  // namespace onrecord
