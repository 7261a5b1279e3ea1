// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of onrecord-index as plain values.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "common/exit_status.h"

namespace onrecord {

enum class Command { extract };

struct IndexOptions {
  Command command = Command::extract;
  std::vector<std::string> inputs;    ///< Files as given.
  std::string format = "auto";        ///< Name of an input format, or "auto".
  std::vector<std::string> keys;      ///< extract: only these JSON keys; all when empty.
  std::filesystem::path data_folder;  ///< Language packs and gazetteer; empty: find it.
};

/// Reads the command line. When there is nothing to run (--help, --version, wrong use) the text is
/// printed already and the exit status comes back.
tl::expected<IndexOptions, ExitStatus> parse_options(int argc, const char* const* argv);

}  // namespace onrecord
