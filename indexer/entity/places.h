// SPDX-License-Identifier: GPL-3.0-or-later
// Places: which names are places, which place of that name is meant, and in which country it lies.
#pragma once

#include <vector>

#include "indexer/entity/name_groups.h"
#include "indexer/entity/people.h"

namespace onrecord {

/// `claimed` marks tokens that belong to people in lines in title case.
std::vector<Place> find_places(const NameText& text, const NameGroups& groups,
                               const PeopleFound& people, const std::vector<bool>& claimed,
                               Explain explain = Explain::no);

}  // namespace onrecord
