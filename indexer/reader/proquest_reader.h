// SPDX-License-Identifier: GPL-3.0-or-later
// Text exports of ProQuest: articles between rules of underscores, the headline first, then fields
// "Full text: ...", "Publication date: ...".
#pragma once

#include <memory>
#include <string_view>

#include "indexer/reader/open_input.h"

namespace onrecord {

bool looks_like_proquest(std::string_view head);

std::unique_ptr<RecordReader> make_proquest_reader(OpenInput input);

}  // namespace onrecord
