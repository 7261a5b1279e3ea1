// SPDX-License-Identifier: GPL-3.0-or-later
// Interviews and transcripts: paragraphs that begin with who speaks and a colon.
//
//   MR. RUIZ: It was a field.          Q: Why a hill?
//   PARK: And at other moments?        A: Because ours is two metres high.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/quote/quote_lexicon.h"

namespace onrecord {

/// Who speaks by a label. Both empty: somebody whom the article does not name ("HOST").
struct LabelledSpeaker {
  std::optional<std::uint32_t> person;  ///< Index into Article::people.
  std::string name;                     ///< Of nobody in the article: "Ruiz" of "MR. RUIZ".
  bool interviewer = false;             ///< Whose questions are no quotes.
};

/// What one paragraph of a dialogue says.
struct DialogueTurn {
  std::uint32_t paragraph = 0;
  std::uint32_t begin = 0;  ///< Byte behind label and colon.
  LabelledSpeaker speaker;
  bool continues = false;  ///< A further paragraph of the turn before, without label.
};

/// All turns of an article in text order; empty if it holds no dialogue: that takes three labelled
/// paragraphs, one label twice.
std::vector<DialogueTurn> find_dialogue(const Article& article, const QuoteLexicon& lexicon);

}  // namespace onrecord
