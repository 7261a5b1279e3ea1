// SPDX-License-Identifier: GPL-3.0-or-later
// Text that remembers where it was taken from: every edit keeps the map to the record's offsets, so
// that a quote can be shown in the source as it stood there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace onrecord {

class MappedText {
 public:
  /// Appends `piece`, which stands for the source from `source_begin` on. Pieces that follow each
  /// other in the source as in the text share one run.
  void append(std::string_view piece, std::uint64_t source_begin);

  /// Appends bytes [begin, end) of another text with their places in the source.
  void append(const MappedText& from, std::size_t begin, std::size_t end);

  /// Appends one blank in place of what stands at byte `at` of `from` (a line end).
  void append_blank(const MappedText& from, std::size_t at) { append(" ", from.source_at(at)); }

  /// Cuts the last `bytes` off.
  void drop_last(std::size_t bytes);

  /// A copy of bytes [begin, end).
  MappedText slice(std::size_t begin, std::size_t end) const;

  /// A copy with runs of white space squeezed to one blank, none at either end.
  MappedText squeezed() const;

  /// Where the byte at `at` stands in the source (`at` may be the size).
  std::uint64_t source_at(std::size_t at) const;

  const std::string& text() const { return text_; }
  const std::vector<SourceRun>& runs() const { return runs_; }
  bool empty() const { return text_.empty(); }
  std::size_t size() const { return text_.size(); }

 private:
  std::string text_;
  std::vector<SourceRun> runs_;
};

/// A paragraph that takes over text and map.
Paragraph make_paragraph(ParagraphKind kind, const MappedText& text);

}  // namespace onrecord
