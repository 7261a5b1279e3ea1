// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/pull_quotes.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "common/text_fold.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_words = 45;
constexpr std::size_t shortest_bytes = 15;
constexpr std::size_t most_candidates = 20;  // keeps the search linear

/// Marks at both ends and none inside: “We were never asked”.
bool is_quoted_whole(std::string_view text) {
  const std::string_view inner = skip_closing_marks(skip_opening_marks(text));
  const auto begin = static_cast<std::size_t>(inner.data() - text.data());
  const bool marked = begin > 0 && begin + inner.size() < text.size();
  return marked && inner.find('"') == std::string_view::npos &&
         inner.find("\u201C") == std::string_view::npos;
}

bool may_be_pull_quote(const BodyItem& item) {
  const std::string& text = item.text.text();
  return item.kind == ParagraphKind::body && text.size() >= shortest_bytes &&
         count_words(text, longest_words + 1) <= longest_words && is_quoted_whole(text);
}

bool names_speaker(const BodyItem& item, const SplitLexicon& lexicon) {
  const std::string_view text = item.text.text();
  return item.kind == ParagraphKind::body && count_words(text, 9) <= 8 && !ends_sentence(text) &&
         could_be_name(text.substr(0, text.find(',')), lexicon);
}

bool stands_elsewhere(const std::vector<BodyItem>& items, std::size_t own) {
  const auto keys = sentence_keys(items[own].text.text());
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i == own || items[i].kind == ParagraphKind::caption) continue;
    if (items[i].text.size() <= items[own].text.size()) continue;
    const std::string body = name_key(items[i].text.text());
    if (std::all_of(keys.begin(), keys.end(), [&body](const std::string& key) {
          return body.find(key) != std::string::npos;
        })) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<std::string> sentence_keys(std::string_view text) {
  std::vector<std::string> keys;
  std::size_t begin = 0;
  for (std::size_t at = text.find(' '); begin < text.size(); at = text.find(' ', at + 1)) {
    const bool last = at == std::string_view::npos;
    const std::string_view sentence = text.substr(begin, last ? at : at - begin);
    if (!last && !ends_sentence(sentence)) continue;
    keys.push_back(name_key(sentence));
    if (last) break;
    begin = at + 1;
  }
  return keys;
}

void drop_pull_quotes(std::vector<BodyItem>& items, const SplitLexicon& lexicon) {
  std::size_t candidates = 0;
  std::vector<std::size_t> dropped;
  for (std::size_t i = 0; i < items.size() && candidates < most_candidates; ++i) {
    if (!may_be_pull_quote(items[i])) continue;
    ++candidates;
    if (!stands_elsewhere(items, i)) continue;
    dropped.push_back(i);
    if (i + 1 < items.size() && names_speaker(items[i + 1], lexicon)) dropped.push_back(i + 1);
  }
  for (auto i = dropped.rbegin(); i != dropped.rend(); ++i) {
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(*i));
  }
}

}  // namespace onrecord
