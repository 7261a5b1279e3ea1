// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts an HTML page into tags and text, as browsers do: comments and declarations out, quotation
// marks in tags respected, scripts taken whole. Linear time for any input.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/split/html/tags.h"

namespace onrecord {

struct HtmlAttribute {
  std::string_view name;   ///< As written.
  std::string_view value;  ///< As written, references not resolved; empty for a bare name.
};

struct HtmlToken {
  enum class Kind : std::uint8_t { end_of_input, text, start_tag, end_tag };
  Kind kind = Kind::end_of_input;
  Tag tag = Tag::other;
  std::string_view name;  ///< Of a tag, as written.
  std::string_view text;  ///< Of a text, and the content of a raw element's start tag.
  bool self_closing = false;
  std::vector<HtmlAttribute> attributes;
};

class HtmlScanner {
 public:
  explicit HtmlScanner(std::string_view page) : page_(page) {}

  /// Reads the next piece into `token`, whose memory is used again.
  void next(HtmlToken& token);

 private:
  bool at_tag(std::size_t at) const;
  void skip_declaration();
  void read_tag(HtmlToken& token);
  void read_attributes(HtmlToken& token);
  HtmlAttribute read_attribute();
  std::string_view read_value();
  std::string_view quoted_value(char quote);
  void read_raw_content(HtmlToken& token);
  void skip_blanks();
  /// Position of `what` from `at_` on; remembers when there is none left, so that asking again for
  /// every tag costs nothing.
  std::size_t find_ahead(std::string_view what, bool& exhausted) const;

  std::string_view page_;
  std::size_t at_ = 0;
  bool no_comment_end_ = false;
  bool no_double_quote_ = false;
  bool no_single_quote_ = false;
  std::array<bool, 256> no_end_tag_{};  ///< By Tag: no end tag of the raw element is left.
};

}  // namespace onrecord
