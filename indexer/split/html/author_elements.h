// SPDX-License-Identifier: GPL-3.0-or-later
// Elements of a page that hold the name of an author and nothing else.
#pragma once

#include <cstdint>

#include "indexer/split/html/tree.h"

namespace onrecord {

/// The author's name, whatever it looks like: hCard's "fn", a link to the author's page, the user
/// name of a forum.
bool is_author_name(const HtmlTree& tree, NodeId id);

/// May be a name, if it looks like one: also a link to somebody's page, microdata's name, a class
/// such as "author-name". `own_marks`: those of the element.
bool may_be_name_element(const HtmlTree& tree, NodeId id, std::uint32_t own_marks);

}  // namespace onrecord
