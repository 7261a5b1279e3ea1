// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet.h"

#include <string>

#include <gmock/gmock.h>

#include "searcher/query/query_parser.h"
#include "tests/searcher/small_archive.h"

namespace onrecord {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

Matcher matcher_for(std::string_view text) {
  SearchRequest request;
  ParseOptions options;
  options.target = DocumentKind::article;
  request.query = parse_query(text, options).value();
  return Matcher(request);
}

/// The text with its marks between asterisks.
std::string shown(const MarkedText& marked) {
  std::string out;
  std::size_t at = 0;
  for (const TextSpan& mark : marked.marks) {
    out += marked.text.substr(at, mark.begin - at) + "*";
    out += marked.text.substr(mark.begin, mark.end - mark.begin) + "*";
    at = mark.end;
  }
  return out + marked.text.substr(at);
}

std::string snippet(const Article& article, std::string_view query, std::size_t most = 320) {
  return shown(best_passage(article, matcher_for(query).in_article(article), most));
}

Article article_of(std::vector<std::string> body, std::vector<std::string> people = {}) {
  return make_article({.headline = "Levy on moorings",
                       .published = "2021",
                       .source = "Lake Echo",
                       .body = std::move(body),
                       .people = std::move(people)});
}

TEST(Snippet, TakesWholeSentencesWithTheMatch) {
  const Article article =
      article_of({"The council met. It raised the levy for boats. Nobody was glad.",
                  "A second reading follows in May."});
  EXPECT_EQ(snippet(article, "levies", 40), "It raised the *levy* for boats.");
  EXPECT_EQ(snippet(article, "reading"), "A second *reading* follows in May.");
}

TEST(Snippet, PrefersThePassageWithMostPartsOfTheQuery) {
  const Article article =
      article_of({"Boats, boats and boats again.", "The levy on boats passed. Boats left."});
  EXPECT_EQ(snippet(article, "levy boats"), "The *levy* on *boats* passed. *Boats* left.");
}

TEST(Snippet, EndsWithTheLastMatchUnlessThatIsLittleToRead) {
  const Article article = article_of(
      {"The levy on boats passed after a night of talks. It rained. Boats left. It was cold. The "
       "bar was open. Nobody knew why, and so they stayed until morning."});
  EXPECT_EQ(snippet(article, "levy boats", 100),
            "The *levy* on *boats* passed after a night of talks. It rained. *Boats* left.");
  EXPECT_EQ(snippet(article, "cold", 60), "It was *cold*. The bar was open.");
}

TEST(Snippet, MarksPhrasesAsOneAndNotTheirWordsAlone) {
  const Article article = article_of({"The old harbour wall. A wall of the old town."});
  EXPECT_EQ(snippet(article, "\"old harbour\""), "The *old harbour* wall. A wall of the old town.");
  EXPECT_EQ(snippet(article, "harb*"), "The old *harbour* wall. A wall of the old town.");
}

TEST(Snippet, DoesNotMarkWhatIsExcluded) {
  const Article article = article_of({"Wind and rain."});
  EXPECT_EQ(snippet(article, "wind -rain"), "*Wind* and rain.");
}

TEST(Snippet, ShowsWhereAPersonIsNamed) {
  const Article article = article_of(
      {"The council met.", "Ilse Varga was there, said Varga's office."}, {"Ilse Varga"});
  EXPECT_EQ(snippet(article, "person:Varga"), "Ilse *Varga* was there, said *Varga*'s office.");
}

TEST(Snippet, WithoutAMatchInTheTextIsTheBeginning) {
  const Article article = article_of({"The council met. It rained."});
  EXPECT_EQ(snippet(article, "*"), "The council met. It rained.");
  EXPECT_EQ(snippet(article, "headline:moorings", 20), "The council met.");
}

TEST(Snippet, CutsALongSentenceAroundTheMatch) {
  std::string words;
  for (int i = 0; i < 200; ++i) words += "sand ";
  const Article article = article_of({words + "harbour " + words + "end."});
  const std::string text = snippet(article, "harbour", 100);
  EXPECT_THAT(text, HasSubstr("sand *harbour* sand"));
  EXPECT_TRUE(text.starts_with("\u2026sand"));
  EXPECT_TRUE(text.ends_with("sand\u2026"));
  EXPECT_LT(text.size(), 120U);
}

TEST(Snippet, CutsBetweenCharactersWhereThereIsNoBlank) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "\u00E9";
  const MarkedText cut = best_passage(article_of({text}), {}, 101);
  EXPECT_EQ(cut.text.size(), 100U + std::string("\u2026").size());
}

TEST(Snippet, OfAnArticleWithoutTextIsEmpty) {
  EXPECT_EQ(best_passage(Article{}, {}).text, "");
}

TEST(MarkedHeadline, MarksTheMatches) {
  const Article article = article_of({"Nothing."});
  EXPECT_EQ(shown(marked_headline(article, matcher_for("mooring").in_article(article))),
            "Levy on *moorings*");
}

TEST(QuoteContext, IsTheSentenceOfTheQuote) {
  Article article = make_article({.headline = "Levy",
                                  .published = "2021",
                                  .source = "Lake Echo",
                                  .body = {"It rained. \"Pay or leave,\" Varga said. They left."},
                                  .people = {"Ilse Varga"},
                                  .quotes = {{"Pay or leave,", "Ilse Varga"}}});
  const ContextPassage context = quote_context(article, article.quotes[0], {});
  EXPECT_EQ(context.text.text, "\"Pay or leave,\" Varga said.");
  ASSERT_THAT(context.quote, SizeIs(1));
  EXPECT_EQ(context.quote[0], (TextSpan{0, 15}));
}

TEST(QuoteContext, TakesANeighbourWhenTheQuoteStandsAlone) {
  Article article = make_article({.headline = "Levy",
                                  .published = "2021",
                                  .source = "Lake Echo",
                                  .body = {"Varga was curt. \"Pay or leave.\""},
                                  .people = {"Ilse Varga"},
                                  .quotes = {{"Pay or leave.", "Ilse Varga"}}});
  const ContextPassage context = quote_context(article, article.quotes[0], {});
  EXPECT_EQ(context.text.text, "Varga was curt. \"Pay or leave.\"");
  EXPECT_EQ(context.quote[0], (TextSpan{16, 31}));
}

TEST(QuoteContext, JoinsTheParagraphsOfALongQuote) {
  Article article = article_of({"\"Pay, Varga said.", "\"Or leave,\" she added."});
  Quote quote;
  quote.text = "Pay, Or leave,";
  quote.where = {{1, {0, 5}}, {2, {0, 12}}};
  const ContextPassage context = quote_context(article, quote, {});
  EXPECT_EQ(context.text.text, "\"Pay, Varga said. \"Or leave,\" she added.");
  ASSERT_THAT(context.quote, SizeIs(2));
  EXPECT_EQ(context.quote[1], (TextSpan{18, 30}));
}

TEST(Matcher, TreatsHugeAndOddTextsQuickly) {
  std::string words;
  for (int i = 0; i < 20'000; ++i) words += "strike. ";
  const Article article = article_of({words});
  const auto matches = matcher_for("strike \"strike strike\"").in_article(article);
  EXPECT_FALSE(matches.empty());
  EXPECT_FALSE(best_passage(article, matches).text.empty());
}

}  // namespace
}  // namespace onrecord
