// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/phrase_table.h"

#include <algorithm>
#include <charconv>

#include "common/text_fold.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::size_t usual_most_words = 25;
constexpr std::size_t widest_gap = 4;  // words that one "*" may stand for

struct LineWord {
  std::string key;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Words as keys ("Don't miss:" gives "don't", "miss"); marks alone are no words.
std::vector<LineWord> line_words(std::string_view line) {
  std::vector<LineWord> words;
  for (const std::string_view word : split_words(line)) {
    const auto begin = static_cast<std::size_t>(word.data() - line.data());
    const std::string keys = name_key(word);
    for (const std::string_view key : split_words(keys)) {
      words.push_back({std::string(key), begin, begin + word.size()});
    }
  }
  return words;
}

/// The first key of a line, without the work of the others.
std::string first_key(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    if (is_blank(line[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < line.size() && !is_blank(line[end])) ++end;
    const std::string keys = name_key(line.substr(at, end - at));
    const auto parts = split_words(keys);
    if (!parts.empty()) return std::string(parts.front());
    at = end;
  }
  return {};
}

std::optional<PhrasePlace> place_named(std::string_view name) {
  if (name.empty() || name == "line") return PhrasePlace::line;
  if (name == "start") return PhrasePlace::start;
  if (name == "label") return PhrasePlace::label;
  if (name == "inside") return PhrasePlace::inside;
  return std::nullopt;
}

std::size_t read_number(std::string_view text, std::size_t otherwise) {
  std::size_t value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string_view column(const std::vector<std::string>& row, std::size_t i) {
  return i < row.size() ? std::string_view(row[i]) : std::string_view();
}

/// How many words of `line` from `at` on the phrase takes; 0 if it does not stand there. A gap is
/// filled with as few words as possible.
std::size_t match_at(const std::vector<std::string>& phrase, const std::vector<LineWord>& line,
                     std::size_t at) {
  std::size_t word = at;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (phrase[i] != "*") {
      if (word >= line.size() || line[word].key != phrase[i]) return 0;
      ++word;
      continue;
    }
    const std::size_t limit = std::min(line.size(), word + widest_gap);
    ++word;
    if (i + 1 == phrase.size()) return word <= line.size() ? word - at : 0;
    while (word <= limit && word < line.size() && line[word].key != phrase[i + 1]) ++word;
    if (word > limit) return 0;
  }
  return word - at;
}

bool is_label_mark(char c) {
  return c == ':' || c == '|' || c == '-' || c == '>';
}

/// The end of the phrase with the marks that set it off; `marked` tells if there were any.
std::size_t skip_label_marks(std::string_view line, std::size_t at, bool& marked) {
  marked = at > 0 && is_label_mark(line[at - 1]);
  while (at < line.size() && (is_blank(line[at]) || is_label_mark(line[at]))) {
    marked = marked || is_label_mark(line[at]);
    ++at;
  }
  for (const std::string_view dash : {"\u2013", "\u2014", "\u00BB"}) {
    if (line.substr(at, dash.size()) != dash) continue;
    marked = true;
    at += dash.size();
  }
  while (at < line.size() && is_blank(line[at])) ++at;
  return at;
}

}  // namespace

PhraseTable PhraseTable::make(const DataTable& rows) {
  PhraseTable table;
  for (const auto& row : rows) {
    const auto place = place_named(column(row, 2));
    if (!place) continue;
    Phrase phrase;
    phrase.place = *place;
    phrase.kind = std::string(column(row, 1));
    phrase.most_words = read_number(column(row, 3), usual_most_words);
    for (const std::string_view word : split_words(row.front())) {
      if (word == "*") {
        phrase.words.emplace_back("*");
      } else {
        for (LineWord& key : line_words(word)) phrase.words.push_back(std::move(key.key));
      }
    }
    if (phrase.words.empty() || phrase.words.front() == "*") continue;
    table.most_words_ = std::max(table.most_words_, phrase.most_words);
    if (phrase.place == PhrasePlace::inside) {
      table.most_inside_words_ = std::max(table.most_inside_words_, phrase.most_words);
    }
    table.by_first_word_[phrase.words.front()].push_back(table.phrases_.size());
    table.phrases_.push_back(std::move(phrase));
  }
  return table;
}

std::optional<PhraseMatch> PhraseTable::find(std::string_view line) const {
  const std::size_t count = count_words(line, most_words_ + 1);
  if (count > most_words_) return std::nullopt;
  // Most lines are none: their first word tells, unless a phrase may stand further inside. Marks
  // that stand alone are counted here, but are no words of a phrase.
  const bool anywhere = count <= 2 * most_inside_words_;
  if (!anywhere && !by_first_word_.contains(first_key(line))) return std::nullopt;
  const std::vector<LineWord> words = line_words(line);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto candidates = by_first_word_.find(words[at].key);
    if (candidates == by_first_word_.end()) continue;
    for (const std::size_t index : candidates->second) {
      const Phrase& phrase = phrases_[index];
      if (at > 0 && phrase.place != PhrasePlace::inside) continue;
      if (words.size() > phrase.most_words) continue;
      const std::size_t taken = match_at(phrase.words, words, at);
      if (taken == 0) continue;
      if (phrase.place == PhrasePlace::line && taken != words.size()) continue;
      bool marked = false;
      const std::size_t end = skip_label_marks(line, words[at + taken - 1].end, marked);
      if (phrase.place == PhrasePlace::label && !marked) continue;
      return PhraseMatch{phrase.kind, words[at].begin, end};
    }
  }
  return std::nullopt;
}

}  // namespace onrecord
