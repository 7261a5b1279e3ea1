// SPDX-License-Identifier: GPL-3.0-or-later
// A body in markup (XHTML, NITF, TEI, fragments of HTML) as paragraphs that keep what the markup
// says of them: subheads, list items, block quotes, and captions with their credits, which are no
// part of the body.
#pragma once

#include <string_view>

#include "indexer/reader/element_tree.h"
#include "indexer/reader/reader.h"

namespace onrecord {

/// Appends the paragraphs below `from` to the text of `record` and makes it one of kind
/// `paragraphs`. A body without any element of its own is plain text and becomes `body_only`.
void add_body(const ElementTree& tree, ElementId from, RawRecord& record);

/// The same for a fragment of HTML; text without tags becomes `body_only`.
void add_html_body(std::string_view html, RawRecord& record);

/// One paragraph behind those that there are.
void add_paragraph(std::string_view text, LineMark mark, RawRecord& record);

/// More than captions and subheads?
bool holds_text(const RawRecord& record);

}  // namespace onrecord
