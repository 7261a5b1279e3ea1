// SPDX-License-Identifier: GPL-3.0-or-later
// People, places and organizations of an article: the facets, and the list of possible speakers.
#pragma once

#include <vector>

#include "common/article.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/language/language_pack.h"

namespace onrecord {

struct Entities {
  std::vector<Person> people;  ///< In order of first mention.
  std::vector<Place> places;
  std::vector<Organization> organizations;
};

/// Finds names in headline, body and captions and joins the mentions of each.
Entities find_entities(const Article& article, const LanguagePack& pack,
                       const Gazetteer& gazetteer);

}  // namespace onrecord
