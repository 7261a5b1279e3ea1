// SPDX-License-Identifier: GPL-3.0-or-later
// How sure a speaker is: a number that means what it says. docs/quotes.md tells how the tables were
// measured.
#pragma once

#include <string_view>

#include "indexer/quote/attribution.h"
#include "indexer/quote/speaker_resolver.h"

namespace onrecord {

/// "pronoun", "role": as the trace prints it.
std::string_view name_of(Resolution how);

/// That the speaker (or that nobody named speaks) is right, 0..1.
float confidence_of(const Attribution& attribution, Resolution how);

}  // namespace onrecord
