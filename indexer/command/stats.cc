// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "common/index_stats.h"
#include "indexer/commands.h"

namespace onrecord {

ExitStatus run_stats(const IndexOptions& options, Log& log) {
  const auto stats = read_stats(options.index);
  if (!stats) {
    log.error(stats.error().message);
    return ExitStatus::error;
  }
  fmt::print("{}", options.json ? to_json(*stats) : to_text(*stats));
  return ExitStatus::done;
}

}  // namespace onrecord
