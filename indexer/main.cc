// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <exception>

#include <unistd.h>

#include "common/escape.h"
#include "common/log.h"
#include "common/stop.h"
#include "common/terminal.h"
#include "indexer/commands.h"
#include "indexer/options.h"

int main(int argc, char** argv) {
  const auto options = onrecord::parse_options(argc, argv);
  if (!options) return static_cast<int>(options.error());
  onrecord::Log log("onrecord-index", onrecord::wants_color(options->color, STDERR_FILENO));
  try {
    onrecord::catch_stop_signals();
    // A limit on the size of files is told as a full disk is, not by death.
    std::signal(SIGXFSZ, SIG_IGN);
    return static_cast<int>(onrecord::run(*options, log));
  } catch (const std::exception& error) {
    log.error(onrecord::escape_terminal(error.what()));
    return static_cast<int>(onrecord::ExitStatus::error);
  }
}
