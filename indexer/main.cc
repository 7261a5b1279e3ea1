// SPDX-License-Identifier: GPL-3.0-or-later
#include <exception>

#include <fmt/format.h>

#include "indexer/commands.h"
#include "indexer/options.h"

int main(int argc, char** argv) {
  try {
    const auto options = onrecord::parse_options(argc, argv);
    return static_cast<int>(options ? onrecord::run(*options) : options.error());
  } catch (const std::exception& error) {
    fmt::print(stderr, "onrecord-index: {}\n", error.what());
    return static_cast<int>(onrecord::ExitStatus::error);
  }
}
