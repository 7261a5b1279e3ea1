// SPDX-License-Identifier: GPL-3.0-or-later
// The folder that an index is written in: who may write, and how a new index takes the place of an
// old one.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include "common/index_layout.h"

namespace onrecord {

/// What ends a run: disk full, damaged or locked index, wrong format. `what()` is fit for the user.
class IndexError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The right to write in a folder; the system takes it back when the program dies.
class FolderLock {
 public:
  /// Throws IndexError when another program has it. `index` is named in the message.
  FolderLock(const std::filesystem::path& folder, const std::filesystem::path& index);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int fd_;
};

/// Where a new index for `index` is built: a folder beside it.
std::filesystem::path folder_for_build(const std::filesystem::path& index);

/// Throws IndexError unless `index` is an index, an empty folder or not there: a build must never
/// replace anything else.
void check_replaceable(const std::filesystem::path& index);

/// Writes and syncs the manifest.
void write_manifest(const std::filesystem::path& folder, const Manifest& manifest);

/// The present second in ISO 8601, UTC.
std::string now_iso();

}  // namespace onrecord
