// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands.h"

namespace onrecord {

ExitStatus run(const IndexOptions& options, Log& log) {
  switch (options.command) {
    case Command::extract:
      return run_extract(options, log);
    case Command::build:
      return run_build(options, log);
    case Command::add:
      return run_add(options, log);
    case Command::stats:
      return run_stats(options, log);
    case Command::formats:
      return run_formats();
  }
  return ExitStatus::wrong_use;
}

}  // namespace onrecord
