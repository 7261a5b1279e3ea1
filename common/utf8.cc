// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/utf8.h"

#include <unicode/utf8.h>

namespace onrecord {
namespace {

const auto* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  const auto* bytes = bytes_of(text);
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < size;) {
    if (bytes[at] < 0x80) {
      ++at;
      continue;
    }
    UChar32 value = 0;
    U8_NEXT(bytes, at, size, value);
    if (value < 0) return false;
  }
  return true;
}

std::string repair_utf8(std::string_view text, std::size_t* replaced) {
  std::string out;
  out.reserve(text.size());
  const auto* bytes = bytes_of(text);
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < size;) {
    const std::int64_t start = at;
    UChar32 value = 0;
    U8_NEXT(bytes, at, size, value);
    if (value >= 0) {
      out.append(
          text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start)));
      continue;
    }
    out += "\xEF\xBF\xBD";
    if (replaced != nullptr) ++*replaced;
  }
  return out;
}

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto* bytes = bytes_of(text);
  auto next = static_cast<std::int64_t>(at);
  UChar32 value = 0;
  U8_NEXT_OR_FFFD(bytes, next, static_cast<std::int64_t>(text.size()), value);
  return {static_cast<char32_t>(value),
          static_cast<std::uint32_t>(next - static_cast<std::int64_t>(at))};
}

CodePoint code_point_before(std::string_view text, std::size_t at) {
  std::size_t start = at - 1;
  while (start > 0 && at - start < 4 && is_continuation(text[start])) --start;
  const CodePoint point = code_point_at(text, start);
  if (start + point.bytes == at) return point;
  return {0xFFFD, 1};
}

void append_utf8(std::string& out, char32_t value) {
  std::uint8_t buffer[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(value));
  out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length));
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += is_continuation(c) ? 0 : 1;
  return count;
}

std::string_view cut_utf8(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  std::size_t end = max_bytes;
  while (end > 0 && is_continuation(text[end])) --end;
  return text.substr(0, end);
}

}  // namespace onrecord
