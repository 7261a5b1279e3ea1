// SPDX-License-Identifier: GPL-3.0-or-later
// The files in zip, tar and 7z archives, read through libarchive as a stream: nothing is written to
// disk, and names are labels only.
#pragma once

#include <memory>

#include "indexer/reader/container_reader.h"

namespace onrecord {

/// In the order of the archive. Folders, links and hidden files are passed over; encrypted entries,
/// damage, and what goes over the limits on expansion and entries are errors. Zip and 7z files on
/// disk are read by their own tables of contents (the path is opened once more); elsewhere zip is
/// read from front to back, and 7z, whose table stands at its end, from memory.
std::unique_ptr<EntryReader> make_archive_entries(OpenInput& input);

}  // namespace onrecord
