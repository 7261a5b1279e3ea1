// SPDX-License-Identifier: GPL-3.0-or-later
// Cue and speaker mention in one sentence of the reporter's.
#pragma once

#include <cstdint>

#include "indexer/quote/attribution.h"
#include "indexer/quote/scene.h"

namespace onrecord {

/// Whose words the quotation at item `quote` of the frame is by what stands in that frame. In order
/// of certainty: a cue right beside the quotation, before or behind it; the best cue before it; one
/// at the sentence's end; the subject.
Attribution attribute_in_frame(const Scene& scene, const Frame& frame, std::uint32_t quote);

/// For a quotation in the next frame: "Osei was brief."
Attribution introduction_in(const Scene& scene, const Frame& frame);

/// The first verb of saying with its subject, in a sentence of indirect speech.
Attribution report_in(const Scene& scene, const Frame& frame);

}  // namespace onrecord
