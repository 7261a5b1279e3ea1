// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/line_joiner.h"

#include <algorithm>

#include "common/utf8.h"
#include "indexer/split/photo_credit.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::string_view soft_hyphen = "\u00AD";

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '\'' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// The run of letters that `text` ends (begins) with.
std::string_view ending_letters(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
  return text.substr(begin);
}

std::string_view beginning_letters(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_word_byte(text[end])) ++end;
  return text.substr(0, end);
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool any_line_is_broken(const SourceLines& source) {
  return std::any_of(source.lines.begin(), source.lines.end(), [&source](const Line& line) {
    return line.role != LineRole::blank && source.view(line).back() == '-';
  });
}

/// "- ", "* ", "\u2022 ": marks of list items. A dash is none: sentences go on behind it.
bool starts_list_item(std::string_view line) {
  for (const std::string_view mark : {"\u2022", "\u25AA", "\u25CF", "\u2023", "\u25E6", "*"}) {
    if (line.substr(0, mark.size()) == mark) return true;
  }
  return false;
}

/// The next word would have fitted: the paragraph ends here by intent.
bool stops_short(const SourceLines& source, std::size_t line, std::size_t next, std::size_t width) {
  const std::size_t own = count_code_points(source.view(line));
  const std::size_t word = count_code_points(first_word(source.view(next)));
  return (own + 1 + word) * 20 <= width * 17;
}

/// A line that is one whatever stands around it: "Advertisement", "(AP Photo/Li Wen)".
bool stands_alone(std::string_view line, const SplitLexicon& lexicon) {
  if (line.size() > 120 || starts_lower(line) || ends_sentence(line)) return false;
  const auto junk = lexicon.junk.find(line);
  return junk && junk->begin == 0 && junk->end == line.size();
}

class BlockFinder {
 public:
  BlockFinder(const SourceLines& source, const Layout& layout, const LineJoiner& joiner,
              const SplitLexicon& lexicon)
      : source_(source), layout_(layout), joiner_(joiner), lexicon_(lexicon) {}

  std::vector<Block> find() {
    for (std::size_t i = 0; i < source_.lines.size(); ++i) {
      switch (source_.lines[i].role) {
        case LineRole::text:
          add(i);
          break;
        case LineRole::blank:
          blank_ = true;
          break;
        case LineRole::furniture:
          broken_ = true;
          break;
        default:
          blank_ = true;
          met_meta_ = true;
      }
    }
    return std::move(blocks_);
  }

 private:
  void add(std::size_t i) {
    const bool first = blocks_.empty() || met_meta_;
    const bool floats = !first && !blank_ && floats_in_sentence(blocks_.back().lines.back(), i);
    if (first || blank_ || floats || blocks_.back().floating ||
        begins_paragraph(blocks_.back().lines.back(), i)) {
      open_block();
    }
    if (floats) blocks_.back().floating = true;
    Block& block = blocks_.back();
    const std::size_t size = block.text.size();
    joiner_.add_line(block.text, i);
    if (!block.lines.empty()) block.last_line = std::min(size + 1, block.text.size());
    block.lines.push_back(i);
    blank_ = broken_ = met_meta_ = false;
  }

  void open_block() {
    blocks_.emplace_back();
    blocks_.back().broken = broken_;
    blocks_.back().close = !blank_ && !met_meta_;
  }

  /// Is line `next`, which follows `last` without a blank line, the start of another paragraph?
  bool begins_paragraph(std::size_t last, std::size_t next) const {
    const std::string_view above = source_.view(last);
    const std::string_view below = source_.view(next);
    if (above.size() == 1 && all_capitals(above) && starts_lower(below)) return false;  // drop cap
    if (stands_alone(above, lexicon_) || stands_alone(below, lexicon_)) return true;
    if (starts_list_item(below)) return true;
    if (!layout_.wrapped) return !continues_unwrapped(last, next);
    if (source_.lines[next].indent > source_.lines[last].indent && !hangs(next)) return true;
    if (starts_lower(below) || !ends_sentence(above) || is_credit(below)) return false;
    return stops_short(source_, last, next, layout_.width);
  }

  /// A caption that the printer set between two lines of a sentence:
  /// "the work will be judged by Li Wen, a pianist from" / "The piano. Ana Ruiz" / "Port Almer."
  bool floats_in_sentence(std::size_t last, std::size_t next) const {
    if (!layout_.wrapped || next + 1 >= source_.lines.size()) return false;
    if (source_.lines[next + 1].role != LineRole::text || starts_lower(source_.view(next)))
      return false;
    const std::string_view above = source_.view(last);
    const std::string_view below = source_.view(next + 1);
    if (!runs_into(above, below, false, lexicon_)) return false;
    return read_floating_caption(source_.view(next), lexicon_).has_value();
  }

  /// The lines below the first one of a list item are indented as a whole.
  bool hangs(std::size_t next) const {
    const Block& block = blocks_.back();
    return starts_list_item(source_.view(block.lines.front())) && source_.lines[next].indent > 1;
  }

  /// In a text of one line a paragraph, a line goes on only where it visibly stops in mid-sentence;
  /// a credit below a short line belongs to it as well.
  bool continues_unwrapped(std::size_t last, std::size_t next) const {
    const std::string_view above = source_.view(last);
    const std::string_view below = source_.view(next);
    if (above.size() < 700 && is_credit(below)) return true;
    return above.size() > 40 && !ends_sentence(above) && starts_lower(below);
  }

  bool is_credit(std::string_view line) const {
    return line.size() < 120 && read_credit(line, lexicon_).has_value();
  }

  const SourceLines& source_;
  const Layout& layout_;
  const LineJoiner& joiner_;
  const SplitLexicon& lexicon_;
  std::vector<Block> blocks_;
  bool blank_ = false;
  bool broken_ = false;
  bool met_meta_ = false;
};

}  // namespace

LineJoiner::LineJoiner(const SourceLines& source, const SplitLexicon& lexicon)
    : source_(source), lexicon_(lexicon) {
  if (!any_line_is_broken(source)) return;
  bool broken_above = false;
  for (const Line& line : source.lines) {
    if (line.role == LineRole::blank) continue;
    std::string_view text = source.view(line);
    if (broken_above) text.remove_prefix(beginning_letters(text).size());
    broken_above = text.size() > 1 && text.back() == '-';
    if (broken_above)
      text.remove_suffix(ending_letters(text.substr(0, text.size() - 1)).size() + 1);
    add_words(text);
  }
}

void LineJoiner::add_words(std::string_view text) {
  while (!text.empty()) {
    const std::string_view word = beginning_letters(text);
    if (!word.empty()) words_.insert(ascii_lower(word));
    text.remove_prefix(std::max<std::size_t>(word.size(), 1));
    const bool hyphen = !word.empty() && text.size() > 1 && text.front() == '-';
    if (!hyphen) continue;
    const std::string_view tail = beginning_letters(text.substr(1));
    if (!tail.empty()) words_.insert(ascii_lower(word) + "-" + ascii_lower(tail));
  }
}

LineJoiner::Hyphen LineJoiner::judge_hyphen(std::string_view before, std::string_view after) const {
  if (before.size() < 2 || before.back() != '-') return Hyphen::none;
  const std::string head = ascii_lower(ending_letters(before.substr(0, before.size() - 1)));
  const std::string_view written_tail = beginning_letters(after);
  if (head.empty() || written_tail.empty()) return Hyphen::none;
  if (!starts_lower(written_tail)) return Hyphen::keep;
  const std::string tail = ascii_lower(written_tail);
  if (has_word(head + "-" + tail)) return Hyphen::keep;
  if (has_word(head + tail)) return Hyphen::drop;
  const std::string* as_head = lexicon_.hyphen_parts.find(head);
  const std::string* as_tail = lexicon_.hyphen_parts.find(tail);
  if (as_head != nullptr && *as_head == "head") return Hyphen::keep;
  if (as_tail != nullptr && *as_tail == "tail") return Hyphen::keep;
  return has_word(tail) && has_word(head) && tail.size() > 3 ? Hyphen::keep : Hyphen::drop;
}

void LineJoiner::add_line(MappedText& text, std::size_t line) const {
  const Line& added = source_.lines[line];
  add_text(text, source_.text.slice(added.begin, added.end).squeezed());
}

void LineJoiner::add_text(MappedText& text, const MappedText& more) const {
  if (text.empty()) {
    text = more;
    return;
  }
  const std::string_view before = text.text();
  if (ends_with(before, soft_hyphen)) {
    text.drop_last(soft_hyphen.size());
    return text.append(more, 0, more.size());
  }
  const bool drop_cap = before.size() == 1 && all_capitals(before) && starts_lower(more.text());
  const Hyphen hyphen = judge_hyphen(before, more.text());
  if (hyphen == Hyphen::drop) text.drop_last(1);
  if (hyphen == Hyphen::none && !drop_cap) text.append_blank(text, text.size());
  text.append(more, 0, more.size());
}

std::vector<Block> find_blocks(const SourceLines& source, const Layout& layout,
                               const LineJoiner& joiner, const SplitLexicon& lexicon) {
  return BlockFinder(source, layout, joiner, lexicon).find();
}

std::vector<Block> marked_blocks(const SourceLines& source, const std::vector<LineMark>& marks) {
  std::vector<Block> blocks;
  const bool fits = marks.size() == source.lines.size();
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const Line& line = source.lines[i];
    if (line.role != LineRole::text) continue;
    Block block;
    block.lines = {i};
    block.text = source.text.slice(line.begin, line.end).squeezed();
    block.mark = fits ? marks[i] : LineMark{};
    blocks.push_back(std::move(block));
  }
  return blocks;
}

bool runs_into(std::string_view text, std::string_view next, bool broken,
               const SplitLexicon& lexicon) {
  if (text.empty() || next.empty() || ends_sentence(text)) return false;
  const char last = text.back();
  if (last == ':' || last == ')' || last == ']' || count_words(text, 6) < 6) return false;
  if (starts_lower(next)) return true;
  const std::string_view word = last_word(text);
  if (last == ',' || lexicon.open_endings.has(word)) return true;
  return broken && count_words(text, 9) > 8;
}

}  // namespace onrecord
