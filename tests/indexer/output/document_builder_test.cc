// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/output/document_builder.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/schema.h"
#include "common/stored_article.h"
#include "tests/support/sample_article.h"

namespace onrecord {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsSupersetOf;
using testing::Not;

BuiltDocuments built(const Article& article) {
  return DocumentBuilder().build(article);
}

std::set<std::string> terms(const Xapian::Document& document) {
  return {document.termlist_begin(), document.termlist_end()};
}

Xapian::termcount weight(const Xapian::Document& document, const std::string& term) {
  auto it = document.termlist_begin();
  it.skip_to(term);
  return it != document.termlist_end() && *it == term ? it.get_wdf() : 999;
}

std::vector<Xapian::termpos> positions(const Xapian::Document& document, const std::string& term) {
  auto it = document.termlist_begin();
  it.skip_to(term);
  return {it.positionlist_begin(), it.positionlist_end()};
}

TEST(DocumentBuilder, FindsWordsOfHeadlineBodyAndCaptionWithoutAField) {
  const auto found = terms(built(sample_article()).article);
  EXPECT_THAT(found, IsSupersetOf(std::vector<std::string>{"harbour", "Zharbour", "signed", "Zsign",
                                                           "quay", "u.n."}));
  EXPECT_THAT(found, Not(Contains("Zu.n.")));
}

TEST(DocumentBuilder, HeadlineWordsWeighMore) {
  const auto article = built(sample_article()).article;
  EXPECT_EQ(weight(article, "strike"), 3U);
  EXPECT_EQ(weight(article, "Sstrike"), 1U);
  EXPECT_EQ(weight(article, "signed"), 1U);
}

TEST(DocumentBuilder, FieldsFilterByPrefix) {
  const auto found = terms(built(sample_article()).article);
  EXPECT_THAT(found, IsSupersetOf(std::vector<std::string>{
                         "Sharbour",
                         "ZSstrike",
                         "XCAquay",
                         "XQsigned",
                         "ZXQsign",
                         "XBYann",
                         "XDLtallinn",
                         "XRminister",
                         "Aann lee",
                         "Alee",
                         "Ade vries",
                         "XPmara lindqvist",
                         "XPlindqvist",
                         "XPohale",
                         "XPLvalencia",
                         "XPLvalencia es",
                         "Nes",
                         "XOport workers union",
                         "XOpwu",
                         "XSPlindqvist",
                         "XSPpwu",
                         "XSOthe evening post",
                         "XSEworld",
                         "Len",
                         "XAGandes wire",
                         "XHquotes",
                         "Y2021",
                         "M202103",
                         "D20210304",
                         "Uhttps://evening.example/2021/03/04/harbour?id=7",
                         "Parchive/harbour.jsonl"}));
}

TEST(DocumentBuilder, MarksWordsThatAreNotInTheBody) {
  const auto found = terms(built(sample_article()).article);
  EXPECT_THAT(found,
              IsSupersetOf(std::vector<std::string>{"XNBharbour", "XNBZharbour", "XNBquay"}));
  EXPECT_THAT(found, Not(Contains("XNBminister"))) << "is in caption and body";
}

TEST(DocumentBuilder, PhrasesStayInsideAParagraph) {
  const auto article = built(sample_article()).article;
  const auto last_of_headline = positions(article, "ends").at(0);
  const auto first_of_body = positions(article, "tallinn").at(0);
  EXPECT_GT(first_of_body, last_of_headline + 10);
  EXPECT_EQ(positions(article, "signed").at(0) + 1, positions(article, "transport").at(0));
}

TEST(DocumentBuilder, KeepsTheArticleAndItsFacets) {
  const Article article = sample_article();
  const auto document = built(article).article;
  EXPECT_EQ(*decode_article(document.get_data()), article);
  EXPECT_EQ(document.get_value(date_slot), "20210304");
  EXPECT_THAT(decode_facet_values(document.get_value(*find_field("place")->facet_slot)),
              ElementsAre("Tallinn (EE)", "Valencia (ES)"));
  EXPECT_EQ(document.get_value(*find_field("kind")->facet_slot), "");
}

TEST(DocumentBuilder, QuotesAreDocumentsOfTheirOwn) {
  const Article article = sample_article();
  const auto quotes = built(article).quotes;
  ASSERT_EQ(quotes.size(), 2U);
  EXPECT_THAT(terms(quotes[0]),
              IsSupersetOf(std::vector<std::string>{
                  "Q" + article.quotes[0].id, "XA" + article.id, "signed", "Zsign",
                  "XSPmara lindqvist", "XSPlindqvist", "XKdirect", "XCsaid", "XABvalencia",
                  "XRtransport", "Sharbour", "XPLvalencia", "Y2021", "XSOthe evening post"}));
  EXPECT_THAT(terms(quotes[0]), Not(Contains("XQsigned")));
  EXPECT_THAT(terms(quotes[0]), Not(Contains("valencia")));
  EXPECT_EQ(quotes[0].get_value(article_slot), article.id);
  EXPECT_EQ(quotes[0].get_value(date_slot), "20210304");
  EXPECT_EQ(*decode_quote(quotes[1].get_data()), make_stored_quote(article, article.quotes[1]));
}

TEST(DocumentBuilder, LengthOfAQuoteIsThatOfItsWords) {
  const auto documents = built(sample_article());
  const auto& quote = documents.quotes[0];
  EXPECT_EQ(weight(quote, "signed"), 1U);
  EXPECT_EQ(weight(quote, "XABsigned"), 0U);
  EXPECT_EQ(weight(quote, "Sharbour"), 0U);
  EXPECT_EQ(weight(quote, "XRtransport"), 1U);
  EXPECT_EQ(weight(documents.article, "XQsigned"), 0U);
}

TEST(DocumentBuilder, PositionsAreWhereTheSchemaSaysSo) {
  const auto documents = built(sample_article());
  const auto& quote = documents.quotes[0];
  EXPECT_TRUE(has_positions(DocumentKind::quote, *find_field("quote")));
  EXPECT_EQ(positions(quote, "signed").size(), 1U);
  EXPECT_TRUE(has_positions(DocumentKind::quote, *find_field("role")));
  EXPECT_EQ(positions(quote, "XRminister").size(), 1U);
  EXPECT_TRUE(has_positions(DocumentKind::article, *find_field("headline")));
  EXPECT_EQ(positions(documents.article, "Sharbour").size(), 1U);
  EXPECT_FALSE(has_positions(DocumentKind::article, *find_field("quote")));
  EXPECT_FALSE(has_positions(DocumentKind::quote, *find_field("headline")));
  EXPECT_THAT(positions(quote, "Sharbour"), ElementsAre());
  EXPECT_FALSE(has_positions(DocumentKind::quote, *find_field("about")));
  EXPECT_THAT(positions(quote, "XABsigned"), ElementsAre());
}

TEST(DocumentBuilder, StemsByTheLanguageOfTheArticle) {
  Article article;
  article.id = "a-1";
  article.language = "fr";
  article.paragraphs = {{ParagraphKind::body, "continuellement", {}}};
  EXPECT_THAT(terms(built(article).article), Contains("Zcontinuel"));
  article.language = "xx";
  EXPECT_THAT(terms(built(article).article), Contains("Zcontinuellement"));
}

TEST(DocumentBuilder, TermsAreLegalWhateverTheArticleHolds) {
  Article article = sample_article();
  const std::string evil = std::string(200, '\0') + std::string(100'000, 'W') + "\x01\x7F";
  article.source = article.section = article.url = article.origin.path = evil;
  article.people[0].name = evil + " " + evil;
  article.places[0].name = evil;
  article.quotes[0].cue = article.quotes[0].speaker = evil;
  article.paragraphs[1].text += " " + evil;
  const BuiltDocuments documents = built(article);
  std::vector<Xapian::Document> all = documents.quotes;
  all.push_back(documents.article);
  for (const Xapian::Document& document : all) {
    for (const std::string& term : terms(document)) {
      EXPECT_FALSE(term.empty());
      EXPECT_LE(term.size(), max_term_bytes);
      for (const char c : term) EXPECT_FALSE(c >= 0 && c < 0x20) << term;
    }
  }
}

}  // namespace
}  // namespace onrecord
