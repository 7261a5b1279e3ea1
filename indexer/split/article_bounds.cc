// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/article_bounds.h"

#include <algorithm>

#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::size_t fewest_words = 12;  // of an article
constexpr std::size_t shortest_rule = 5;

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

/// "Document 12 of 200", "12 of 200 DOCUMENTS".
bool is_document_count(std::string_view line) {
  const auto words = split_words(line);
  if (words.size() != 4) return false;
  if (ascii_lower(words[0]) == "document") {
    return is_number(words[1]) && ascii_lower(words[2]) == "of" && is_number(words[3]);
  }
  return is_number(words[0]) && ascii_lower(words[1]) == "of" && is_number(words[2]) &&
         ascii_lower(words[3]) == "documents";
}

bool is_separator(std::string_view line) {
  line = trim(line);
  if (line.size() >= shortest_rule && line.find_first_not_of('=') == std::string_view::npos) {
    return true;
  }
  if (line.empty() || line.size() > 40) return false;
  return ascii_lower(line) == "end of document" || is_document_count(line);
}

}  // namespace

std::vector<TextPart> find_articles(std::string_view text) {
  std::vector<TextPart> parts;
  std::size_t part = 0;
  const auto close = [&](std::size_t end) {
    if (!trim(text.substr(part, end - part)).empty()) parts.push_back({part, end});
  };
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (is_separator(text.substr(begin, end - begin))) {
      close(begin);
      part = std::min(end + 1, text.size());
    }
    begin = end + 1;
  }
  close(text.size());
  const bool sound =
      parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [&](TextPart p) {
        return count_words(text.substr(p.begin, p.end - p.begin), fewest_words) >= fewest_words;
      });
  if (sound) return parts;
  return {{0, text.size()}};
}

}  // namespace onrecord
