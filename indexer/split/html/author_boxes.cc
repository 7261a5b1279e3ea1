// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/author_boxes.h"

#include <algorithm>
#include <array>

#include "common/text_fold.h"
#include "indexer/split/byline.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

/// The last `count` words of a line.
std::string_view last_words(std::string_view text, std::size_t count) {
  const auto words = split_words(text);
  if (count == 0 || words.size() < count) return {};
  return text.substr(static_cast<std::size_t>(words[words.size() - count].data() - text.data()));
}

}  // namespace

AuthorBoxes::AuthorBoxes(const PageMetadata& metadata, const HtmlLexicon& lexicon)
    : words_(lexicon.words), gazetteer_(lexicon.gazetteer) {
  for (const PageValue* value : metadata.all(PageField::byline)) {
    for (const std::string& name : read_byline_field(value->value, lexicon.words).people) {
      if (name.find(' ') != std::string::npos) authors_.push_back(name_key(name));
    }
  }
  std::sort(authors_.begin(), authors_.end());
}

bool AuthorBoxes::is_head(std::string_view text) const {
  constexpr std::size_t longest = 100;  // bytes
  constexpr std::array<std::string_view, 11> about = {
      "about ", "\u00FCber ", "uber ",       "sobre ", "acerca de ", "\u00E0 propos de ",
      "over ",  "om ",        "a propos de", "su ",    "meet "};
  if (text.size() > longest || !may_be_head(text)) return false;
  const std::string key = name_key(text);
  const bool known = std::binary_search(authors_.begin(), authors_.end(), key);
  const auto word = std::find_if(about.begin(), about.end(),
                                 [&](std::string_view phrase) { return key.starts_with(phrase); });
  if (known || word == about.end()) return known;
  const std::string_view name = std::string_view(key).substr(word->size());
  if (std::binary_search(authors_.begin(), authors_.end(), name)) return true;
  // Of a page that does not say who wrote it: "About Ana Ruiz" with a given name.
  const std::string first(name.substr(0, name.find(' ')));
  const std::string_view shown = last_words(text, count_words(name));
  return could_be_name(shown, words_) && (gazetteer_.word(hash_word(first)) & word_given) != 0;
}

/// Of all lines of a page few are worth a closer look: those of few words without a full stop.
bool AuthorBoxes::may_be_head(std::string_view text) {
  constexpr std::size_t fewest = 2;
  constexpr std::size_t most = 7;
  if (text.empty() || text.back() == '.' || is_digit(text.front())) return false;
  const std::size_t words = count_words(text, most + 1);
  return words >= fewest && words <= most;
}

bool AuthorBoxes::is_box(std::string_view text) const {
  if (read_author_box(text, words_)) return true;
  const std::string key = name_key(text);
  return std::any_of(authors_.begin(), authors_.end(), [&key](const std::string& name) {
    return key.size() > name.size() && key[name.size()] == ' ' && key.starts_with(name);
  });
}

void AuthorBoxes::drop(std::vector<HtmlParagraph>& paragraphs) const {
  constexpr std::size_t last_ones = 3;
  const std::size_t size = paragraphs.size();
  for (std::size_t i = size; i > size - std::min(size, last_ones) && i > 1; --i) {
    const HtmlParagraph& paragraph = paragraphs[i - 1];
    if (paragraph.kind == ParagraphKind::caption || !is_box(paragraph.text.text())) continue;
    paragraphs.erase(paragraphs.begin() + static_cast<std::ptrdiff_t>(i - 1));
  }
}

}  // namespace onrecord
