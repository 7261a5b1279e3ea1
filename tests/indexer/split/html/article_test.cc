// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/article.h"

#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/split/html/pages.h"

namespace onrecord {
namespace {

using test::headline_of;
using test::split_page;
using test::texts_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string prose =
    "<p>The council of Port Almer voted on Monday to close the old ferry pier before winter sets "
    "in, "
    "after engineers had found cracks in four of its pillars.</p>"
    "<p>Traders on the quay said that they had not been told. &ldquo;We read it in the "
    "paper,&rdquo; "
    "said Ana Ruiz, who has sold nets there since 1998.</p>"
    "<p>The pier carries about nine hundred passengers a day, most of them commuters, and no other "
    "landing has room for the larger boats of the line.</p>";

std::string page_with(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=en><head>" + head + "</head><body>" + body + "</body></html>";
}

Article split(const std::string& head, const std::string& body) {
  auto article = split_page(page_with(head, body));
  EXPECT_TRUE(article) << (article ? "" : article.error().message);
  return article ? *article : Article();
}

TEST(HtmlArticle, FindsTheTextAmongNavigation) {
  const Article article = split(
      "<title>Pier to close | The Almer Courier</title>",
      "<nav><ul><li><a href=/a>Home</a><li><a href=/b>Sport</a></ul></nav>"
      "<div id=wrap><div class=x><h1>Pier to close</h1>" +
          prose +
          "</div>"
          "<div class=y><h3><a href=/c>Nine ways to cook a herring this winter</a></h3></div></div>"
          "<footer><p>All rights reserved. No part of this page may be copied without "
          "leave.</p></footer>");
  EXPECT_EQ(headline_of(article), "Pier to close");
  const auto body = texts_of(article, ParagraphKind::body);
  ASSERT_EQ(body.size(), 3U);
  EXPECT_THAT(body[1], HasSubstr("\u201CWe read it in the paper,\u201D said Ana Ruiz"));
}

TEST(HtmlArticle, PutsCaptionsAside) {
  const Article article =
      split("<title>Pier to close</title>",
            "<article><h1>Pier to close</h1>"
            "<figure><img src=p.jpg><figcaption>Nets drying at the pier. Photo: Li Wen/The Courier"
            "</figcaption></figure>" +
                prose + "</article>");
  ASSERT_EQ(article.captions.size(), 1U);
  EXPECT_EQ(article.paragraphs[article.captions[0].paragraph].text, "Nets drying at the pier.");
  EXPECT_EQ(article.captions[0].credit, "Li Wen/The Courier");
  EXPECT_EQ(texts_of(article, ParagraphKind::body).size(), 3U);
}

TEST(HtmlArticle, KeepsSubheadsListsAndBlockQuotes) {
  const Article article =
      split("<title>Pier to close</title>",
            "<article><h1>Pier to close</h1>" + prose +
                "<h2>What happens next</h2><ul><li>Boats move to the north quay on the first of "
                "May.</li></ul>"
                "<blockquote><p>We will not leave the quay, whatever they vote.</p></blockquote>" +
                prose + "<h2>Related stories</h2></article>");
  EXPECT_THAT(texts_of(article, ParagraphKind::subhead), ElementsAre("What happens next"));
  EXPECT_THAT(texts_of(article, ParagraphKind::list_item),
              ElementsAre("Boats move to the north quay on the first of May."));
  EXPECT_THAT(texts_of(article, ParagraphKind::block_quote),
              ElementsAre("We will not leave the quay, whatever they vote."));
}

TEST(HtmlArticle, TakesLinksBetweenParagraphsOut) {
  const Article article =
      split("<title>Pier to close</title>",
            "<article><h1>Pier to close</h1>" + prose +
                "<p><a href=/d>Read more: Herring prices double in a week</a></p>"
                "<p>The council meets again in April.</p></article>");
  EXPECT_EQ(texts_of(article, ParagraphKind::body).size(), 4U);
  EXPECT_EQ(article.related.size(), 1U);
}

TEST(HtmlArticle, ReadsJsonLd) {
  const Article article = split(
      R"(<title>Pier to close</title><script type="application/ld+json">
      {"@context":"https://schema.org","@graph":[
        {"@type":"Organization","@id":"#o","name":"The Almer Courier"},
        {"@type":"Person","@id":"#p","name":"Tom Okafor"},
        {"@type":["NewsArticle"],"headline":"Pier to close","author":{"@id":"#p"},
         "publisher":{"@id":"#o"},"datePublished":"2024-03-11T07:05:00+01:00",
         "dateModified":"2024-03-12","articleSection":"Harbour","isAccessibleForFree":false},]}
      </script>)",
      "<article><h1>Pier to close</h1><p>By Tom Okafor</p>" + prose + "</article>");
  EXPECT_THAT(article.byline, ElementsAre("Tom Okafor"));
  EXPECT_EQ(article.source, "The Almer Courier");
  EXPECT_EQ(article.section, "Harbour");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(to_iso(*article.published), "2024-03-11T07:05:00+01:00");
  EXPECT_EQ(texts_of(article, ParagraphKind::body).size(), 3U);
}

TEST(HtmlArticle, ReadsMetaElementsAndMicrodata) {
  const Article article = split(
      "<title>x</title><meta property=og:title content='Pier to close - The Courier'>"
      "<meta property='article:published_time' content='2024-03-11'>"
      "<meta property=og:site_name content='The Courier'><link rel=canonical "
      "href=https://c.example/p>",
      "<article><h1 itemprop=headline>Pier to close</h1>"
      "<span itemprop=author><span itemprop=name>Li Wen</span></span>" +
          prose + "</article>");
  EXPECT_EQ(headline_of(article), "Pier to close");
  EXPECT_THAT(article.byline, ElementsAre("Li Wen"));
  EXPECT_EQ(article.source, "The Courier");
  EXPECT_EQ(article.url, "https://c.example/p");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(to_iso(*article.published), "2024-03-11");
}

TEST(HtmlArticle, NamesPeopleOnly) {
  const std::string head =
      R"(<title>Pier to close</title><meta name=author content="Almer Verlag GmbH">)"
      R"(<meta property=og:site_name content="The Courier">)";
  EXPECT_THAT(split(head, "<h1>Pier to close</h1>" + prose).byline, IsEmpty());
  EXPECT_THAT(split(head, "<h1>Pier to close</h1><p class=byline>By Li Wen</p>" + prose).byline,
              ElementsAre("Li Wen"));
}

TEST(HtmlArticle, ReadsDateAndBylineThatThePageShows) {
  const auto published = [](const std::string& line) {
    const Article article =
        split("<title>Pier to close</title>",
              "<article><h1>Pier to close</h1><div>" + line + "</div>" + prose + "</article>");
    return article.published ? to_iso(*article.published) : std::string();
  };
  EXPECT_EQ(published("11. M\u00E4rz 2024"), "2024-03-11");
  EXPECT_EQ(published("11 de marzo de 2024"), "2024-03-11");
  EXPECT_EQ(published("Updated 2 hours ago"), "");
  const Article article = split("<title>Pier to close</title>",
                                "<article><h1>Pier to close</h1><div>Posted 11 March "
                                "2024 by Ana Ruiz</div>" +
                                    prose + "</article>");
  EXPECT_THAT(article.byline, ElementsAre("Ana Ruiz"));
}

TEST(HtmlArticle, LeavesKickersAndBreadcrumbsOutOfTheHeadline) {
  const Article article = split(
      "<title>Pier in Almer: all about the closure</title>"
      "<meta property=og:title content='Pier to close before winter'>",
      "<nav class=breadcrumb><h1>Pier in Almer: all about the closure</h1></nav>"
      "<article><h2><span class=kicker>Harbour</span>Pier to close before winter</h2>" +
          prose + "</article>");
  EXPECT_EQ(headline_of(article), "Pier to close before winter");
}

std::string json_ld_headline(const std::string& headline) {
  return R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":")" + headline +
         R"(","alternativeHeadline":"The pier"}</script>)";
}

TEST(HtmlArticle, TakesTheEditorsHeadlineWhereAllElseIsWrittenForSearchEngines) {
  const std::string heading = "Pier in Almer: what we know";
  const Article article =
      split("<title>" + heading + " | Almer Courier</title><meta property=og:title content='" +
                heading + "'>" + json_ld_headline("The night the pier gave way"),
            "<article><h1>" + heading + "</h1>" + prose + "</article>");
  EXPECT_EQ(headline_of(article), "The night the pier gave way");
  EXPECT_EQ(texts_of(article, ParagraphKind::body).size(), 3U) << "the heading is no text";
}

TEST(HtmlArticle, KeepsTheHeadingWhereJsonLdHasTheTitleForSearchEngines) {
  const std::string searched = "Pier in Almer closed: reasons and dates";
  const Article article =
      split("<title>" + searched + "</title><meta property=og:title content='Goodbye, old pier'>" +
                json_ld_headline(searched),
            "<article><h1>Goodbye, old pier</h1>" + prose + "</article>");
  EXPECT_EQ(headline_of(article), "Goodbye, old pier");
}

std::string page_head(const std::string& title) {
  return "<title>" + title + "</title><meta property=og:title content='" + title + "'>" +
         json_ld_headline(title);
}

TEST(HtmlArticle, AHeadingThatNoTitleConfirmsYieldsToTitlesThatAgree) {
  const std::string body = "<article><h1>The quay by night</h1>" + prose + "</article>";
  EXPECT_EQ(headline_of(split(page_head("Pier to close before winter"), body)),
            "Pier to close before winter");
  EXPECT_EQ(headline_of(split("<title>Pier to close before winter</title>", body)),
            "The quay by night");
}

TEST(HtmlArticle, JoinsAKickerThatAllTitlesJoin) {
  const std::string body = "<article><h1>Night on the pier</h1>" + prose + "</article>";
  EXPECT_EQ(headline_of(split(page_head("Almer: Night on the pier"), body)),
            "Almer: Night on the pier");
  EXPECT_EQ(headline_of(split("<meta property='article:section' content=Harbour>" +
                                  page_head("Harbour: Night on the pier"),
                              body)),
            "Night on the pier")
      << "a section is no kicker";
}

TEST(HtmlArticle, LeavesTeasersAndOffersOut) {
  std::string teasers;
  for (const char* name : {"/1", "/2", "/3"}) {
    teasers +=
        std::string("<div><h4><a href=") + name +
        ">Herring prices double within a week</a></h4><p>Nobody on the quay can say why, and "
        "those who can are not on the quay.</p></div>";
  }
  const Article article = split(
      "<title>Pier to close</title>",
      "<main><h1>Pier to close</h1>" + prose + "<div>" + teasers +
          "</div>"
          "<div class=newsletter><p>Get the week on the water in your inbox every Friday.</p></div>"
          "<div class=paywall-offer><p>Read on for one pound a month, cancel at any time.</p></div>"
          "</main>");
  EXPECT_EQ(texts_of(article, ParagraphKind::body).size(), 3U);
}

TEST(HtmlArticle, ReadsCreditsThatAreMarked) {
  const Article article =
      split("<title>Pier to close</title>",
            "<article><h1>Pier to close</h1><div class=img-caption>The pier at low tide "
            "<span class=img-credit>Image: Cockle Pictures</span></div>" +
                prose + "</article>");
  ASSERT_EQ(article.captions.size(), 1U);
  EXPECT_EQ(article.paragraphs[article.captions[0].paragraph].text, "The pier at low tide");
  EXPECT_EQ(article.captions[0].credit, "Cockle Pictures");
}

TEST(HtmlArticle, TellsWhyThereIsNoArticle) {
  const auto front = split_page(
      page_with("<title>The Courier</title>",
                "<main><div><a href=/1>Pier to close before winter sets in</a></div>"
                "<div><a href=/2>Herring prices double in a single week</a></div>"
                "<div><a href=/3>Ferry line orders three new boats abroad</a></div></main>"));
  ASSERT_FALSE(front);
  EXPECT_EQ(front.error().message, "a list of links, no article");
  EXPECT_EQ(split_page("<html><body></body></html>").error().message, "a page without text");
  EXPECT_EQ(split_page(page_with("<title>404 - Page not found</title>",
                                 "<p>We are sorry, that page has sailed.</p>"))
                .error()
                .message,
            "an error page, no article");
  EXPECT_EQ(split_page(page_with("<title>The Courier</title>",
                                 "<div id=cookie-notice><p>We value your privacy. We and our 814 "
                                 "partners store what you read.</p><button>Accept</button></div>"))
                .error()
                .message,
            "a consent or browser notice, no article");
}

TEST(HtmlArticle, TakesTheTextOfTheMetadataWhereThePageShowsNone) {
  std::string text;
  for (const char* quay : {"eastern", "western", "northern", "southern"}) {
    text += std::string("The traders of the ") + quay +
            " quay said on Monday that nobody had told them of the vote, and that they had read of "
            "it in the paper like everybody else.\\n\\n";
  }
  const std::string head =
      "<title>Pier to close</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\","
      "\"headline\":\"Pier to close\",\"datePublished\":\"2024-03-11\",\"articleBody\":\"" +
      text + "\"}</script>";
  const Article article = split(head, "<div id=app>Loading</div>");
  EXPECT_EQ(headline_of(article), "Pier to close");
  EXPECT_EQ(texts_of(article, ParagraphKind::body).size(), 4U);
  EXPECT_EQ(to_iso(*article.published), "2024-03-11");
  // What the page shows is better.
  EXPECT_EQ(texts_of(split(head, "<h1>Pier to close</h1>" + prose), ParagraphKind::body).size(),
            3U);
}

TEST(HtmlArticle, MapsTextToThePage) {
  const std::string page =
      page_with("<title>Pier to close</title>", "<article><h1>Pier to close</h1>" + prose);
  const auto article = split_page(page);
  ASSERT_TRUE(article);
  for (const Paragraph& paragraph : article->paragraphs) {
    for (std::size_t i = 0; i < paragraph.source.size(); ++i) {
      const std::size_t begin = paragraph.source[i].text_begin;
      const char first = paragraph.text[begin];
      const char there = page[paragraph.source[i].source_begin];
      EXPECT_TRUE(first == there || there == '&') << paragraph.text.substr(begin, 20);
    }
  }
}

}  // namespace
}  // namespace onrecord
