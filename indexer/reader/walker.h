// SPDX-License-Identifier: GPL-3.0-or-later
// From what the user named to the files to read: folders in a stable order, filtered by globs.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "indexer/reader/path_filter.h"

namespace onrecord {

struct WalkedFile {
  std::string path;
  std::uint64_t bytes = 0;       ///< 0 where unknown.
  std::optional<Error> problem;  ///< Why the path cannot be read, if so.
};

/// Walks inputs one by one; folders with all below them, in the order of the bytes of the names.
/// Inside folders only regular files are given, links to files among them; hidden names (".git")
/// and links to folders are passed over, so that no loop can trap the walk. Archives that the
/// filter does not include are given for the entries that it may include.
class Walker {
 public:
  /// `next_input` gives what the user named, nothing at the end. "-" is the standard input.
  Walker(std::function<std::optional<std::string>()> next_input, PathFilter filter)
      : next_input_(std::move(next_input)), filter_(std::move(filter)) {}

  /// The next file, nothing at the end.
  std::optional<WalkedFile> next();

 private:
  struct OpenFolder {
    std::string path;
    std::vector<std::string> names;
    std::size_t position = 0;
  };

  bool admits_file(std::string_view path) const;
  std::optional<WalkedFile> enter(std::string path);
  std::optional<WalkedFile> next_in_folder();

  std::function<std::optional<std::string>()> next_input_;
  PathFilter filter_;
  std::vector<OpenFolder> folders_;
};

/// Gives the items of a list one after the other.
std::function<std::optional<std::string>()> each_of(std::vector<std::string> paths);

/// Paths from a file ("-": the standard input), one a line or, with `zero_separated`, up to each
/// zero byte. An error if it cannot be opened.
Result<std::function<std::optional<std::string>()>> paths_from(const std::string& file,
                                                               bool zero_separated);

}  // namespace onrecord
