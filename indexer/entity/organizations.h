// SPDX-License-Identifier: GPL-3.0-or-later
// Organizations: names with a word for one, known names and acronyms, joined to the long form.
#pragma once

#include <vector>

#include "indexer/entity/name_groups.h"
#include "indexer/entity/people.h"

namespace onrecord {

std::vector<Organization> find_organizations(const NameText& text, const NameGroups& groups,
                                             const PeopleFound& people);

}  // namespace onrecord
