// SPDX-License-Identifier: GPL-3.0-or-later
// Finds figures that no class word tells of: elements that hold a picture and, beside it, nothing
// but a short text. That text is the picture's caption.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/split/html/blocks.h"
#include "indexer/split/html/lexicon.h"
#include "indexer/split/html/tree.h"

namespace onrecord {

/// Adds the mark `caption` to the text beside pictures; true if there is one. Nothing is marked on
/// pages that consist of little else: there the text beside the pictures is the story. Beside the
/// portrait of an author stands a byline.
bool mark_figures(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                  const HtmlLexicon& lexicon, std::vector<std::uint32_t>& own_marks);

}  // namespace onrecord
