// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/export_reader.h"

#include <algorithm>
#include <array>

#include "common/text_fold.h"
#include "indexer/reader/charset.h"

namespace onrecord {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

ExportLines split_lines(std::string_view text) {
  ExportLines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\n\f"), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

class ExportReader final : public RecordReader {
 public:
  ExportReader(OpenInput input, const ExportShape& shape)
      : input_(std::move(input)),
        shape_(shape),
        articles_(input_.stream, input_.settings->limits.record_bytes, shape.cut) {}

  Result<std::optional<RawRecord>> next() override {
    while (!articles_.at_end()) {
      const auto article = articles_.next();
      if (!article) {
        ++records_read_;
        return tl::unexpected(article.error());
      }
      const Decoded decoded = decode_text(*article, input_.context.charset);
      auto record = shape_.read(split_lines(decoded.text));
      if (record && !*record) continue;
      ++records_read_;
      if (!record) return tl::unexpected(record.error());
      (*record)->origin = {input_.path, records_read_, std::string(input_.format)};
      (*record)->charset = decoded.charset;
      return record;
    }
    if (std::exchange(told_, true) || records_read_ > 0) return std::nullopt;
    ++records_read_;
    return fail("no article in this export");
  }

  std::uint64_t records_read() const override { return records_read_; }
  std::uint64_t bytes_read() const override { return input_.stream.bytes_read(); }

 private:
  OpenInput input_;
  const ExportShape& shape_;
  ArticleCutter articles_;
  bool told_ = false;
  std::uint64_t records_read_ = 0;
};

}  // namespace

Result<std::string> ArticleCutter::next() {
  std::string article = std::exchange(waiting_, {});
  bool too_large = false;
  while (true) {
    auto line = lines_.next();
    if (!line) return tl::unexpected(line.error());
    at_end_ = !*line;
    const Cut cut = at_end_ ? Cut::here : cut_(**line, article);
    if (cut == Cut::before) waiting_ = std::move(**line) + '\n';
    if (cut == Cut::none || cut == Cut::after) {
      too_large = too_large || article.size() + (*line)->size() > limit_;
      if (!too_large) (article += **line) += '\n';
    }
    if (cut == Cut::none) continue;
    if (too_large) return fail("larger than " + size_text(limit_));
    return article;
  }
}

std::unique_ptr<RecordReader> make_export_reader(OpenInput input, const ExportShape& shape) {
  return std::make_unique<ExportReader>(std::move(input), shape);
}

std::string_view trim_export(std::string_view line) {
  constexpr std::string_view blanks = " \t\r\n\f";
  while (true) {
    const std::size_t begin = std::min(line.find_first_not_of(blanks), line.size());
    line.remove_prefix(begin);
    line = line.substr(0, line.find_last_not_of(blanks) + 1);
    if (line.starts_with(no_break_space) || line.starts_with(byte_order_mark)) {
      line.remove_prefix(line.starts_with(no_break_space) ? no_break_space.size()
                                                          : byte_order_mark.size());
    } else if (line.ends_with(no_break_space)) {
      line.remove_suffix(no_break_space.size());
    } else {
      return line;
    }
  }
}

std::optional<std::string_view> HeadLines::next() {
  if (rest_.empty()) return std::nullopt;
  const std::size_t end = std::min(rest_.find('\n'), rest_.size());
  const std::string_view line = trim_export(rest_.substr(0, end));
  rest_.remove_prefix(std::min(end + 1, rest_.size()));
  return line;
}

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(" \t"), line.size());
}

bool is_copyright(std::string_view line) {
  constexpr std::array<std::string_view, 8> beginnings = {"copyright",
                                                          "(c) ",
                                                          "\u00A9",
                                                          "all rights reserved",
                                                          "alle rechte vorbehalten",
                                                          "tous droits reserves",
                                                          "todos los derechos",
                                                          "derechos reservados"};
  constexpr std::size_t longest = 40;
  const std::string start = fold(trim_export(line).substr(0, longest));
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view begin) { return start.starts_with(begin); });
}

bool is_day(std::string_view line) {
  constexpr std::size_t longest = 60;
  line = trim_export(line);
  if (line.empty() || line.size() > longest) return false;
  bool year = false;
  bool day = false;
  for (std::size_t begin = 0; begin < line.size();) {
    if (!is_digit(line[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < line.size() && is_digit(line[end])) ++end;
    const std::string_view number = line.substr(begin, end - begin);
    const std::string_view century = number.substr(0, 2);
    year = year || (number.size() == 4 && (century == "18" || century == "19" || century == "20"));
    day = day || number.size() <= 2;
    begin = end;
  }
  const auto letters = std::count_if(line.begin(), line.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
  });
  return year && day && letters >= 3;
}

bool is_word_count(std::string_view line) {
  constexpr std::array<std::string_view, 9> units = {
      "words", "word", "worter", "mots", "palabras", "parole", "woorden", "palavras", "слов"};
  line = trim_export(line);
  const std::size_t end = line.find_first_not_of("0123456789,.");
  constexpr std::size_t longest = 24;
  if (end == 0 || end == std::string_view::npos || line.size() > longest) return false;
  const std::string unit = squeeze_blanks(fold(line.substr(end)));
  return std::find(units.begin(), units.end(), unit) != units.end();
}

std::string join_lines(const ExportLines& lines) {
  std::string text;
  std::size_t blank = 0;
  for (const std::string_view line : lines) {
    if (trim_export(line).empty()) {
      ++blank;
      continue;
    }
    if (!text.empty()) text += blank > 0 ? "\n\n" : "\n";
    blank = 0;
    text += line;
  }
  return text;
}

std::string one_line(const ExportLines& lines) {
  return squeeze_blanks(join_lines(lines));
}

std::vector<ExportLines> blocks_of(const ExportLines& lines) {
  std::vector<ExportLines> blocks;
  bool open = false;
  for (const std::string_view line : lines) {
    if (trim_export(line).empty()) {
      open = false;
      continue;
    }
    if (!std::exchange(open, true)) blocks.emplace_back();
    blocks.back().push_back(line);
  }
  return blocks;
}

}  // namespace onrecord
