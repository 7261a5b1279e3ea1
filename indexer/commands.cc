// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands.h"

namespace onrecord {

ExitStatus run(const IndexOptions& options) {
  switch (options.command) {
    case Command::extract:
      return run_extract(options);
  }
  return ExitStatus::wrong_use;
}

}  // namespace onrecord
