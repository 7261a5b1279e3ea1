// SPDX-License-Identifier: GPL-3.0-or-later
// Escaping of text for where it is shown. Archives may be hostile: no page may drive a terminal, a
// spreadsheet or a browser. This is the only place where it is done (JSON: nlohmann-json).
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

/// One line for a terminal: line breaks, other control characters, bidirectional overrides and
/// bytes that are no UTF-8 come out as "\n", "\x1b", "\u202e", "\xff".
std::string escape_terminal(std::string_view text);

/// For HTML text and attribute values between double or single quotation marks.
std::string escape_html(std::string_view text);

/// One CSV cell (RFC 4180), between quotation marks where needed. A cell that a spreadsheet would
/// run as a formula (first character = + - @, TAB or CR) gets an apostrophe in front.
std::string escape_csv(std::string_view text);

}  // namespace onrecord
