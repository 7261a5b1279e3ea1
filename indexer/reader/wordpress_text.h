// SPDX-License-Identifier: GPL-3.0-or-later
// The stored text of WordPress posts: HTML with shortcodes, whose paragraphs are blank lines.
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

/// Shortcodes of captions or comments of the block editor: the text is WordPress'.
bool has_wordpress_marks(std::string_view text);

/// The HTML that WordPress would make of it, in short: [caption] becomes a figure with caption,
/// other shortcodes go ("[sic]" stays, it has no attributes), blank lines begin paragraphs.
std::string html_of_wordpress(std::string_view text);

}  // namespace onrecord
