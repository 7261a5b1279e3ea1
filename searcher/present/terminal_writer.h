// SPDX-License-Identifier: GPL-3.0-or-later
// Styled text on a terminal: escaped, colored, wrapped. Nothing here depends on what is shown.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/result_page.h"

namespace onrecord {

/// How a run of text looks. Without colors a match stands between asterisks, the rest is plain.
enum class Style { plain, headline, match, speaker, quote, dim };

struct StyledRun {
  std::string text;
  Style style = Style::plain;
};
using StyledText = std::vector<StyledRun>;

/// `marked` in runs, the marks with the style `match`.
StyledText styled(const MarkedText& marked, Style rest);

/// Writes runs of text, escaped, colored and wrapped.
class TerminalWriter {
 public:
  TerminalWriter(std::ostream& out, bool color, std::size_t columns)
      : out_(out), color_(color), columns_(columns) {}

  std::size_t columns() const { return columns_; }

  /// A wrapped paragraph: the first line begins after `first` columns, others after `rest`. Words
  /// longer than a line stay whole. Ends with a line end.
  void paragraph(const StyledText& text, std::size_t first = 0, std::size_t rest = 0);

  /// One line as it is, for what must not be wrapped: ids, URLs.
  void line(const StyledText& text, std::size_t indent = 0);

  void blank_line();

 private:
  std::string shown(const StyledRun& run) const;
  void write(std::string_view text, Style style);

  std::ostream& out_;
  bool color_;
  std::size_t columns_;
};

}  // namespace onrecord
