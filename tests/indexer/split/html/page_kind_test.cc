// SPDX-License-Identifier: GPL-3.0-or-later
// Pages without an article, and short ones that are articles all the same.
#include "indexer/split/html/page_kind.h"

#include <gtest/gtest.h>

#include "tests/indexer/split/html/pages.h"

namespace onrecord {
namespace {

std::string reason_of(const std::string& page) {
  const auto article = test::split_page(page);
  return article ? "an article" : article.error().message;
}

const std::string three_links =
    "<div><a href=/1>Pier to close before winter sets in</a></div>"
    "<div><a href=/2>Herring prices double in a single week</a></div>"
    "<div><a href=/3>Ferry line orders three new boats abroad</a></div>";

TEST(HtmlPageKind, AVideoWithItsTeaserIsNoArticle) {
  const std::string page =
      "<title>The last boat</title>"
      R"(<script type="application/ld+json">{"@type":"VideoObject","name":"The last boat"}</script>)"
      "<h1>The last boat</h1><p>On Sunday the last boat of the line left the old pier of Port "
      "Almer "
      "with nine hundred people aboard.</p>";
  EXPECT_EQ(reason_of(page), "a video, no article text");
}

TEST(HtmlPageKind, PicturesWithCaptionsAreNoArticle) {
  std::string page = "<title>The pier in pictures</title><h1>The pier in pictures</h1><main>";
  for (const char* caption : {"The pier at low tide", "Nets on the quay", "The last boat"}) {
    page += std::string("<figure><img src=a.jpg><figcaption>") + caption + "</figcaption></figure>";
  }
  EXPECT_EQ(reason_of(page + "</main>"), "pictures with captions, no article text");
}

TEST(HtmlPageKind, ACookieLineBelowLinksMakesNoConsentNotice) {
  const std::string notice = "<div class=cookie-bar>We use cookies to remember you.</div>";
  EXPECT_EQ(reason_of("<title>The Courier</title>" + three_links +
                      "<p>Weather</p><p>Tides and winds of the week</p><p>About the Courier</p>" +
                      notice),
            "a list of links, no article");
  EXPECT_EQ(reason_of("<title>The Courier</title>" + notice),
            "a consent or browser notice, no article");
}

TEST(HtmlPageKind, AnAppealToUpdateTheBrowserIsNoArticle) {
  EXPECT_EQ(
      reason_of("<title>Pier</title><h1>Pier to close</h1><p>Lade für ein besseres Erlebnis "
                "einen neueren Browser kostenfrei herunter. Klicke dafür auf das Symbol!</p>"),
      "a consent or browser notice, no article");
}

TEST(HtmlPageKind, AFewWordsAreAnArticleWhereThePageSaysSo) {
  const std::string flash =
      "<title>Pier closed</title><main><h1>Pier closed</h1><p>The old pier of Port Almer is "
      "closed.</p></main>";
  EXPECT_EQ(reason_of(flash), "no article text");
  EXPECT_EQ(
      reason_of("<meta property=article:published_time content='2024-03-11T07:05:00Z'>" + flash),
      "an article");
}

TEST(HtmlPageKind, LinesOfWhatIsMarkedAsTheTextAreOne) {
  const std::string sheet =
      "<title>The ferry Aurelia</title><h1>The ferry Aurelia</h1><div class=entry-content>"
      "<ul><li>Built: Port Almer, 1987</li><li>Length: 74 metres</li><li>Draught: 4 metres</li>"
      "<li>Passengers: 900</li><li>Cars: 60</li><li>Home port: Almer</li></ul></div>";
  EXPECT_EQ(reason_of(sheet), "an article");
}

}  // namespace
}  // namespace onrecord
