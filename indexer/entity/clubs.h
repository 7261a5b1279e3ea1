// SPDX-License-Identifier: GPL-3.0-or-later
// Clubs named by their city: "Bergen beat Oslo 2-1" speaks of no place.
#pragma once

#include <vector>

#include "indexer/entity/candidates.h"

namespace onrecord {

/// Makes organizations of the cities that play, and of their other mentions in the article unless
/// these are a place's ("in Bergen"). Countries and states play for themselves and stay places.
void mark_clubs(const NameText& text, std::vector<Candidate>& candidates);

}  // namespace onrecord
