// SPDX-License-Identifier: GPL-3.0-or-later
// The records of everything that stands in a container, one entry after the other.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "common/result.h"
#include "indexer/reader/byte_source.h"
#include "indexer/reader/open_input.h"

namespace onrecord {

/// One input inside a container.
struct Entry {
  std::string name;          ///< "2019/story.html"; empty: only its number tells it from others.
  std::uint64_t number = 0;  ///< Among all entries, from 1.
  std::unique_ptr<ByteSource> bytes;  ///< Valid until the next entry is asked for.
  std::string url;                    ///< Where it was fetched; empty if unknown.
  std::string charset;                ///< As declared; empty: not.
};

class EntryReader {
 public:
  virtual ~EntryReader() = default;

  /// The next entry; nothing at the end. An error concerns one entry (of the name and number that
  /// `name` and `number` give): the caller reports it and calls again.
  virtual Result<std::optional<Entry>> next() = 0;

  /// Of the entry met last, good or bad.
  virtual const std::string& name() const = 0;
  virtual std::uint64_t number() const = 0;

  virtual std::uint64_t bytes_read() const = 0;
};

/// Reads every entry as an input of its own (`input.path` + "!" + name) by the same settings. The
/// stream of `input` belongs to `entries` by then.
std::unique_ptr<RecordReader> make_container_reader(const OpenInput& input,
                                                    std::unique_ptr<EntryReader> entries);

}  // namespace onrecord
