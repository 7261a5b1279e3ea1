// SPDX-License-Identifier: GPL-3.0-or-later
// "Copyright 2024 The Norland Press. All rights reserved.": whose and of which year a text is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace onrecord {

struct CopyrightLine {
  int year = 0;        ///< 0 if none is given.
  std::string holder;  ///< "The Norland Press"
};

/// Reads a paragraph that begins with the word or sign and names a year or, behind the sign, a
/// holder. "Copyright law in Norland ..." is none.
std::optional<CopyrightLine> read_copyright(std::string_view paragraph);

}  // namespace onrecord
