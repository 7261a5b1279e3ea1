// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/head_block.h"

#include <algorithm>

#include "common/text_fold.h"
#include "common/utf8.h"
#include "indexer/split/dateline.h"
#include "indexer/split/outlet_name.h"
#include "indexer/split/photo_credit.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_headline = 32;        // words
constexpr std::size_t fewest_words_of_story = 22;   // of two sentences that are no headline
constexpr std::size_t longest_headline_line = 260;  // bytes
constexpr std::size_t head_text_lines = 9;  // lines of text among which head lines may stand
constexpr std::size_t longest_key = 24;     // bytes of KEY in "KEY: value"

struct KeyLine {
  std::string field;
  std::string_view value;
};

std::optional<KeyLine> read_key_line(std::string_view line, const SplitLexicon& lexicon) {
  const std::size_t colon = line.substr(0, longest_key).find(':');
  if (colon == std::string_view::npos || colon == 0 || !starts_upper(line)) return std::nullopt;
  if (colon + 1 < line.size() && !is_blank(line[colon + 1])) return std::nullopt;
  const std::string* field = lexicon.header_keys.find(line.substr(0, colon));
  if (field == nullptr) return std::nullopt;
  return KeyLine{*field, trim(line.substr(colon + 1))};
}

/// "WORLD NEWS" and "World news" are one section.
std::string section_name(std::string_view kicker) {
  std::string name(kicker);
  if (!all_capitals(kicker)) return name;
  name = ascii_lower(kicker);
  name.front() = kicker.front();
  return name;
}

class HeadReader {
 public:
  HeadReader(SourceLines& source, const Layout& layout, const HeadHints& hints,
             const SplitLexicon& lexicon)
      : source_(source), layout_(layout), hints_(hints), lexicon_(lexicon) {}

  HeadBlock read() {
    read_key_lines();
    if (!has_headline()) find_headline();
    read_lines_below();
    return std::move(head_);
  }

 private:
  std::string_view view(std::size_t i) const { return source_.view(i); }
  LineRole role(std::size_t i) const { return source_.lines[i].role; }
  std::size_t size() const { return source_.lines.size(); }
  bool has_headline() const { return !head_.headline.empty() || !hints_.headline.empty(); }
  void take(std::size_t i) { source_.lines[i].role = LineRole::meta; }

  /// The first line of role `text` from `i` on.
  std::size_t next_text(std::size_t i) const {
    while (i < size() && role(i) != LineRole::text) ++i;
    return i;
  }

  // "KEY: value" lines.

  void read_key_lines() {
    std::size_t i = next_text(at_);
    if (!begins_key_lines(i)) return;
    std::string last_field;
    for (; i < size(); ++i) {
      if (role(i) == LineRole::blank && !last_field.empty() && !key_line_follows(i)) break;
      if (role(i) != LineRole::text) continue;
      const auto key = read_key_line(view(i), lexicon_);
      if (!key && last_field != "headline") break;
      if (key) last_field = key->field;
      if (last_field == "body") return take_body_key(i, key->value);
      take_key_line(i, last_field, key ? key->value : view(i));
    }
    at_ = i;
  }

  /// Two such lines one after the other, or one that holds a headline.
  bool begins_key_lines(std::size_t i) const {
    if (i == size()) return false;
    const auto first = read_key_line(view(i), lexicon_);
    const std::size_t next = next_text(i + 1);
    if (!first || next == size()) return false;
    return read_key_line(view(next), lexicon_).has_value() ||
           (first->field == "headline" && all_capitals(view(i).substr(0, view(i).find(':'))));
  }

  bool key_line_follows(std::size_t i) const {
    const std::size_t next = next_text(i);
    return next < size() && read_key_line(view(next), lexicon_).has_value();
  }

  /// "Body: The talks ..." - the text begins behind the colon.
  void take_body_key(std::size_t i, std::string_view value) {
    Line& line = source_.lines[i];
    line.begin = value.empty() ? line.end : line.end - value.size();
    if (value.empty()) line.role = LineRole::meta;
    at_ = i;
  }

  void take_key_line(std::size_t i, const std::string& field, std::string_view value) {
    take(i);
    if (value.empty()) return;
    if (field == "headline") {
      source_.lines[i].role = LineRole::headline;
      source_.lines[i].begin = source_.lines[i].end - value.size();
      head_.headline.push_back(i);
    } else if (field == "byline") {
      head_.bylines.push_back(read_byline_field(value, lexicon_));
    } else if (field == "published") {
      if (!head_.published) head_.published = read_date_field(value, lexicon_, hints_.day_order);
    } else if (field == "deck") {
      source_.lines[i].role = LineRole::text;
      source_.lines[i].begin = source_.lines[i].end - value.size();
      head_.deck_end = i + 1;
    } else if (std::string* text = text_field(field)) {
      if (text->empty()) *text = std::string(value);
    }
  }

  std::string* text_field(std::string_view field) {
    if (field == "source") return &head_.source;
    if (field == "url") return &head_.url;
    if (field == "section") return &head_.section;
    if (field == "agency") return &head_.agency;
    if (field == "dateline") return &head_.dateline;
    return nullptr;
  }

  // The headline.

  void find_headline() {
    for (std::size_t i = next_text(at_); i < size(); i = next_text(i + 1)) {
      if (take_head_line(i, true) || take_noise(i) || take_masthead(i)) continue;
      at_ = i;
      take_headline(i);
      return;
    }
    at_ = size();
  }

  /// Kickers and page noise above the headline.
  bool take_noise(std::size_t i) {
    const std::string* kicker = view(i).size() < 40 ? lexicon_.kickers.find(view(i)) : nullptr;
    const std::size_t next = next_text(i + 1);
    if (kicker != nullptr && next < size()) {
      if (*kicker == "section" && head_.section.empty()) head_.section = section_name(view(i));
      take(i);
      return true;
    }
    if (is_rule(view(i))) {
      take(i);
      return true;
    }
    const auto junk = lexicon_.junk.find(view(i));
    if (!junk || junk->kind == "related" || junk->kind == "note") return false;
    take(i);
    return true;
  }

  /// The paper's name on a line of its own, above something that can be a headline.
  bool take_masthead(std::size_t i) {
    if (!head_.source.empty() || view(i).size() > 60 || count_words(view(i)) < 2) return false;
    if (!is_outlet_name(view(i), lexicon_) || i + 1 == size()) return false;
    const std::size_t next = next_text(i + 1);
    if (role(i + 1) == LineRole::text || next == size()) return false;
    if (view(next).size() > longest_headline_line || view(next).back() == '.') return false;
    head_.source = std::string(view(i));
    take(i);
    return true;
  }

  void take_headline(std::size_t first) {
    std::vector<std::size_t> lines = {first};
    std::size_t words = count_words(view(first));
    while (headline_goes_on(lines.back(), lines)) {
      const std::size_t next = next_text(lines.back() + 1);
      words += count_words(view(next));
      lines.push_back(next);
    }
    if (words > longest_headline || view(first).size() > longest_headline_line) return;
    if (begins_story(lines)) return;
    for (const std::size_t i : lines) source_.lines[i].role = LineRole::headline;
    head_.headline = std::move(lines);
    at_ = head_.headline.back() + 1;
  }

  /// The first paragraph of a text without a headline: a dateline in front, or several lines that
  /// end as a sentence, or two sentences.
  bool begins_story(const std::vector<std::size_t>& lines) const {
    const std::string_view first = view(lines.front());
    const auto dateline = read_dateline(first, lexicon_);
    if (dateline && (!dateline->dateline.agency.empty() || dateline->date)) return true;
    if (!ends_sentence(view(lines.back()))) return runs_on_below(lines);
    return lines.size() > 2 || has_two_sentences(first);
  }

  /// The lines were cut off at the greatest length of a headline in the middle of a paragraph.
  bool runs_on_below(const std::vector<std::size_t>& lines) const {
    const std::size_t next = lines.back() + 1;
    return lines.size() > 3 && next < size() && role(next) == LineRole::text &&
           starts_lower(view(next));
  }

  static bool has_two_sentences(std::string_view line) {
    if (count_words(line) < fewest_words_of_story) return false;
    for (std::size_t at = line.find(". "); at != std::string_view::npos;
         at = line.find(". ", at + 2)) {
      const bool long_before = last_word(line.substr(0, at)).size() > 3;
      if (long_before && starts_upper(line.substr(at + 1)) && count_words(line.substr(0, at)) > 4) {
        return ends_sentence(line);
      }
    }
    return false;
  }

  /// Does the line below `last` belong to the headline? Where a sentence must go on, always; else
  /// where the line above had no room for another word.
  bool headline_goes_on(std::size_t last, const std::vector<std::size_t>& lines) const {
    std::size_t next = last + 1;
    const std::string_view above = view(last);
    const bool open = ends_open(above);
    while (open && next < size() && role(next) == LineRole::blank && next < last + 3) ++next;
    if (next >= size() || role(next) != LineRole::text || lines.size() > 5) return false;
    const std::string_view below = view(next);
    if (below.size() > longest_headline_line || is_head_line(next)) return false;
    const bool stops = below.back() == '.';
    if (open && (next == last + 1 || !stops)) return count_words(below) <= longest_headline / 2;
    if (next != last + 1) return false;
    if (ends_sentence(above)) return false;
    if (source_.lines[next].indent > source_.lines[last].indent) return false;
    if (starts_lower(below)) return below.size() < 120 && !stops;
    return layout_.wrapped && fills_its_column(lines) && !is_wide(next);
  }

  /// "Fishing fleets return to Port Almer as", "Anti-", "Talks stall,"
  bool ends_open(std::string_view line) const {
    if (line.empty() || ends_sentence(line)) return false;
    return line.back() == '-' || line.back() == ',' || line.back() == ':' ||
           lexicon_.open_endings.has(last_word(line));
  }

  /// The first word of the next line has no room in the widest line of the headline.
  bool fills_its_column(const std::vector<std::size_t>& lines) const {
    const std::size_t next = lines.back() + 1;
    std::size_t width = count_code_points(view(next));
    for (const std::size_t i : lines) width = std::max(width, count_code_points(view(i)));
    const std::size_t word = count_code_points(first_word(view(next)));
    return count_code_points(view(lines.back())) + 1 + word > width;
  }

  bool is_wide(std::size_t i) const {
    const std::size_t below = i + 1;
    return count_code_points(view(i)) * 10 > layout_.width * 8 && below < size() &&
           role(below) == LineRole::text && !is_head_line(below);
  }

  // Lines of byline and date.

  bool is_head_line(std::size_t i) const {
    if (read_date_line(view(i), lexicon_, hints_.day_order) || read_byline_with_date(i))
      return true;
    const auto byline = read_byline(view(i), lexicon_);
    return byline && (byline->announced || view(i).size() < 80);
  }

  void read_lines_below() {
    std::size_t texts = 0;
    std::size_t last_meta = 0;
    const std::size_t limit = hints_.body_only ? 1 : layout_.wrapped ? head_text_lines : 3;
    for (std::size_t i = next_text(at_); i < size() && texts < limit; i = next_text(i + 1)) {
      if (take_head_line(i, texts == 0) || take_repeated_headline(i, texts)) {
        if (role(i) == LineRole::meta) last_meta = i;
        continue;
      }
      if (!is_aside(i)) ++texts;
    }
    if (last_meta > 0 && texts > 0) set_deck(last_meta);
  }

  /// Captions and page noise do not count as text of the story.
  bool is_aside(std::size_t i) const {
    const std::string_view line = view(i);
    if (line.size() > 200) return false;
    return lexicon_.junk.find(line).has_value() || read_credit(line, lexicon_).has_value();
  }

  /// A line inside a paragraph is none of the head: "... talks joined" / "by Minister Ana Ruiz".
  bool stands_in_text(std::size_t i) const {
    if (i == 0 || role(i - 1) != LineRole::text) return false;
    return starts_lower(view(i)) || (layout_.wrapped && !ends_sentence(view(i - 1)));
  }

  /// A byline or date line; `contiguous` when nothing else stands between it and the headline.
  bool take_head_line(std::size_t i, bool contiguous) {
    if (stands_in_text(i)) return false;
    if (take_date(i, contiguous)) return true;
    if (take_byline_with_date(i)) return true;
    const auto byline = read_byline(view(i), lexicon_);
    const bool head = !head_.headline.empty() || !hints_.headline.empty();
    if (!contiguous && (next_text(i + 1) == size() || (byline && byline->closing))) return false;
    if (byline && (byline->announced || (contiguous && head && view(i).size() < 120))) {
      head_.bylines.push_back(*byline);
      take(i);
      return true;
    }
    if (!contiguous || !head || !stands_at_date(i)) return false;
    if (i + 1 < size() && role(i + 1) == LineRole::text && !is_head_line(i + 1)) return false;
    Byline byline_of_names;
    byline_of_names.people = read_bare_names(view(i), lexicon_);
    if (byline_of_names.people.empty()) return false;
    head_.bylines.push_back(std::move(byline_of_names));
    take(i);
    return true;
  }

  bool take_date(std::size_t i, bool contiguous) {
    const auto line = read_date_line(view(i), lexicon_, hints_.day_order);
    if (!line || !(contiguous || line->labelled || !head_.published)) return false;
    const bool yearless = line->published && line->published->published.date.year == 0;
    if (yearless && !line->labelled && !touches_head(i)) return false;
    if (line->published && !head_.published) head_.published = line->published->published;
    take(i);
    met_date_ = met_date_ || !yearless;
    return true;
  }

  /// Directly below a line of the head. "Saturday 26 February" by itself is part of the text.
  bool touches_head(std::size_t i) const {
    return i > 0 && (role(i - 1) == LineRole::headline || role(i - 1) == LineRole::meta);
  }

  struct BylineWithDate {
    Byline byline;
    std::optional<WrittenDate> published;
  };

  /// "By Ana Ruiz | 11 March 2024", "The Almer Courier, Published: March 11, 2024".
  std::optional<BylineWithDate> read_byline_with_date(std::size_t i) const {
    const std::string_view line = view(i);
    if (line.size() > 200) return std::nullopt;
    const auto dates = find_dates(line, lexicon_, hints_.day_order);
    if (dates.empty() || dates.front().begin == 0) return std::nullopt;
    const std::size_t cut = begin_of_date_words(line, dates.front().begin);
    std::string_view front = trim(line.substr(0, cut));
    while (!front.empty() && (front.back() == ',' || front.back() == '|' || front.back() == '-')) {
      front = trim(front.substr(0, front.size() - 1));
    }
    const auto date = read_date_line(line.substr(cut), lexicon_, hints_.day_order);
    const auto byline = read_byline(front, lexicon_);
    const bool outlet = byline && byline->people.empty() && dates.front().published.date.year != 0;
    if (!date || !byline || !(byline->announced || outlet)) return std::nullopt;
    return BylineWithDate{*byline, date->published};
  }

  /// Words like "Published:" and "Monday," in front belong to the date.
  std::size_t begin_of_date_words(std::string_view line, std::size_t date) const {
    while (true) {
      const std::string_view word = last_word(line.substr(0, date));
      if (word.empty() || !lexicon_.date_words.has(word)) return date;
      date = static_cast<std::size_t>(word.data() - line.data());
    }
  }

  bool take_byline_with_date(std::size_t i) {
    const auto both = read_byline_with_date(i);
    if (!both) return false;
    head_.bylines.push_back(both->byline);
    if (both->published && !head_.published) head_.published = both->published->published;
    take(i);
    return true;
  }

  /// A bare name counts next to a date: "Ana Ruiz" / "March 11, 2024".
  bool stands_at_date(std::size_t i) const {
    if (met_date_) return true;
    const std::size_t next = next_text(i + 1);
    if (next == size() || next > i + 2) return false;
    const auto line = read_date_line(view(next), lexicon_, hints_.day_order);
    return line && line->published && line->published->published.date.year != 0;
  }

  /// The headline again: above and below a picture, or given by the format, too.
  bool take_repeated_headline(std::size_t i, std::size_t texts) {
    if (texts > 2 || view(i).size() > longest_headline_line) return false;
    std::string own;
    for (const std::size_t line : head_.headline) {
      own += view(line);
      own += ' ';
    }
    const std::string key = name_key(view(i));
    const bool repeated =
        !key.empty() && (key == name_key(own) || key == name_key(hints_.headline));
    if (repeated) source_.lines[i].role = LineRole::headline;
    return repeated;
  }

  /// Text between headline and byline is a standfirst, if it is short.
  void set_deck(std::size_t last_meta) {
    std::size_t bytes = 0;
    for (std::size_t i = at_; i < last_meta; ++i) {
      if (role(i) == LineRole::text) bytes += view(i).size();
    }
    if (bytes <= 600) head_.deck_end = std::max(head_.deck_end, last_meta);
  }

  SourceLines& source_;
  const Layout& layout_;
  const HeadHints& hints_;
  const SplitLexicon& lexicon_;
  HeadBlock head_;
  std::size_t at_ = 0;
  bool met_date_ = false;
};

}  // namespace

HeadBlock read_head(SourceLines& source, const Layout& layout, const HeadHints& hints,
                    const SplitLexicon& lexicon) {
  return HeadReader(source, layout, hints, lexicon).read();
}

}  // namespace onrecord
