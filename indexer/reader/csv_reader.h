// SPDX-License-Identifier: GPL-3.0-or-later
// CSV and TSV with a header line: one article a row, its columns named as the keys of JSON are.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/reader/open_input.h"

namespace onrecord {

/// A first line of column names of which one holds article text and another a known field.
bool looks_like_csv(std::string_view head);

std::unique_ptr<RecordReader> make_csv_reader(OpenInput input);

}  // namespace onrecord
