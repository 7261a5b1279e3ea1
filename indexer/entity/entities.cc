// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/entities.h"

#include <utility>

#include "indexer/entity/candidates.h"
#include "indexer/entity/clubs.h"
#include "indexer/entity/explain_names.h"
#include "indexer/entity/letter_case.h"
#include "indexer/entity/name_groups.h"
#include "indexer/entity/name_tokens.h"
#include "indexer/entity/organizations.h"
#include "indexer/entity/people.h"
#include "indexer/entity/places.h"

namespace onrecord {

Entities find_entities(const Article& article, const LanguagePack& pack, const NameWords& words,
                       const Gazetteer& gazetteer, const EntitySettings& settings) {
  const auto given = [](const NameHints* hints) {
    return hints == nullptr || hints->empty() ? nullptr : hints;
  };
  NameText text = make_name_text(article, pack, words, gazetteer);
  text.archive_hints = given(settings.archive);
  text.user_hints = given(settings.user);
  recase_capitals(text);
  std::vector<Candidate> candidates = find_candidates(text);
  mark_clubs(text, candidates);
  const NameGroups groups = group_candidates(text, std::move(candidates));
  PeopleFound people = find_people(text, groups);
  std::vector<bool> claimed(text.tokens.size(), false);
  match_title_case(text, people, claimed);
  Entities entities;
  entities.people = make_people(text, groups, people);
  entities.places = find_places(text, groups, people, claimed, settings.explain);
  entities.organizations = find_organizations(text, groups, people);
  if (settings.explain == Explain::yes) explain_names(text, groups, entities);
  return entities;
}

Entities find_entities(const Article& article, const LanguagePack& pack,
                       const Gazetteer& gazetteer) {
  return find_entities(article, pack, NameWords::compile(pack), gazetteer);
}

}  // namespace onrecord
