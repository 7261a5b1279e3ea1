// SPDX-License-Identifier: GPL-3.0-or-later
// JSON Feed (jsonfeed.org): one article an item; what an item does not say, its feed does.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/reader/open_input.h"

namespace onrecord {

bool looks_like_json_feed(std::string_view head);

std::unique_ptr<RecordReader> make_json_feed_reader(OpenInput input);

}  // namespace onrecord
