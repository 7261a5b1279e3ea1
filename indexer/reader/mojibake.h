// SPDX-License-Identifier: GPL-3.0-or-later
// Text that was converted once too often: UTF-8 read as windows-1252 and written as UTF-8 again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace onrecord {

/// `text` (valid UTF-8) with "donâ€™t" put right to "don’t" and "cafÃ©" to "café"; nothing when
/// there is nothing of which we are certain. A pair that real text can hold (the end of
/// "“CAFÉ”") is only read as damage when the rest of the text is damaged and has no
/// accented letter that is sound.
std::optional<std::string> repair_mojibake(std::string_view text);

}  // namespace onrecord
