// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/byte_stream.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace onrecord {
namespace {

class StreamSource final : public ByteSource {
 public:
  explicit StreamSource(ByteStream stream) : stream_(std::move(stream)) {}

  Result<std::string_view> read() override {
    stream_.consume(given_);
    if (stream_.buffered().empty() && !stream_.fill() && stream_.damage()) {
      return tl::unexpected(*stream_.damage());
    }
    given_ = stream_.buffered().size();
    return stream_.buffered();
  }

  std::uint64_t bytes_read() const override { return stream_.bytes_read(); }

 private:
  ByteStream stream_;
  std::size_t given_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> as_source(ByteStream stream) {
  return std::make_unique<StreamSource>(std::move(stream));
}

bool ByteStream::fill() {
  if (at_end_) return false;
  const auto block = source_->read();
  if (!block) damage_ = block.error();
  at_end_ = !block || block->empty();
  if (at_end_) return false;
  if (consumed_ > buffer_.size() / 2) {
    buffer_.erase(0, consumed_);
    consumed_ = 0;
  }
  buffer_ += *block;
  return true;
}

bool ByteStream::resume(std::string_view beginning) {
  if (!damage_ || !source_->resume(beginning)) return false;
  buffer_.clear();
  consumed_ = 0;
  damage_.reset();
  at_end_ = false;
  return true;
}

std::string_view ByteStream::peek(std::size_t bytes) {
  while (buffered().size() < bytes && fill()) {
  }
  return buffered().substr(0, bytes);
}

Result<std::string> read_all(ByteStream& stream, std::uint64_t limit) {
  while (stream.buffered().size() <= limit && stream.fill()) {
  }
  if (stream.damage()) return tl::unexpected(*stream.damage());
  if (stream.buffered().size() > limit) return fail("larger than " + size_text(limit));
  std::string all(stream.buffered());
  stream.consume(all.size());
  return all;
}

Result<std::optional<std::string>> LineReader::take(std::size_t size, std::size_t with_end) {
  std::string line(stream_.buffered().substr(0, size));
  stream_.consume(with_end);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

Result<std::optional<std::string>> LineReader::last_line() {
  const std::size_t size = stream_.buffered().size();
  if (!stream_.damage()) {
    if (size == 0) return std::nullopt;
    return take(size, size);
  }
  stream_.consume(size);
  if (damage_told_) return std::nullopt;
  damage_told_ = true;
  return tl::unexpected(*stream_.damage());
}

std::size_t LineReader::find_end() {
  std::size_t searched = 0;
  while (true) {
    const std::size_t end = stream_.buffered().find('\n', searched);
    if (end != std::string_view::npos) return end;
    searched = stream_.buffered().size();
    if (searched > limit_ || !stream_.fill()) return std::string_view::npos;
  }
}

void LineReader::pass_over_line() {
  while (true) {
    const std::string_view buffered = stream_.buffered();
    const std::size_t end = buffered.find('\n');
    stream_.consume(end == std::string_view::npos ? buffered.size() : end + 1);
    if (end != std::string_view::npos || !stream_.fill()) return;
  }
}

Result<std::optional<std::string>> LineReader::next() {
  const std::size_t end = find_end();
  if (end <= limit_) return take(end, end + 1);
  if (stream_.buffered().size() <= limit_) return last_line();
  pass_over_line();
  return fail("line longer than " + size_text(limit_));
}

std::string size_text(std::uint64_t bytes) {
  constexpr const char* units[] = {"bytes", "KB", "MB", "GB", "TB"};
  auto size = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; size >= 1024 && unit + 1 < std::size(units); ++unit) size /= 1024;
  const bool whole = size >= 10 || size == static_cast<double>(static_cast<int>(size));
  return fmt::format("{:.{}f} {}", size, whole ? 0 : 1, units[unit]);
}

}  // namespace onrecord
