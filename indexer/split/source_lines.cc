// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/source_lines.h"

#include <algorithm>
#include <utility>

#include "common/utf8.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::size_t widest_column = 140;     // code points; nobody wraps wider
constexpr std::size_t few_lines = 2;           // so many lines that run on make a wrapped text
constexpr std::size_t one_in_lines_wide = 50;  // addresses and tables may stick out

Line make_line(std::string_view text, std::size_t begin, std::size_t end) {
  Line line;
  line.begin = begin;
  line.end = end;
  while (line.begin < end && is_blank(text[line.begin])) ++line.begin;
  while (line.end > line.begin && is_blank(text[line.end - 1])) --line.end;
  line.indent = line.begin - begin;
  if (line.begin == line.end) line.role = LineRole::blank;
  return line;
}

std::size_t width_of(const SourceLines& source, const Line& line) {
  if (line.end - line.begin > 4 * widest_column) return line.end - line.begin;
  return count_code_points(source.view(line));
}

std::vector<std::size_t> text_widths(const SourceLines& source) {
  std::vector<std::size_t> widths;
  for (const Line& line : source.lines) {
    if (line.role == LineRole::text && !is_url(source.view(line))) {
      widths.push_back(width_of(source, line));
    }
  }
  std::sort(widths.begin(), widths.end());
  return widths;
}

/// The line fills its column and its sentence goes on below: "The harbour board said on" /
/// "Monday". Counts twice where the next line begins small, which hardly leaves a doubt.
std::size_t runs_on(const SourceLines& source, std::size_t i, std::size_t width) {
  const Line& line = source.lines[i];
  if (line.role != LineRole::text || i + 1 == source.lines.size()) return 0;
  if (source.lines[i + 1].role != LineRole::text) return 0;
  const std::size_t own = width_of(source, line);
  if (own * 10 < width * 6 || own < 25 || ends_sentence(source.view(line))) return 0;
  return own >= 50 && starts_lower(source.view(i + 1)) ? 2 : 1;
}

}  // namespace

SourceLines find_lines(MappedText mapped) {
  SourceLines source{std::move(mapped), {}};
  const std::string_view text = source.text.text();
  bool page_start = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\f", begin), text.size());
    Line line = make_line(text, begin, end);
    line.page_start = page_start;
    const bool form_feed = end < text.size() && text[end] == '\f';
    if (line.begin != line.end || !form_feed) source.lines.push_back(line);
    page_start = form_feed || (page_start && line.begin == line.end);
    begin = end + 1;
  }
  return source;
}

Layout measure_layout(const SourceLines& source) {
  const std::vector<std::size_t> widths = text_widths(source);
  if (widths.size() < 2) return {};
  const std::size_t width = widths[widths.size() - 1 - widths.size() / one_in_lines_wide];
  if (width > widest_column) return {false, width};
  std::size_t running = 0;
  for (std::size_t i = 0; i < source.lines.size(); ++i) running += runs_on(source, i, width);
  const bool wrapped = running >= few_lines && running * 6 >= widths.size();
  return {wrapped, width};
}

}  // namespace onrecord
