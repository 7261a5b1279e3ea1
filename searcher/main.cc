// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <exception>
#include <iostream>

#include "searcher/commands.h"
#include "searcher/options.h"

int main(int argc, char** argv) {
  // A reader that closes the pipe has seen enough: writing fails, and the program ends as usual.
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  try {
    const auto options = onrecord::parse_search_options(argc, argv);
    return static_cast<int>(options ? onrecord::run_search_command(*options) : options.error());
  } catch (const std::exception& error) {
    std::cerr << "onrecord-search: " << error.what() << '\n';
    return static_cast<int>(onrecord::ExitStatus::error);
  }
}
