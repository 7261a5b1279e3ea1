// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/date_line.h"

#include <algorithm>
#include <string>

#include "common/text_fold.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::size_t most_words = 25;

/// What the words of a piece of a date line say.
struct Label {
  bool only_date_words = true;
  bool published = false;
  bool updated = false;
  bool relative = false;  ///< "2 hours ago"
};

Label read_label(std::string_view text, const SplitLexicon& lexicon) {
  Label label;
  const std::string key = name_key(text);
  for (const std::string_view word : split_words(key)) {
    if (std::all_of(word.begin(), word.end(), is_digit)) continue;
    const std::string* kind = lexicon.date_words.find(word);
    const bool zone = lexicon.zones.has(word) || lexicon.weekdays.has(word);
    label.only_date_words = label.only_date_words && (kind != nullptr || zone);
    if (kind == nullptr) continue;
    label.published = label.published || *kind == "published";
    label.updated = label.updated || *kind == "updated";
    label.relative = label.relative || *kind == "relative";
  }
  return label;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

}  // namespace

std::optional<DateLine> read_date_line(std::string_view line, const SplitLexicon& lexicon,
                                       DayOrder order) {
  if (line.size() > 300 || !has_digit(line)) return std::nullopt;
  if (count_words(line, most_words + 1) > most_words) return std::nullopt;
  const auto dates = find_dates(line, lexicon, order);
  DateLine result;
  std::size_t at = 0;
  for (const WrittenDate& date : dates) {
    const Label label = read_label(line.substr(at, date.begin - at), lexicon);
    if (!label.only_date_words) return std::nullopt;
    if (!label.updated && !result.published) {
      result.published = date;
      result.labelled = label.published;
    }
    at = date.end;
  }
  const Label rest = read_label(line.substr(at), lexicon);
  if (!rest.only_date_words || (dates.empty() && !rest.relative)) return std::nullopt;
  return result;
}

}  // namespace onrecord
