// SPDX-License-Identifier: GPL-3.0-or-later
// From the words that name a speaker ("he", "Brandt", "the minister") to one of the article's
// people or organisations, or to nobody.
//
// Names are known from the names stage. Pronouns and descriptions go to whom attention.h finds most
// salient among those who fit.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/quote/attribution.h"
#include "indexer/quote/reported_clause.h"
#include "indexer/quote/scene.h"

namespace onrecord {

/// How the words led to a speaker; with the rule it says how sure the answer is.
enum class Resolution : std::uint8_t {
  none,           ///< No words to go by.
  name,           ///< A person's or organization's name.
  loose_name,     ///< Capitalised words that nobody identified, a country.
  pronoun,        ///< "he", clearly one.
  close_pronoun,  ///< "he", with another about as salient.
  role,           ///< "the minister", who bears that role.
  somebody,       ///< "the former goalkeeper", with no role known: the most salient.
  thing,          ///< "the ministry", "the letter": by its word, its owner or its author.
  some_thing,     ///< "the company": the most salient.
  first_person,   ///< "I" of the reporter.
  nobody,         ///< "officials": nobody named, for certain.
};

struct ResolvedSpeaker {
  std::string name;  ///< Empty: nobody named.
  std::optional<std::uint32_t> person;
  std::optional<std::uint32_t> organization;
  std::vector<std::string> joint;  ///< Who speaks beside `name`.
  Resolution how = Resolution::none;
  std::vector<Reason> chain;  ///< From the mention to the speaker, and who was rejected.
};

/// Speakers of one article's quotations and of its indirect speech.
struct ResolvedSpeakers {
  std::vector<ResolvedSpeaker> marked;   ///< One for each of Scene::marked.
  std::vector<ResolvedSpeaker> clauses;  ///< One for each reported clause.
};

ResolvedSpeakers resolve_speakers(const Scene& scene, const std::vector<Attribution>& attributions,
                                  const std::vector<ReportedClause>& clauses);

}  // namespace onrecord
