// SPDX-License-Identifier: GPL-3.0-or-later
// The tokens of one paragraph, with questions that are safe at its end.
#pragma once

#include "indexer/entity/name_tokens.h"

namespace onrecord {

class ParagraphTokens {
 protected:
  ParagraphTokens(const NameText& text, const NameParagraph& paragraph)
      : text_(text), begin_(paragraph.first), end_(paragraph.last) {}

  const NameToken& at(std::uint32_t i) const { return text_.tokens[i]; }
  bool is_sign(std::uint32_t i, char sign) const { return i < end_ && at(i).sign == sign; }
  bool is_name_word(std::uint32_t i) const { return i < end_ && at(i).is_name_word(); }
  bool is_glued(std::uint32_t i) const { return i < end_ && !at(i).blank_before; }

  std::uint32_t skip_signs(std::uint32_t i, std::uint32_t last) const {
    while (i < last && !at(i).is_word()) ++i;
    return i;
  }

  const NameText& text_;
  std::uint32_t begin_;
  std::uint32_t end_;
};

}  // namespace onrecord
