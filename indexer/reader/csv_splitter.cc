// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/csv_splitter.h"

#include <algorithm>
#include <array>

namespace onrecord {
namespace {

constexpr int most_unclosed_rows = 8;

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

std::string_view without_line_end(std::string_view line) {
  while (!line.empty() && is_line_end(line.back())) line.remove_suffix(1);
  return line;
}

/// `"a ""b"" c"`: all between marks, and none inside but doubled ones.
bool is_quoted(std::string_view cell) {
  if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') return false;
  cell = cell.substr(1, cell.size() - 2);
  for (std::size_t at = 0; (at = cell.find('"', at)) != std::string_view::npos; at += 2) {
    if (at + 1 == cell.size() || cell[at + 1] != '"') return false;
  }
  return true;
}

std::string unquoted(std::string_view cell) {
  if (!is_quoted(cell)) return std::string(cell);
  std::string text;
  for (std::size_t at = 1; at + 1 < cell.size(); ++at) {
    text += cell[at];
    if (cell[at] == '"') ++at;
  }
  return text;
}

}  // namespace

char csv_delimiter(std::string_view head) {
  constexpr std::array<char, 4> delimiters = {',', ';', '\t', '|'};
  std::array<int, delimiters.size()> counts{};
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  if (head.starts_with("sep=") && head.size() > 4) return head[4];
  bool quoted = false;
  for (const char c : head) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (is_line_end(c)) break;
    const auto* const found = std::find(delimiters.begin(), delimiters.end(), c);
    if (found != delimiters.end()) {
      ++counts[static_cast<std::size_t>(found - delimiters.begin())];
    }
  }
  const auto* const most = std::max_element(counts.begin(), counts.end());
  return *most == 0 ? '\0' : delimiters[static_cast<std::size_t>(most - counts.begin())];
}

bool CsvSplitter::has(std::size_t at) {
  while (at >= stream_.buffered().size()) {
    if (!stream_.fill()) return false;
  }
  return true;
}

/// From behind the opening mark to behind the closing one. A mark that no delimiter or line end
/// follows belongs to the text.
std::size_t CsvSplitter::parse_quoted(std::size_t at, std::string& field) {
  while (has(at)) {
    if (at > limit_) break;
    const std::size_t end = std::min(stream_.buffered().find('"', at), stream_.buffered().size());
    field += stream_.buffered().substr(at, end - at);
    at = end;
    if (!has(at)) break;
    if (stream_.buffered()[at] != '"') continue;
    if (has(at + 1) && stream_.buffered()[at + 1] == '"') {
      field += '"';
      at += 2;
      continue;
    }
    ++at;
    if (!has(at) || stream_.buffered()[at] == delimiter_ || is_line_end(stream_.buffered()[at])) {
      return at;
    }
    field += '"';
  }
  unclosed_ = true;
  return at;
}

CsvSplitter::Ending CsvSplitter::parse(CsvRow& row) {
  row.clear();
  unclosed_ = false;
  std::string field;
  std::size_t at = 0;
  while (has(at)) {
    if (at > limit_) return Ending::unclosed;
    const char c = stream_.buffered()[at];
    if (c == '"' && field.empty()) {
      at = parse_quoted(at + 1, field);
      if (unclosed_) return Ending::unclosed;
      continue;
    }
    if (is_line_end(c)) {
      used_ = at + 1;
      if (c == '\r' && has(at + 1) && stream_.buffered()[at + 1] == '\n') ++used_;
      row.push_back(std::move(field));
      return Ending::row;
    }
    if (c == delimiter_) {
      row.push_back(std::move(field));
      field.clear();
    } else {
      field += c;
    }
    ++at;
  }
  used_ = at;
  if (at > 0) row.push_back(std::move(field));
  return Ending::end_of_file;
}

/// Where the line that begins at `from` ends, its end included; what is buffered, if it does not.
std::size_t CsvSplitter::find_line_end(std::size_t from) {
  for (std::size_t at = from; has(at) && at <= limit_;) {
    const std::size_t end = stream_.buffered().find('\n', at);
    if (end != std::string_view::npos) return end + 1;
    at = stream_.buffered().size();
  }
  return stream_.buffered().size();
}

/// Takes the next line as a row if it has as many cells as there are columns. A last cell that
/// opens a quote may go on over lines: then the next line is none of a full row.
bool CsvSplitter::take_plain_row(CsvRow& row) {
  if (delimiter_ != '\t' || columns_ < 2) return false;
  const std::size_t used = find_line_end(0);
  std::string_view line = without_line_end(stream_.buffered().substr(0, used));
  const auto cells_of = [this](std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), delimiter_)) + 1;
  };
  const bool may_be_cut = used == stream_.buffered().size() && stream_.damage();
  if (used > limit_ || may_be_cut || cells_of(line) != columns_) return false;
  const std::string_view last = line.substr(line.rfind(delimiter_) + 1);
  if (last.starts_with('"') && !is_quoted(last)) {
    const std::size_t next = find_line_end(used);
    const std::string_view behind = without_line_end(stream_.buffered().substr(used, next - used));
    if (next > used && cells_of(behind) != columns_) return false;
    line = without_line_end(stream_.buffered().substr(0, used));
  }
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find(delimiter_, begin), line.size());
    row.push_back(unquoted(line.substr(begin, end - begin)));
    begin = end + 1;
  }
  used_ = used;
  return true;
}

Result<std::optional<CsvRow>> CsvSplitter::give_up_row() {
  const bool too_long = stream_.buffered().size() > limit_;
  const std::size_t line = stream_.buffered().find('\n');
  stream_.consume(line == std::string_view::npos ? stream_.buffered().size() : line + 1);
  if (++unclosed_rows_ == most_unclosed_rows) {
    over_ = true;
    return fail("quotes of many rows do not close: the rest is left out");
  }
  return too_long ? fail("a row larger than " + size_text(limit_))
                  : fail("a quote does not close: the row is read no further");
}

Result<std::optional<CsvRow>> CsvSplitter::next() {
  while (!over_) {
    CsvRow row;
    const Ending ending = take_plain_row(row) ? Ending::row : parse(row);
    if (ending == Ending::unclosed) return give_up_row();
    stream_.consume(used_);
    over_ = ending == Ending::end_of_file;
    const bool empty =
        std::all_of(row.begin(), row.end(), [](const std::string& field) { return field.empty(); });
    if (over_ && stream_.damage()) break;  // the last row is cut
    if (!empty) return row;
  }
  if (!stream_.damage() || damage_told_) return std::nullopt;
  damage_told_ = true;
  return tl::unexpected(*stream_.damage());
}

}  // namespace onrecord
