// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/split/html/pages.h"

namespace onrecord {
namespace {

using test::headline_of;
using test::html_lexicon;
using test::split_page;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string prose =
    "<p>The council of Port Almer voted on Monday to close the old ferry pier before winter sets "
    "in, after engineers had found cracks in four of its pillars.</p>"
    "<p>Traders on the quay said that they had not been told. &ldquo;We read it in the "
    "paper,&rdquo; said Ana Ruiz, who has sold nets there since 1998.</p>"
    "<p>The pier carries about nine hundred passengers a day, most of them commuters, and no other "
    "landing has room for the larger boats of the line.</p>";

std::string page_of(const std::string& head, const std::string& above, const std::string& below) {
  return "<!DOCTYPE html><html lang=en><head><title>Pier to close</title>" + head +
         "</head><body><article>" + above + prose + below + "</article></body></html>";
}

Article read(const std::string& head, const std::string& above, const std::string& below = {}) {
  auto article = split_page(page_of(head, above, below));
  EXPECT_TRUE(article) << (article ? "" : article.error().message);
  return article ? *article : Article();
}

std::vector<std::string> byline_above(const std::string& line) {
  return read("", "<h1>Pier to close</h1>" + line).byline;
}

std::vector<std::string> byline_below(const std::string& line) {
  return read("", "<h1>Pier to close</h1>", line).byline;
}

std::string published(const std::string& above, const std::string& below = {}) {
  const Article article = read("", above, below);
  return article.published ? to_iso(*article.published) : std::string();
}

struct Line {
  std::string markup;
  std::string name;
};

TEST(HtmlFields, BylinesAboveTheText) {
  const std::vector<Line> lines = {
      {"<div>12. M\u00E4rz 2024 von Tom Okafor</div>", "Tom Okafor"},
      {"<div>Blogbeitrag von Tom Okafor</div>", "Tom Okafor"},
      {"<p class=label>By</p><p class=full-name>Tom Okafor</p>", "Tom Okafor"},
      {"<div>von <span class='author vcard'><a class='url fn n'>Lake_Walker</a></span></div>",
       "Lake_Walker"},
      {"<div>am Montag von <a rel=author href=/author/tom/>tom</a></div>", "tom"},
      {"<div>Gespeichert von <span class=username>lakewalker</span> am Montag</div>", "lakewalker"},
  };
  for (const Line& line : lines) {
    EXPECT_THAT(byline_above(line.markup), ElementsAre(line.name)) << line.markup;
  }
}

TEST(HtmlFields, BylinesBetweenDateAndHeadline) {
  const Article article =
      read("", "<div>05.02.2024 <span>- Redaktion: Li Wen</span></div><h1>Pier to close</h1>");
  EXPECT_THAT(article.byline, ElementsAre("Li Wen"));
}

TEST(HtmlFields, BylinesBelowTheText) {
  const std::vector<Line> lines = {
      {"<div class=box>Datum: 19.11.2021 Autor: Tom Okafor Quelle: Seeblick</div>", "Tom Okafor"},
      {"<div class=credits><div>Text: <span>Tom Okafor</span></div></div>", "Tom Okafor"},
      {"<p><b>Tom Okafor</b></p>", "Tom Okafor"},
  };
  for (const Line& line : lines) {
    EXPECT_THAT(byline_below(line.markup), ElementsAre(line.name)) << line.markup;
  }
}

TEST(HtmlFields, ReadersDesksAndTeasersAreNoAuthors) {
  EXPECT_THAT(byline_below("<div id=comments><b class=fn>Tom Okafor</b></div>"), IsEmpty());
  EXPECT_THAT(byline_above("<a rel=author href=/author/desk/>Courier Reporters</a>"), IsEmpty());
  const std::string teaser =
      "<div class=related-articles><h2><a href=/x>Storm over the lake</a></h2>"
      "<div class=author>Li Wen</div></div>";
  EXPECT_THAT(byline_above(teaser + "<div class=author>Tom Okafor</div>"),
              ElementsAre("Tom Okafor"));
}

TEST(HtmlFields, DesksSignWhereNoPersonDoes) {
  const auto author = [](const std::string& value) {
    return R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Pier to )"
           R"(close","publisher":{"name":"Almer Courier"},"author":)" +
           value + "}</script>";
  };
  const auto desks = [](const std::string& head, const std::string& above) {
    const Article article = read(head, "<h1>Pier to close</h1>" + above);
    EXPECT_THAT(article.byline, IsEmpty());
    return article.desks;
  };
  EXPECT_THAT(desks(author(R"({"@type":"Organization","name":"Almer Courier"})"), ""),
              ElementsAre("Almer Courier"));
  EXPECT_THAT(desks(author(R"({"@type":"Person","name":"Almer Courier et AFP"})"), ""),
              ElementsAre("Almer Courier et AFP"));
  // More than the name of the site is better.
  EXPECT_THAT(
      desks(author(R"("Almer Courier")") + "<meta name=parsely-author content='Web desk'>", ""),
      ElementsAre("Web desk"));
  EXPECT_THAT(desks("", "<div class=byline>Redaktion 1. November 2023 10:29</div>"),
              ElementsAre("Redaktion"));
  EXPECT_THAT(desks("", "<div class=author>More sports</div>"), IsEmpty());
  EXPECT_THAT(desks("<meta name=author content='Harbour Web Ltd'>", ""), IsEmpty());
  const Article signed_by_both = read(author(R"({"@type":"Organization","name":"Almer Courier"})"),
                                      "<h1>Pier to close</h1><p class=byline>By Tom Okafor</p>");
  EXPECT_THAT(signed_by_both.byline, ElementsAre("Tom Okafor"));
  EXPECT_THAT(signed_by_both.desks, IsEmpty());
}

TEST(HtmlFields, CardsOfSocialNetworksNameTheAuthor) {
  const std::string card =
      "<meta name=twitter:label1 content='Verfasst von'><meta name=twitter:data1 content='Tom "
      "Okafor'><meta name=twitter:label2 content='Lesezeit'><meta name=twitter:data2 content='3 "
      "Minuten'>";
  EXPECT_THAT(read(card, "<h1>Pier to close</h1><p>Tom Okafor</p>").byline,
              ElementsAre("Tom Okafor"));
  EXPECT_THAT(read(card, "<h1>Pier to close</h1>").byline, IsEmpty());
}

TEST(HtmlFields, OtherCreditsAndDatesEndTheName) {
  EXPECT_THAT(byline_above("<p>Text von Tom Okafor &nbsp; Fotos Li Wen</p>"),
              ElementsAre("Tom Okafor"));
  EXPECT_THAT(byline_above("<div>Par&nbsp;<a href=/n>Tom Okafor</a> le 11/03/2024</div>"),
              ElementsAre("Tom Okafor"));
  EXPECT_THAT(byline_above("<p><strong>Tom Okafor/Li Wen</strong></p>"),
              ElementsAre("Tom Okafor", "Li Wen"));
  EXPECT_THAT(byline_above("<p><strong>Open Harbour</strong></p>"), IsEmpty());
}

TEST(HtmlFields, AccountsOfTheSoftwareMustBeShown) {
  const std::string head =
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Pier to close",)"
      R"("author":{"@type":"Person","name":"Todd"}}</script>)";
  EXPECT_THAT(read(head, "<h1>Pier to close</h1><p>By</p><p>Todd Okafor</p>").byline,
              ElementsAre("Todd Okafor"));
  EXPECT_THAT(read("<meta name=dc.creator content='Ruiz, Carla'>", "<h1>Pier to close</h1>").byline,
              IsEmpty());
}

TEST(HtmlFields, TheNameInMicrodataMayBeALinkToo) {
  EXPECT_THAT(byline_above("<address itemprop=author itemscope><a itemprop='url name'>Li Wen</a>"
                           "</address>"),
              ElementsAre("Li Wen"));
}

TEST(HtmlFields, DatesWhereTheTextBeginsAndEnds) {
  const std::string title = "<h1>Pier to close</h1>";
  EXPECT_EQ(published(title + "<p>11.03.2024 \u2013 The lake talks of Almer have failed once more, "
                              "as the two sides could not agree on a level, sources say.</p>"),
            "2024-03-11");
  EXPECT_EQ(published(title + "<p class=deck>The engineers found cracks in four pillars.</p>"
                              "<div><time datetime=2024-03-11>Monday</time></div>"),
            "2024-03-11");
  EXPECT_EQ(published(title,
                      "<div class=post-footer>This entry was posted on 11 March 2024 at "
                      "7:05 and is filed under <a href=/a>Harbour</a> and <a "
                      "href=/b>Town</a>. You can follow any responses to this entry "
                      "through a feed, or leave a response from your own site.</div>"),
            "2024-03-11T07:05:00");
}

TEST(HtmlFields, DatesInBracketsBelowADeckAndInTheTitle) {
  EXPECT_EQ(
      published("<h1>Pier to close</h1><p>The engineers of the town have found cracks in four "
                "of the pillars, says the council.</p><p>(11.03.2024) The lake talks of Almer "
                "have failed once more, as the two sides could not agree, sources say.</p>"),
      "2024-03-11");
  const auto article = split_page(
      "<!DOCTYPE html><html><head><title>Pier to close | The Courier | 11.03.2024</title></head>"
      "<body><article><h1>Pier to close</h1>" +
      prose + "</article></body></html>");
  ASSERT_TRUE(article && article->published);
  EXPECT_EQ(to_iso(*article->published), "2024-03-11");
}

TEST(HtmlFields, HeadingsThatAreNone) {
  const auto headline = [](const std::string& head, const std::string& above,
                           const std::string& below = {}) {
    return std::string(headline_of(read(head, above, below)));
  };
  // A date that the heading holds.
  EXPECT_EQ(
      headline("", "<h1><span class=top><time>11 March 2024</time></span> Pier to be shut</h1>"),
      "Pier to be shut");
  // One below the text that only holds a word of the title.
  EXPECT_EQ(headline("", "<h2>Pier to close</h2>", "<h1>Our partners: Pier to close</h1>"),
            "Pier to close");
  // The headline, given for the name of the site.
  const std::string title = "Ferry pier of Port Almer to close before the winter";
  EXPECT_EQ(headline("<meta property=og:site_name content='" + title + "'>",
                     "<h1>" + title + "</h1>", "<h2>More from the harbour</h2>"),
            title);
  // Soft hyphens are no part of a word.
  EXPECT_EQ(headline("", "<h1>Pier to be dis&shy;mantled</h1>"), "Pier to be dismantled");
  // The first half of a headline.
  EXPECT_EQ(headline("",
                     "<h1><span class=first>Ferries of Almer:</span> <span "
                     "class=topline>Council closes the pier</span></h1>"),
            "Ferries of Almer: Council closes the pier");
}

TEST(HtmlFields, KickersInTheHeading) {
  const std::vector<std::string> headings = {
      "<h1><span class=roofline>The pier of Port Almer</span> Pier to close</h1>",
      "<h1><span>Port Almer</span><span> - </span><span>Pier to close</span></h1>",
      "<h1><div class=topic-label>Harbour</div> Pier to close</h1>",
  };
  for (const std::string& heading : headings) {
    auto page = split_page(
        "<html><head><title>Port Almer and its harbour</title></head><body>"
        "<article>" +
        heading + prose + "</article></body></html>");
    ASSERT_TRUE(page);
    EXPECT_EQ(headline_of(*page), "Pier to close") << heading;
  }
}

TEST(HtmlFields, TheBetterTitleDecidesAboutTheKicker) {
  auto page = split_page(
      "<html><head><title>Open Water - Pier to close</title><meta property=og:title "
      "content='Pier to close'></head><body><article><h1><span>Open Water</span><br><span>Pier to "
      "close</span></h1>" +
      prose + "</article></body></html>");
  ASSERT_TRUE(page);
  EXPECT_EQ(headline_of(*page), "Pier to close");
}

TEST(HtmlFields, ALinkToTheFrontPageIsNoHeadline) {
  auto page = split_page(
      "<html><head><title>Years on the Lake &raquo; Archive &raquo; Pier to close</title></head>"
      "<body><h1><a href='http://lake.example'>Years on the Lake</a></h1><div><h2>Pier to "
      "close</h2>" +
      prose + "</div></body></html>");
  ASSERT_TRUE(page);
  EXPECT_EQ(headline_of(*page), "Pier to close");
}

TEST(HtmlFields, CutTextIsTruncated) {
  const std::string costs =
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Pier to close",)"
      R"("isAccessibleForFree":false}</script>)";
  const std::string title = "<h1>Pier to close</h1>";
  const std::string cut =
      "<p>The board of the harbour has now asked the minister whether&hellip;</p>";
  EXPECT_TRUE(read(costs, title, cut).truncated);
  EXPECT_FALSE(read("", title, cut).truncated);
  EXPECT_FALSE(read(costs, title).truncated) << "saved by a subscriber";
}

TEST(HtmlFields, EvidenceSaysWhereAFieldWasRead) {
  RawRecord record;
  record.kind = TextKind::html;
  record.text = page_of(
      "<meta property=og:title content='Old pier to close'><meta property=article:published_time "
      "content=2024-03-11><meta name=date content=2024-03-12>",
      "<h1>Pier to close</h1><p class=byline>By Li Wen</p>", "");
  const auto articles = split_html(record, html_lexicon(), Explain::yes);
  ASSERT_TRUE(articles);
  const auto& evidence = articles->front().evidence;
  EXPECT_THAT(evidence, Contains(FieldEvidence{"headline", "h1", "Old pier to close", "og:title"}));
  EXPECT_THAT(evidence, Contains(FieldEvidence{"byline", "shown", "", ""}));
  EXPECT_THAT(evidence,
              Contains(FieldEvidence{"published", "article:published_time", "2024-03-12", "date"}));
  EXPECT_THAT(split_html(record, html_lexicon())->front().evidence, IsEmpty());
}

std::string published_with(const std::string& utc, const std::string& above) {
  const Article article =
      read("<meta property=article:published_time content='" + utc + "'>", above);
  return article.published ? to_iso(*article.published) : std::string();
}

TEST(HtmlFields, TheDayIsThatOfThePlaceNotOfUtc) {
  const std::string evening = "2024-03-12T01:25:10Z";
  EXPECT_EQ(published_with(evening, "<h1>Pier to close</h1><p>11 March 2024, 20:25</p>"),
            "2024-03-11T20:25:00-05:00");
  EXPECT_EQ(published_with(evening, "<h1>Pier to close</h1><p>11 March 2024</p>"), "2024-03-11");
  EXPECT_EQ(
      published_with("2024-03-10T23:00:00Z", "<h1>Pier to close</h1><p>11 March 2024, 00:00</p>"),
      "2024-03-11T00:00:00+01:00");
  EXPECT_EQ(published_with(evening,
                           "<meta itemprop=datePublished content='2024-03-11T20:25-0500'>"
                           "<h1>Pier to close</h1>"),
            "2024-03-11T20:25:00-05:00");
}

TEST(HtmlFields, ADayShownThatIsNotTheMomentsOwnIsAnother) {
  const std::string kept = "2024-03-12T01:25:10+00:00";
  for (const char* shown : {"13 March 2024", "10 March 2024", "11 March 2024, 18:07",
                            "Updated 11 March 2024", "Last updated on 11 March 2024, 20:25"}) {
    EXPECT_EQ(published_with("2024-03-12T01:25:10Z",
                             std::string("<h1>Pier to close</h1><p>") + shown + "</p>"),
              kept)
        << shown;
  }
}

TEST(HtmlFields, TheDayBehindIsThatOfAnUpdateOrAVisit) {
  const std::string evening = "2024-03-11T20:25:10Z";
  const std::string kept = "2024-03-11T20:25:10+00:00";
  for (const char* shown : {"12 March 2024", "Updated 12 March 2024",
                            "The vote is on 12 March 2024", "Last updated 12 March 2024, 08:25"}) {
    EXPECT_EQ(published_with(evening, std::string("<h1>Pier to close</h1><p>") + shown + "</p>"),
              kept)
        << shown;
  }
  EXPECT_EQ(published_with(evening, "<p>Tuesday, 12 March 2024</p><h1>Pier to close</h1>"), kept);
}

TEST(HtmlFields, ALabelledDateBelowTheTextComesBehindTimeElements) {
  const Article article = read("", "<h1>Pier to close</h1><time datetime=2024-03-11>today</time>",
                               "<div>Old story: published on 3 March 2019</div>");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(to_iso(*article.published), "2024-03-11");
}

TEST(HtmlFields, ReadsWhoSignsAtTheEndOfTheBoxOfTheText) {
  const auto signed_by = [](const std::string& line) {
    const auto article = split_page(
        "<title>Pier to close</title><main><h1>Pier to close</h1><div><div>" + prose + line +
        "</div></div><div><p>Read more about the pier, the ferry and the harbour in our paper for "
        "tablets, every day from five in the morning, wherever you are.</p></div></main>");
    return article ? article->byline : std::vector<std::string>();
  };
  EXPECT_THAT(signed_by("<p><b><i>Ana Ruiz</i></b></p>"), ElementsAre("Ana Ruiz"));
  EXPECT_THAT(signed_by("<p>Autoren Ana Ruiz und Tom Okafor</p>"),
              ElementsAre("Ana Ruiz", "Tom Okafor"));
  EXPECT_THAT(signed_by("<p>Ana Ruiz</p>"), IsEmpty()) << "in the middle only what stands out";
}

TEST(HtmlFields, ADateThatSaysPublishedComesFirst) {
  const std::string title = "<h1>Pier to close</h1>";
  EXPECT_EQ(published(title + "<p>Letzte \u00C4nderung: 12.03.2024, erschienen am: 11.03.2024</p>"),
            "2024-03-11");
  EXPECT_EQ(published(title + "<time datetime=2024-03-14>Publi\u00E9 le 11 mars 2024</time>"),
            "2024-03-11");
  EXPECT_EQ(published(title + "<time datetime=2024-03-11T20:25:07Z>Published 11 March 2024</time>"),
            "2024-03-11T20:25:07+00:00")
      << "the same day, and more of it";
}

TEST(HtmlFields, TheDayOfTheVisitIsNoDateOfPublication) {
  EXPECT_EQ(published("<p>Thursday, 14 March 2024</p><h1>Pier to close</h1>"
                      "<p class=post-date>11 March 2024</p>"),
            "2024-03-11");
}

TEST(HtmlFields, ATimeElementOfWhatNeverChangedBearsBothNames) {
  EXPECT_EQ(published("<h1>Pier to close</h1><time class='entry-date published updated' "
                      "datetime=2024-03-11>today</time>"),
            "2024-03-11");
  EXPECT_EQ(published("<h1>Pier to close</h1><time class=updated datetime=2024-03-12>today</time>"),
            "");
}

TEST(HtmlFields, KnowsMonthsOfManyLanguages) {
  for (const char* written : {"11. marts 2024", "11 Mar\u00E7 2024", "11 martie 2024",
                              "11. maaliskuuta 2024", "11 \u043C\u0430\u0440\u0442\u0430 2024"}) {
    EXPECT_EQ(published(std::string("<h1>Pier to close</h1><p>") + written + "</p>"), "2024-03-11")
        << written;
  }
}

TEST(HtmlFields, NamesInElementsOfTheirOwnAreNotRunTogether) {
  EXPECT_THAT(byline_above("<div class=byline><a href=/profile/ana-ruiz>Ana Ruiz</a>"
                           "<a href=https://social.example>Twitter</a></div>"),
              ElementsAre("Ana Ruiz"));
  EXPECT_THAT(byline_above("<p><span><a href=/authors/ruiz>Ana Ruiz</a></span><span>|</span>"
                           "<span>Published yesterday</span></p>"),
              ElementsAre("Ana Ruiz"));
  EXPECT_THAT(
      byline_above("<p><span>By Ana Ruiz and Tom Okafor</span> <span>Coast Press</span></p>"),
      ElementsAre("Ana Ruiz", "Tom Okafor"));
  EXPECT_THAT(byline_above("<ol><li itemprop=item><span itemprop=name>Ferry Harbour</span></ol>"),
              IsEmpty())
      << "breadcrumbs have names, too";
}

TEST(HtmlFields, AnAddressBesideAPortraitIsTheAuthors) {
  EXPECT_THAT(byline_above("<figure><img src=a.jpg><figcaption><address>By <span>Ana Ruiz</span>"
                           "</address></figcaption></figure>"),
              ElementsAre("Ana Ruiz"));
  EXPECT_THAT(
      byline_above("<figure><img src=a.jpg><figcaption>Photo by Ana Ruiz</figcaption></figure>"),
      IsEmpty());
}

TEST(HtmlFields, SeveralMaySignInBold) {
  const Article article =
      read("", "<h1>Pier to close</h1>", "<p><strong><em>Ana Ruiz, Tom Okafor</em></strong></p>");
  EXPECT_THAT(article.byline, ElementsAre("Ana Ruiz", "Tom Okafor"));
}

}  // namespace
}  // namespace onrecord
