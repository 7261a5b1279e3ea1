// SPDX-License-Identifier: GPL-3.0-or-later
// Tags and entities inside text fields ("content": "<p>Rivers rose.</p>"). Only for the small
// fragments that scrapers leave in fields; no page is read with it.
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

/// Does the text hold tags of paragraphs or lines, so that it is a fragment of HTML?
bool looks_like_markup(std::string_view text);

/// The text of a fragment: tags out, entities resolved, a blank line between paragraphs, scripts
/// and styles left out. Linear time; what is no tag ("a < b") stays.
std::string text_of_markup(std::string_view markup);

/// `text` with character references resolved: "R&amp;D", "&#8217;", "&eacute;". What is none stays.
std::string resolve_references(std::string_view text);

/// A short field that may hold tags and references, as one line: a title of a feed.
std::string line_of_markup(std::string_view field);

}  // namespace onrecord
