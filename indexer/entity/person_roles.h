// SPDX-License-Identifier: GPL-3.0-or-later
// The offices and descriptions an article gives to a person, before or after the name.
#pragma once

#include "indexer/entity/candidates.h"

namespace onrecord {

/// Adds the roles that stand with this mention: "Foreign Minister X", "X, the former mayor of Y,",
/// "the mayor, X,". Takes the gender from words like "spokeswoman" where it is still unknown.
void add_roles(const NameText& text, const Candidate& mention, Person& person);

}  // namespace onrecord
