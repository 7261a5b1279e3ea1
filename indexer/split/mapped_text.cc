// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/mapped_text.h"

#include <algorithm>

#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

/// The run that byte `at` belongs to.
std::size_t run_index(const std::vector<SourceRun>& runs, std::size_t at) {
  const auto after = std::upper_bound(
      runs.begin(), runs.end(), at,
      [](std::size_t value, const SourceRun& run) { return value < run.text_begin; });
  return static_cast<std::size_t>(std::distance(runs.begin(), after)) - 1;
}

}  // namespace

void MappedText::append(std::string_view piece, std::uint64_t source_begin) {
  if (piece.empty()) return;
  const bool continues =
      !runs_.empty() &&
      runs_.back().source_begin + (text_.size() - runs_.back().text_begin) == source_begin;
  if (!continues) runs_.push_back({static_cast<std::uint32_t>(text_.size()), source_begin});
  text_ += piece;
}

void MappedText::append(const MappedText& from, std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  const std::string_view text = from.text_;
  for (std::size_t run = run_index(from.runs_, begin); begin < end; ++run) {
    const bool last = run + 1 == from.runs_.size();
    const std::size_t stop =
        last ? end : std::min<std::size_t>(end, from.runs_[run + 1].text_begin);
    const SourceRun& source = from.runs_[run];
    append(text.substr(begin, stop - begin), source.source_begin + (begin - source.text_begin));
    begin = stop;
  }
}

void MappedText::drop_last(std::size_t bytes) {
  text_.resize(text_.size() - bytes);
  while (!runs_.empty() && runs_.back().text_begin >= text_.size()) runs_.pop_back();
}

MappedText MappedText::slice(std::size_t begin, std::size_t end) const {
  MappedText out;
  out.append(*this, begin, end);
  return out;
}

MappedText MappedText::squeezed() const {
  MappedText out;
  const std::string_view text = text_;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t begin = at;
    while (begin < text.size() && is_blank(text[begin])) ++begin;
    std::size_t end = begin;
    while (end < text.size() && !is_blank(text[end])) ++end;
    if (begin == end) break;
    if (!out.empty()) out.append_blank(*this, at);
    out.append(*this, begin, end);
    at = end;
  }
  return out;
}

std::uint64_t MappedText::source_at(std::size_t at) const {
  if (runs_.empty()) return 0;
  const SourceRun& run = runs_[run_index(runs_, at)];
  return run.source_begin + (at - run.text_begin);
}

Paragraph make_paragraph(ParagraphKind kind, const MappedText& text) {
  return {kind, text.text(), text.runs()};
}

}  // namespace onrecord
