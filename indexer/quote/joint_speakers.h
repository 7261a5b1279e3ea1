// SPDX-License-Identifier: GPL-3.0-or-later
// Several speakers of one quotation: "Senators Ito and Varga wrote", "said Ito, Varga and Lind".
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/quote/scene.h"
#include "indexer/quote/speaker_mention.h"

namespace onrecord {

/// Items of the names that are joined with the name at item `head` by "and" or commas, that one
/// included, in text order; empty where the name stands alone. Names of one kind only: people, or
/// organizations, or countries.
std::vector<std::uint32_t> joined_names(const Scene& scene, const Frame& frame, std::uint32_t head);

}  // namespace onrecord
