// SPDX-License-Identifier: GPL-3.0-or-later
// For every quotation the words that say whose it is: cue and speaker mention, found in the
// sentence around it, in order of certainty. Who the mention is comes later (speaker_resolver.h).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/quote/scene.h"
#include "indexer/quote/speaker_mention.h"

namespace onrecord {

/// How the speaker was found; the name is what Quote::rule says.
struct AttributionRule {
  std::string_view name;
  float certainty = 0;   ///< How often the mention is right, 0..1.
  bool goes_on = false;  ///< The same utterance as the quotation before.
};

struct Attribution {
  const AttributionRule* rule = nullptr;  ///< Null: nothing found.
  SpeakerMention mention;
  std::optional<std::uint32_t> cue;      ///< Item of the cue word.
  std::optional<std::uint32_t> inherit;  ///< Marked text whose speaker this one takes over.
  bool is_quotation = true;              ///< Else a title, a term: nobody's words.
  bool verb_beside = false;              ///< The cue stands right beside the quotation.
};

/// One attribution for each of Scene::marked.
std::vector<Attribution> attribute(const Scene& scene);

}  // namespace onrecord
