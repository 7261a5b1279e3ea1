// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of CSV (RFC 4180) as archives really hold it: quoted fields over many lines, marks that are
// not doubled, marks that never close, any of four delimiters.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "indexer/reader/byte_stream.h"

namespace onrecord {

using CsvRow = std::vector<std::string>;

/// The delimiter of a text that begins so: the one of , ; TAB | that stands most often outside
/// quotes in its first line; "sep=;" in the first line says it. 0 where none stands there.
char csv_delimiter(std::string_view head);

class CsvSplitter {
 public:
  /// `limit`: bytes of one row.
  CsvSplitter(ByteStream& stream, char delimiter, std::uint64_t limit)
      : stream_(stream), delimiter_(delimiter), limit_(limit) {}

  /// How many columns the header names. In a TAB file, where quotes are mostly no marks of CSV but
  /// words of the text (`"Ferry" sinks`), a line of so many cells is a row whatever its quotes.
  void expect_columns(std::size_t count) { columns_ = count; }

  /// The next row that is not empty, nothing at the end. A row whose quotes do not close within the
  /// limit or the file is an error; reading goes on with the next line. After several of them the
  /// rest is left out, since every one costs a look at all that follows.
  Result<std::optional<CsvRow>> next();

 private:
  enum class Ending : std::uint8_t { row, end_of_file, unclosed };

  Ending parse(CsvRow& row);
  bool take_plain_row(CsvRow& row);
  std::size_t find_line_end(std::size_t from);
  bool has(std::size_t at);
  std::size_t parse_quoted(std::size_t at, std::string& field);
  Result<std::optional<CsvRow>> give_up_row();

  ByteStream& stream_;
  char delimiter_;
  std::uint64_t limit_;
  std::size_t columns_ = 0;  ///< 0: not known.
  std::size_t used_ = 0;     ///< Bytes of the row just parsed.
  bool unclosed_ = false;
  int unclosed_rows_ = 0;
  bool over_ = false;
  bool damage_told_ = false;
};

}  // namespace onrecord
