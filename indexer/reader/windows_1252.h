// SPDX-License-Identifier: GPL-3.0-or-later
// The code page that most old Western text is in, whatever it declares (WHATWG Encoding Standard).
#pragma once

#include <optional>

namespace onrecord {

/// The character of a byte. The five bytes without one give the control character of the same
/// number.
char32_t from_windows_1252(unsigned char byte);

/// The byte of a character, if it has one.
std::optional<unsigned char> to_windows_1252(char32_t character);

}  // namespace onrecord
