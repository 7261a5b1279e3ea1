// SPDX-License-Identifier: GPL-3.0-or-later
// From the words that name a speaker ("he", "Brandt", "the minister") to one of the article's
// people or organisations, or to nobody.
//
// Names are known from the names stage. Pronouns and descriptions go to the most salient person who
// fits: salience grows with every mention (subjects and speakers most) and fades from sentence to
// sentence, after Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (1994);
// people named inside the quotation itself count little, since one seldom speaks of oneself by
// name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/quote/attribution.h"
#include "indexer/quote/reported_clause.h"
#include "indexer/quote/scene.h"

namespace onrecord {

struct ResolvedSpeaker {
  std::string name;  ///< Empty: nobody named.
  std::optional<std::uint32_t> person;
  std::optional<std::uint32_t> organization;
  float certainty = 0;  ///< That the mention means this speaker, 0..1.
};

/// Speakers of one article's quotations and of its indirect speech.
struct ResolvedSpeakers {
  std::vector<ResolvedSpeaker> marked;   ///< One for each of Scene::marked.
  std::vector<ResolvedSpeaker> clauses;  ///< One for each reported clause.
};

ResolvedSpeakers resolve_speakers(const Scene& scene, const std::vector<Attribution>& attributions,
                                  const std::vector<ReportedClause>& clauses);

}  // namespace onrecord
