// SPDX-License-Identifier: GPL-3.0-or-later
// Where one text holds several articles, and where each begins.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace onrecord {

/// Bytes [begin, end) of a text.
struct TextPart {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The parts of `text` between clear separators: lines of five or more "=", "Document 12 of 200",
/// "End of Document". One part, the whole, where there are none or a part would be too small to be
/// an article.
std::vector<TextPart> find_articles(std::string_view text);

}  // namespace onrecord
