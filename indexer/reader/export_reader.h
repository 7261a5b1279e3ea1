// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of text exports of news databases: many articles in one file of text. What differs
// from database to database is where an article ends, and how its lines are read.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/reader/open_input.h"

namespace onrecord {

/// What a line means for the cutting of a file into articles.
enum class Cut : std::uint8_t {
  none,
  here,    ///< A separator, part of no article.
  before,  ///< The first line of the next article.
  after,   ///< The last line of this one.
};

using ExportLines = std::vector<std::string_view>;

/// `article`: what was read of the article so far. Both are bytes as in the file.
using CutAt = Cut (*)(std::string_view line, std::string_view article);

/// A file of lines as the bytes of one article after the other.
class ArticleCutter {
 public:
  ArticleCutter(ByteStream& stream, std::uint64_t limit, CutAt cut)
      : lines_(stream, limit), limit_(limit), cut_(cut) {}

  /// What stands up to the next cut, perhaps nothing; an error for more than `limit` bytes and for
  /// damage.
  Result<std::string> next();
  bool at_end() const { return at_end_; }

 private:
  LineReader lines_;
  std::uint64_t limit_;
  CutAt cut_;
  std::string waiting_;
  bool at_end_ = false;
};

struct ExportShape {
  CutAt cut;
  /// The lines of one article as fields and a text of kind `body_only`. Nothing where they are a
  /// cover page or the notes at the end of the file.
  Result<std::optional<RawRecord>> (*read)(const ExportLines& lines);
};

std::unique_ptr<RecordReader> make_export_reader(OpenInput input, const ExportShape& shape);

// What the shapes have in common.

/// Without blanks, no-break spaces, byte order marks and page breaks at both ends.
std::string_view trim_export(std::string_view line);

/// The lines of `text` in order, trimmed at both ends: for detection.
class HeadLines {
 public:
  explicit HeadLines(std::string_view text) : rest_(text) {}
  /// Nothing at the end.
  std::optional<std::string_view> next();

 private:
  std::string_view rest_;
};

/// Bytes by which a line is indented.
std::size_t indent_of(std::string_view line);

/// "Copyright 2019 The Courier", "(c) 2019 ...", "All Rights Reserved".
bool is_copyright(std::string_view line);

/// A short line with a year and a day in it: "May 3, 2019 Friday", "3. Mai 2019".
bool is_day(std::string_view line);

/// "611 words" in the languages of the databases' menus.
bool is_word_count(std::string_view line);

/// Lines as a text: ends and beginnings without blank lines.
std::string join_lines(const ExportLines& lines);

/// The same on one line.
std::string one_line(const ExportLines& lines);

/// Runs of lines between blank ones.
std::vector<ExportLines> blocks_of(const ExportLines& lines);

}  // namespace onrecord
