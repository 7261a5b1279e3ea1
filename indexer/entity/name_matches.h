// SPDX-License-Identifier: GPL-3.0-or-later
// Known names in the text: the longest that begins at a token.
#pragma once

#include "indexer/entity/name_tokens.h"

namespace onrecord {

/// Known organization or seat (org_names.txt, seats.txt) that begins at token `at` and ends not
/// behind `end`: the token behind it, `at` if there is none.
std::uint32_t match_phrase(const NameText& text, std::uint32_t at, std::uint32_t end);

/// Longest name of the gazetteer that begins at token `at` and ends not behind `end`. Returns the
/// token behind it; `at` if there is none.
std::uint32_t match_place(const NameText& text, std::uint32_t at, std::uint32_t end,
                          GazetteerName& name);

}  // namespace onrecord
