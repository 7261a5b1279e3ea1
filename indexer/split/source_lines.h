// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a cleaned text, and what each of them is for.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/split/mapped_text.h"

namespace onrecord {

enum class LineRole : std::uint8_t {
  text,
  blank,
  furniture,  ///< Page heads and feet: the text runs on across them.
  meta,       ///< Byline, date, source: read and taken out of the body.
  headline,
};

struct Line {
  std::size_t begin = 0;  ///< Bytes [begin, end) of the text, without blanks at either end.
  std::size_t end = 0;
  std::size_t indent = 0;   ///< Blanks before `begin`.
  bool page_start = false;  ///< A form feed stands before the line.
  LineRole role = LineRole::text;
};

struct SourceLines {
  MappedText text;
  std::vector<Line> lines;

  std::string_view view(const Line& line) const {
    return std::string_view(text.text()).substr(line.begin, line.end - line.begin);
  }
  std::string_view view(std::size_t line) const { return view(lines[line]); }
};

/// Cuts a text at its line ends and form feeds.
SourceLines find_lines(MappedText text);

/// How the lines of a text relate to its paragraphs.
struct Layout {
  bool wrapped = false;   ///< Paragraphs run over several lines of a common width.
  std::size_t width = 0;  ///< That width, in code points.
};

/// Looks at the lines of role `text` only.
Layout measure_layout(const SourceLines& source);

}  // namespace onrecord
