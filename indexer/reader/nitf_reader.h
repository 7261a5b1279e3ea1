// SPDX-License-Identifier: GPL-3.0-or-later
// NITF, the News Industry Text Format of the IPTC, alone or inside of NewsML; with the habits of
// agencies and of large archives (a block of class "full_text", indexing services).
#pragma once

#include <memory>
#include <string_view>

#include "indexer/reader/element_tree.h"
#include "indexer/reader/open_input.h"

namespace onrecord {

bool looks_like_nitf(std::string_view head);
std::unique_ptr<RecordReader> make_nitf_reader(OpenInput input);

/// Reads <nitf> at `nitf` into `record`; fields that are filled stay.
void read_nitf(const ElementTree& tree, ElementId nitf, RawRecord& record);

}  // namespace onrecord
