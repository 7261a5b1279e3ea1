// SPDX-License-Identifier: GPL-3.0-or-later
// PDF: the text that poppler's pdftotext finds in it, as plain text with form feeds at page ends.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/reader/open_input.h"

namespace onrecord {

/// "%PDF-" at the start or, as viewers allow it too, behind some other bytes. `head`: before any
/// decoding.
bool looks_like_pdf(std::string_view head);

/// One record a file. The program runs as a child, on a copy in memory, so that a damaged file
/// costs its record at most.
std::unique_ptr<RecordReader> make_pdf_reader(OpenInput input);

}  // namespace onrecord
