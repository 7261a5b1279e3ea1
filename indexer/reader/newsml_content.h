// SPDX-License-Identifier: GPL-3.0-or-later
// What both versions of NewsML hold as content: NITF, XHTML, escaped HTML or plain text.
#pragma once

#include "indexer/reader/element_tree.h"
#include "indexer/reader/reader.h"

namespace onrecord {

/// Adds the text in the element `content` to `record`; NITF may fill fields that are empty.
void add_newsml_content(const ElementTree& tree, ElementId content, RawRecord& record);

}  // namespace onrecord
