// SPDX-License-Identifier: GPL-3.0-or-later
// Captions of pictures in plain text, recognised by the credit at their end or the label in front:
// "Nets drying in Port Almer. Foreign Ministry / TASS", "FILE PHOTO: ...", "(AP Photo/Li Wen)".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/split/split_lexicon.h"

namespace onrecord {

/// `text` as a credit and nothing else: "Photograph: Li Wen/The Courier" gives "Li Wen/The
/// Courier".
std::optional<std::string> read_credit(std::string_view text, const SplitLexicon& lexicon);

struct ReadCaption {
  std::size_t begin = 0;  ///< Bytes of the caption's text in the paragraph, without label ...
  std::size_t end = 0;    ///< ... and without the credit behind it.
  std::string credit;
};

/// Reads a paragraph as a caption. `last_line` is the byte where its last line began in the source,
/// 0 if it has one line only: a credit often stands on a line of its own.
std::optional<ReadCaption> read_caption(std::string_view paragraph, std::size_t last_line,
                                        const SplitLexicon& lexicon);

/// Reads a line that stands in the middle of a sentence: here a bare name behind the caption's full
/// stop is a credit, too: "Nets drying in Port Almer. Li Wen".
std::optional<ReadCaption> read_floating_caption(std::string_view line,
                                                 const SplitLexicon& lexicon);

}  // namespace onrecord
