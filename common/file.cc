// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/file.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace onrecord {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail_with_errno(const fs::path& path) {
  throw std::system_error(errno, std::generic_category(), path.string());
}

/// An open file; closed at the end of the scope.
class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags)
      : path_(path), fd_(::open(path.c_str(), flags, 0666)) {
    if (fd_ < 0) fail_with_errno(path_);
  }
  ~Descriptor() { ::close(fd_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  void write(std::string_view content) const {
    while (!content.empty()) {
      const ssize_t written = ::write(fd_, content.data(), content.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail_with_errno(path_);
      content.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void sync() const {
    // Some file systems cannot sync a folder; they have nothing to lose by it.
    if (::fsync(fd_) != 0 && errno != EINVAL && errno != EROFS) fail_with_errno(path_);
  }

 private:
  const fs::path& path_;
  int fd_;
};

fs::path folder_of(const fs::path& path) {
  const fs::path parent = path.parent_path();
  return parent.empty() ? fs::path(".") : parent;
}

}  // namespace

void sync(const fs::path& path) {
  Descriptor(path, O_RDONLY | O_CLOEXEC).sync();
}

void sync_all(const fs::path& folder) {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    sync(entry.path());
  }
  sync(folder);
}

void write_atomically(const fs::path& file, std::string_view content) {
  fs::path temporary = file;
  temporary += ".tmp";
  {
    const Descriptor out(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
    out.write(content);
    out.sync();
  }
  fs::rename(temporary, file);
  sync(folder_of(file));
}

void swap_folders(const fs::path& from, const fs::path& to) {
  if (!fs::exists(to)) {
    fs::rename(from, to);
  } else if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_EXCHANGE) != 0) {
    if (errno != EINVAL && errno != ENOSYS) fail_with_errno(to);
    fs::path old = to;
    old += ".old";
    fs::rename(to, old);
    fs::rename(from, to);
    fs::rename(old, from);
  }
  sync(folder_of(to));
}

}  // namespace onrecord
