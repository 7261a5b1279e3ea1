// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/marked_body.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onrecord {
namespace {

using testing::ElementsAre;

/// "body:The river rose." for each line.
std::vector<std::string> lines_of(std::string_view html) {
  RawRecord record;
  add_html_body(html, record);
  std::vector<std::string> lines;
  std::string_view text = record.text;
  for (const LineMark& mark : record.lines) {
    constexpr const char* names[] = {"headline", "deck",  "body",   "subhead",
                                     "item",     "quote", "caption"};
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string line = names[static_cast<std::size_t>(mark.kind)];
    line += ":" + std::string(text.substr(0, end));
    if (!mark.credit.empty()) line += " [" + mark.credit + "]";
    lines.push_back(std::move(line));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

TEST(MarkedBody, KeepsWhatTheMarkupSays) {
  EXPECT_THAT(lines_of("<p>The river\n rose.</p><h2>The dam</h2><ul><li>One<li>Two</ul>"
                       "<blockquote><p>It held.</p></blockquote>"),
              ElementsAre("body:The river rose.", "subhead:The dam", "item:One", "item:Two",
                          "quote:It held."));
}

TEST(MarkedBody, CaptionsStandApartWithTheirCredits) {
  EXPECT_THAT(lines_of("<p>One.</p><figure><img src=a><figcaption>Nets in Port Almer."
                       "</figcaption></figure><p>Two.</p>"),
              ElementsAre("body:One.", "caption:Nets in Port Almer.", "body:Two."));
  EXPECT_THAT(lines_of("<media><media-caption>The dam.</media-caption>"
                       "<media-producer>Li Wen</media-producer></media><p>Two.</p>"),
              ElementsAre("caption:The dam. [Li Wen]", "body:Two."));
}

TEST(MarkedBody, ABoldLineIsASubhead) {
  EXPECT_THAT(lines_of("<p><b>The dam</b></p><p><b>Ruiz</b> left.</p><p><b>He left.</b></p>"),
              ElementsAre("subhead:The dam", "body:Ruiz left.", "body:He left."));
}

TEST(MarkedBody, TwoLineBreaksAreAParagraph) {
  EXPECT_THAT(lines_of("One<br>goes on.<br><br>Two.<br />\n<br />Three."),
              ElementsAre("body:One goes on.", "body:Two.", "body:Three."));
}

TEST(MarkedBody, ScriptsFormsAndAddressesAreNoText) {
  EXPECT_THAT(lines_of("<script>if (a<b) x();</script><p>One.</p><form>Subscribe</form>"
                       "<p>https://video.example/watch?v=1</p>"),
              ElementsAre("body:One."));
}

TEST(MarkedBody, TeleprinterParagraphsBeginWithBlanks) {
  EXPECT_THAT(lines_of("<p>LIMA (Andes) - The river\nrose.\n    It fell\nagain.</p>"),
              ElementsAre("body:LIMA (Andes) - The river rose.", "body:It fell again."));
  EXPECT_THAT(lines_of("<p>\n    The river\n    rose.\n</p>"), ElementsAre("body:The river rose."));
}

TEST(MarkedBody, TextWithoutTagsIsLeftToTheSplitter) {
  RawRecord record;
  add_html_body("One &amp; two.\n\nThree.", record);
  EXPECT_EQ(record.kind, TextKind::body_only);
  EXPECT_EQ(record.text, "One & two.\n\nThree.");
}

TEST(MarkedBody, BrokenMarkupLosesNothing) {
  EXPECT_THAT(lines_of("<p>a < b</i> and <b>c<p>d</p></b><li>e</p>"),
              ElementsAre("body:a < b and c", "subhead:d", "item:e"));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  EXPECT_THAT(lines_of(deep + "end"), ElementsAre("body:end"));
  std::string stray;
  for (int i = 0; i < 100'000; ++i) stray += "<b></i><!--";
  EXPECT_THAT(lines_of("<p>x</p>" + stray).front(), "body:x");
}

}  // namespace
}  // namespace onrecord
