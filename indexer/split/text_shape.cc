// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/text_shape.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "common/utf8.h"

namespace onrecord {
namespace {

bool is_mark(char32_t c) {
  switch (c) {
    case U'"':
    case U'\'':
    case U'`':
    case U'(':
    case U')':
    case U'[':
    case U']':
    case U'\u00AB':
    case U'\u00BB':
    case U'\u2039':
    case U'\u203A':
      return true;
    default:
      return c >= U'\u2018' && c <= U'\u201F';
  }
}

bool is_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}
bool is_lower(char32_t c) {
  return u_islower(static_cast<UChar32>(c)) != 0;
}
bool is_upper(char32_t c) {
  return u_isupper(static_cast<UChar32>(c)) != 0 || u_istitle(static_cast<UChar32>(c)) != 0;
}

char32_t first_point(std::string_view text) {
  text = skip_opening_marks(text);
  return text.empty() ? U'\0' : code_point_at(text, 0).value;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view first_word(std::string_view text) {
  text = trim(text);
  const auto end = std::find_if(text.begin(), text.end(), is_blank);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::string_view last_word(std::string_view text) {
  text = trim(text);
  std::size_t begin = text.size();
  while (begin > 0 && !is_blank(text[begin - 1])) --begin;
  return text.substr(begin);
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && is_blank(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && !is_blank(text[at])) ++at;
    if (at > begin) words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

std::size_t count_words(std::string_view text, std::size_t limit) {
  std::size_t count = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool blank = is_blank(c);
    if (!blank && !in_word && ++count >= limit) return count;
    in_word = !blank;
  }
  return count;
}

std::string_view skip_opening_marks(std::string_view text) {
  while (!text.empty()) {
    const CodePoint point = code_point_at(text, 0);
    if (!is_mark(point.value) && !is_blank(text.front())) break;
    text.remove_prefix(point.bytes);
  }
  return text;
}

std::string_view skip_closing_marks(std::string_view text) {
  while (!text.empty()) {
    const CodePoint point = code_point_before(text, text.size());
    if (!is_mark(point.value) && !is_blank(text.back())) break;
    text.remove_suffix(point.bytes);
  }
  return text;
}

bool starts_lower(std::string_view text) {
  return is_lower(first_point(text));
}
bool starts_upper(std::string_view text) {
  return is_upper(first_point(text));
}

bool ends_sentence(std::string_view text) {
  text = skip_closing_marks(text);
  if (text.empty()) return false;
  const char32_t last = code_point_before(text, text.size()).value;
  return last == U'.' || last == U'!' || last == U'?' || last == U'\u2026' || last == U'\u3002' ||
         last == U'\u0964' || last == U'\u061F' || last == U'\u06D4';
}

bool all_capitals(std::string_view text) {
  bool letter = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.bytes;
    if (is_lower(point.value)) return false;
    letter = letter || is_letter(point.value);
  }
  return letter;
}

bool capitalised_words(std::string_view text) {
  const auto words = split_words(text);
  return !words.empty() && std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return word.size() <= 3 || !starts_lower(word);
  });
}

bool is_rule(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (u_isalnum(static_cast<UChar32>(point.value))) return false;
    at += point.bytes;
  }
  return true;
}

bool is_url(std::string_view word) {
  if (word.size() < 8 || word.find(' ') != std::string_view::npos) return false;
  return starts_with_folded(word, "https://") || starts_with_folded(word, "http://") ||
         starts_with_folded(word, "www.");
}

bool starts_with_folded(std::string_view text, std::string_view lower_ascii) {
  return text.size() >= lower_ascii.size() &&
         std::equal(lower_ascii.begin(), lower_ascii.end(), text.begin(),
                    [](char want, char have) { return want == lower(have); });
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

}  // namespace onrecord
