// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/quote_marks.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include <unicode/uchar.h>

#include "common/utf8.h"

namespace onrecord {
namespace {

/// Marks of one level close each other, whatever their shapes.
enum class Level : std::uint8_t { double_mark, single_mark, guillemet, replacement };
enum class Shape : std::uint8_t { neutral, opening, closing };

struct Mark {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Level level = Level::double_mark;
  Shape shape = Shape::neutral;
  std::uint32_t run = 0;      ///< Marks without anything between them share a run.
  bool may_open = false;      ///< By the neighbours of its run.
  bool may_close = false;     ///< The same.
  bool after_letter = false;  ///< The character before it is a letter or digit.
  bool after_s = false;       ///< "the workers' hall": perhaps no mark at all.
};

bool is_word_character(char32_t c) {
  return u_isalnum(static_cast<UChar32>(c)) != 0;
}

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\u00A0' || c == U'\u202F' || u_isUWhiteSpace(static_cast<UChar32>(c));
}

/// Before an opening mark stands a blank, a bracket, a dash or a slash.
bool may_stand_before_opening(char32_t c) {
  return is_blank(c) || c == U'(' || c == U'[' || c == U'{' || c == U'-' || c == U'/' ||
         c == U'\u2013' || c == U'\u2014' || c == U'\u2015' || c == U':' || c == U'\u2026' ||
         c == U'>' || c == U'\u00BF';
}

/// Behind a closing mark stands a blank or punctuation.
bool may_stand_after_closing(char32_t c) {
  return is_blank(c) ||
         (u_ispunct(static_cast<UChar32>(c)) != 0 && c != U'$' && c != U'#' && c != U'@' &&
          c != U'[' && c != U'(') ||
         c == U'<';
}

struct MarkShape {
  Level level = Level::double_mark;
  Shape shape = Shape::neutral;
  std::uint32_t bytes = 0;  ///< 0: no mark here.
};

MarkShape shape_at(std::string_view text, std::size_t at) {
  const CodePoint point = code_point_at(text, at);
  const auto mark = [&](Level level, Shape shape) { return MarkShape{level, shape, point.bytes}; };
  switch (point.value) {
    case U'"':
    case U'\u201F':
    case U'\uFF02':
      return mark(Level::double_mark, Shape::neutral);
    case U'\u201C':
    case U'\u201E':
      return mark(Level::double_mark, Shape::opening);
    case U'\u201D':
      return mark(Level::double_mark, Shape::closing);
    case U'\'':
    case U'\u201B':
      return mark(Level::single_mark, Shape::neutral);
    case U'`':
    case U'\u2018':
    case U'\u201A':
    case U'\u2039':
      return mark(Level::single_mark, Shape::opening);
    case U'\u2019':
    case U'\u00B4':
    case U'\u203A':
      return mark(Level::single_mark, Shape::closing);
    case U'\u00AB':
    case U'\u00BB':
      return mark(Level::guillemet, Shape::neutral);
    case U'\uFFFD':
      return mark(Level::replacement, Shape::neutral);
    default:
      return {};
  }
}

/// Could a mark begin with this byte? Keeps the scan over plain text fast.
bool is_first_byte_of_mark(char c) {
  return c == '"' || c == '\'' || c == '`' || c == '\xE2' || c == '\xC2' || c == '\xEF';
}

/// Collects the marks of one paragraph with what their neighbours say.
class MarkScanner {
 public:
  MarkScanner(std::string_view text, const QuoteLexicon& lexicon)
      : text_(text), lexicon_(lexicon) {}

  std::vector<Mark> run() {
    for (std::size_t at = 0; at < text_.size();) {
      if (!is_first_byte_of_mark(text_[at]) || shape_at(text_, at).bytes == 0) {
        ++at;
        continue;
      }
      at = scan_run(at);
    }
    drop_curly_inside_straight();
    return std::move(marks_);
  }

 private:
  bool is_straight(const Mark& mark) const {
    return mark.level == Level::double_mark && mark.shape == Shape::neutral;
  }

  /// A whole paragraph in straight marks whose own quotations are curly, as pasted texts have it:
  /// "It comes across as “too loud” or “too shrill.”" - one quotation.
  void drop_curly_inside_straight() {
    if (marks_.size() < 4 || marks_.front().begin != 0 || !is_straight(marks_.front()) ||
        !is_straight(marks_.back())) {
      return;
    }
    int depth = 0;
    for (std::size_t i = 1; i + 1 < marks_.size(); ++i) {
      if (marks_[i].level != Level::double_mark) continue;
      if (is_straight(marks_[i])) return;
      depth += marks_[i].shape == Shape::opening ? 1 : -1;
      if (depth < 0 || depth > 1) return;
    }
    if (depth != 0) return;
    std::erase_if(marks_, [&](const Mark& mark) {
      return mark.level == Level::double_mark && !is_straight(mark);
    });
  }

  /// Takes all marks that touch each other; returns the byte behind them.
  std::size_t scan_run(std::size_t begin) {
    const std::size_t first = marks_.size();
    std::size_t at = begin;
    while (at < text_.size()) {
      const MarkShape shape = shape_at(text_, at);
      if (shape.bytes == 0) break;
      add(at, shape);
      at += shape.bytes;
    }
    const char32_t before = begin == 0 ? U' ' : code_point_before(text_, begin).value;
    const char32_t after = at == text_.size() ? U' ' : code_point_at(text_, at).value;
    join_singles(first, is_word_character(after));
    judge(first, before, after);
    return at;
  }

  void add(std::size_t at, const MarkShape& shape) {
    Mark mark;
    mark.begin = static_cast<std::uint32_t>(at);
    mark.end = mark.begin + shape.bytes;
    mark.level = shape.level;
    mark.shape = shape.shape;
    marks_.push_back(mark);
  }

  /// Two single marks are one double: ''so'', ``so''. Of three the odd one is the inner one:
  /// '''Sell,' he told me'' and ''he said 'sell.'''
  void join_singles(std::size_t first, bool opening) {
    for (std::size_t i = first; i + 1 < marks_.size(); ++i) {
      if (!is_same_single(i, i + 1)) continue;
      const bool three = i + 2 < marks_.size() && is_same_single(i + 1, i + 2);
      if (three && !opening) continue;  // the last two are the double
      marks_[i].end = marks_[i + 1].end;
      marks_[i].level = Level::double_mark;
      marks_.erase(marks_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }

  bool is_same_single(std::size_t a, std::size_t b) const {
    return marks_[a].level == Level::single_mark && marks_[b].level == Level::single_mark &&
           text_[marks_[a].begin] == text_[marks_[b].begin] && marks_[a].shape == marks_[b].shape;
  }

  void judge(std::size_t first, char32_t before, char32_t after) {
    if (is_no_mark(first, before, after)) {
      marks_.resize(first);
      return;
    }
    for (std::size_t i = first; i < marks_.size(); ++i) {
      Mark& mark = marks_[i];
      mark.run = static_cast<std::uint32_t>(first);
      mark.may_open = may_stand_before_opening(before) && !is_blank(after) && opens_before(after);
      mark.may_close = !is_blank(before) && may_stand_after_closing(after);
      if (mark.level == Level::guillemet && is_blank(before) && is_blank(after)) {
        // French sets blanks inside: « Non », dit-elle.
        const bool left = text_.substr(mark.begin).starts_with("\u00AB");
        mark.may_open = left;
        mark.may_close = !left;
      }
      mark.after_letter = is_word_character(before);
      mark.after_s = before == U's' || before == U'S';
    }
  }

  static bool opens_before(char32_t after) {
    return after != U',' && after != U';' && after != U':' && after != U')' && after != U'?' &&
           after != U'!';
  }

  /// Apostrophes, inches and attributes: don't, 'cause, '90s, 5'11", id="x".
  bool is_no_mark(std::size_t first, char32_t before, char32_t after) {
    const bool alone = marks_.size() == first + 1;
    const Mark& mark = marks_[first];
    if (!alone) return false;
    if (mark.level == Level::single_mark || mark.level == Level::replacement) {
      if (is_word_character(before) && is_word_character(after)) return true;
      return mark.shape != Shape::opening && mark.level == Level::single_mark &&
             is_elision(mark.end);
    }
    if (before == U'=') {
      in_attribute_ = true;
      return true;
    }
    if (in_attribute_) {
      in_attribute_ = false;
      return true;
    }
    return is_inches(mark.begin, before, after);
  }

  /// 'cause, '90s
  bool is_elision(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && u_isalnum(static_cast<UChar32>(code_point_at(text_, end).value))) {
      end += code_point_at(text_, end).bytes;
    }
    const std::string_view word = text_.substr(at, end - at);
    if (word.size() >= 2 && u_isdigit(word[0]) != 0 && u_isdigit(word[1]) != 0) {
      return word.size() == 2 || word.ends_with('s');
    }
    return lexicon_.find(word).has(WordClass::elided);
  }

  /// 5'11"
  bool is_inches(std::size_t at, char32_t before, char32_t after) const {
    if (u_isdigit(static_cast<UChar32>(before)) == 0 || is_word_character(after)) return false;
    std::size_t digits = at;
    while (digits > 0 && text_[digits - 1] >= '0' && text_[digits - 1] <= '9') --digits;
    return digits > 0 && (text_[digits - 1] == '\'' || text_.substr(0, digits).ends_with("\u2019"));
  }

  std::string_view text_;
  const QuoteLexicon& lexicon_;
  std::vector<Mark> marks_;
  bool in_attribute_ = false;
};

bool opens(const Mark& mark) {
  if (mark.may_open && !mark.may_close) return true;
  if (mark.shape == Shape::opening) return !mark.may_close;
  return mark.may_open && mark.shape == Shape::neutral;
}

bool closes(const Mark& mark) {
  return mark.may_close && !mark.may_open;
}

/// Pairs the marks of one paragraph.
class Pairing {
 public:
  Pairing(std::uint32_t paragraph, std::string_view text, const std::vector<Mark>& marks,
          const QuoteLexicon& lexicon, bool continues, bool next_reopens)
      : lexicon_(lexicon),
        paragraph_(paragraph),
        text_(text),
        marks_(marks),
        continues_(continues),
        next_reopens_(next_reopens) {}

  /// Appends what it finds; returns true when a quotation runs on into the next paragraph.
  bool run(std::vector<MarkedText>& out) {
    out_ = &out;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (open_) {
        i = continue_open(i);
      } else if (opens(marks_[i]) || opens_by_state(i)) {
        try_open(i);
      }
    }
    return finish();
  }

 private:
  /// A mark between two blanks or two letters says nothing by its neighbours; outside it opens.
  bool opens_by_state(std::size_t i) const {
    const Mark& mark = marks_[i];
    return mark.level == Level::double_mark && !mark.may_open && !mark.may_close &&
           mark.shape != Shape::closing && mark.end < text_.size();
  }

  /// Of marks that touch each other, '"'so, a double one opens.
  std::size_t strongest_of_run(std::size_t i) const {
    for (std::size_t k = i; k < marks_.size() && marks_[k].run == marks_[i].run; ++k) {
      if (marks_[k].level == Level::double_mark) return k;
    }
    return i;
  }

  void try_open(std::size_t first) {
    const std::size_t i = strongest_of_run(first);
    if (marks_[i].level == Level::single_mark || marks_[i].level == Level::replacement) {
      const std::optional<std::size_t> close = find_close_of_single(i);
      if (!close) return;
      single_close_ = *close;
    }
    open_ = i;
    fallback_.reset();
  }

  /// The closing mark of a single one: the first behind punctuation, else the first that is no
  /// plural possessive, else the first; all before the next mark that opens.
  std::optional<std::size_t> find_close_of_single(std::size_t from) const {
    std::optional<std::size_t> best;
    for (std::size_t i = from + 1; i < marks_.size(); ++i) {
      const Mark& mark = marks_[i];
      if (mark.level != marks_[from].level || mark.run == marks_[from].run) continue;
      if (!mark.may_close) {
        if (mark.may_open) break;
        continue;
      }
      if (!mark.after_letter) {
        return !best || marks_[*best].after_s ? i : best;
      }
      if (!best || (marks_[*best].after_s && !mark.after_s)) best = i;
    }
    return best;
  }

  /// One mark inside an open quotation; returns the index to go on from.
  std::size_t continue_open(std::size_t i) {
    const Mark& mark = marks_[i];
    const Mark& opening = marks_[*open_];
    if (mark.run == opening.run) return i;
    if (opening.level == Level::single_mark || opening.level == Level::replacement) {
      if (i == single_close_) close_at(mark.begin, mark.end, true);
      return i;
    }
    if (mark.level != opening.level) {
      if (mark.may_close && (!fallback_ || marks_[*fallback_].after_s)) fallback_ = i;
      return i;
    }
    if (closes(mark) || (!mark.may_open && mark.shape != Shape::opening) || mark.may_close) {
      close_at(mark.begin, mark.end, true);
      return last_of_run(i);
    }
    if (is_nested(i)) return i + 1;  // its own closing mark is not ours
    end_unclosed(mark.begin);
    try_open(i);
    return i;
  }

  /// Marks behind a closing one in the same run close nothing more: so.""
  std::size_t last_of_run(std::size_t i) const {
    while (i + 1 < marks_.size() && marks_[i + 1].run == marks_[i].run && !marks_[i].may_open) ++i;
    return i;
  }

  /// The same mark inside as outside: an opening one that two closing ones follow.
  bool is_nested(std::size_t i) const {
    std::size_t closing = 0;
    for (std::size_t k = i + 1; k < marks_.size() && closing < 2; ++k) {
      if (marks_[k].level != marks_[i].level) continue;
      if (!closes(marks_[k])) return false;
      ++closing;
    }
    return closing == 2;
  }

  /// The closing mark is missing: a single mark may stand for it ("so we did'), else the
  /// quotation is taken to run as far as it can.
  void end_unclosed(std::uint32_t limit) {
    if (fallback_) {
      close_at(marks_[*fallback_].begin, marks_[*fallback_].end, true);
    } else {
      const std::uint32_t end = cut_before_cue(limit);
      close_at(end, end, false);
    }
  }

  /// In "We waited, she said at noon. the words end behind the comma before "she said".
  std::uint32_t cut_before_cue(std::uint32_t limit) const {
    const std::string_view inside = text_.substr(0, limit);
    for (std::size_t comma = inside.find(", ", marks_[*open_].end); comma != std::string_view::npos;
         comma = inside.find(", ", comma + 2)) {
      const std::string_view first = word_at(inside, comma + 2);
      const std::string_view second = word_at(inside, comma + 3 + first.size());
      const WordInfo& subject = lexicon_.find(first);
      const bool named = !first.empty() && (subject.subject_form || is_upper(first));
      const WordInfo& verb = lexicon_.find(second);
      if (named && verb.has(WordClass::cue_finite) && verb.has(WordClass::cue_past) &&
          !verb.has(WordClass::cue_weak)) {
        return static_cast<std::uint32_t>(comma) + 1;
      }
    }
    return limit;
  }

  static std::string_view word_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    return text.substr(at, text.find_first_of(" ,.", at) - at);
  }

  static bool is_upper(std::string_view word) {
    return u_isupper(static_cast<UChar32>(code_point_at(word, 0).value)) != 0;
  }

  void close_at(std::uint32_t inner_end, std::uint32_t outer_end, bool closed) {
    const Mark& opening = marks_[*open_];
    MarkedText found;
    found.paragraph = paragraph_;
    found.inner = trimmed(opening.end, inner_end);
    found.outer = {opening.begin, closed ? outer_end : found.inner.end};
    found.closed = closed;
    found.continues = continues_ && out_first_;
    found.minor = opening.level == Level::single_mark;
    out_first_ = false;
    open_.reset();
    if (found.inner.begin < found.inner.end) out_->push_back(found);
  }

  TextSpan trimmed(std::uint32_t begin, std::uint32_t end) const {
    while (begin < end && text_[begin] == ' ') ++begin;
    while (end > begin && text_[end - 1] == ' ') --end;
    return {begin, end};
  }

  bool finish() {
    if (!open_) return false;
    const bool is_double = marks_[*open_].level != Level::single_mark;
    const auto end = static_cast<std::uint32_t>(text_.size());
    const bool runs_on = is_double && next_reopens_ && !fallback_ && cut_before_cue(end) == end;
    if (runs_on) {
      close_at(static_cast<std::uint32_t>(text_.size()), 0, false);
    } else {
      end_unclosed(static_cast<std::uint32_t>(text_.size()));
    }
    return runs_on;
  }

  const QuoteLexicon& lexicon_;
  std::uint32_t paragraph_;
  std::string_view text_;
  const std::vector<Mark>& marks_;
  bool continues_;
  bool next_reopens_;
  std::vector<MarkedText>* out_ = nullptr;
  bool out_first_ = true;
  std::optional<std::size_t> open_;
  std::optional<std::size_t> fallback_;
  std::size_t single_close_ = 0;
};

bool begins_with_opening(const std::vector<Mark>& marks) {
  return !marks.empty() && marks.front().begin == 0 && marks.front().may_open;
}

bool is_running_text(ParagraphKind kind) {
  return kind == ParagraphKind::body || kind == ParagraphKind::list_item ||
         kind == ParagraphKind::block_quote;
}

bool can_run_on(ParagraphKind from, ParagraphKind to) {
  return is_running_text(from) && is_running_text(to);
}

/// An article quotes with single marks when those prevail among stretches of several words.
bool quotes_with_single_marks(const std::vector<Paragraph>& paragraphs,
                              const std::vector<MarkedText>& found) {
  std::size_t single = 0;
  std::size_t double_ones = 0;
  for (const MarkedText& marked : found) {
    const std::string_view text =
        std::string_view(paragraphs[marked.paragraph].text)
            .substr(marked.inner.begin, marked.inner.end - marked.inner.begin);
    if (std::count(text.begin(), text.end(), ' ') < 2 ||
        paragraphs[marked.paragraph].kind == ParagraphKind::headline) {
      continue;
    }
    ++(marked.minor ? single : double_ones);
  }
  return single > double_ones;
}

}  // namespace

std::vector<MarkedText> find_marked_text(const std::vector<Paragraph>& paragraphs,
                                         const QuoteLexicon& lexicon) {
  std::vector<std::vector<Mark>> marks;
  marks.reserve(paragraphs.size());
  for (const Paragraph& paragraph : paragraphs) {
    marks.push_back(MarkScanner(paragraph.text, lexicon).run());
  }
  std::vector<MarkedText> found;
  bool continues = false;
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    const bool next_reopens = p + 1 < paragraphs.size() && begins_with_opening(marks[p + 1]) &&
                              can_run_on(paragraphs[p].kind, paragraphs[p + 1].kind);
    Pairing pairing(static_cast<std::uint32_t>(p), paragraphs[p].text, marks[p], lexicon, continues,
                    next_reopens);
    continues = pairing.run(found);
  }
  if (quotes_with_single_marks(paragraphs, found)) {
    for (MarkedText& marked : found) marked.minor = false;
  }
  return found;
}

}  // namespace onrecord
