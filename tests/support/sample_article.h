// SPDX-License-Identifier: GPL-3.0-or-later
// One invented article with something in every field, for tests of storing and indexing.
#pragma once

#include "common/article.h"

namespace onrecord {

/// A mention of the first occurrence of `text` in a paragraph, which must hold it.
Mention mention_of(const Article& article, std::uint32_t paragraph, std::string_view text);

/// "Harbour strike ends": two people, two places, a ministry, two quotes, a caption, all ids set.
Article sample_article();

/// Headline, one body paragraph and a quote of "Mara Lindqvist", told apart by `number`.
Article small_article(int number);

}  // namespace onrecord
