// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/utf8.h"
#include "indexer/reader/markup.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_reference = 10;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r';
}

/// Blanks of other widths, no-break blanks and line separators.
bool is_wide_blank(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/// All signs that could be blank or invisible begin with one of these bytes.
bool may_be_special(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
}

/// "&amp;" at the start of `text` and what it stands for; empty if there is no reference.
std::pair<std::string_view, std::string> reference_at(std::string_view text) {
  const std::size_t end = text.substr(0, longest_reference + 1).find(';');
  if (end == std::string_view::npos) return {};
  const std::string_view written = text.substr(0, end + 1);
  std::string meant = resolve_references(written);
  if (meant == written) return {};
  return {written, std::move(meant)};
}

}  // namespace

void HtmlTextCollector::append_blank(std::size_t source_at) {
  if (text_.empty() || blank_waits_) return;
  blank_waits_ = true;
  blank_at_ = source_at;
}

void HtmlTextCollector::append_plain(std::string_view piece, std::size_t source_at) {
  if (piece.empty()) return;
  if (blank_waits_) text_.append(" ", blank_at_);
  blank_waits_ = false;
  text_.append(piece, source_at);
}

void HtmlTextCollector::append(std::string_view raw) {
  const auto base = static_cast<std::size_t>(raw.data() - page_.data());
  std::size_t begin = 0;  // of the run that is taken over unchanged
  std::size_t at = 0;
  const auto flush = [&] { append_plain(raw.substr(begin, at - begin), base + begin); };
  const auto take_sign = [&](char32_t sign, std::string_view meant, std::size_t bytes) {
    flush();
    if (is_wide_blank(sign) || (sign < 0x80 && is_space(static_cast<char>(sign)))) {
      append_blank(base + at);
    } else if (!is_invisible(sign)) {
      append_plain(meant, base + at);
    }
    at += bytes;
    begin = at;
  };
  while (at < raw.size()) {
    const char c = raw[at];
    if (is_space(c)) {
      take_sign(' ', " ", 1);
    } else if (c == '&') {
      const auto [written, meant] = reference_at(raw.substr(at));
      if (written.empty())
        ++at;
      else
        take_sign(code_point_at(meant, 0).value, meant, written.size());
    } else if (may_be_special(c)) {
      const CodePoint point = code_point_at(raw, at);
      if (is_wide_blank(point.value) || is_invisible(point.value)) {
        take_sign(point.value, {}, point.bytes);
      } else {
        at += point.bytes;
      }
    } else {
      ++at;
    }
  }
  flush();
}

MappedText HtmlTextCollector::take() {
  blank_waits_ = false;
  return std::exchange(text_, MappedText());
}

}  // namespace onrecord
