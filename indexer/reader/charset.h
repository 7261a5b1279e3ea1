// SPDX-License-Identifier: GPL-3.0-or-later
// From bytes to text. The content decides before any label: a byte order mark, then valid UTF-8,
// then what was declared, then statistics. Never fails; says how much it could not read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace onrecord {

struct Decoded {
  std::string text;          ///< Valid UTF-8, lines end in "\n"; of the control characters only
                             ///< TAB, LF and FF (a page break) are left.
  std::string charset;       ///< What the bytes were read as: "UTF-8", "windows-1252".
  std::size_t replaced = 0;  ///< Bytes or units without meaning; each is U+FFFD in the text.
};

/// `declared`: a charset label of the format (XML declaration, HTTP head); empty for none.
Decoded decode_text(std::string_view bytes, std::string_view declared = {});

/// What `decode_text` does to text that is valid UTF-8 already: double conversion, control
/// characters and line ends are put right.
std::string clean_text(std::string text);

/// "UTF-16LE", "UTF-16BE", "UTF-32LE" or "UTF-32BE" where the first bytes of an input show one, by
/// byte order mark or by the place of zero bytes; else empty. These are not supersets of ASCII, so
/// that lines and quotes can only be found after decoding.
std::string_view wide_charset_of(std::string_view head);

}  // namespace onrecord
