// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of one input as a stream of blocks: a file, or what unpacking and decoding make of another
// source.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "common/result.h"

namespace onrecord {

class ByteSource {
 public:
  virtual ~ByteSource() = default;

  /// The next bytes, valid until the next call; empty at the end. After an error nothing follows.
  virtual Result<std::string_view> read() = 0;

  /// After an error: goes on at the next place behind it where packed data begins whose content
  /// begins so; false where there is none.
  virtual bool resume(std::string_view /*beginning*/) { return false; }

  /// After an error: may the last bytes given be wrong already? A checksum stands behind its data.
  virtual bool spoils_last() const { return false; }

  /// Bytes of the file on disk that have been used up so far.
  virtual std::uint64_t bytes_read() const = 0;
};

/// Opens a regular file, a pipe or, for "-", the standard input. Devices and folders are refused.
Result<std::unique_ptr<ByteSource>> open_file(const std::string& path);

/// Bytes from memory, which must outlive the source.
std::unique_ptr<ByteSource> make_memory_source(std::string_view bytes);

/// The same for bytes that the source keeps itself.
std::unique_ptr<ByteSource> make_string_source(std::string bytes);

}  // namespace onrecord
