// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/json_feed_reader.h"

#include <deque>

#include <simdjson.h>

#include "common/text_fold.h"
#include "common/utf8.h"
#include "indexer/reader/charset.h"
#include "indexer/reader/json_fields.h"
#include "indexer/reader/json_parser.h"
#include "indexer/reader/json_splitter.h"

namespace onrecord {
namespace {

using simdjson::dom::element;

std::string string_of(element object, std::string_view key) {
  std::string_view text;
  return object[key].get(text) == simdjson::SUCCESS ? squeeze_blanks(text) : std::string();
}

class JsonFeedReader final : public RecordReader {
 public:
  explicit JsonFeedReader(OpenInput input) : input_(std::move(input)) {}

  Result<std::optional<RawRecord>> next() override {
    if (!std::exchange(opened_, true)) {
      if (const auto opened = open(); !opened) {
        ++records_read_;
        return tl::unexpected(opened.error());
      }
    }
    if (items_.empty()) return std::nullopt;
    ++records_read_;
    auto record = record_from_json(items_.front(), input_.settings->fields);
    const std::string summary = string_of(items_.front(), "summary");
    items_.pop_front();
    if (!record) return tl::unexpected(record.error());
    // Some give their summary as the content, too.
    if (squeeze_blanks(record->text) == summary) record->fields.truncated = true;
    if (!title_.empty()) record->fields.source = title_;
    if (record->fields.language.empty()) record->fields.language = language_;
    record->origin = {input_.path, records_read_, std::string(input_.format)};
    record->charset = charset_;
    return std::optional<RawRecord>(std::move(*record));
  }

  std::uint64_t records_read() const override { return records_read_; }
  std::uint64_t bytes_read() const override { return input_.stream.bytes_read(); }

 private:
  Result<void> open() {
    auto bytes = read_all(input_.stream, input_.settings->limits.record_bytes);
    if (!bytes) return tl::unexpected(bytes.error());
    json_ = std::move(*bytes);
    if (!is_valid_utf8(json_)) {
      Decoded decoded = decode_text(json_);
      json_ = std::move(decoded.text);
      charset_ = std::move(decoded.charset);
    }
    const auto feed = parser_.parse(json_);
    if (!feed) return tl::unexpected(feed.error());
    simdjson::dom::array items;
    if (!feed->is_object() || (*feed)["items"].get(items) != simdjson::SUCCESS) {
      return fail("a JSON Feed without items");
    }
    title_ = string_of(*feed, "title");
    language_ = string_of(*feed, "language");
    for (const element item : items) items_.push_back(item);
    return {};
  }

  OpenInput input_;
  JsonParser parser_;
  std::string json_;
  std::deque<element> items_;  ///< Of the feed that the parser holds.
  std::string title_;
  std::string language_;
  std::string charset_ = "UTF-8";
  bool opened_ = false;
  std::uint64_t records_read_ = 0;
};

}  // namespace

bool looks_like_json_feed(std::string_view head) {
  constexpr std::size_t enough = 4096;
  if (!looks_like_json(head)) return false;
  head = head.substr(0, enough);
  const std::size_t version = head.find("\"version\"");
  if (version == std::string_view::npos) return false;
  constexpr std::size_t longest_value = 60;
  return head.substr(version, longest_value).find("jsonfeed.org") != std::string_view::npos;
}

std::unique_ptr<RecordReader> make_json_feed_reader(OpenInput input) {
  return std::make_unique<JsonFeedReader>(std::move(input));
}

}  // namespace onrecord
