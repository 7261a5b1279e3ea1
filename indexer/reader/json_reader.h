// SPDX-License-Identifier: GPL-3.0-or-later
// JSON and JSON lines, by the field map of the settings.
#pragma once

#include <memory>

#include "indexer/reader/open_input.h"

namespace onrecord {

std::unique_ptr<RecordReader> make_json_reader(OpenInput input);
std::unique_ptr<RecordReader> make_json_lines_reader(OpenInput input);

}  // namespace onrecord
