// SPDX-License-Identifier: GPL-3.0-or-later
// What a quote says must stand in the article where the quote says it stands: for all case files
// and for texts with the marks of each put in the place of others.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "common/tokens.h"
#include "indexer/quote/quotes.h"
#include "tests/indexer/quote/case_file.h"

namespace onrecord {
namespace {

const Languages& languages() {
  static const Languages all =
      Languages::load(ONRECORD_SOURCE_DIR "/indexer/data/languages").value();
  return all;
}

/// Compiled once: that takes longer than a case.
const QuoteLexicon& lexicon_of(const std::string& code) {
  static const auto lexicons = [] {
    std::map<std::string, QuoteLexicon> made;
    for (const auto& [name, pack] : languages().packs()) made.emplace(name, QuoteLexicon(pack));
    return made;
  }();
  return lexicons.at(languages().pack(code).code());
}

/// Letters and digits alone: marks, blanks and joined paragraphs may differ.
std::string words_of(std::string_view text) {
  std::string words;
  for (const Token& token : tokenize(text)) {
    if (token.kind == TokenKind::punctuation) continue;
    words += text_of(text, token);
    words += ' ';
  }
  return words;
}

std::string text_of_spans(const Article& article, const Quote& quote) {
  std::string text;
  for (const Mention& part : quote.where) {
    const std::string& paragraph = article.paragraphs.at(part.paragraph).text;
    EXPECT_LE(part.span.begin, part.span.end);
    EXPECT_LE(part.span.end, paragraph.size());
    text += paragraph.substr(part.span.begin, part.span.end - part.span.begin);
    text += ' ';
  }
  return text;
}

void expect_sound(const Article& article) {
  const std::vector<Quote> quotes = find_quotes(article, lexicon_of(article.language));
  for (const Quote& quote : quotes) {
    SCOPED_TRACE(quote.text);
    ASSERT_FALSE(quote.where.empty());
    const std::string there = words_of(text_of_spans(article, quote));
    if (quote.kind == QuoteKind::indirect) continue;  // the cue may stand inside it
    EXPECT_EQ(words_of(quote.text), there);
    EXPECT_EQ(quote.text.find_first_of("\n\t"), std::string::npos);
    EXPECT_FALSE(quote.trace.empty());
    EXPECT_GE(quote.confidence, 0.0F);
    EXPECT_LE(quote.confidence, 1.0F);
  }
}

std::vector<testing_support::QuoteCase> all_cases() {
  std::vector<testing_support::QuoteCase> cases;
  const std::filesystem::path folder = ONRECORD_SOURCE_DIR "/tests/indexer/quote/cases";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    for (auto& one : testing_support::read_case_file(entry.path())) {
      cases.push_back(std::move(one));
    }
  }
  return cases;
}

TEST(QuoteSpans, HoldTheWordsOfTheQuote) {
  for (const auto& one : all_cases()) {
    SCOPED_TRACE(one.file + ": " + one.name);
    expect_sound(one.article);
  }
}

/// A text is now and then read with the pack of another language.
TEST(QuoteSpans, HoldTheWordsInEveryLanguage) {
  for (const auto& one : all_cases()) {
    SCOPED_TRACE(one.file + ": " + one.name);
    for (const auto& [code, pack] : languages().packs()) {
      Article article = one.article;
      article.language = code;
      expect_sound(article);
    }
  }
}

/// Marks that are lost, doubled or of another shape may cost a quote, never its place.
TEST(QuoteSpans, HoldTheWordsWhateverTheMarks) {
  const std::vector<std::string> marks = {"\"",     "\u201C", "\u201D", "\u201E",
                                          "\u00AB", "''",     "\uFFFD", ""};
  for (const auto& one : all_cases()) {
    for (std::size_t m = 0; m < marks.size(); ++m) {
      Article article = one.article;
      article.people.clear();
      article.organizations.clear();
      std::size_t n = 0;
      for (Paragraph& paragraph : article.paragraphs) {
        std::string text;
        for (const char c : paragraph.text) {
          if (c == '"') {
            text += marks[(m + n++) % marks.size()];
          } else {
            text += c;
          }
        }
        paragraph.text = text;
      }
      SCOPED_TRACE(one.file + ": " + one.name);
      expect_sound(article);
    }
  }
}

}  // namespace
}  // namespace onrecord
