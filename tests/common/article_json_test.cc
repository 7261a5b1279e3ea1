// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article_json.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;

Article bridge_article() {
  Article article;
  article.origin = {"a.txt", 1, "text"};
  article.paragraphs = {{ParagraphKind::headline, "Solé opens bridge", {}},
                        {ParagraphKind::body, "QUITO — It rained.", {}},
                        {ParagraphKind::caption, "Ana Solé on the bridge", {}},
                        {ParagraphKind::subhead, "Costs", {}},
                        {ParagraphKind::body, "“It is done,” Ana Solé said.", {}}};
  return article;
}

TEST(ArticleJson, UnknownIsNullOrEmptyAndNothingIsLeftOut) {
  EXPECT_EQ(
      article_json_line(Article()),
      R"({"id":null,"path":"","record":1,"format":null,"headline":null,"byline":[],)"
      R"("published":null,"source":null,"agency":null,"section":null,"language":null,)"
      R"("url":null,"dateline":null,"body":"","subheads":[],"captions":[],"credits":[],)"
      R"("related":[],"truncated":false,"quotes":[],"people":[],"places":[],"organizations":[]})");
}

TEST(ArticleJson, BodyLeavesOutHeadlineAndCaptions) {
  Article article = bridge_article();
  article.captions = {{2, "Andes Wire"}};
  const Json json = article_to_json(article);
  EXPECT_EQ(json["headline"], "Solé opens bridge");
  EXPECT_EQ(json["body"], "QUITO — It rained.\n\nCosts\n\n“It is done,” Ana Solé said.");
  EXPECT_EQ(json["subheads"], Json({"Costs"}));
  EXPECT_EQ(json["captions"], Json({"Ana Solé on the bridge"}));
  EXPECT_EQ(json["credits"], Json({"Andes Wire"}));
}

TEST(ArticleJson, QuoteSpansCountCodePointsOfTheBody) {
  Article article = bridge_article();
  Quote quote;
  quote.text = "It is done";
  quote.speaker = "Ana Solé";
  quote.confidence = 0.97F;
  quote.where = {{4, {0, 17}}};
  article.quotes = {quote};
  const Json json = article_to_json(article)["quotes"][0];
  EXPECT_EQ(json["spans"], Json::parse("[[27,40]]"));
  EXPECT_EQ(json["in"], "body");
  EXPECT_EQ(json["confidence"], 0.97);
  EXPECT_EQ(json["kind"], "direct");
  EXPECT_EQ(json["role"], nullptr);
}

TEST(ArticleJson, QuotesOutsideTheBodyHaveNoSpans) {
  Article article = bridge_article();
  Quote quote;
  quote.where = {{2, {0, 4}}};
  article.quotes = {quote};
  const Json json = article_to_json(article)["quotes"][0];
  EXPECT_EQ(json["spans"], nullptr);
  EXPECT_EQ(json["in"], "caption");
}

TEST(ArticleJson, MentionsAreAsWrittenWithTheirSpans) {
  Article article = bridge_article();
  Person person;
  person.name = "Ana Solé";
  person.mentions = {{0, {0, 5}}, {4, {18, 27}}};
  person.roles = {{"mayor", {1, {0, 5}}}};
  person.gender = Gender::female;
  article.people = {person};
  const Json json = article_to_json(article)["people"][0];
  EXPECT_EQ(json["mentions"], Json({"Solé", "Ana Solé"}));
  EXPECT_EQ(json["spans"], Json::parse("[null,[41,49]]"));
  EXPECT_EQ(json["roles"], Json({"mayor"}));
  EXPECT_EQ(json["gender"], "female");
}

TEST(ArticleJson, OffsetsStayRightInLongParagraphs) {
  Article article;
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "é";
  article.paragraphs = {{ParagraphKind::body, text + "Lyon", {}}};
  article.places = {{"Lyon", "FR", {{0, {4000, 4004}}}, 45.75, 4.85}};
  const Json json = article_to_json(article)["places"][0];
  EXPECT_EQ(json["spans"], Json::parse("[[2000,2004]]"));
  EXPECT_EQ(json["latitude"], 45.75);
}

TEST(ArticleJson, ReasonsAreGivenOnlyWhenAskedFor) {
  Article article = bridge_article();
  article.evidence = {{"headline", "first line", "Bridge opens", "title element"}};
  Quote quote;
  quote.trace = {{"cue", "said"}};
  article.quotes = {quote};
  const Json explained = article_to_json(article, Explain::yes);
  EXPECT_EQ(explained["evidence"],
            Json::parse(R"([{"field":"headline","from":"first line","other":"Bridge opens",
                             "other_from":"title element"}])"));
  EXPECT_EQ(explained["quotes"][0]["trace"], Json::parse(R"([["cue","said"]])"));
  EXPECT_FALSE(article_to_json(article)["quotes"][0].contains("trace"));
}

TEST(ArticleJson, ChosenKeysComeInTheOrderAsked) {
  EXPECT_EQ(article_json_line(bridge_article(), {"quotes", "path"}),
            R"({"quotes":[],"path":"a.txt"})");
}

}  // namespace
}  // namespace onrecord
