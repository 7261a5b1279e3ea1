// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of onrecord-index, each a function of the options.
#pragma once

#include "common/exit_status.h"
#include "indexer/options.h"

namespace onrecord {

ExitStatus run(const IndexOptions& options);

ExitStatus run_extract(const IndexOptions& options);

}  // namespace onrecord
