// SPDX-License-Identifier: GPL-3.0-or-later
// From lines to paragraphs: hard-wrapped lines are joined, words broken by a hyphen made whole.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "indexer/reader/reader.h"
#include "indexer/split/source_lines.h"
#include "indexer/split/split_lexicon.h"

namespace onrecord {

/// Lines that stand together: the raw form of a paragraph.
struct Block {
  std::vector<std::size_t> lines;  ///< Indices of its lines of role `text`.
  MappedText text;                 ///< The lines joined.
  std::size_t last_line = 0;       ///< Byte of `text` where the last line begins.
  bool broken = false;             ///< Page furniture stands between it and the block before.
  bool floating = false;           ///< One line in the middle of a sentence that it is no part of.
  bool close = false;              ///< No blank line stands between it and the block before.
  std::optional<LineMark> mark = {};  ///< What the format says of it: it is a paragraph as it is.
};

/// Joins lines. Knows the words of the text, which tell "recon-" / "struction" (the text has
/// "reconstruction" elsewhere, or "struction" is no word in it) from "anti-" / "corruption".
class LineJoiner {
 public:
  LineJoiner(const SourceLines& source, const SplitLexicon& lexicon);

  /// Appends a line to `text` with a blank, or without one where a word runs on.
  void add_line(MappedText& text, std::size_t line) const;

  /// Appends `more` from the same source in the same way.
  void add_text(MappedText& text, const MappedText& more) const;

 private:
  enum class Hyphen : std::uint8_t { none, keep, drop };
  Hyphen judge_hyphen(std::string_view before, std::string_view after) const;
  void add_words(std::string_view text);
  bool has_word(const std::string& word) const { return words_.contains(word); }

  const SourceLines& source_;
  const SplitLexicon& lexicon_;
  std::unordered_set<std::string> words_;  ///< In lower case; empty if no line ends in a hyphen.
};

/// The blocks of a text: lines of role `text` between blank lines, further cut where a new
/// paragraph shows (indentation, a short last line, a list mark, a line that is a set phrase of its
/// own).
std::vector<Block> find_blocks(const SourceLines& source, const Layout& layout,
                               const LineJoiner& joiner, const SplitLexicon& lexicon);

/// One block for each line of role `text`, of a text whose format says what its lines are. Where
/// `marks` does not fit the number of lines, all are paragraphs of the body.
std::vector<Block> marked_blocks(const SourceLines& source, const std::vector<LineMark>& marks);

/// The first half of a sentence whose second half is `next`: `text` stops without an end, and the
/// next text goes on in lower case or after a word that needs one, or stands behind a page break.
bool runs_into(std::string_view text, std::string_view next, bool broken,
               const SplitLexicon& lexicon);

}  // namespace onrecord
