// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/byline_lines.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/split/desk.h"
#include "indexer/split/text_shape.h"
#include "indexer/split/written_date.h"

namespace onrecord {
namespace {

/// "ByAna Ruiz", "Written byAna Ruiz", "VonAna Ruiz": the words and the name stand in two elements
/// without a blank.
std::string with_blank_behind_by(std::string_view text, const SplitLexicon& words) {
  constexpr std::size_t longest = 24;  // bytes of the words
  for (std::size_t i = 1; i < std::min(longest, text.size()); ++i) {
    const bool glued = text[i - 1] >= 'a' && text[i - 1] <= 'z' && text[i] >= 'A' && text[i] <= 'Z';
    if (!glued) continue;
    std::string parted(text.substr(0, i));
    parted.append(" ").append(text.substr(i));
    const auto phrase = words.bylines.find(parted);
    if (phrase && phrase->kind == "strong" && phrase->end > i) return parted;
  }
  return std::string(text);
}

/// "Ana Ruiz og Tom Okafor", "Ana Ruiz y Tom Okafor": with the "and" that the grammar knows. Short
/// ones also stand inside of names ("Ortega y Gasset"), so full names must stand on both sides.
std::string with_english_and(std::string_view text) {
  constexpr std::array<std::string_view, 8> words = {"og",   "och", "et", "ve",
                                                     "oraz", "ja",  "y",  "e"};
  const auto parts = split_words(text);
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool listed = std::find(words.begin(), words.end(), parts[i]) != words.end();
    const bool between = i >= 2 && i + 2 < parts.size() && !parts[i - 1].ends_with(',');
    if (!out.empty()) out += ' ';
    out += listed && between ? std::string_view("and") : parts[i];
  }
  return out;
}

/// "Text by Ana Ruiz   Illustration by Tom Okafor" up to the second credit.
std::string_view before_other_credit(std::string_view text, const SplitLexicon& words) {
  constexpr std::size_t longest_name = 2;  // words that stand in front at least
  const auto parts = split_words(text);
  for (std::size_t i = longest_name; i < parts.size(); ++i) {
    const auto at = static_cast<std::size_t>(parts[i].data() - text.data());
    if (words.other_credits.find(text.substr(at))) return trim(text.substr(0, at));
  }
  return text;
}

/// The parts of a line of particulars: "Ana Ruiz | 11 March 2024 \u2022 3 min".
std::vector<std::string_view> particulars(std::string_view line) {
  constexpr std::array<std::string_view, 4> marks_between = {"|", "\u2022", "\u00B7", " - "};
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    for (const std::string_view mark : marks_between) {
      if (!line.substr(at).starts_with(mark)) continue;
      parts.push_back(trim(line.substr(begin, at - begin)));
      begin = at + mark.size();
    }
  }
  parts.push_back(trim(line.substr(begin)));
  return parts;
}

/// "Author: Ana Ruiz Source: The Almer Courier" up to the second label.
std::string_view before_label(std::string_view part) {
  const auto parts = split_words(part);
  for (std::size_t i = 2; i < parts.size(); ++i) {
    if (!parts[i].ends_with(':')) continue;
    return trim(part.substr(0, static_cast<std::size_t>(parts[i].data() - part.data())));
  }
  return part;
}

/// "Par Ana Ruiz le", "by Ana Ruiz on", "Ana Ruiz Updated:": the words in front of the date are
/// none of the name.
std::string_view without_date_word(std::string_view part, const SplitLexicon& words) {
  constexpr std::size_t longest = 3;
  while (!part.empty() && (part.front() == ',' || is_blank(part.front()))) part.remove_prefix(1);
  while (true) {
    bool colon = false;
    while (!part.empty() && (part.back() == ',' || part.back() == ':' || is_blank(part.back()))) {
      colon = colon || part.back() == ':';
      part.remove_suffix(1);
    }
    const std::string_view word = last_word(part);
    const bool small = word.size() <= longest && starts_lower(word);
    // Not so in "Almer Today on 11 March", where it is a part of the name.
    const bool label = words.date_words.has(word) && (colon || starts_lower(word));
    if (word.size() == part.size() || (!small && !label)) return part;
    part.remove_suffix(word.size());
  }
}

/// "By Ana Ruiz (press officer of the harbour)" without what stands in brackets.
std::string_view without_remark(std::string_view part) {
  const std::size_t remark = part.find(" (");
  return part.ends_with(')') && remark != std::string_view::npos ? part.substr(0, remark) : part;
}

std::optional<Byline> announced_in(std::string_view part, const SplitLexicon& words) {
  std::string_view before;
  for (const std::string_view word : split_words(part)) {
    const auto at = static_cast<std::size_t>(word.data() - part.data());
    // "Photo by Ana Ruiz": whose picture, not whose text.
    const std::size_t from = before.empty() ? at : std::size_t(before.data() - part.data());
    if (words.other_credits.find(part.substr(from))) return std::nullopt;
    before = word;
    const std::string_view line = before_label(part.substr(at));
    auto byline = read_byline(plain_byline(line, words), words);
    if (!byline) byline = read_byline(plain_byline(without_remark(line), words), words);
    if (byline && byline->announced && (!byline->people.empty() || !byline->desk.empty())) {
      return byline;
    }
  }
  return std::nullopt;
}

/// "Last Updated" in front of a date.
bool says_of_date(std::string_view part, const SplitLexicon& words) {
  const auto parts = split_words(part);
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view word) { return words.date_words.has(word); });
}

/// "Von: tor/dpa", "Par le Courrier et l'AFP": a short line whose words are no person's name.
std::optional<Byline> announced_desk(std::string_view line, const SplitLexicon& words) {
  constexpr std::size_t longest = 6;  // words
  const auto phrase = words.bylines.find(line);
  if (!phrase || phrase->kind != "strong" || count_words(line, longest + 1) > longest) {
    return std::nullopt;
  }
  Byline byline;
  byline.desk = read_desk(line.substr(phrase->end), words);
  byline.announced = true;
  return byline.desk.empty() ? std::nullopt : std::optional(std::move(byline));
}

/// A name alone, or one that is announced somewhere in the line. The announced one comes first:
/// "von Ana Ruiz" looks like a name as "von Amsberg" does.
std::optional<Byline> byline_in(std::string_view part, const SplitLexicon& words) {
  part = without_date_word(part, words);
  if (auto byline = announced_in(part, words)) return byline;
  if (!could_be_name(part, words) || says_of_date(part, words)) return std::nullopt;
  return Byline{{std::string(part)}, {}, {}, {}};
}

}  // namespace

std::string plain_byline(std::string_view text, const SplitLexicon& words) {
  return with_english_and(before_other_credit(with_blank_behind_by(trim(text), words), words));
}

std::optional<Byline> read_announced_line(std::string_view text, const SplitLexicon& words) {
  const std::string line = plain_byline(text, words);
  if (auto byline = read_byline(line, words)) return byline;
  if (auto byline = read_closing_byline(text, words)) return byline;
  // "By Ana Ruiz \u2022 yesterday 5:19pm"
  const auto parts = particulars(line);
  if (parts.size() > 1) {
    auto byline = read_byline(parts.front(), words);
    if (byline && byline->announced && !byline->people.empty()) return byline;
  }
  return announced_desk(line, words);
}

std::optional<Byline> read_dated_line(std::string_view text, const SplitLexicon& words) {
  auto dates = find_dates(text, words);
  // "The Garden, Ana Ruiz (1990)": a year alone is that of a book or a picture.
  constexpr std::size_t year = 4;
  std::erase_if(dates, [](const WrittenDate& date) { return date.end - date.begin <= year; });
  if (dates.empty()) return std::nullopt;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= dates.size(); ++i) {
    const std::size_t end = i < dates.size() ? dates[i].begin : text.size();
    for (const std::string_view part : particulars(text.substr(begin, end - begin))) {
      if (auto byline = byline_in(part, words)) return byline;
    }
    if (i < dates.size()) begin = dates[i].end;
  }
  return std::nullopt;
}

Byline read_marked_line(std::string_view text, const SplitLexicon& words) {
  const std::string line = plain_byline(text, words);
  if (auto byline = read_byline(line, words)) return *byline;
  if (auto byline = read_dated_line(text, words)) return *byline;
  Byline byline = read_byline_field(line, words);
  // Buttons and labels stand in the same boxes: a lone word needs "By" in front.
  std::erase_if(byline.people, [&](const std::string& name) {
    return !byline.announced && !could_be_name(name, words);
  });
  const auto dates = find_dates(line, words);
  if (!dates.empty()) byline.desk = read_desk(line.substr(0, dates.front().begin), words);
  return byline;
}

std::string said_once(std::string_view name) {
  const std::size_t half = name.size() / 2;
  const std::string_view first = trim(name.substr(0, half));
  const bool twice = first.size() > 3 && first == trim(name.substr(half));
  return std::string(twice ? first : name);
}

std::string without_job(std::string_view text, const SplitLexicon& words) {
  const std::string_view job = last_word(text);
  if (job.size() == text.size() || !words.byline_jobs.has(job)) return std::string(text);
  const std::string_view name = trim(text.substr(0, text.size() - job.size()));
  return std::string(is_whole_name(name) ? name : text);
}

}  // namespace onrecord
