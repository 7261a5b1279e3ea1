// SPDX-License-Identifier: GPL-3.0-or-later
// Lines near the headline that hold a name and nothing else: the author's, if a date stands beside.
#pragma once

#include <cstddef>
#include <string>

#include "indexer/split/html/fields.h"

namespace onrecord {

/// The name that is the whole block, where the line before or behind it is a date ("11 March 2024")
/// or, for a link to a page called after it (/team/ana-ruiz), one close by. Empty if it is none.
/// Links to elsewhere lead to sections and topics: "Port Almer", "Open Harbour".
std::string name_beside_date(const HtmlPage& page, std::size_t block, const SplitLexicon& words);

}  // namespace onrecord
