// SPDX-License-Identifier: GPL-3.0-or-later
// What a web server answered, as crawlers store it: head, then a body that may be chunked and
// compressed. Many crawlers keep the head and store the decoded body, so that a coding which does
// not fit is taken for one that is undone already.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onrecord {

/// "Name: value" lines of mail, HTTP and WARC; names in small letters.
class HeaderFields {
 public:
  /// Reads lines up to the first empty one; lines without a colon go on with the value before.
  static HeaderFields parse(std::string_view lines);

  /// The first value of that name, blanks trimmed; empty if there is none.
  std::string_view find(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// The part before ";" in small letters: "text/html".
std::string media_type_of(std::string_view content_type);

/// The charset of "text/html; charset=ISO-8859-1", or empty.
std::string charset_of(std::string_view content_type);

struct HttpResponse {
  int status = 0;
  std::string media_type;  ///< Empty if not given.
  std::string charset;     ///< The same.
  std::string body;        ///< Decoded.
};

/// Reads a stored response; nothing where there is no head. `limit`: bytes that the body may unpack
/// to; what is longer is cut there.
std::optional<HttpResponse> read_http_response(std::string_view stored, std::uint64_t limit);

}  // namespace onrecord
