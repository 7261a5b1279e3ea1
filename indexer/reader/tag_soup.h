// SPDX-License-Identifier: GPL-3.0-or-later
// Markup that is no XML: SGML of test collections, and fragments of HTML in fields of other
// formats. A small scanner with few rules; linear time, and nothing of the text is lost.
#pragma once

#include <string_view>

#include "indexer/reader/element_tree.h"

namespace onrecord {

enum class Soup : std::uint8_t {
  html,  ///< <br> and the like have no end, <p> and <li> end where the next begins.
  sgml,  ///< As HTML; names keep their case, and only <p> has no end.
};

/// The elements of `markup` below a root named "body". Names are in lower case (of SGML as
/// written); character references are resolved; comments and declarations are left out, scripts
/// and styles too. End tags of nothing are passed over. "<" before anything but a letter is text.
ElementTree read_tag_soup(std::string_view markup, Soup kind);

}  // namespace onrecord
