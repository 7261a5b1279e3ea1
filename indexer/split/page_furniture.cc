// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/page_furniture.h"

#include <algorithm>
#include <unordered_map>

#include "common/text_fold.h"
#include "indexer/split/outlet_name.h"
#include "indexer/split/text_shape.h"
#include "indexer/split/written_date.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_furniture = 400;  // bytes
constexpr std::size_t most_words_with_address = 14;
constexpr std::size_t shortest_title = 15;  // bytes of a headline that is found again
constexpr std::size_t edge_lines = 2;       // lines of a page that may be its head or foot

/// "2/4", "12".
bool is_page_number(std::string_view text) {
  return !text.empty() && text.size() <= 9 && is_digit(text.front()) && is_digit(text.back()) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '/'; }) &&
         std::count(text.begin(), text.end(), '/') <= 1;
}

bool has_wide_gap(std::string_view text) {
  return text.find("   ") != std::string_view::npos;
}

/// The address in a line that holds nothing else but a page number and a short name, as in
/// "https://courier.example/talks      2/4", "The Courier | https://courier.example | Page 2 of 4".
std::string_view address_of_line(std::string_view line) {
  if (line.find("http") == std::string_view::npos && line.find("www.") == std::string_view::npos) {
    return {};
  }
  const auto words = split_words(line);
  if (words.size() > most_words_with_address) return {};
  std::string_view url;
  for (const std::string_view word : words) {
    if (is_url(word) && url.empty()) url = word;
  }
  // A bare "www.courier.example" may be an entry of a list.
  const bool alone = words.size() == 1 && url.find('/') != std::string_view::npos;
  return alone || (words.size() > 1 && is_page_number(words.back())) ? url : std::string_view();
}

/// "3/11/24, 9:41 AM            Lake talks stall": day and time, a gap, the page's title.
bool is_print_head(std::string_view line, const SplitLexicon& lexicon) {
  if (line.size() > longest_furniture || line.empty() || !is_digit(line.front())) return false;
  const std::size_t gap = line.find("  ");
  const auto dates = find_dates(line.substr(0, gap), lexicon);
  if (dates.size() != 1 || dates[0].begin != 0) return false;
  const std::string_view rest = trim(line.substr(dates[0].end));
  const bool with_time = line.substr(0, dates[0].end).find(':') != std::string_view::npos;
  return with_time && gap != std::string_view::npos && !rest.empty() && has_wide_gap(line);
}

/// The second half of an address that was broken: one word with the marks of one.
bool continues_address(std::string_view line) {
  return count_words(line, 2) == 1 && !ends_sentence(line) &&
         line.find_first_of("/=?&_") != std::string_view::npos;
}

/// A line with its digits made equal, so that page numbers and clock times do not tell heads apart.
std::string without_digits(std::string_view line) {
  std::string key;
  for (const char c : line) {
    const bool digit = is_digit(c);
    if (digit && !key.empty() && key.back() == '#') continue;
    key += digit ? '#' : c;
  }
  return key;
}

class FurnitureMarker {
 public:
  FurnitureMarker(SourceLines& source, const SplitLexicon& lexicon)
      : source_(source),
        lexicon_(lexicon),
        has_pages_(std::any_of(source.lines.begin(), source.lines.end(),
                               [](const Line& line) { return line.page_start; })) {}

  PageTraces mark() {
    for (std::size_t i = 0; i < source_.lines.size(); ++i) mark_by_shape(i);
    if (has_pages_) mark_recurring();
    return std::move(traces_);
  }

 private:
  void mark_by_shape(std::size_t i) {
    const std::string_view line = source_.view(i);
    if (source_.lines[i].role != LineRole::text || line.size() > longest_furniture) return;
    if (const std::string_view url = address_of_line(line); !url.empty()) {
      add_url(i, std::string(url));
    } else if (is_print_head(line, lexicon_) || is_page_mark(line)) {
      source_.lines[i].role = LineRole::furniture;
    } else if (is_page_number(line) && at_page_edge(i)) {
      source_.lines[i].role = LineRole::furniture;
    }
  }

  void add_url(std::size_t i, std::string url) {
    source_.lines[i].role = LineRole::furniture;
    const bool broken = url.size() >= 60 && count_words(source_.view(i), 2) == 1;
    if (broken && i + 1 < source_.lines.size() && continues_address(source_.view(i + 1))) {
      url += source_.view(i + 1);
      source_.lines[i + 1].role = LineRole::furniture;
    }
    if (std::find(traces_.urls.begin(), traces_.urls.end(), url) == traces_.urls.end()) {
      traces_.urls.push_back(std::move(url));
    }
  }

  bool is_page_mark(std::string_view line) const {
    return line.size() < 60 && !starts_lower(line) && lexicon_.page_marks.find(line).has_value();
  }

  bool at_page_edge(std::size_t i) const {
    if (source_.lines[i].page_start) return true;
    for (std::size_t next = i + 1; next < source_.lines.size(); ++next) {
      if (source_.lines[next].page_start) return true;
      if (source_.lines[next].role != LineRole::blank) return false;
    }
    return has_pages_;
  }

  /// The lines at the edges of all pages: the first and last ones that are not blank.
  std::vector<std::size_t> page_edges() const {
    std::vector<std::size_t> edges;
    std::vector<std::size_t> page;
    const auto close = [&edges, &page] {
      for (std::size_t i = 0; i < page.size(); ++i) {
        if (i < edge_lines || i + edge_lines >= page.size()) edges.push_back(page[i]);
      }
      page.clear();
    };
    for (std::size_t i = 0; i < source_.lines.size(); ++i) {
      if (source_.lines[i].page_start) close();
      if (source_.lines[i].role == LineRole::text) page.push_back(i);
    }
    close();
    return edges;
  }

  void mark_recurring() {
    std::unordered_map<std::string, std::vector<std::size_t>> by_text;
    for (const std::size_t i : page_edges()) {
      if (source_.view(i).size() <= 160) by_text[without_digits(source_.view(i))].push_back(i);
    }
    for (const auto& [text, lines] : by_text) {
      if (lines.size() < 2) continue;
      for (const std::size_t i : lines) source_.lines[i].role = LineRole::furniture;
      keep_headline(lines.front());
    }
  }

  /// The first page's head is the headline where nothing else in front could be it.
  void keep_headline(std::size_t first) {
    const bool first_text = std::none_of(
        source_.lines.begin(), source_.lines.begin() + static_cast<std::ptrdiff_t>(first),
        [](const Line& line) { return line.role == LineRole::text; });
    if (first_text && !source_.lines[first].page_start && count_words(source_.view(first)) > 3) {
      source_.lines[first].role = LineRole::text;
    }
  }

  SourceLines& source_;
  const SplitLexicon& lexicon_;
  bool has_pages_;
  PageTraces traces_;
};

/// The parts of a head or foot between bars, dashes and wide gaps.
std::vector<std::string_view> furniture_parts(std::string_view line) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const std::string_view mark = line.substr(at, 3);
    if (mark != " - " && mark != " | " && mark != "   ") continue;
    parts.push_back(trim(line.substr(begin, at - begin)));
    begin = at + mark.size();
  }
  parts.push_back(trim(line.substr(begin)));
  return parts;
}

void collect_outlets(std::string_view line, const SplitLexicon& lexicon, PageTraces& traces) {
  for (const std::string_view part : furniture_parts(line)) {
    if (count_words(part) < 2 || !is_outlet_name(part, lexicon)) continue;
    if (std::find(traces.outlets.begin(), traces.outlets.end(), part) == traces.outlets.end()) {
      traces.outlets.emplace_back(part);
    }
  }
}

/// The nearest line above (`step` -1) or below that is not blank is furniture.
bool furniture_beside(const SourceLines& source, std::size_t i, std::ptrdiff_t step) {
  const auto size = static_cast<std::ptrdiff_t>(source.lines.size());
  for (auto at = static_cast<std::ptrdiff_t>(i) + step; at >= 0 && at < size; at += step) {
    const LineRole role = source.lines[static_cast<std::size_t>(at)].role;
    if (role != LineRole::blank) return role == LineRole::furniture;
  }
  return false;
}

}  // namespace

void mark_title_lines(SourceLines& source, std::string_view headline, const SplitLexicon& lexicon,
                      PageTraces& traces) {
  const std::string title = name_key(headline);
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    Line& line = source.lines[i];
    const std::string_view text = source.view(i);
    if (text.size() > longest_furniture) continue;
    if (line.role == LineRole::text && title.size() >= shortest_title &&
        (furniture_beside(source, i, -1) || furniture_beside(source, i, 1)) &&
        name_key(text).find(title) != std::string::npos) {
      line.role = LineRole::furniture;
    }
    if (line.role == LineRole::furniture) collect_outlets(text, lexicon, traces);
  }
}

PageTraces mark_page_furniture(SourceLines& source, const SplitLexicon& lexicon) {
  return FurnitureMarker(source, lexicon).mark();
}

}  // namespace onrecord
