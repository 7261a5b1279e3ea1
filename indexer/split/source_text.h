// SPDX-License-Identifier: GPL-3.0-or-later
// The first step of splitting: a record's text with the traces of print and transport resolved.
#pragma once

#include <string_view>

#include "indexer/split/mapped_text.h"

namespace onrecord {

/// What beside characters may have to be undone.
struct CleaningOptions {
  bool escaped_line_ends = false;  ///< Backslash and "n" as two letters mean a line end.
};

/// `raw` with one kind of blank and line end, ligatures written out, zero-width characters, soft
/// hyphens and control characters gone, character references ("&quot;", "&#8217;", also escaped
/// twice) resolved. Form feeds stay. A soft hyphen at a line's end stays, since the line joiner
/// needs it. Quotation marks stay as written.
MappedText clean_text(std::string_view raw, CleaningOptions options = {});

}  // namespace onrecord
