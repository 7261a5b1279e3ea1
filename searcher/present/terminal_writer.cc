// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/present/terminal_writer.h"

#include <algorithm>
#include <memory>
#include <ostream>
#include <utility>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include "common/escape.h"
#include "common/terminal.h"

namespace onrecord {
namespace {

constexpr std::string_view reset = "\x1b[0m";

std::string_view ansi_of(Style style) {
  switch (style) {
    case Style::headline:
      return "\x1b[1m";
    case Style::match:
      return "\x1b[1;33m";
    case Style::speaker:
      return "\x1b[32m";
    case Style::quote:
      return "\x1b[36m";
    case Style::dim:
      return "\x1b[2m";
    case Style::plain:
      break;
  }
  return {};
}

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(display_width(text));
}

/// Where a line may end, by the Unicode rules: after blanks and hyphens, between ideographs.
/// Offsets in order, the last is the end of the text.
std::vector<std::size_t> line_breaks(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  thread_local const std::unique_ptr<icu::BreakIterator> lines(
      icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (lines == nullptr || U_FAILURE(status)) return {text.size()};
  lines->setText(&utext, status);
  std::vector<std::size_t> breaks;
  lines->first();
  for (auto at = lines->next(); at != icu::BreakIterator::DONE; at = lines->next()) {
    breaks.push_back(static_cast<std::size_t>(at));
  }
  utext_close(&utext);
  return breaks;
}

/// Styled text as one string, to be cut at any byte.
class FlatText {
 public:
  void add(std::string_view text, Style style) {
    text_ += text;
    ends_.push_back({text_.size(), style});
  }

  const std::string& text() const { return text_; }

  /// The runs of bytes [begin, end), which must lie behind those asked for before.
  StyledText take(std::size_t begin, std::size_t end) {
    StyledText out;
    while (begin < end) {
      while (ends_[run_].first <= begin) ++run_;
      const std::size_t stop = std::min(end, ends_[run_].first);
      out.push_back({text_.substr(begin, stop - begin), ends_[run_].second});
      begin = stop;
    }
    return out;
  }

 private:
  std::string text_;
  std::vector<std::pair<std::size_t, Style>> ends_;
  std::size_t run_ = 0;
};

/// [begin, end) of the lines that `text` fills, without the blanks at their ends.
std::vector<std::pair<std::size_t, std::size_t>> fill_lines(const std::string& text,
                                                            std::size_t columns, std::size_t first,
                                                            std::size_t rest) {
  std::vector<std::pair<std::size_t, std::size_t>> lines;
  std::size_t begin = 0;
  std::size_t end = 0;         // of the words on the line so far
  std::size_t column = first;  // behind these words
  std::size_t segment = 0;
  for (const std::size_t next : line_breaks(text)) {
    const std::size_t last = text.find_last_not_of(' ', next - 1);
    const std::size_t word_end = last == std::string::npos || last < segment ? segment : last + 1;
    const std::size_t blanks = segment - end;
    const std::size_t width = width_of(std::string_view(text).substr(segment, word_end - segment));
    if (end > begin && column + blanks + width > columns) {
      lines.emplace_back(begin, end);
      begin = segment;
      column = rest + width;
    } else {
      column += blanks + width;
    }
    end = word_end;
    segment = next;
  }
  lines.emplace_back(begin, end);
  return lines;
}

}  // namespace

StyledText styled(const MarkedText& marked, Style rest) {
  StyledText out;
  std::size_t at = 0;
  for (const TextSpan& mark : marked.marks) {
    if (mark.begin > at) out.push_back({marked.text.substr(at, mark.begin - at), rest});
    out.push_back({marked.text.substr(mark.begin, mark.end - mark.begin), Style::match});
    at = mark.end;
  }
  if (at < marked.text.size()) out.push_back({marked.text.substr(at), rest});
  return out;
}

void TerminalWriter::paragraph(const StyledText& text, std::size_t first, std::size_t rest) {
  FlatText flat;
  for (const StyledRun& run : text) flat.add(shown(run), run.style);
  std::size_t indent = first;
  for (const auto& [begin, end] : fill_lines(flat.text(), columns_, first, rest)) {
    out_ << std::string(indent, ' ');
    for (const StyledRun& run : flat.take(begin, end)) write(run.text, run.style);
    out_ << '\n';
    indent = rest;
  }
}

void TerminalWriter::line(const StyledText& text, std::size_t indent) {
  out_ << std::string(indent, ' ');
  for (const StyledRun& run : text) write(shown(run), run.style);
  out_ << '\n';
}

void TerminalWriter::blank_line() {
  out_ << '\n';
}

std::string TerminalWriter::shown(const StyledRun& run) const {
  const std::string text = escape_terminal(run.text);
  return run.style == Style::match && !color_ ? "*" + text + "*" : text;
}

void TerminalWriter::write(std::string_view text, Style style) {
  const std::string_view ansi = color_ ? ansi_of(style) : std::string_view();
  if (ansi.empty() || text.empty()) {
    out_ << text;
  } else {
    out_ << ansi << text << reset;
  }
}

}  // namespace onrecord
