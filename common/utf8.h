// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8: check, decode, repair, cut and count. All text inside the programs is valid UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace onrecord {

/// True when `text` is well-formed UTF-8 (no overlong forms, no surrogates).
bool is_valid_utf8(std::string_view text);

/// `text` with every ill-formed byte replaced by U+FFFD. `replaced` counts them when given.
std::string repair_utf8(std::string_view text, std::size_t* replaced = nullptr);

/// The code point at byte `at` of valid UTF-8, and how many bytes it takes.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t bytes = 1;
};
CodePoint code_point_at(std::string_view text, std::size_t at);

/// The code point that ends before byte `at` (`at` > 0).
CodePoint code_point_before(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t value);

/// Number of code points in valid UTF-8.
std::size_t count_code_points(std::string_view text);

/// The longest prefix of at most `max_bytes` bytes that ends between two code points.
std::string_view cut_utf8(std::string_view text, std::size_t max_bytes);

}  // namespace onrecord
