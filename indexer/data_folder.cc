// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/data_folder.h"

#include <vector>

#include <fmt/format.h>

namespace onrecord {
namespace {

bool holds_data(const std::filesystem::path& folder) {
  std::error_code error;
  return std::filesystem::is_directory(folder / "languages", error);
}

std::vector<std::filesystem::path> usual_folders() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  std::vector<std::filesystem::path> folders;
  if (!error) folders.push_back(program.parent_path().parent_path() / "share" / "onrecord");
  folders.emplace_back(ONRECORD_INSTALLED_DATA);
  return folders;
}

}  // namespace

Result<std::filesystem::path> find_data_folder(const std::filesystem::path& wished) {
  const auto folders = wished.empty() ? usual_folders() : std::vector{wished};
  std::string tried;
  for (const auto& folder : folders) {
    if (holds_data(folder)) return folder;
    tried += fmt::format("{}{}", tried.empty() ? "" : " or ", folder.string());
  }
  return fail(fmt::format("no language packs in {}; give the data folder with --data", tried));
}

}  // namespace onrecord
