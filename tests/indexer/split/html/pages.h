// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of web pages share: the lexicon, loaded once, and short ways to split a page.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "indexer/split/html/article.h"

namespace onrecord::test {

inline const HtmlLexicon& html_lexicon() {
  static const HtmlLexicon lexicon = [] {
    const std::string data = ONRECORD_SOURCE_DIR "/indexer/data";
    auto english = LanguagePack::load(data + "/languages/en");
    if (!english) throw std::runtime_error(english.error().message);
    auto names = Gazetteer::open(ONRECORD_BINARY_DIR "/share/onrecord/gazetteer.bin");
    if (!names) throw std::runtime_error(names.error().message);
    auto loaded = HtmlLexicon::load(data + "/html", *english, *names);
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return std::move(*loaded);
  }();
  return lexicon;
}

inline Result<std::vector<Article>> split_into_articles(std::string page) {
  RawRecord record;
  record.origin = {"page.html", 1, "html"};
  record.kind = TextKind::html;
  record.text = std::move(page);
  return split_html(record, html_lexicon());
}

/// The first article of a page.
inline Result<Article> split_page(std::string page) {
  auto articles = split_into_articles(std::move(page));
  if (!articles) return tl::unexpected(articles.error());
  return articles->front();
}

/// The texts of the paragraphs of one kind.
inline std::vector<std::string> texts_of(const Article& article, ParagraphKind kind) {
  std::vector<std::string> texts;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.kind == kind) texts.push_back(paragraph.text);
  }
  return texts;
}

inline std::string headline_of(const Article& article) {
  const auto texts = texts_of(article, ParagraphKind::headline);
  return texts.empty() ? std::string() : texts.front();
}

}  // namespace onrecord::test
