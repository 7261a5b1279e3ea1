// SPDX-License-Identifier: GPL-3.0-or-later
// The outlet from the host of an address: "www.thealmercourier.example" to "The Almer Courier",
// where the article's own words confirm the reading; else the host itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/split/split_lexicon.h"

namespace onrecord {

/// "The Almer Courier", "Almer Times", "Almernews": the last word, or its end, tells. No words that
/// link a person to an outlet ("Ana Ruiz for ...") and no small letter in front.
bool is_outlet_name(std::string_view text, const SplitLexicon& lexicon);

/// "www.courier.example" of "https://www.courier.example:80/a"; empty if `url` is none.
std::string_view host_of(std::string_view url);

/// Cuts the host's label into words that outlets are named with ("courier", "times") and
/// capitalised words of `texts` ("Almer"); with no such reading, the host without "www.".
std::string outlet_of_url(std::string_view url, const std::vector<std::string_view>& texts,
                          const SplitLexicon& lexicon);

}  // namespace onrecord
