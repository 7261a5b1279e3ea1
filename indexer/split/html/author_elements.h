// SPDX-License-Identifier: GPL-3.0-or-later
// Elements of a page that hold the name of an author and nothing else.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/split/html/tree.h"
#include "indexer/split/split_lexicon.h"

namespace onrecord {

/// The author's name, whatever it looks like: hCard's "fn", a link to the author's page, the user
/// name of a forum.
bool is_author_name(const HtmlTree& tree, NodeId id);

/// May be a name, if it looks like one: also a link to somebody's page, microdata's name, a class
/// such as "author-name". `own_marks`: those of the element.
bool may_be_name_element(const HtmlTree& tree, NodeId id, std::uint32_t own_marks);

/// The text of an element that holds a name: "<a>Ana Ruiz<span>Staff Writer</span></a>" without
/// what stands in elements of its own, if the rest is a name.
std::string name_in(const HtmlTree& tree, NodeId id, const SplitLexicon& words);

/// Readers who comment are named in the same way as authors.
bool is_in_comments(const HtmlTree& tree, NodeId node);

/// So are those who review a product in microdata.
bool is_in_review(const HtmlTree& tree, NodeId node);

/// Whose picture, not whose text. Some set the author's address beside a portrait of theirs.
bool is_in_figure(const HtmlTree& tree, NodeId node);

bool is_in_address(const HtmlTree& tree, NodeId node);

/// "Ana Ruiz / CC BY 2.0": nodes [first, end) link to the licence of a picture.
bool is_licence(const HtmlTree& tree, NodeId first, NodeId end);

}  // namespace onrecord
