// SPDX-License-Identifier: GPL-3.0-or-later
// Tells quotations from other words between marks: titles, terms, nicknames, scare quotes, signs.
#pragma once

#include "indexer/quote/attribution.h"
#include "indexer/quote/scene.h"

namespace onrecord {

/// Is marked text `m` something that somebody said or wrote?
bool is_quotation(const Scene& scene, const Attribution& attribution, std::uint32_t m);

}  // namespace onrecord
