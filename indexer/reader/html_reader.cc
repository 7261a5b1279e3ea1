// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/html_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/text_fold.h"
#include "indexer/reader/charset.h"

namespace onrecord {
namespace {

class HtmlReader final : public RecordReader {
 public:
  explicit HtmlReader(OpenInput input) : input_(std::move(input)) {}

  Result<std::optional<RawRecord>> next() override {
    if (records_read_ > 0) return std::nullopt;
    records_read_ = 1;
    const auto bytes = read_all(input_.stream, input_.settings->limits.record_bytes);
    if (!bytes) return tl::unexpected(bytes.error());
    Decoded decoded = decode_text(*bytes, charset_of_page(*bytes));
    if (decoded.text.find_first_not_of(" \t\n\f") == std::string::npos) return fail("no text");
    return RawRecord{{input_.path, 1, std::string(input_.format)},
                     TextKind::html,
                     std::move(decoded.text),
                     {},
                     std::move(decoded.charset)};
  }

  std::uint64_t records_read() const override { return records_read_; }
  std::uint64_t bytes_read() const override { return input_.stream.bytes_read(); }

 private:
  /// The server's word stands above the page's.
  std::string_view charset_of_page(std::string_view page) const {
    return input_.context.charset.empty() ? declared_charset(page) : input_.context.charset;
  }

  OpenInput input_;
  std::uint64_t records_read_ = 0;
};

}  // namespace

bool looks_like_html(std::string_view head) {
  constexpr std::size_t enough = 1024;
  const std::string start = fold(head.substr(0, enough));
  const std::size_t first = start.find_first_not_of(" \t\r\n");
  return first != std::string::npos && start[first] == '<' &&
         (start.find("<!doctype html") != std::string::npos ||
          start.find("<html") != std::string::npos);
}

std::string_view declared_charset(std::string_view page) {
  constexpr std::size_t head_bytes = 4096;
  constexpr std::string_view label = "charset=";
  const std::size_t found = page.substr(0, head_bytes).find(label);
  if (found == std::string_view::npos) return {};
  std::string_view value = page.substr(found + label.size());
  const auto is_mark = [](char c) { return c == '"' || c == '\'' || c == ' '; };
  while (!value.empty() && is_mark(value.front())) value.remove_prefix(1);
  const auto* const end = std::find_if(value.begin(), value.end(), [&](char c) {
    return is_mark(c) || c == '>' || c == '/' || c == ';';
  });
  return value.substr(0, static_cast<std::size_t>(end - value.begin()));
}

std::unique_ptr<RecordReader> make_html_reader(OpenInput input) {
  return std::make_unique<HtmlReader>(std::move(input));
}

}  // namespace onrecord
