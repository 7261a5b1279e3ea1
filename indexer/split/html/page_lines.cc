// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/page_lines.h"

#include <algorithm>

#include "indexer/split/byline.h"
#include "indexer/split/date_line.h"
#include "indexer/split/html/byline_lines.h"
#include "indexer/split/photo_credit.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

std::vector<WrittenDate> dates_in(const HtmlBlock& block, const HtmlLexicon& lexicon) {
  const std::string& text = block.text.text();
  if (std::none_of(text.begin(), text.end(), is_digit)) return {};
  return find_dates(text, lexicon.words, DayOrder::unknown);
}

bool is_number(std::string_view text) {
  constexpr std::size_t longest = 9;
  return text.size() <= longest && std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || c == ' ' || c == '/';
         });
}

/// "3 min", "5 Minuten Lesezeit", "4 minute read"
bool is_reading_time(std::string_view text) {
  constexpr std::size_t longest = 4;  // words
  const auto words = split_words(text);
  return words.size() >= 2 && words.size() <= longest && words.front().size() <= 2 &&
         std::all_of(words.front().begin(), words.front().end(), is_digit) &&
         starts_with_folded(words[1], "min") && !ends_sentence(text);
}

bool is_mostly_dates(const HtmlBlock& block, const HtmlLexicon& lexicon) {
  constexpr std::uint32_t longest = 20;
  if (block.words > longest || ends_sentence(block.text.text())) return false;
  std::size_t bytes = 0;
  for (const WrittenDate& date : dates_in(block, lexicon)) bytes += date.end - date.begin;
  return bytes * 2 >= block.text.size();
}

}  // namespace

bool is_signature(const HtmlBlock& block, const HtmlLexicon& lexicon) {
  constexpr std::uint32_t longest = 15;
  if (block.words > longest) return false;
  const auto byline = read_byline(block.text.text(), lexicon.words);
  return byline && (byline->announced || block.is_marked(marks::byline));
}

bool is_dated_signature(const HtmlBlock& block, const HtmlLexicon& lexicon) {
  return is_dated(block, lexicon) && read_dated_line(block.text.text(), lexicon.words).has_value();
}

bool is_announced_on_a_day(const HtmlBlock& block, const HtmlLexicon& lexicon) {
  if (!is_dated(block, lexicon)) return false;
  const auto byline = read_dated_line(block.text.text(), lexicon.words);
  return byline && byline->announced;
}

bool is_page_mark(const HtmlTree& tree, const HtmlBlock& block, const HtmlLexicon& lexicon) {
  const Tag tag = tree[block.container].tag;
  if (is_heading(tag) || tag == Tag::td || tag == Tag::th || tag == Tag::li) return false;
  const std::string& text = block.text.text();
  return is_number(text) || is_reading_time(text) ||
         read_date_line(text, lexicon.words, DayOrder::unknown) || is_mostly_dates(block, lexicon);
}

bool is_dated(const HtmlBlock& block, const HtmlLexicon& lexicon) {
  constexpr std::uint32_t longest = 18;
  return block.words <= longest && !dates_in(block, lexicon).empty();
}

bool heads_comments(std::string_view text, const HtmlLexicon& lexicon) {
  constexpr std::size_t longest = 6;  // bytes of the number
  if (text.empty()) return false;
  const std::size_t blank = text.find(' ');
  const std::size_t bracket = text.rfind(" (");
  if (is_digit(text.front()) && blank <= longest) {
    text.remove_prefix(blank + 1);
  } else if (text.ends_with(')') && bracket != std::string_view::npos &&
             is_digit(text[bracket + 2]) && text.size() - bracket <= longest + 3) {
    text = text.substr(0, bracket);
  } else {
    return false;
  }
  const auto phrase = lexicon.junk.find(text);
  return phrase && phrase->kind == "end";
}

bool is_credited(const HtmlBlock& block, const HtmlLexicon& lexicon) {
  constexpr std::uint32_t longest = 60;  // words
  if (block.words > longest || block.link_share() > 0.5) return false;
  if (ends_sentence(block.text.text())) return false;  // as prose does; to spare it the search
  const auto caption = read_caption(block.text.text(), 0, lexicon.words);
  return caption && !caption->credit.empty();
}

}  // namespace onrecord
