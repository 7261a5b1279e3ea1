// SPDX-License-Identifier: GPL-3.0-or-later
// Attributions between the marks of one quotation, as French and Russian papers set them:
// « Le chantier, explique Awa Diatta, n'a jamais commencé. »
// «Плотина, — сказала Дарья Колоскова, — не выдержит».
#pragma once

#include <vector>

#include "common/article.h"
#include "indexer/quote/quote_lexicon.h"
#include "indexer/quote/quote_marks.h"

namespace onrecord {

/// `marked` with every stretch cut in two around an attribution inside it: a comma, a finite verb
/// of saying (an auxiliary or a dash before it), its subject behind it, up to the next comma, stop
/// or dash. Does nothing where the language does not do so (traits.txt).
std::vector<MarkedText> cut_at_attributions_inside(std::vector<MarkedText> marked,
                                                   const std::vector<Paragraph>& paragraphs,
                                                   const QuoteLexicon& lexicon);

}  // namespace onrecord
