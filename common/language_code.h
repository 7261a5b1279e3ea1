// SPDX-License-Identifier: GPL-3.0-or-later
// Languages by the names that archives and users write.
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

/// The ISO 639-1 code for a language as written: "en-GB", "en_US", "eng", "English" give "en".
/// Empty for what is no language.
std::string language_code(std::string_view written);

}  // namespace onrecord
