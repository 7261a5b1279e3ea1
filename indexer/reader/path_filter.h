// SPDX-License-Identifier: GPL-3.0-or-later
// Which files are read: --include and --exclude, on disk and inside archives.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

/// Shell patterns. One without "/" is held against the last part of a path ("*.txt"), one with "/"
/// against every end of the path that begins at a "/" ("sport/*"); "*" goes across "/". The path of
/// an entry of an archive is "archive.zip!2019/ferry.html": "!" parts it like "/".
struct PathFilter {
  std::vector<std::string> include;  ///< Empty: everything.
  std::vector<std::string> exclude;  ///< Also keeps whole folders out.

  bool includes(std::string_view path) const;
  bool excludes(std::string_view path) const;

  /// Does a folder inside of `archive` keep the entry out, or its own name?
  bool excludes_entry(std::string_view archive, std::string_view entry) const;

  bool admits_file(std::string_view path) const { return includes(path) && !excludes(path); }
};

}  // namespace onrecord
