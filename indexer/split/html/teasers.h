// SPDX-License-Identifier: GPL-3.0-or-later
// Finds rows of teasers: elements whose children are alike and each hold a linked headline with at
// most a summary below, whatever their classes are called. "More from the Courier", front pages.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/split/html/blocks.h"
#include "indexer/split/html/tree.h"

namespace onrecord {

/// Adds the mark `drop` to every row; true if there is one.
bool mark_teaser_rows(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                      std::vector<std::uint32_t>& own_marks);

}  // namespace onrecord
