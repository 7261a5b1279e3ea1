// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of onrecord-index, each a function of the options.
#pragma once

#include "common/exit_status.h"
#include "common/log.h"
#include "indexer/options.h"

namespace onrecord {

ExitStatus run(const IndexOptions& options, Log& log);

ExitStatus run_extract(const IndexOptions& options, Log& log);
ExitStatus run_build(const IndexOptions& options, Log& log);
ExitStatus run_add(const IndexOptions& options, Log& log);
ExitStatus run_stats(const IndexOptions& options, Log& log);
ExitStatus run_formats();

}  // namespace onrecord
