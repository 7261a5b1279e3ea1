// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/json_reader.h"

#include "common/utf8.h"
#include "indexer/reader/charset.h"
#include "indexer/reader/json_fields.h"
#include "indexer/reader/json_parser.h"
#include "indexer/reader/json_splitter.h"

namespace onrecord {
namespace {

using MakeSplitter = std::unique_ptr<JsonSplitter> (*)(ByteStream&, std::uint64_t);

class JsonReader final : public RecordReader {
 public:
  JsonReader(OpenInput input, MakeSplitter make_splitter)
      : input_(std::move(input)),
        splitter_(make_splitter(input_.stream, input_.settings->limits.record_bytes)) {}

  Result<std::optional<RawRecord>> next() override {
    auto json = splitter_->next();
    if (!json) return tl::unexpected(json.error());
    if (!*json) return std::nullopt;
    std::string charset = "UTF-8";
    if (!is_valid_utf8(**json)) {
      Decoded decoded = decode_text(**json);
      *json = std::move(decoded.text);
      charset = std::move(decoded.charset);
    }
    const auto value = parser_.parse(**json);
    if (!value) return tl::unexpected(value.error());
    auto record = record_from_json(*value, input_.settings->fields);
    if (!record) return tl::unexpected(record.error());
    record->origin = {input_.path, splitter_->number(), std::string(input_.format)};
    record->charset = std::move(charset);
    return std::optional<RawRecord>(std::move(*record));
  }

  std::uint64_t records_read() const override { return splitter_->number(); }
  std::uint64_t bytes_read() const override { return input_.stream.bytes_read(); }

 private:
  OpenInput input_;
  std::unique_ptr<JsonSplitter> splitter_;
  JsonParser parser_;
};

}  // namespace

std::unique_ptr<RecordReader> make_json_reader(OpenInput input) {
  return std::make_unique<JsonReader>(std::move(input), make_value_splitter);
}

std::unique_ptr<RecordReader> make_json_lines_reader(OpenInput input) {
  return std::make_unique<JsonReader>(std::move(input), make_line_splitter);
}

}  // namespace onrecord
