// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/open_input.h"

#include "indexer/reader/charset.h"
#include "indexer/reader/formats.h"
#include "indexer/reader/transcode.h"
#include "indexer/reader/unpack.h"

namespace onrecord {
namespace {

/// Enough for the first line of most JSON lines.
constexpr std::size_t head_bytes = 256 << 10;

/// Gives back what was looked at, then the rest: a stream as a source for the next layer.
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

std::unique_ptr<ByteSource> as_source(ByteStream stream) {
  return std::make_unique<StreamSource>(std::move(stream));
}

}  // namespace

Result<std::unique_ptr<RecordReader>> open_input(const std::string& path,
                                                 std::unique_ptr<ByteSource> source,
                                                 const ReadSettings& settings) {
  constexpr std::size_t magic_bytes = 512;
  ByteStream stream(std::move(source));
  std::string_view name = path;
  if (is_packed(stream.peek(magic_bytes))) {
    stream = ByteStream(make_unpacker(as_source(std::move(stream)), settings.limits));
    name = without_packer_ending(path);
  }
  if (const UnreadFormat* unread = find_unread_by_content(stream.peek(magic_bytes))) {
    return fail(std::string(unread->reason));
  }
  if (const auto wide = wide_charset_of(stream.peek(head_bytes)); !wide.empty()) {
    stream = ByteStream(make_transcoder(as_source(std::move(stream)), wide));
  }
  const std::string_view head = stream.peek(head_bytes);
  if (head.empty()) return stream.damage() ? tl::unexpected(*stream.damage()) : fail("empty");
  const auto format = choose_format(settings.format, name, head);
  if (!format) return tl::unexpected(format.error());
  return (*format)->open(OpenInput{path, (*format)->name, std::move(stream), &settings});
}

Result<std::unique_ptr<RecordReader>> open_input(const std::string& path,
                                                 const ReadSettings& settings) {
  auto source = open_file(path);
  if (!source) return tl::unexpected(source.error());
  return open_input(path, std::move(*source), settings);
}

}  // namespace onrecord
