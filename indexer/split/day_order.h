// SPDX-License-Identifier: GPL-3.0-or-later
// Which number of "03/04/2024" is the day, by country and language.
#pragma once

#include <string_view>

#include "indexer/split/written_date.h"

namespace onrecord {

/// By the country in the host's name: "courier.example.uk".
DayOrder order_of_host(std::string_view host);

/// By the language, a code such as "pt" or "en-US": only in English it depends on the country.
/// "en-US" is what software fills in.
DayOrder order_of_language(std::string_view code);

}  // namespace onrecord
