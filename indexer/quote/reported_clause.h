// SPDX-License-Identifier: GPL-3.0-or-later
// Indirect speech: the words that a verb of saying reports without quotation marks.
//
//   Osei said the pier would close.        The pier would close, Osei said.
//   Osei urged the council to act.         According to Osei, the pier would close.
//
// A shallow reading of one frame at a time, cue by cue, after R. Krestel, S. Bergler and R. Witte,
// "Minding the Source" (LREC 2008): the verb's complements are data (complements.txt), the clause's
// end is where another report, a semicolon or the sentence's end stands.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/quote/attribution.h"
#include "indexer/quote/complement.h"
#include "indexer/quote/scene.h"
#include "indexer/quote/speaker_mention.h"

namespace onrecord {

struct ReportedClause {
  std::uint32_t frame = 0;        ///< Index into Scene::frames.
  ItemRange cue;                  ///< "said", "declined to say", "according to"
  SpeakerMention mention;         ///< Who reports; none in a passive without an agent.
  std::vector<ItemRange> pieces;  ///< The clause; two where the cue stands inside it.
  const AttributionRule* rule = nullptr;
};

/// The reported clauses of all frames, in the order of their cues.
std::vector<ReportedClause> find_reported_clauses(const Scene& scene);

}  // namespace onrecord
