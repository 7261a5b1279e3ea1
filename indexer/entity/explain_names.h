// SPDX-License-Identifier: GPL-3.0-or-later
// Why a name is what it is: the strongest evidence again, in words. Nothing of it is worked out
// unless it is asked for.
#pragma once

#include "indexer/entity/entities.h"
#include "indexer/entity/name_groups.h"

namespace onrecord {

/// Fills `why` of all entries: the strongest points for and against with the words they come from,
/// the sums of all three readings, and the short forms that were joined. What is there already (the
/// country of a place) stays behind.
void explain_names(const NameText& text, const NameGroups& groups, Entities& entities);

}  // namespace onrecord
