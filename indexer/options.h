// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of onrecord-index as plain values.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "common/article.h"
#include "common/exit_status.h"
#include "common/terminal.h"
#include "indexer/progress.h"
#include "indexer/reader/walker.h"

namespace onrecord {

enum class Command { extract, build, add, stats, formats };

/// "--max-skipped 20" or "5%".
struct SkipLimit {
  std::uint64_t count = 0;
  bool percent = false;

  /// A share is only judged once this many records were read.
  static constexpr std::uint64_t min_records_for_share = 100;
  bool is_exceeded(std::uint64_t skipped, std::uint64_t records) const;
};

/// What to read and how: of extract, build and add.
struct InputOptions {
  std::vector<std::string> paths;  ///< Files and folders as given; "-" is the standard input.
  std::string files_from;          ///< A file of further paths, or "-"; empty: none.
  bool zero_separated = false;     ///< Its paths end in zero bytes.
  PathFilter filter;
  std::string format = "auto";       ///< Name of an input format, or "auto".
  std::vector<std::string> mapping;  ///< "headline=Titel"
  std::filesystem::path map_file;
  std::vector<std::string> names;  ///< Files of what the user knows of names.
  std::string language;            ///< ISO 639-1; empty: as declared or detected.
  std::uint64_t max_record_bytes = 64U << 20U;
  int jobs = 1;
  std::optional<SkipLimit> max_skipped;
  std::filesystem::path report;  ///< Empty: none.
  ProgressMode progress = ProgressMode::automatic;
};

struct IndexOptions {
  Command command = Command::extract;
  InputOptions input;
  std::vector<std::string> keys;      ///< extract: only these JSON keys; all when empty.
  Explain explain = Explain::no;      ///< extract: also say why.
  std::filesystem::path index;        ///< build, add, stats.
  bool json = false;                  ///< stats: JSON instead of text.
  std::filesystem::path data_folder;  ///< Language packs and gazetteer; empty: find it.
  bool quiet = false;
  bool verbose = false;
  ColorMode color = ColorMode::automatic;
};

/// Reads the command line. When there is nothing to run (--help, --version, wrong use) the text is
/// printed already and the exit status comes back.
tl::expected<IndexOptions, ExitStatus> parse_options(int argc, const char* const* argv);

}  // namespace onrecord
