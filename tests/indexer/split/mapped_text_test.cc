// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/mapped_text.h"

#include <gtest/gtest.h>

#include "indexer/split/source_text.h"

namespace onrecord {
namespace {

/// Every byte that was taken over unchanged stands in the source where the map says.
void expect_sound_map(const MappedText& text, std::string_view source) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::uint64_t place = text.source_at(at);
    ASSERT_LT(place, source.size());
    const char c = text.text()[at];
    const bool replaced = c == ' ' || c == '\n' || source[place] == '&' ||
                          static_cast<unsigned char>(source[place]) >= 0x80;
    EXPECT_TRUE(source[place] == c || replaced) << at << " of " << text.text();
  }
}

TEST(MappedText, PiecesThatFollowEachOtherShareARun) {
  MappedText text;
  text.append("The talks", 10);
  text.append(" stall", 19);
  text.append("ed", 40);
  EXPECT_EQ(text.text(), "The talks stalled");
  EXPECT_EQ(text.runs().size(), 2U);
  EXPECT_EQ(text.source_at(0), 10U);
  EXPECT_EQ(text.source_at(15), 40U);
}

TEST(MappedText, SlicesKeepTheirPlaces) {
  MappedText text;
  text.append("abc", 0);
  text.append("def", 100);
  const MappedText part = text.slice(2, 5);
  EXPECT_EQ(part.text(), "cde");
  EXPECT_EQ(part.source_at(0), 2U);
  EXPECT_EQ(part.source_at(1), 100U);
}

TEST(MappedText, SqueezesBlanks) {
  MappedText text;
  text.append("  The   talks \n stall ", 0);
  const MappedText squeezed = text.squeezed();
  EXPECT_EQ(squeezed.text(), "The talks stall");
  EXPECT_EQ(squeezed.source_at(4), 8U);
}

TEST(MappedText, DropsItsEnd) {
  MappedText text;
  text.append("The talks", 0);
  text.append("-", 9);
  text.append("x", 50);
  text.drop_last(2);
  EXPECT_EQ(text.text(), "The talks");
  EXPECT_EQ(text.runs().size(), 1U);
}

TEST(CleanText, ResolvesWhatPrintAndTransportLeave) {
  EXPECT_EQ(clean_text("o\uFB03ce").text(), "office");
  EXPECT_EQ(clean_text("govern\u00ADment").text(), "government");
  EXPECT_EQ(clean_text("a\u00A0b\u200Bc\uFEFF").text(), "a bc");
  EXPECT_EQ(clean_text("a\r\nb\rc").text(), "a\nb\nc");
  EXPECT_EQ(clean_text("&quot;Ruiz &amp; Co&quot; &#8217;24 &amp;#8217;").text(),
            "\"Ruiz & Co\" \u201924 \u2019");
  EXPECT_EQ(clean_text("R&D, AT&T; &bogus;").text(), "R&D, AT&T; &bogus;");
  EXPECT_EQ(clean_text("a\x01"
                       "b")
                .text(),
            "ab");
}

TEST(CleanText, KeepsWhatTheLineJoinerAndOtherScriptsNeed) {
  EXPECT_EQ(clean_text("govern\u00AD\nment").text(), "govern\u00AD\nment");
  EXPECT_EQ(clean_text("می\u200Cخواهم").text(), "می\u200Cخواهم");
  EXPECT_EQ(clean_text("page\fpage").text(), "page\fpage");
  EXPECT_EQ(clean_text("\u2018a\u2019 \u201Cb\u201D").text(), "\u2018a\u2019 \u201Cb\u201D");
}

TEST(CleanText, EscapedLineEndsOnlyWhereAsked) {
  EXPECT_EQ(clean_text("a\\nb").text(), "a\\nb");
  EXPECT_EQ(clean_text("a\\nb \\\"c\\\"", {true}).text(), "a\nb \"c\"");
}

TEST(CleanText, KeepsTheMapToTheSource) {
  const std::string source = "The o\uFB03ce \u00A0of &quot;Ruiz&quot;\r\nre\u00ADopened";
  expect_sound_map(clean_text(source), source);
  expect_sound_map(clean_text(source).squeezed(), source);
}

}  // namespace
}  // namespace onrecord
