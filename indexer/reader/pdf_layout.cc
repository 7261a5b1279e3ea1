// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/pdf_layout.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace onrecord {
namespace {

struct PdfLine {
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  std::size_t page = 0;
  std::size_t block = 0;  ///< Among all of the file.
  std::size_t words = 0;
  std::string text;

  double height() const { return bottom - top; }
};

std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
  const std::size_t from = text.find(begin);
  if (from == std::string_view::npos) return {};
  text.remove_prefix(from + begin.size());
  return text.substr(0, text.find(end));
}

/// The references that pdftotext writes.
std::string unescaped(std::string_view text) {
  constexpr std::pair<std::string_view, char> references[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
  std::string out;
  while (!text.empty()) {
    const auto* const found =
        std::find_if(std::begin(references), std::end(references),
                     [&](const auto& reference) { return text.starts_with(reference.first); });
    const bool plain = found == std::end(references);
    out += plain ? text.front() : found->second;
    text.remove_prefix(plain ? 1 : found->first.size());
  }
  return out;
}

/// `name="12.5"` in a tag.
double number_in(std::string_view tag, std::string_view name) {
  const std::string_view written = between(tag, name, "\"");
  double number = 0;
  std::from_chars(written.data(), written.data() + written.size(), number);
  return std::isfinite(number) ? number : 0;
}

/// The lines in the order of reading, columns one after the other.
std::vector<PdfLine> read_lines(std::string_view printed) {
  std::vector<PdfLine> lines;
  std::size_t pages = 0;
  std::size_t blocks = 0;
  for (std::size_t at = 0; (at = printed.find('<', at)) != std::string_view::npos;) {
    const std::size_t end = std::min(printed.find('>', at), printed.size());
    const std::string_view tag = printed.substr(at, end - at);
    at = end;
    if (tag.starts_with("<page ")) {
      ++pages;
    } else if (tag.starts_with("<block ")) {
      ++blocks;
    } else if (tag.starts_with("<line ")) {
      lines.push_back({number_in(tag, "xMin=\""),
                       number_in(tag, "xMax=\""),
                       number_in(tag, "yMin=\""),
                       number_in(tag, "yMax=\""),
                       pages,
                       blocks,
                       0,
                       {}});
    } else if (tag.starts_with("<word ") && !lines.empty() && end < printed.size()) {
      const std::size_t close = std::min(printed.find('<', end), printed.size());
      PdfLine& line = lines.back();
      if (++line.words > 1) line.text += ' ';
      line.text += unescaped(printed.substr(end + 1, close - end - 1));
    }
  }
  std::erase_if(lines, [](const PdfLine& line) { return line.words == 0; });
  return lines;
}

/// The height of the lines that hold the middle character of the text.
double body_height(const std::vector<PdfLine>& lines) {
  std::vector<std::pair<double, std::size_t>> heights;
  std::size_t all = 0;
  for (const PdfLine& line : lines) {
    heights.emplace_back(line.height(), line.text.size());
    all += line.text.size();
  }
  std::sort(heights.begin(), heights.end());
  std::size_t before = 0;
  for (const auto& [height, size] : heights) {
    before += size;
    if (2 * before >= all) return height;
  }
  return 0;
}

/// Lines of one size, one below the other.
struct BigType {
  double height = 0;
  std::size_t words = 0;
  std::string text;
};

/// What is set in larger type than the body on the first page.
std::vector<BigType> big_types(const std::vector<PdfLine>& lines, double body) {
  constexpr double larger = 1.25;
  constexpr double same = 0.92;
  std::vector<BigType> found;
  const PdfLine* last = nullptr;
  for (const PdfLine& line : lines) {
    if (line.page != lines.front().page) break;
    const bool big = line.height() >= larger * body;
    const bool goes_on = last != nullptr && line.height() >= same * last->height() &&
                         last->height() >= same * line.height() &&
                         std::abs(line.top - last->bottom) < line.height();
    if (big && goes_on) {
      found.back().text += ' ' + line.text;
      found.back().words += line.words;
    } else if (big) {
      found.push_back({line.height(), line.words, line.text});
    }
    last = big ? &line : nullptr;
  }
  return found;
}

/// The name of a paper is often larger still, but short.
std::string find_headline(const std::vector<PdfLine>& lines) {
  constexpr std::size_t fewest_words = 4;
  constexpr std::size_t longest = 300;
  const double body = body_height(lines);
  const BigType* best = nullptr;
  const std::vector<BigType> types = big_types(lines, body);
  for (const BigType& type : types) {
    if (type.words < fewest_words || type.text.size() > longest) continue;
    if (best == nullptr || type.height > best->height) best = &type;
  }
  return best == nullptr ? std::string() : best->text;
}

bool ends_sentence(std::string_view text) {
  constexpr std::string_view ends[] = {".", "!", "?", ":", "\"", "\u201D", "\u2019", "\u00BB"};
  return std::any_of(std::begin(ends), std::end(ends),
                     [&](std::string_view end) { return text.ends_with(end); });
}

/// Where the text of each block begins at the left: indents are measured from there.
std::vector<double> left_edges(const std::vector<PdfLine>& lines) {
  std::vector<double> edges;
  for (const PdfLine& line : lines) {
    if (line.block >= edges.size()) edges.resize(line.block + 1, line.left);
    edges[line.block] = std::min(edges[line.block], line.left);
  }
  return edges;
}

/// Does a paragraph begin with `line`, which follows `last`? A block also ends where its column
/// does, in the middle of a sentence.
bool begins_paragraph(const PdfLine& line, const PdfLine& last, const std::vector<double>& edges) {
  constexpr double indent = 0.5;
  constexpr double gap = 0.9;
  constexpr double other_type = 0.1;
  const double height = std::max(line.height(), 1.0);
  const bool indented = line.left - edges[line.block] > indent * height;
  if (std::abs(line.height() - last.height()) > other_type * height) return true;
  if (line.block != last.block) return indented || ends_sentence(last.text);
  const bool last_indented = last.left - edges[last.block] > indent * height;
  return (indented && !last_indented) || line.top - last.bottom > gap * height;
}

}  // namespace

PdfText lay_out_pdf(std::string_view printed) {
  PdfText pdf;
  const std::string_view head = printed.substr(0, printed.find("<body>"));
  pdf.title = unescaped(between(head, "<title>", "</title>"));
  pdf.author = unescaped(between(head, "<meta name=\"Author\" content=\"", "\""));
  const std::vector<PdfLine> lines = read_lines(printed.substr(head.size()));
  if (lines.empty()) return pdf;
  pdf.headline = find_headline(lines);
  const std::vector<double> edges = left_edges(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const PdfLine& line = lines[i];
    if (i > 0 && line.page != lines[i - 1].page) {
      if (pdf.first_page.empty()) pdf.first_page = pdf.text;
      pdf.text += '\f';
    } else if (i > 0 && begins_paragraph(line, lines[i - 1], edges)) {
      pdf.text += '\n';
    }
    pdf.text += line.text + '\n';
  }
  if (pdf.first_page.empty()) pdf.first_page = pdf.text;
  return pdf;
}

}  // namespace onrecord
