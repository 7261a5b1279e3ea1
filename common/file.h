// SPDX-License-Identifier: GPL-3.0-or-later
// Files that must be either old or new, and on the disk, whatever happens.
#pragma once

#include <filesystem>
#include <string_view>

namespace onrecord {

/// Asks the system to put a file or a folder's entries on the disk. Throws std::system_error.
void sync(const std::filesystem::path& path);

/// `sync` of a folder, all files and folders in it.
void sync_all(const std::filesystem::path& folder);

/// Replaces a file by way of a temporary one beside it: readers and power cuts see the old or the
/// new content. Throws std::system_error.
void write_atomically(const std::filesystem::path& file, std::string_view content);

/// Puts folder `from` in the place of folder `to`; where the system can, in one step. What was at
/// `to` is at `from` afterwards, if it existed. Throws std::system_error.
void swap_folders(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace onrecord
