// SPDX-License-Identifier: GPL-3.0-or-later
// From the words and boxes that pdftotext prints to plain text: where the type, the indents and the
// gaps of a page tell headline and paragraphs, they are not left to guessing from words.
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

struct PdfText {
  std::string title;     ///< As the properties of the file give it, seldom the headline.
  std::string author;    ///< The same.
  std::string headline;  ///< What stands on the first page in the largest type; empty if none does.
  std::string text;      ///< An empty line between paragraphs, a form feed at each page end.
  std::string first_page;  ///< The text of that page.
};

/// Reads what `pdftotext -bbox-layout` prints; whatever else gives an empty text.
PdfText lay_out_pdf(std::string_view printed);

}  // namespace onrecord
