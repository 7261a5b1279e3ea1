// SPDX-License-Identifier: GPL-3.0-or-later
// Wire texts as teleprinters got them: ANPA 1312 (North America) and IPTC 7901 (elsewhere). A
// message runs from SOH to EOT: a line of codes, the keyword, STX, headlines and text, ETX, time.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/reader/open_input.h"

namespace onrecord {

bool looks_like_anpa(std::string_view head);

std::unique_ptr<RecordReader> make_anpa_reader(OpenInput input);

}  // namespace onrecord
