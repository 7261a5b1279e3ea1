// SPDX-License-Identifier: GPL-3.0-or-later
// "Did you mean": the nearest of some known names to one that was not found.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

/// Optimal string alignment distance over bytes (insert, delete, replace, swap of neighbours), or
/// `most` + 1 as soon as it must be larger than `most`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

/// How many slips of the keyboard a word of that length may hold: none below 3 letters, then 1, 2
/// from 6 letters on, 3 from 12.
std::size_t allowed_slips(std::size_t length);

/// The candidate nearest to `text` within `allowed_slips`, the first of several; empty if none is.
std::string nearest(std::string_view text, const std::vector<std::string>& candidates);

}  // namespace onrecord
