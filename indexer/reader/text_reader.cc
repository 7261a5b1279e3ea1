// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_reader.h"

#include "indexer/reader/charset.h"

namespace onrecord {
namespace {

class TextReader final : public RecordReader {
 public:
  explicit TextReader(OpenInput input) : input_(std::move(input)) {}

  Result<std::optional<RawRecord>> next() override {
    if (records_read_ > 0) return std::nullopt;
    records_read_ = 1;
    const auto bytes = read_all(input_.stream, input_.settings->limits.record_bytes);
    if (!bytes) return tl::unexpected(bytes.error());
    Decoded decoded = decode_text(*bytes, input_.context.charset);
    if (decoded.text.find_first_not_of(" \t\n\f") == std::string::npos) return fail("no text");
    return RawRecord{{input_.path, 1, std::string(input_.format)},
                     TextKind::plain,
                     std::move(decoded.text),
                     {},
                     std::move(decoded.charset)};
  }

  std::uint64_t records_read() const override { return records_read_; }
  std::uint64_t bytes_read() const override { return input_.stream.bytes_read(); }

 private:
  OpenInput input_;
  std::uint64_t records_read_ = 0;
};

}  // namespace

std::unique_ptr<RecordReader> make_text_reader(OpenInput input) {
  return std::make_unique<TextReader>(std::move(input));
}

}  // namespace onrecord
