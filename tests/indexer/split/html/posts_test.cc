// SPDX-License-Identifier: GPL-3.0-or-later
// Live blogs and round-ups: when a page is several articles, and when it is not.
#include "indexer/split/html/posts.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/split/html/pages.h"

namespace onrecord {
namespace {

using testing::ElementsAre;

const std::string intro =
    "<p>The council of Port Almer votes today on the old ferry pier, and we follow the session "
    "from "
    "the gallery of the town hall until the last hand is counted.</p>";

/// About 110 words, different for each topic, so that nothing is taken for a repeat.
std::string report_on(const std::string& topic) {
  std::string text;
  for (const char* place :
       {"eastern quay", "western quay", "north mole", "old market", "lighthouse"}) {
    text += fmt::format(
        "<p>On the {1} nobody could say on Monday what the vote on {0} would bring, but the "
        "traders "
        "there had made up their minds, and {0} was all they talked about.</p>",
        topic, place);
  }
  return text;
}

struct Post {
  std::string headline, time, topic;
};

const std::vector<Post> three_posts = {{"Ferry line backs the mayor", "18:20", "the fares"},
                                       {"Engineers report new cracks", "15:05", "the pillars"},
                                       {"Traders march to town hall", "09:40", "the market"}};

std::string posts_in_page(const std::string& (*text)(const Post&), const std::vector<Post>& posts) {
  std::string html;
  for (const Post& post : posts) {
    html += fmt::format(
        "<div class=e><time datetime='2024-03-11T{}:00+01:00'>{}</time><h3>{}</h3>{}</div>",
        post.time, post.time, post.headline, text(post));
  }
  return html;
}

const std::string& long_text(const Post& post) {
  static std::string text;
  return text = report_on(post.topic);
}
const std::string& short_text(const Post& post) {
  static std::string text;
  return text = "<p>Nobody in the hall expected a word on " + post.topic + " tonight.</p>";
}

std::string blog(const std::string& head, const std::string& posts) {
  return "<title>Pier vote live</title>" + head +
         "<article><h1>Pier vote live</h1><p class=byline>By Ana Ruiz</p>" + intro + "<div>" +
         posts + "</div></article>";
}

std::vector<std::string> headlines_of(const std::vector<Article>& articles) {
  std::vector<std::string> headlines;
  for (const Article& article : articles) headlines.push_back(test::headline_of(article));
  return headlines;
}

std::vector<Article> split(const std::string& page) {
  auto articles = test::split_into_articles(page);
  EXPECT_TRUE(articles) << articles.error().message;
  return articles ? *articles : std::vector<Article>();
}

TEST(HtmlPosts, ElementsBesideEachOtherWithHeadingAndTimeAreArticles) {
  const auto articles = split(blog("", posts_in_page(long_text, three_posts)));
  ASSERT_THAT(headlines_of(articles),
              ElementsAre("Pier vote live", "Ferry line backs the mayor",
                          "Engineers report new cracks", "Traders march to town hall"));
  EXPECT_EQ(test::texts_of(articles[0], ParagraphKind::body).size(), 1U);
  EXPECT_EQ(test::texts_of(articles[1], ParagraphKind::body).size(), 5U);
  EXPECT_THAT(test::texts_of(articles[1], ParagraphKind::subhead), testing::IsEmpty());
  ASSERT_TRUE(articles[2].published);
  EXPECT_EQ(to_iso(*articles[2].published), "2024-03-11T15:05:00+01:00");
  for (const Article& article : articles) EXPECT_THAT(article.byline, ElementsAre("Ana Ruiz"));
}

TEST(HtmlPosts, AnnouncedPostsNeedNoMarkup) {
  std::string updates;
  std::string posts;
  for (const Post& post : three_posts) {
    updates += fmt::format(
        R"({{"@type":"BlogPosting","headline":"{}","datePublished":"2024-03-11T{}:00Z"}},)",
        post.headline, post.time);
    posts += "<p><b>" + post.headline + "</b></p>" + report_on(post.topic);
  }
  updates.pop_back();
  const auto articles = split(blog(
      R"(<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Pier vote live",)"
      R"("datePublished":"2024-03-11T08:00:00Z","liveBlogUpdate":[)" +
          updates + "]}</script>",
      posts));
  ASSERT_THAT(headlines_of(articles),
              ElementsAre("Pier vote live", "Ferry line backs the mayor",
                          "Engineers report new cracks", "Traders march to town hall"));
  EXPECT_EQ(to_iso(*articles[0].published), "2024-03-11T08:00:00+00:00");
  EXPECT_EQ(to_iso(*articles[3].published), "2024-03-11T09:40:00+00:00");
}

TEST(HtmlPosts, ATickerOfShortPostsIsOneArticle) {
  const auto articles = split(blog("", posts_in_page(short_text, three_posts)));
  ASSERT_EQ(articles.size(), 1U);
  EXPECT_EQ(test::texts_of(articles[0], ParagraphKind::body).size(), 4U);
}

TEST(HtmlPosts, PartsWithoutATimeAreOneArticle) {
  std::string parts;
  for (const Post& post : three_posts) {
    parts += "<section><h3>" + post.headline + "</h3>" + report_on(post.topic) + "</section>";
  }
  EXPECT_EQ(split(blog("", parts)).size(), 1U);
}

TEST(HtmlPosts, StoriesWithADatelineEachAreArticles) {
  const std::string head = "<title>News in brief</title><article><h1>News in brief</h1>";
  const std::string story =
      "The council of the town voted on Monday to close the old ferry pier before winter sets in, "
      "after engineers had found cracks in four of its pillars.</p>";
  const std::string stories = "<h2>Pier to close</h2><p>LIMA (Andes Wire) - " + story +
                              "<h2>Herring doubles</h2><p>TROMSØ, Norway (Andes Wire) - " + story +
                              "<h2>Tram bells ring again</h2><p>LISBON (Andes Wire) - " + story;
  const auto articles = split(head + stories + "</article>");
  ASSERT_THAT(headlines_of(articles),
              ElementsAre("Pier to close", "Herring doubles", "Tram bells ring again"));
  ASSERT_TRUE(articles[2].dateline);
  EXPECT_EQ(articles[2].dateline->text, "LISBON");
  // One subhead without a dateline: parts of one report.
  EXPECT_EQ(
      split(head + stories + "<h2>What is next</h2>" + report_on("the vote") + "</article>").size(),
      1U);
}

}  // namespace
}  // namespace onrecord
