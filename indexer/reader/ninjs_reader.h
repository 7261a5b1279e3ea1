// SPDX-License-Identifier: GPL-3.0-or-later
// ninjs 1.x, 2.x and 3.x: the JSON of the IPTC for news items, as agencies and editorial systems
// send it; one item, a list, or one a line.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/reader/open_input.h"

namespace onrecord {

bool looks_like_ninjs(std::string_view head);
std::unique_ptr<RecordReader> make_ninjs_reader(OpenInput input);

}  // namespace onrecord
