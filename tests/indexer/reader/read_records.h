// SPDX-License-Identifier: GPL-3.0-or-later
// Reads an input from memory and notes everything that comes: for tests of readers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/reader/open_input.h"

namespace onrecord {

struct ReadResult {
  std::vector<RawRecord> records;
  std::vector<std::string> errors;  ///< "3: not JSON: ..." or, for the whole input, "empty".
};

/// `name`: the file name that detection sees.
inline ReadResult read_records(std::string_view bytes, const ReadSettings& settings = {},
                               const std::string& name = "input") {
  ReadResult result;
  auto reader = open_input(name, make_memory_source(bytes), settings,
                           {0, {}, settings.filter.includes(name)});
  if (!reader) {
    result.errors.push_back(reader.error().message);
    return result;
  }
  while (true) {
    auto record = (*reader)->next();
    if (!record) {
      result.errors.push_back(std::to_string((*reader)->records_read()) + ": " +
                              record.error().message);
    } else if (*record) {
      result.records.push_back(std::move(**record));
    } else {
      return result;
    }
  }
}

}  // namespace onrecord
