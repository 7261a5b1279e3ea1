// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/output/index_folder.h"

#include <cerrno>
#include <chrono>
#include <system_error>

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "common/file.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

}  // namespace

FolderLock::FolderLock(const fs::path& folder, const fs::path& index)
    : fd_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  if (fd_ < 0) throw std::system_error(errno, std::generic_category(), folder.string());
  if (::flock(fd_, LOCK_EX | LOCK_NB) == 0) return;
  const int error = errno;
  ::close(fd_);
  if (error != EWOULDBLOCK)
    throw std::system_error(error, std::generic_category(), folder.string());
  throw IndexError(
      fmt::format("{}: another onrecord-index is writing this index; try again when it is done",
                  index.string()));
}

FolderLock::~FolderLock() {
  ::close(fd_);
}

fs::path folder_for_build(const fs::path& index) {
  fs::path folder = index;
  folder += ".building";
  return folder;
}

void check_replaceable(const fs::path& index) {
  if (!fs::exists(index)) return;
  if (!fs::is_directory(index)) {
    throw IndexError(fmt::format("{}: is a file, not an index directory", index.string()));
  }
  if (!fs::is_empty(index) && !fs::exists(manifest_file(index))) {
    throw IndexError(
        fmt::format("{}: holds other files and no index; not replaced. Choose another "
                    "directory",
                    index.string()));
  }
}

void write_manifest(const fs::path& folder, const Manifest& manifest) {
  write_atomically(manifest_file(folder), to_json(manifest));
}

std::string now_iso() {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
}

}  // namespace onrecord
