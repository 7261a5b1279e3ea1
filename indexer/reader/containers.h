// SPDX-License-Identifier: GPL-3.0-or-later
// The list of containers: files that hold other inputs. What stands in them is opened like a file
// of its own, so every format is read in every container; a new container is one row and one
// reader of entries.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "indexer/reader/open_input.h"

namespace onrecord {

struct Container {
  std::string_view name;         ///< "zip"
  std::string_view about;        ///< What it is, a line.
  std::string_view endings;      ///< Of file names, for the listing; the content decides.
  std::string_view first_bytes;  ///< How its content begins,
  std::size_t offset = 0;        ///< from this byte on.
  std::unique_ptr<RecordReader> (*open)(OpenInput input) = nullptr;
  bool names_entries = true;  ///< Else only numbers tell them apart.
};

std::span<const Container> containers();

/// Does the name end like that of an archive of named files (zip, tar, 7z)?
bool has_archive_ending(std::string_view path);

/// The container whose first bytes these are, or null. `head`: unpacked, before any decoding.
const Container* find_container(std::string_view head);

}  // namespace onrecord
