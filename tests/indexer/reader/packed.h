// SPDX-License-Identifier: GPL-3.0-or-later
// Packs bytes for tests of unpacking.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include <archive.h>
#include <archive_entry.h>

namespace onrecord {

/// `bytes` packed by a filter of libarchive: "gzip", "zstd", "xz", "bzip2".
inline std::string packed(const char* filter, std::string_view bytes) {
  archive* writer = archive_write_new();
  archive_write_set_format_raw(writer);
  if (archive_write_add_filter_by_name(writer, filter) != ARCHIVE_OK) {
    throw std::runtime_error(archive_error_string(writer));
  }
  std::string out(bytes.size() + (1 << 16), '\0');
  std::size_t used = 0;
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  archive_entry* entry = archive_entry_new();
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_write_header(writer, entry);
  archive_write_data(writer, bytes.data(), bytes.size());
  archive_entry_free(entry);
  archive_write_close(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

}  // namespace onrecord
