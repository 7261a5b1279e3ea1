// SPDX-License-Identifier: GPL-3.0-or-later
// The table of places, read-only and shared between threads.
#pragma once

#include <filesystem>

#include "common/result.h"

namespace onrecord {

class Gazetteer {
 public:
  /// Maps the compiled table (share/onrecord/gazetteer.bin) into memory.
  static Result<Gazetteer> open(const std::filesystem::path& file);
};

}  // namespace onrecord
