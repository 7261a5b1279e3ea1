// SPDX-License-Identifier: GPL-3.0-or-later
// Folding: the one form in which words and names are compared, at indexing and at searching.
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

/// Lower case without diacritics, compatibility forms resolved: "Zelenskiy" stays, "Élysée" gives
/// "elysee", "ﬁrst" "first", "STRASSE" and "Straße" "strasse", "Łódź" "lodz". Curly apostrophes
/// become straight. Punctuation and blanks stay.
std::string fold(std::string_view text);

/// A folded word with its Cyrillic letters in Latin ones, as names are mostly written in English:
/// "сергеи" (of "Сергей") gives "sergei". Other letters stay.
std::string romanize(std::string_view folded);

/// Small letters, diacritics kept: "Añadió" gives "añadió".
std::string lower_case(std::string_view text);

/// A name as a key: folded, punctuation out, one blank between words. "J. R. O’Hara-Núñez" gives
/// "j r o'hara nunez".
std::string name_key(std::string_view name);

/// Runs of white space (Unicode) to one blank, none at either end.
std::string squeeze_blanks(std::string_view text);

}  // namespace onrecord
