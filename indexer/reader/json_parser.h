// SPDX-License-Identifier: GPL-3.0-or-later
// JSON as archives hold it: simdjson first; what it refuses is mended and tried once more.
#pragma once

#include <string>
#include <string_view>

#include <simdjson.h>

#include "common/result.h"

namespace onrecord {

/// Parses one value at a time. The value lives until the next call.
class JsonParser {
 public:
  /// Valid UTF-8 of one JSON value. NaN and Infinity, raw control characters in strings, lone
  /// surrogates, "\'" and numbers beyond 64 bits are mended (mend_json); nesting deeper than 256
  /// and everything else that is no JSON is an error.
  Result<simdjson::dom::element> parse(std::string_view json);

 private:
  simdjson::error_code try_parse(std::string_view json, simdjson::dom::element& value);

  simdjson::dom::parser parser_;
};

/// `json` with the usual faults of writers put right: NaN, Infinity and -Infinity become null,
/// numbers that no 64 bits hold become strings; inside strings raw control characters are escaped,
/// lone surrogates become U+FFFD, "\'" becomes an apostrophe.
std::string mend_json(std::string_view json);

}  // namespace onrecord
