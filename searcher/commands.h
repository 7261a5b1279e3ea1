// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of onrecord-search, each a function of the options.
#pragma once

#include "common/exit_status.h"
#include "searcher/options.h"

namespace onrecord {

/// Runs the command and prints to standard output; messages go to standard error.
ExitStatus run_search_command(const SearchOptions& options);

}  // namespace onrecord
