// SPDX-License-Identifier: GPL-3.0-or-later
// People, places and organizations of an article: the facets, and the list of possible speakers.
//
// Two passes. The first cuts the text into candidates and weighs the surroundings of each; the
// second takes all mentions of a name together, decides what it is, and joins short forms to full
// names. docs/names.md explains the evidence and its order.
#pragma once

#include <vector>

#include "common/article.h"
#include "indexer/entity/name_hints.h"
#include "indexer/entity/name_words.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/language/language_pack.h"

namespace onrecord {

struct Entities {
  std::vector<Person> people;  ///< In order of first mention.
  std::vector<Place> places;
  std::vector<Organization> organizations;
};

/// What is known beside the text, and what is wanted beside the names.
struct EntitySettings {
  const NameHints* archive = nullptr;  ///< Names that the archive marks in this article.
  const NameHints* user = nullptr;     ///< Names that the user settles; they stand above all else.
  Explain explain = Explain::no;       ///< Whether the entries say why.
};

/// Finds names in headline, body and captions and joins the mentions of each. `words` must be
/// compiled from `pack`.
Entities find_entities(const Article& article, const LanguagePack& pack, const NameWords& words,
                       const Gazetteer& gazetteer, const EntitySettings& settings = {});

/// The same for a single article: compiles the words first, which takes longer than the article.
Entities find_entities(const Article& article, const LanguagePack& pack,
                       const Gazetteer& gazetteer);

}  // namespace onrecord
