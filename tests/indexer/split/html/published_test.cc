// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/published.h"

#include <gtest/gtest.h>

#include "tests/indexer/split/html/pages.h"

namespace onrecord {
namespace {

using test::split_page;

const std::string prose =
    "<p>The council of Port Almer voted on Monday to close the old ferry pier before winter sets "
    "in, after engineers had found cracks in four of its pillars.</p>"
    "<p>Traders on the quay said that they had not been told. They read it in the paper, where it "
    "stood between the tides and the advertisements for nets and ropes.</p>"
    "<p>The pier carries about nine hundred passengers a day, most of them commuters, and no other "
    "landing has room for the larger boats of the line.</p>";

struct Page {
  std::string head;
  std::string above;
  std::string below;
  std::string html = "<html>";
};

std::string published(const Page& page) {
  const auto article =
      split_page("<!DOCTYPE html>" + page.html + "<head><title>Pier to close</title>" + page.head +
                 "</head><body><h1>Pier to close</h1>" + page.above + "<div>" + prose + "</div>" +
                 page.below + "</body></html>");
  EXPECT_TRUE(article);
  return article && article->published ? to_iso(*article->published) : std::string();
}

TEST(HtmlPublished, WhatThePageShowsStandsAboveAnElementThatSaysNoMoreThanDate) {
  const std::string vague = "<meta name=date content='2024-03-14T10:00:00+02:00'>";
  EXPECT_EQ(published({vague, "<time datetime=2024-03-11>Monday</time>", ""}), "2024-03-11");
  EXPECT_EQ(published({vague, "<p class=post-date>11 March 2024</p>", ""}), "2024-03-11");
  EXPECT_EQ(published({vague, "<p>11 March 2024</p>", ""}), "2024-03-14T10:00:00+02:00")
      << "a line without marks could be anything";
  EXPECT_EQ(published({vague, "<time datetime=2024-03-14>Thursday</time>", ""}),
            "2024-03-14T10:00:00+02:00")
      << "the same day, and more of it";
  EXPECT_EQ(published({"<meta property=article:published_time content=2024-03-14>",
                       "<time datetime=2024-03-11>Monday</time>", ""}),
            "2024-03-14");
}

TEST(HtmlPublished, NumbersAreInTheOrderOfTheLanguage) {
  const std::string line = "<p class=date>11/03/2024</p>";
  EXPECT_EQ(published({"", line, "", "<html lang=es>"}), "2024-03-11");
  EXPECT_EQ(published({"", line, "", "<html lang=en>"}), "2024");
  EXPECT_EQ(published({"<meta name=date content='03/11/2024'>", line, "", "<html lang=es>"}),
            "2024-03-11")
      << "software has an order of its own";
}

TEST(HtmlPublished, TheAddressKnowsTheDayOfThePlace) {
  const auto read = [](const std::string& utc, const std::string& day) {
    return published({"<meta property=article:published_time content=" + utc +
                          "><link rel=canonical href=https://courier.example/" + day + "/pier>",
                      "", ""});
  };
  EXPECT_EQ(read("2023-12-31T23:11:59Z", "2024/01/01"), "2024-01-01");
  EXPECT_EQ(read("2024-03-12T01:25:10Z", "2024/03/11"), "2024-03-11");
  EXPECT_EQ(read("2024-03-12T10:30:00Z", "2024/03/11"), "2024-03-12T10:30:00+00:00");
  EXPECT_EQ(read("2024-03-12T10:30:00Z", "2024/03/13"), "2024-03-12T10:30:00+00:00");
  EXPECT_EQ(read("2024-03-12T01:25:10+02:00", "2024/03/11"), "2024-03-12T01:25:10+02:00");
}

TEST(HtmlPublished, MicrodataInTeasersAreOfOtherArticles) {
  const std::string teaser =
      "<div><h3><a href=/x>Storm over the lake</a></h3><time itemprop=datePublished "
      "datetime=2024-03-14>Thursday</time></div>";
  EXPECT_EQ(published({"", "<time datetime=2024-03-11>Monday</time>", teaser}), "2024-03-11");
}

TEST(HtmlPublished, TheDayOfTheLastChangeIsBetterThanNone) {
  EXPECT_EQ(published({"",
                       "<time class=updated datetime=2024-03-14></time>"
                       "<p class=updated>Updated 14 March 2024</p>",
                       ""}),
            "2024-03-14");
  EXPECT_EQ(published({"", "<p class=updated>Updated 14 March 2024</p>",
                       "<p>Published 11 March 2024</p>"}),
            "2024-03-11");
}

TEST(HtmlPublished, BelowTheHeadlineComesBeforeAboveIt) {
  auto article = split_page(
      "<!DOCTYPE html><title>Pier to close</title><div>Seminar</div><div class=date>19.01.2024, "
      "10:00-11:30</div><h1>Pier to close</h1><div class=post-date>11.03.2024</div><div>" +
      prose + "</div>");
  ASSERT_TRUE(article && article->published);
  EXPECT_EQ(to_iso(*article->published), "2024-03-11");
}

TEST(HtmlPublished, TwoTimeElementsAreTwoWords) {
  EXPECT_EQ(published({"<meta property=article:published_time content=2024-03-12T01:25:10Z>",
                       "<p><time>11 March 2024</time><time>20:25</time></p>", ""}),
            "2024-03-11T20:25:00-05:00");
}

}  // namespace
}  // namespace onrecord
