// SPDX-License-Identifier: GPL-3.0-or-later
// Text nodes of a page to the text of a paragraph, with the map to where it stood in the page.
#pragma once

#include <string_view>

#include "indexer/split/mapped_text.h"

namespace onrecord {

/// Collects text: blanks squeezed to one, character references resolved, soft hyphens and
/// zero-width characters left out.
class HtmlTextCollector {
 public:
  explicit HtmlTextCollector(std::string_view page) : page_(page) {}

  /// `raw` is a view into the page.
  void append(std::string_view raw);

  /// A blank, unless one stands there: for <br>.
  void append_blank(std::size_t source_at);

  bool empty() const { return text_.empty(); }

  /// The text without a blank at its end; the collector is empty afterwards.
  MappedText take();

 private:
  void append_plain(std::string_view piece, std::size_t source_at);

  std::string_view page_;
  MappedText text_;
  bool blank_waits_ = false;
  std::size_t blank_at_ = 0;
};

}  // namespace onrecord
