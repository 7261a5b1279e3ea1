// SPDX-License-Identifier: GPL-3.0-or-later
// Questions about an article's text that several stages ask.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace onrecord {

/// The headline, empty if the article has none.
std::string_view headline_of(const Article& article);

/// Who signs the article: people, else the desks or agencies that stand in their place.
const std::vector<std::string>& signatures_of(const Article& article);

/// True for paragraphs that belong to the body: everything but headline and captions.
bool is_body(ParagraphKind kind);

/// The body's paragraphs with a blank line ("\n\n") between them.
std::string body_of(const Article& article);

/// The text a mention covers. The mention must lie inside the article.
std::string_view text_of(const Article& article, const Mention& mention);

/// Byte offset of every paragraph in `body_of`; npos for those outside the body.
std::vector<std::size_t> body_offsets(const Article& article);

/// Name of a kind as printed: "direct", "mixed", "indirect".
std::string_view name_of(QuoteKind kind);

}  // namespace onrecord
