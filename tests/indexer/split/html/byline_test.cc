// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/byline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/split/html/pages.h"

namespace onrecord {
namespace {

using test::split_page;
using test::texts_of;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string prose =
    "<p>The council of Port Almer voted on Monday to close the old ferry pier before winter sets "
    "in, after engineers had found cracks in four of its pillars.</p>"
    "<p>Traders on the quay said that they had not been told. They read it in the paper, where it "
    "stood between the tides and the advertisements for nets and ropes.</p>"
    "<p>The pier carries about nine hundred passengers a day, most of them commuters, and no other "
    "landing has room for the larger boats of the line.</p>";

Article read(const std::string& above, const std::string& below = {}) {
  auto article = split_page("<!DOCTYPE html><html><head><title>Pier to close</title></head><body>" +
                            above + "<div>" + prose + "</div>" + below + "</body></html>");
  EXPECT_TRUE(article) << (article ? "" : article.error().message);
  return article ? *article : Article();
}

std::vector<std::string> byline_above(const std::string& lines) {
  return read("<h1>Pier to close</h1>" + lines).byline;
}

TEST(HtmlByline, BesideThePortraitStandsNoCaption) {
  for (const char* line : {"By Ana Ruiz", "Ana Ruiz, 11 March 2024"}) {
    const Article article = read(std::string("<h1>Pier to close</h1><div><img src=a.jpg><span>") +
                                 line + "</span></div>");
    EXPECT_THAT(article.byline, ElementsAre("Ana Ruiz")) << line;
    EXPECT_THAT(texts_of(article, ParagraphKind::caption), IsEmpty()) << line;
  }
  const Article picture =
      read("<h1>Pier to close</h1><div><img src=a.jpg><span>Nets on the quay</span></div>");
  EXPECT_THAT(texts_of(picture, ParagraphKind::caption), ElementsAre("Nets on the quay"));
}

TEST(HtmlByline, ANameBesideADateIsTheAuthors) {
  EXPECT_THAT(byline_above("<p>Ana Ruiz</p><p>11 March 2024, 20:25</p>"), ElementsAre("Ana Ruiz"));
  EXPECT_THAT(byline_above("<p>11 March 2024</p><p>- Ana Ruiz</p>"), ElementsAre("Ana Ruiz"));
  EXPECT_THAT(byline_above("<p>Ana Ruiz,</p><p>on</p><p>11 March 2024</p>"),
              ElementsAre("Ana Ruiz"));
  EXPECT_THAT(read("<p>11.03.2024</p><h1>Pier to close</h1><p>Ana Ruiz</p>").byline,
              ElementsAre("Ana Ruiz"));
  EXPECT_THAT(byline_above("<p>Ana Ruiz</p><p>of the harbour office</p>"), IsEmpty());
  EXPECT_THAT(byline_above("<p>Latest Stories</p><p>11 March 2024</p>"), IsEmpty());
}

TEST(HtmlByline, ALinkMustLeadToThePageOfThePerson) {
  const auto linked = [](const std::string& address) {
    return byline_above("<p><a href=" + address + ">Ana Ruiz</a></p><p>Harbour</p><p>Town</p>" +
                        "<p>11 March 2024</p>");
  };
  EXPECT_THAT(linked("/team/ana-ruiz"), ElementsAre("Ana Ruiz"));
  EXPECT_THAT(linked("/42/ruiz_ana.html?from=top"), ElementsAre("Ana Ruiz"));
  EXPECT_THAT(linked("/tag/ana-ruiz"), IsEmpty());
  EXPECT_THAT(linked("/harbour"), IsEmpty());
}

TEST(HtmlByline, WordsOfTheLanguageAreNoNames) {
  EXPECT_THAT(byline_above("<p>Aktuelle Meldungen | 11.03.2024</p>"), IsEmpty());
  EXPECT_THAT(byline_above("<p>Der Fischmarkt | 11.03.2024</p>"), IsEmpty());
  EXPECT_THAT(byline_above("<p>Last Updated | 11.03.2024</p>"), IsEmpty());
  EXPECT_THAT(byline_above("<p>The Garden &middot; Ana Ruiz (1990)</p>"), IsEmpty());
  EXPECT_THAT(byline_above("<nav><a href=/t>Text - Planung</a></nav>"), IsEmpty());
  EXPECT_THAT(byline_above("<p>Rose Stern | 11.03.2024</p>"), ElementsAre("Rose Stern"))
      << "words that are names";
  EXPECT_THAT(read("<h1>Pier to close</h1>", "<p><b>Keep Sailing!</b></p>").byline, IsEmpty());
}

TEST(HtmlByline, AnnouncementsWithoutABlank) {
  EXPECT_THAT(byline_above("<p><span>By</span><span><a href=/a>Ana Ruiz</a></span></p>"),
              ElementsAre("Ana Ruiz"));
  EXPECT_THAT(byline_above("<p><span>Geschrieben von</span><span>Ana Ruiz</span></p>"),
              ElementsAre("Ana Ruiz"));
}

TEST(HtmlByline, DatesAndRemarksAroundTheName) {
  for (const char* line :
       {"11 March 2024 , Ana Ruiz", "Ana Ruiz Stand: 11. M\u00E4rz 2024",
        "Ana Ruiz am 11. M\u00E4rz 2024", "11.03.2024 - Text: Ana Ruiz (Sprecherin des Hafens)"}) {
    EXPECT_THAT(byline_above(std::string("<p>") + line + "</p>"), ElementsAre("Ana Ruiz")) << line;
  }
  EXPECT_THAT(byline_above("<p>The engineers found cracks in four of the pillars, as they say.</p>"
                           "<p>Ana Ruiz, 11.03.2024</p>"),
              ElementsAre("Ana Ruiz"))
      << "below the deck";
}

TEST(HtmlByline, ANameShownTwiceIsOne) {
  EXPECT_THAT(byline_above("<div class=author><a rel=author href=/a>Ana Ruiz<b>Ana Ruiz</b></a>"
                           "</div>"),
              ElementsAre("Ana Ruiz"));
  EXPECT_THAT(byline_above("<a rel=author href=/a>Ana Ruiz<span>Staff Writer</span></a>"),
              ElementsAre("Ana Ruiz"))
      << "the job in an element of its own";
}

TEST(HtmlByline, WhoTookThePictureOrReviewsTheProductHasNotWritten) {
  EXPECT_THAT(byline_above("<p class=author><a href=https://commons.wikimedia.org/x>Ana Ruiz</a>, "
                           "11 March 2024</p>"),
              IsEmpty());
  EXPECT_THAT(byline_above("<p>The quay. Taken by Ana Ruiz in March 2024, on film</p>"), IsEmpty());
  EXPECT_THAT(read("<h1>Pier to close</h1>",
                   "<div itemprop=review itemscope><span itemprop=author>"
                   "Ana Ruiz</span></div>")
                  .byline,
              IsEmpty());
}

TEST(HtmlByline, NamesOfOneWord) {
  EXPECT_THAT(byline_above("<a class=author href=/reporter/1>\u677E\u5CA1\u5927\u5730</a>"),
              ElementsAre("\u677E\u5CA1\u5927\u5730"));
  EXPECT_THAT(
      byline_above("<p class=byline><span class=author>\uBC30\uC724\uACBD \uAE30\uC790</span></p>"),
      ElementsAre("\uBC30\uC724\uACBD"));
}

TEST(HtmlByline, LinesWithOtherThingsBesideTheName) {
  EXPECT_THAT(byline_above("<div><img src=a.jpg><span>Written by Ana Ruiz, PhD on April 29, 2018"
                           "</span></div>"),
              ElementsAre("Ana Ruiz"));
  EXPECT_THAT(byline_above("<p>By Ana Ruiz \u2022 yesterday 5:19pm</p>"), ElementsAre("Ana Ruiz"));
  EXPECT_THAT(byline_above("<div class='credit author'>Geschrieben von <b>Ana Ruiz</b></div>"),
              ElementsAre("Ana Ruiz"));
}

TEST(HtmlByline, ALineThatSaysByNamesADesk) {
  EXPECT_THAT(read("<h1>Pier to close</h1><p>Von: tor/dpa</p>").desks, ElementsAre("tor/dpa"));
  EXPECT_THAT(read("<h1>Pier to close</h1><a rel=author href=/a>AFP/The Courier</a>").desks,
              ElementsAre("AFP/The Courier"));
  EXPECT_THAT(read("<h1>Pier to close</h1><p>Von: morgen an</p>").desks, IsEmpty());
}

TEST(HtmlByline, MicrodataInTeasersBelowTheTextAreOfOtherArticles) {
  const auto author = [](const std::string& name) {
    return "<div itemprop=author itemscope><span itemprop=name>" + name + "</span></div>";
  };
  EXPECT_THAT(read("<h1>Pier to close</h1>" + author("Ana Ruiz"),
                   "<div><h3><a href=/x>Storm over the lake</a></h3>" + author("Li Wen") + "</div>")
                  .byline,
              ElementsAre("Ana Ruiz"));
}

TEST(HtmlByline, NotAllWhoSignHaveAPageOfTheirOwn) {
  EXPECT_THAT(
      byline_above("<address>Von <a rel=author href=/a>Ana Ruiz</a>, <span>Tom Okafor</span> "
                   "und <span>Li Wen</span></address>"),
      ElementsAre("Ana Ruiz", "Tom Okafor", "Li Wen"));
}

TEST(HtmlByline, NavigationComesBehindTheLinesBelowTheHeadline) {
  EXPECT_THAT(read("<nav><a href=/author/li-wen>Li Wen</a></nav><h1>Pier to close</h1>"
                   "<p><a href=/author/ana-ruiz>Ana Ruiz</a></p>")
                  .byline,
              ElementsAre("Ana Ruiz"));
}

TEST(HtmlByline, AShortTextMayBeSigned) {
  const auto article = split_page(
      "<title>Pier to close</title><h1>Pier to close</h1><p>The council of Port Almer voted on "
      "Monday to close the old ferry pier before winter sets in, after engineers had found cracks "
      "in four of its pillars, which the harbour office had long denied.</p><p>The pier is used by "
      "nine hundred people a day, and nobody knows where they will go.</p><p><b>Ana Ruiz</b></p>");
  ASSERT_TRUE(article);
  EXPECT_THAT(article->byline, ElementsAre("Ana Ruiz"));
}

}  // namespace
}  // namespace onrecord
