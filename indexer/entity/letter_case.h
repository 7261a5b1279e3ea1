// SPDX-License-Identifier: GPL-3.0-or-later
// Text whose capitals say nothing: how its names are read and shown.
#pragma once

#include <string>
#include <string_view>

#include "indexer/entity/name_tokens.h"

namespace onrecord {

/// "BERGEN" gives "Bergen", "SAN JOSÉ" "San José".
std::string in_title_case(std::string_view capitals);

/// In an article that is in capitals throughout, as old wires sent them, takes the capital from the
/// words that have none elsewhere: "MAYOR ILSE TORVALD TOLD REPORTERS" is then read as "mayor Ilse
/// Torvald told reporters". Other articles stay as they are.
void recase_capitals(NameText& text);

}  // namespace onrecord
