// SPDX-License-Identifier: GPL-3.0-or-later
// What an index holds, in numbers: the `stats` command of both programs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/index_layout.h"
#include "common/result.h"

namespace onrecord {

struct IndexStats {
  std::uint64_t articles = 0;
  std::uint64_t quotes = 0;
  std::uint64_t quotes_with_speaker = 0;
  std::uint64_t people = 0;  ///< Distinct names, as places, organizations and sources.
  std::uint64_t places = 0;
  std::uint64_t organizations = 0;
  std::uint64_t sources = 0;
  std::uint64_t undated = 0;  ///< Articles without a date.
  std::string first_date;     ///< ISO 8601; empty if no article has a date.
  std::string last_date;
  std::uint64_t bytes = 0;  ///< Of all files on the disk.
  Manifest manifest;        ///< Format version, who wrote it and when, languages.
};

/// Reads every document's values once: about a second for a million articles. A folder that is no
/// index or a damaged one is an error.
Result<IndexStats> read_stats(const std::filesystem::path& index);

/// A few lines for people, each ended.
std::string to_text(const IndexStats& stats);

/// One JSON object, ended by a line feed.
std::string to_json(const IndexStats& stats);

}  // namespace onrecord
