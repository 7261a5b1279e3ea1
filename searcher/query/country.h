// SPDX-License-Identifier: GPL-3.0-or-later
// Countries by the names that users write.
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

/// "FR" for "FR", "fr", "FRA", "France", "the Netherlands" alike; what is no country comes back as
/// it is.
std::string country_code(std::string_view text);

/// "France" for "FR"; the code itself if it is none.
std::string country_name(std::string_view code);

}  // namespace onrecord
