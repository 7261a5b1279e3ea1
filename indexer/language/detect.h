// SPDX-License-Identifier: GPL-3.0-or-later
// Which language a text is written in, as an ISO 639-1 code.
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

/// The language of valid UTF-8 text by its letter sequences (CLD2, looks at the first 16 KiB).
/// Empty where it is not sure: too short, mixed, or no language.
std::string detect_language(std::string_view text);

}  // namespace onrecord
