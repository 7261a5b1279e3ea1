// SPDX-License-Identifier: GPL-3.0-or-later
// RSS (0.9 to 2.0, RDF), Atom, and WordPress exports (WXR).
#pragma once

#include <memory>
#include <string_view>

#include "indexer/reader/open_input.h"

namespace onrecord {

bool looks_like_feed(std::string_view head);
std::unique_ptr<RecordReader> make_feed_reader(OpenInput input);

}  // namespace onrecord
