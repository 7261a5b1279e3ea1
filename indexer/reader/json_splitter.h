// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts a stream of JSON into the texts of its records, without parsing them: lines, the items of
// a list (also of a list inside an object: {"articles": [...]}), or values one after the other. A
// file of any size is read in the memory of its largest record.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/result.h"
#include "indexer/reader/byte_stream.h"

namespace onrecord {

class JsonSplitter {
 public:
  virtual ~JsonSplitter() = default;

  /// The text of the next record, nothing at the end. An error concerns one record; a record over
  /// the limit is passed over.
  virtual Result<std::optional<std::string>> next() = 0;

  /// Number of the record given last: of its line, or of the value, from 1.
  virtual std::uint64_t number() const = 0;
};

/// One value a line. Blank lines count in the number, so that it is the line in an editor.
std::unique_ptr<JsonSplitter> make_line_splitter(ByteStream& stream, std::uint64_t limit);

/// Lists, lists inside an object, values in a row, over any number of lines.
std::unique_ptr<JsonSplitter> make_value_splitter(ByteStream& stream, std::uint64_t limit);

/// Do these first bytes look like one value a line: an object fills the first line and more
/// follows, or the first line is longer than what is seen?
bool looks_like_json_lines(std::string_view head);

/// Do these first bytes look like JSON that can hold articles: an object or a list of objects?
bool looks_like_json(std::string_view head);

}  // namespace onrecord
