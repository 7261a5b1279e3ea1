// SPDX-License-Identifier: GPL-3.0-or-later
// Calls a fuzz target once with each file of the folders given: a test without libFuzzer.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "tests/fuzz/fuzz.h"

namespace {

namespace fs = std::filesystem;

void run_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  int files = 0;
  for (int i = 1; i < argc; ++i) {
    if (!fs::is_directory(argv[i])) continue;
    for (const auto& entry : fs::recursive_directory_iterator(argv[i])) {
      if (!entry.is_regular_file()) continue;
      fmt::print("{}\n", entry.path().string());
      run_file(entry.path());
      ++files;
    }
  }
  fmt::print("{} files\n", files);
  return files > 0 ? 0 : 1;
}
