// SPDX-License-Identifier: GPL-3.0-or-later
// What the reporter's sentence says of a quotation beside its speaker: how it was said, to whom, on
// what occasion and on which day.
//
//   "No," Osei told reporters at a rally in Lima on Thursday.
//   class "say", addressee "reporters", occasion "at a rally in Lima", day of that Thursday
#pragma once

#include <optional>
#include <string>

#include "common/article.h"
#include "indexer/quote/attribution.h"
#include "indexer/quote/scene.h"

namespace onrecord {

struct SpeechContext {
  std::string cue_class;  ///< As cues.txt names it; empty without a cue.
  std::string addressee;  ///< As written.
  std::string occasion;   ///< As written, with its preposition.
  std::optional<Date> said_on;
};

/// Empty without a cue. `reported`: the item where words without marks begin; what stands from
/// there on behind the cue is theirs.
SpeechContext context_of(const Scene& scene, const Attribution& attribution,
                         std::optional<std::uint32_t> reported = std::nullopt);

/// The day that is `weekday` (1 Monday ... 7 Sunday) last seen from the day of publication, that
/// day included unless it is called the `previous` one: "last Friday".
Date weekday_before(const Date& published, int weekday, bool previous);

}  // namespace onrecord
