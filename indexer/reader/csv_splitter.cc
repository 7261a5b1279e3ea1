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
    const Ending ending = parse(row);
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
