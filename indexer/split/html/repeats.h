// SPDX-License-Identifier: GPL-3.0-or-later
// What a page shows twice: pull quotes, which repeat a sentence of the body in larger type, and
// paragraphs that a layout repeats. Kept, their quotations would count twice.
#pragma once

#include <vector>

#include "indexer/split/html/body.h"

namespace onrecord {

/// Takes out short paragraphs and block quotes whose sentences all stand in one other, longer
/// paragraph, with the line in the same block quote that names the speaker; of equal paragraphs,
/// all but the first.
void drop_repeats(const HtmlTree& tree, std::vector<HtmlParagraph>& paragraphs);

}  // namespace onrecord
