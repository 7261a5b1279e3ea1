// SPDX-License-Identifier: GPL-3.0-or-later
// When two spellings may be one person's name.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/entity/name_tokens.h"

namespace onrecord {

/// At most one letter differs, is missing or is added, in words of five letters and more.
bool is_misspelling(std::string_view a, std::string_view b);

/// "Tim" and "Timothy", "J" and "Jane", "Ilse" and "Ilsa".
bool is_same_given_name(std::string_view a, std::string_view b);

/// "Paul" and "Paula": alike, but a man and a woman.
bool is_other_gender(const NameToken& a, const NameToken& b);

/// Are the words of `part` among those of `whole`, in the same order?
bool is_contained(const std::vector<std::uint64_t>& part, const std::vector<std::uint64_t>& whole);

/// The same in any order.
bool is_subset(const std::vector<std::uint64_t>& part, const std::vector<std::uint64_t>& whole);

}  // namespace onrecord
