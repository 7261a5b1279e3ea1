// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/csv_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include <fmt/format.h>

#include "common/text_fold.h"
#include "common/utf8.h"
#include "indexer/reader/charset.h"
#include "indexer/reader/csv_splitter.h"
#include "indexer/reader/json_fields.h"
#include "indexer/reader/json_parser.h"

namespace onrecord {
namespace {

std::string without_mark(std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

/// The key of the field map that a column is named by, whatever its capitals; else its own name.
std::string key_of(const std::string& column, const FieldMap& map) {
  const std::string folded = fold(squeeze_blanks(column));
  for (const FieldKeys& row : known_field_keys()) {
    for (const std::string& key : map.keys(row.field)) {
      if (fold(key) == folded) return key;
    }
  }
  return column;
}

bool names_a(RecordField field, const std::string& column, const FieldMap& map) {
  const std::string key = key_of(column, map);
  const auto& keys = map.keys(field);
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// "['Ann Lee', "Tom O'Hale"]" - a list of Python, as pandas writes it. Empty where it is none.
std::vector<std::string> python_list(std::string_view text) {
  std::vector<std::string> items;
  if (text.size() < 4 || text.front() != '[' || text.back() != ']') return {};
  for (std::size_t at = 1; at + 1 < text.size();) {
    const char mark = text[at];
    if (mark != '\'' && mark != '"') {
      if (mark != ',' && mark != ' ') return {};
      ++at;
      continue;
    }
    std::string item;
    for (++at; at < text.size() && text[at] != mark; ++at) {
      if (text[at] == '\\' && at + 1 < text.size()) ++at;
      item += text[at];
    }
    ++at;
    items.push_back(std::move(item));
  }
  return items;
}

class CsvReader final : public RecordReader {
 public:
  explicit CsvReader(OpenInput input)
      : input_(std::move(input)),
        splitter_(input_.stream, delimiter(), input_.settings->limits.record_bytes) {}

  Result<std::optional<RawRecord>> next() override {
    if (columns_.empty()) {
      if (auto read = read_header(); !read) return tl::unexpected(read.error());
      if (columns_.empty()) return std::nullopt;
    }
    if (over_) return std::nullopt;
    auto row = splitter_.next();
    if (row && !*row) return std::nullopt;
    ++records_read_;
    if (!row) return tl::unexpected(row.error());
    return record_from(std::move(**row));
  }

  std::uint64_t records_read() const override { return records_read_; }
  std::uint64_t bytes_read() const override { return input_.stream.bytes_read(); }

 private:
  char delimiter() {
    constexpr std::size_t enough = 64 << 10;
    const char found = csv_delimiter(input_.stream.peek(enough));
    return found == '\0' ? ',' : found;
  }

  Result<void> read_header() {
    while (columns_.empty()) {
      auto row = splitter_.next();
      if (!row) return stop(row.error());
      if (!*row) return {};
      for (std::string& name : **row) name = decoded(without_mark(std::move(name)));
      // Excel's own line, before the names.
      if (!(*row)->front().starts_with("sep=")) columns_ = std::move(**row);
    }
    splitter_.expect_columns(columns_.size());
    const FieldMap& map = input_.settings->fields;
    const bool has_body = std::any_of(columns_.begin(), columns_.end(), [&](const auto& column) {
      return names_a(RecordField::body, column, map);
    });
    for (const std::string& column : columns_) keys_.push_back(key_of(column, map));
    if (has_body) return {};
    constexpr std::size_t most = 400;
    std::string names = fmt::format("{}", fmt::join(columns_, ", "));
    if (names.size() > most) names = std::string(cut_utf8(names, most)) + " ...";
    return stop(
        Error{fmt::format("no column holds article text (columns: {}; name the one that "
                          "does with --map body=COLUMN)",
                          names)});
  }

  Result<void> stop(Error error) {
    over_ = true;
    records_read_ = 1;
    if (columns_.empty()) columns_ = {""};
    return tl::unexpected(std::move(error));
  }

  std::string decoded(std::string text) {
    if (is_valid_utf8(text)) return text;
    Decoded decoded = decode_text(text, input_.context.charset);
    charset_ = std::move(decoded.charset);
    return std::move(decoded.text);
  }

  /// By way of JSON, so that every column is read as the key of that name is.
  Result<std::optional<RawRecord>> record_from(CsvRow row) {
    nlohmann::ordered_json object = nlohmann::ordered_json::object();
    charset_ = "UTF-8";
    for (std::size_t i = 0; i < row.size() && i < keys_.size(); ++i) {
      if (row[i].empty() || keys_[i].empty() || object.contains(keys_[i])) continue;
      std::string value = decoded(std::move(row[i]));
      if (auto list = python_list(value); !list.empty()) {
        object[keys_[i]] = std::move(list);
      } else {
        object[keys_[i]] = std::move(value);
      }
    }
    const auto value = parser_.parse(
        object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
    if (!value) return tl::unexpected(value.error());
    auto record = record_from_json(*value, input_.settings->fields);
    if (!record) return tl::unexpected(record.error());
    record->origin = {input_.path, records_read_, std::string(input_.format)};
    record->charset = charset_;
    return std::optional(std::move(*record));
  }

  OpenInput input_;
  CsvSplitter splitter_;
  JsonParser parser_;
  CsvRow columns_;
  std::vector<std::string> keys_;
  std::string charset_;
  std::uint64_t records_read_ = 0;
  bool over_ = false;
};

}  // namespace

bool looks_like_csv(std::string_view head) {
  constexpr std::size_t longest_name = 64;
  static const FieldMap map;
  const char delimiter = csv_delimiter(head);
  if (delimiter == '\0') return false;
  if (head.starts_with("sep=")) return true;
  ByteStream stream(make_memory_source(head.substr(0, head.find('\n'))));
  const auto row = CsvSplitter(stream, delimiter, head.size() + 1).next();
  if (!row || !*row || (*row)->size() < 2) return false;
  bool body = false;
  bool other = false;
  for (const std::string& written : **row) {
    const std::string column = without_mark(written);
    if (column.size() > longest_name) return false;
    body = body || names_a(RecordField::body, column, map);
    for (const FieldKeys& field : known_field_keys()) {
      other = other || (field.field != RecordField::body && names_a(field.field, column, map));
    }
  }
  return body && other;
}

std::unique_ptr<RecordReader> make_csv_reader(OpenInput input) {
  return std::make_unique<CsvReader>(std::move(input));
}

}  // namespace onrecord
