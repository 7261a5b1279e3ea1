// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/template_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_article.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string letter = "Sign up for our morning letter from the harbour.";

/// An article of the host with a line of its own before and behind `line`.
Article article_with(const std::string& line, int number, const std::string& host = "a.example") {
  const std::string n = std::to_string(number);
  Article article;
  article.url = "https://" + host + "/" + n;
  article.paragraphs = {
      {ParagraphKind::headline, "Ferry " + n + " sinks", {}},
      {ParagraphKind::body, "The ferry sank off the cape on day " + n + " of the storm.", {}},
      {ParagraphKind::body, line, {}},
      {ParagraphKind::body, "Nobody was hurt when boat " + n + " came to their help at last.", {}}};
  return article;
}

TemplateLines lines_of(int articles, const std::string& host = "a.example") {
  TemplateLines lines;
  for (int i = 0; i < articles; ++i) lines.observe(article_with(letter, i, host));
  return lines;
}

TEST(TemplateLines, TakesOutWhatStandsOnMostArticlesOfAHost) {
  Article article = article_with(letter, 100);
  EXPECT_THAT(lines_of(20).take_out(article), ElementsAre(letter));
  ASSERT_EQ(article.paragraphs.size(), 3U);
  EXPECT_TRUE(article.paragraphs[2].text.starts_with("Nobody was hurt"));
}

TEST(TemplateLines, AreKeptForTheNextRun) {
  Article article = article_with(letter, 100);
  EXPECT_THAT(TemplateLines::decode(lines_of(20).encode()).take_out(article), ElementsAre(letter));
  EXPECT_EQ(TemplateLines::decode("damaged").size(), 0U);
  EXPECT_EQ(TemplateLines::decode({}).size(), 0U);
}

TEST(TemplateLines, AreFoundOverSeveralRuns) {
  std::string kept;
  Article article;
  for (int i = 0; i < 8; ++i) {
    TemplateLines lines = TemplateLines::decode(kept);
    article = article_with(letter, i);
    lines.observe(article);
    EXPECT_EQ(lines.take_out(article).size(), i < 7 ? 0U : 1U) << i;
    kept = lines.encode();
  }
}

TEST(TemplateLines, OfANewDesignAreFoundBesideManyOldArticles) {
  TemplateLines lines = TemplateLines::decode(lines_of(5000).encode());
  const std::string fresh = "Follow our pilots on the new channel.";
  for (int i = 0; i < 500; ++i) lines.observe(article_with(fresh, i));
  Article article = article_with(fresh, 1000);
  EXPECT_THAT(lines.take_out(article), ElementsAre(fresh));
}

TEST(TemplateLines, NeedSeveralArticlesOfTheSameHost) {
  Article article = article_with(letter, 100);
  EXPECT_THAT(lines_of(6).take_out(article), IsEmpty());
  EXPECT_THAT(lines_of(20, "b.example").take_out(article), IsEmpty());
  article.url.clear();
  EXPECT_THAT(lines_of(20).take_out(article), IsEmpty()) << "no host";
}

TEST(TemplateLines, KeepBackgroundThatFewerArticlesRepeat) {
  TemplateLines lines = lines_of(20);
  for (int i = 100; i < 130; ++i) lines.observe(article_with("Wind " + std::to_string(i), i));
  Article article = article_with(letter, 1);
  EXPECT_THAT(lines.take_out(article), IsEmpty());
}

TEST(TemplateLines, KeepLongParagraphsOfBackground) {
  std::string background = "The mine closed";
  for (int i = 0; i < 40; ++i) background += " again";
  TemplateLines lines;
  for (int i = 0; i < 20; ++i) {
    Article one = article_with(background, i);
    one.paragraphs.push_back(
        {ParagraphKind::body, background + " at last " + std::to_string(i), {}});
    lines.observe(one);
  }
  Article article = article_with(background, 3);
  article.paragraphs.push_back({ParagraphKind::body, background + " at last 3", {}});
  EXPECT_THAT(lines.take_out(article), IsEmpty());
}

TEST(TemplateLines, KeepTheNamesOfThoseWhoAreQuoted) {
  Article article = article_with(letter, 100);
  article.people = {{"Ilse Torvald", {{2, {0, 4}}}, {}, Gender::unknown}};
  Quote quote;
  quote.where = {{1, {0, 4}}};
  quote.person = 0;
  article.quotes = {quote};
  EXPECT_THAT(lines_of(20).take_out(article), IsEmpty());
}

TEST(TemplateLines, CopiesOfOneArticleAreNotSeveral) {
  TemplateLines lines;
  for (int i = 0; i < 20; ++i) lines.observe(article_with(letter, 7));
  Article article = article_with(letter, 7);
  EXPECT_THAT(lines.take_out(article), IsEmpty());
}

TEST(TemplateLines, VersionsOfOneArticleStayWhole) {
  TemplateLines lines;
  for (int i = 0; i < 20; ++i) {
    Article version = article_with(letter, 7);
    version.paragraphs.front().text = "Ferry sinks, update " + std::to_string(i);
    lines.observe(version);
  }
  Article article = article_with(letter, 7);
  EXPECT_THAT(lines.take_out(article), IsEmpty());
}

TEST(TemplateLines, KeepQuotationsAndCaptions) {
  const TemplateLines lines = lines_of(20);
  Article article = article_with(letter, 100);
  Quote quote;
  quote.where = {{2, {0, 4}}};
  article.quotes = {quote};
  EXPECT_THAT(lines.take_out(article), IsEmpty());
  article.quotes.clear();
  article.paragraphs[2].kind = ParagraphKind::caption;
  EXPECT_THAT(lines.take_out(article), IsEmpty());
}

TEST(TemplateLines, ForgetRareLinesOfLargeArchives) {
  TemplateLines lines = lines_of(20);
  for (int i = 0; i < 120'000; ++i) {
    lines.observe(article_with(letter, 1000 + i, "b.example"));
  }
  EXPECT_LT(lines.size(), 200'001U);
  Article article = article_with(letter, 5, "b.example");
  EXPECT_THAT(lines.take_out(article), ElementsAre(letter));
}

TEST(RemoveParagraphs, SetsRightWhatPointsToLaterOnes) {
  Article article = sample_article();
  const Article before = article;
  remove_paragraphs(article, {false, false, true, false, false});
  ASSERT_EQ(article.paragraphs.size(), 4U);
  EXPECT_EQ(article.captions[0].paragraph, 3U);
  EXPECT_EQ(article.people[0].mentions[1], (Mention{3, before.people[0].mentions[1].span}));
  EXPECT_EQ(article.people.size(), before.people.size());
  EXPECT_EQ(article.quotes.size(), before.quotes.size());
  for (const Quote& quote : article.quotes) {
    for (const Mention& part : quote.where) EXPECT_LT(part.paragraph, 3U);
  }
}

TEST(RemoveParagraphs, TakesNamesAndIndirectQuotesWithThem) {
  Article article = sample_article();
  article.captions.clear();
  Quote indirect;
  indirect.kind = QuoteKind::indirect;
  indirect.where = {{3, {0, 10}}};
  indirect.organization = 0;
  article.quotes = {indirect};
  remove_paragraphs(article, {false, false, false, true, true});
  EXPECT_THAT(article.organizations, IsEmpty());
  EXPECT_THAT(article.quotes, IsEmpty());
  ASSERT_EQ(article.people.size(), 1U) << "the other one stood in the caption only";
  EXPECT_EQ(article.people[0].mentions.size(), 1U);
}

}  // namespace
}  // namespace onrecord
