// SPDX-License-Identifier: GPL-3.0-or-later
// What a user knows of names, from text files: --names FILE. docs/names.md has the format.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/result.h"
#include "indexer/entity/name_hints.h"
#include "indexer/entity/name_words.h"

namespace onrecord {

struct UserNames {
  NameHints hints;
  /// Rows more for the tables of the language packs: {"titles", {"ratu", "m"}}.
  std::vector<NameRow> rows;

  /// Adds what the file says. An error names file and line.
  Result<void> add_file(const std::filesystem::path& file);
};

}  // namespace onrecord
