// SPDX-License-Identifier: GPL-3.0-or-later
// How much speaks for a candidate being a person, a place or an organization.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/entity/candidates.h"

namespace onrecord {

/// Points for each reading; what they weigh against each other is measured in docs/names.md.
struct Evidence {
  int person = 0;
  int place = 0;
  int organization = 0;
};

/// One step of the weighing: {28, "title or office before"}.
struct EvidenceNote {
  int points = 0;
  std::string_view what;
};

/// The steps of each sum, for explanations.
struct EvidenceNotes {
  std::vector<EvidenceNote> person, place, organization;
};

/// A sum of points that keeps its steps where they are wanted.
class Tally {
 public:
  explicit Tally(std::vector<EvidenceNote>* notes) : notes_(notes) {}

  void add(EvidenceNote note) {
    sum_ += note.points;
    if (notes_ != nullptr && note.points != 0) notes_->push_back(note);
  }
  void add_if(bool holds, int points, std::string_view what) {
    if (holds) add({points, what});
  }
  int sum() const { return sum_; }

 private:
  int sum_ = 0;
  std::vector<EvidenceNote>* notes_;
};

/// From the form of the name alone: given names, initials, particles, the gazetteer. `notes` may be
/// null.
Evidence evidence_of_form(const NameText& text, const Candidate& candidate,
                          EvidenceNotes* notes = nullptr);

/// From the words around one mention: titles, verbs of speech, prepositions, appositions. `notes`
/// may be null.
Evidence evidence_of_context(const NameText& text, const Candidate& candidate,
                             EvidenceNotes* notes = nullptr);

/// The places of a candidate's whole name; none if the gazetteer does not know it.
GazetteerName places_of(const NameText& text, const Candidate& candidate);

/// A title before the name behind which any surname may stand, also one that is a thing or a trade:
/// "Mr Field", "Lord Falconer"; not "Lord Street", "Chief Executive".
bool has_courtesy(const NameText& text, const Candidate& candidate);

}  // namespace onrecord
