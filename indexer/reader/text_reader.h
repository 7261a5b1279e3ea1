// SPDX-License-Identifier: GPL-3.0-or-later
// Plain text: the whole file is one record; the splitter finds the articles in it.
#pragma once

#include <memory>

#include "indexer/reader/open_input.h"

namespace onrecord {

std::unique_ptr<RecordReader> make_text_reader(OpenInput input);

}  // namespace onrecord
