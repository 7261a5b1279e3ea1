// SPDX-License-Identifier: GPL-3.0-or-later
// A byte source with look-ahead: what the readers of all formats read from.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/reader/byte_source.h"

namespace onrecord {

class ByteStream {
 public:
  explicit ByteStream(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  /// What is read and not consumed yet. `fill` and `consume` end the life of the view.
  std::string_view buffered() const { return std::string_view(buffer_).substr(consumed_); }

  /// Reads one more block behind it; false at the end and at damage.
  bool fill();

  void consume(std::size_t bytes) { consumed_ += bytes; }

  /// The next `bytes` bytes, fewer only at the end.
  std::string_view peek(std::size_t bytes);

  /// Why the stream ended early, if it did.
  const std::optional<Error>& damage() const { return damage_; }

  /// After damage, see ByteSource; what is buffered still is dropped.
  bool resume(std::string_view beginning);
  bool spoils_last() const { return damage_ && source_->spoils_last(); }

  /// See ByteSource.
  std::uint64_t bytes_read() const { return source_->bytes_read(); }

 private:
  std::unique_ptr<ByteSource> source_;
  std::string buffer_;
  std::size_t consumed_ = 0;
  std::optional<Error> damage_;
  bool at_end_ = false;
};

/// Gives what was looked at and not consumed, then the rest: a stream as a source for the next
/// layer.
std::unique_ptr<ByteSource> as_source(ByteStream stream);

/// Everything up to the end; an error when that is more than `limit` bytes, or damaged.
Result<std::string> read_all(ByteStream& stream, std::uint64_t limit);

/// The next line without its end, nothing at the end of the stream; an error for a line of more
/// than `limit` bytes (it is passed over) and once for damage (the cut line before it is dropped).
class LineReader {
 public:
  LineReader(ByteStream& stream, std::uint64_t limit) : stream_(stream), limit_(limit) {}
  Result<std::optional<std::string>> next();

 private:
  /// Where the line ends in what is buffered; npos where the limit or the stream's end comes first.
  std::size_t find_end();
  void pass_over_line();
  Result<std::optional<std::string>> take(std::size_t size, std::size_t with_end);
  Result<std::optional<std::string>> last_line();

  ByteStream& stream_;
  std::uint64_t limit_;
  bool damage_told_ = false;
};

/// "64 MB", "1.5 KB": for messages about limits.
std::string size_text(std::uint64_t bytes);

}  // namespace onrecord
