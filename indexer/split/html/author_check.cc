// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/author_check.h"

#include <algorithm>
#include <array>

#include "common/text_fold.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

/// "staff", "redaktion": in the table as a word that desks are called by.
bool names_desk(const WordTable& table, std::string_view word) {
  const std::string* kind = table.find(word);
  return kind != nullptr && *kind == "desk";
}

bool is_filled_in(std::string_view origin) {
  return origin == "author" || origin == "dc.creator" || origin == "dcterms.creator" ||
         origin == "article:author" || origin.starts_with("json-ld page");
}

/// In a dictionary: "latest", "Meldungen".
constexpr std::uint32_t word_known = word_common | word_german | word_spanish | word_french;

}  // namespace

bool AuthorCheck::is_person(const std::string& name, std::string_view origin) {
  const auto parts = split_words(name);
  if (parts.empty() || parts.size() > 6 || page_.site.is_site(name)) return false;
  const bool link = origin == author_link_origin;
  const bool organization = std::any_of(parts.begin(), parts.end(), [&](std::string_view word) {
    return lexicon_.organization_words.has(word) ||
           word.find_first_of(link ? "/@:" : "_/@:") != std::string_view::npos;
  });
  if (organization || lexicon_.organization_words.has(name)) return false;
  // "ACT Almer" on the pages of ACT: where somebody works.
  if (all_capitals(parts.front()) && page_.site.is_site(parts.front())) return false;
  if (link && ends_desk(parts.back())) return false;
  if ((origin == "shown" || origin == "signed") && is_made_of_words(parts)) return false;
  // Software fills in the owner of the site where no author is named.
  // So do names of accounts: "Ana" alone, in scripts that part words.
  const bool account = parts.size() == 1 && static_cast<unsigned char>(name.front()) < 0x80;
  const bool doubtful = origin == "author" || origin == "json-ld author" ||
                        origin == "json-ld organization" || origin == "dc.creator";
  if (account && origin == "json-ld person") return is_shown_alone(name);
  return !doubtful || is_shown(name);
}

bool AuthorCheck::is_desk(std::string_view name, std::string_view origin) const {
  if (is_filled_in(origin)) return false;
  if (origin == "json-ld organization" || page_.site.is_site(name)) return true;
  if (words_.agencies.has(name)) return true;
  // "tor/dpa", "Web-Redaktion"
  std::string words(name);
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c == '/' || c == '-'; }, ' ');
  const auto parts = split_words(words);
  return std::any_of(parts.begin(), parts.end(), [this](std::string_view word) {
    return names_desk(lexicon_.organization_words, word) || names_desk(words_.byline_jobs, word) ||
           words_.agencies.has(word);
  });
}

/// "Latest News" and "Tierische Mitbewohner" look like names, but a word of the language that is no
/// given name comes first, and another that is no surname stands behind it; or an article does.
bool AuthorCheck::is_made_of_words(const std::vector<std::string_view>& parts) const {
  const auto facts = [this](std::string_view word) {
    return lexicon_.gazetteer.word(hash_word(fold(word)));
  };
  const auto is_word = [&](std::string_view word, std::uint32_t name) {
    const std::uint32_t known = facts(word);
    return (known & word_known) != 0 && (known & name) == 0;
  };
  constexpr std::array<std::string_view, 4> articles = {"the", "der", "die", "das"};
  const std::string first = fold(parts.front());
  if (std::find(articles.begin(), articles.end(), first) != articles.end()) return true;
  return parts.size() > 1 && is_word(parts.front(), word_given) &&
         std::any_of(parts.begin() + 1, parts.end(), [&](std::string_view word) {
           return is_word(word, word_given | word_surname);
         });
}

/// "Courier Reporters", "Courier-Team"
bool AuthorCheck::ends_desk(std::string_view word) const {
  const std::string_view part = word.substr(std::min(word.rfind('-') + 1, word.size()));
  return words_.byline_jobs.has(part) || lexicon_.organization_words.has(part);
}

bool AuthorCheck::is_shown(std::string_view name) {
  return shown().find(name_key(name)) != std::string::npos;
}

bool AuthorCheck::is_shown_alone(std::string_view name) {
  std::string line(1, '\n');
  line += name_key(name);
  line += '\n';
  return shown().find(line) != std::string::npos;
}

const std::string& AuthorCheck::shown() {
  if (!shown_.empty()) return shown_;
  shown_.push_back('\n');
  for (const HtmlBlock& block : page_.main.blocks) {
    if (block.is_marked(marks::hidden)) continue;
    shown_ += name_key(block.text.text());
    shown_ += '\n';
  }
  return shown_;
}

}  // namespace onrecord
