// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that a page puts around its text: who wrote it, when it was put up and changed, the number
// of a picture.
#pragma once

#include "indexer/split/html/blocks.h"
#include "indexer/split/html/lexicon.h"

namespace onrecord {

/// "By Ana Ruiz", "Ana Ruiz, 11 March 2024 22:17": lines that bear the writer of a part.
bool is_signature(const HtmlBlock& block, const HtmlLexicon& lexicon);

/// "Ana Ruiz | 11 March 2024", "Written by Ana Ruiz, PhD on 11 March 2024"
bool is_dated_signature(const HtmlBlock& block, const HtmlLexicon& lexicon);

/// The second of them: a name alone could be anything in the middle of a text.
bool is_announced_on_a_day(const HtmlBlock& block, const HtmlLexicon& lexicon);

/// "3 / 12", "Updated: 11 March 2024", "Port Almer - 11 March 2024 - 08:22": lines of their own;
/// numbers and dates in lists, tables and headings are text.
bool is_page_mark(const HtmlTree& tree, const HtmlBlock& block, const HtmlLexicon& lexicon);

/// A short line with a date in it: "By Ana Ruiz, The Almer Courier, 11 March 2024".
bool is_dated(const HtmlBlock& block, const HtmlLexicon& lexicon);

/// "12 Comments", "6 thoughts on \u201CThe pier\u201D", "Comments (12)": with a number, what ends
/// the text without it.
bool heads_comments(std::string_view text, const HtmlLexicon& lexicon);

/// "Nets on the quay. Photo: Li Wen": a picture's caption, whatever the markup.
bool is_credited(const HtmlBlock& block, const HtmlLexicon& lexicon);

}  // namespace onrecord
