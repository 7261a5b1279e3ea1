// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/xml_items.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/reader/byte_source.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::uint64_t limit = 64 << 20;

struct Items {
  std::vector<std::string> texts;
  std::vector<std::string> errors;
  std::string around;
  std::string charset;
};

Items read(std::string_view xml, std::uint64_t most_bytes = limit) {
  ByteStream stream(make_memory_source(xml));
  XmlItems items(stream, {"item"}, most_bytes);
  Items out;
  while (true) {
    auto item = items.next();
    if (!item) {
      out.errors.push_back(item.error().message);
    } else if (*item) {
      out.texts.push_back((*item)->text(0));
    } else {
      break;
    }
  }
  out.around = items.around().text(0);
  out.charset = items.charset();
  return out;
}

TEST(XmlItems, GivesItemsAndWhatStandsAround) {
  const Items items = read("<a><title>Gazette</title><item>One</item><item>Two</item></a>");
  EXPECT_THAT(items.texts, ElementsAre("One", "Two"));
  EXPECT_EQ(items.around, "Gazette");
}

TEST(XmlItems, TagsOfAMillionNamesTakeNoTime) {
  std::string many = "<a><item ";
  for (int i = 0; i < 300'000; ++i) many += "a" + std::to_string(i) + "=\"&lt;x>\" ";
  EXPECT_THAT(read(many + ">One</item><item/><item>Two</item></a>").texts,
              ElementsAre("One", "", "Two"));
  EXPECT_THAT(read(many + "/><item>Two</item></a>").texts, ElementsAre("", "Two"));
  const std::string name(5'000'000, 'n');
  EXPECT_THAT(read("<a><" + name + "/><item>Two</item></a>").texts, ElementsAre("Two"));
}

TEST(XmlItems, NamesOfHtmlAreCharacters) {
  const Items items = read("<a><item>caf&eacute;&nbsp;&#8211; R&amp;D &unknown; AT&T</item></a>");
  EXPECT_THAT(items.texts, ElementsAre("café – R&D &unknown; AT&T"));
}

TEST(XmlItems, TheContentDecidesAboutTheCharset) {
  EXPECT_THAT(read("<?xml version='1.0' encoding='iso-8859-1'?><item>Z\xFCrich</item>").texts,
              ElementsAre("Zürich"));
  EXPECT_THAT(read("<?xml version='1.0' encoding='iso-8859-1'?><item>Zürich</item>").texts,
              ElementsAre("Zürich"));
  EXPECT_THAT(
      read("<?xml version='1.0' encoding='windows-1251'?><item>\xCC\xE8\xED\xF1\xEA</item>").texts,
      ElementsAre("Минск"));
}

TEST(XmlItems, SectionsOfCharacterDataStayAsTheyAre) {
  EXPECT_THAT(read("<item><![CDATA[<p>R&amp;D</p>]]></item>").texts, ElementsAre("<p>R&amp;D</p>"));
}

TEST(XmlItems, DocumentsInARowAreReadLikeOne) {
  const std::string one = "<?xml version='1.0'?><!DOCTYPE a SYSTEM 'a.dtd'><a><item>One</item></a>";
  EXPECT_THAT(read(one + "\n" + one).texts, ElementsAre("One", "One"));
}

TEST(XmlItems, SlightlyBrokenFilesAreRead) {
  EXPECT_THAT(read("<a><item>if a < b</item></a>").texts, ElementsAre("if a < b"));
  EXPECT_THAT(read("<a><item><p>One</item><item>Two</item></a>").texts, ElementsAre("One", "Two"));
  EXPECT_THAT(read("<a><item>a \x01\x02 b &#2; c</item></a>").texts, ElementsAre("a b c"));
}

TEST(XmlItems, AnItemThatIsCutIsNone) {
  const Items items = read("<a><item>One</item><item>Tw");
  EXPECT_THAT(items.texts, ElementsAre("One"));
  EXPECT_THAT(items.errors, ElementsAre("the file ends inside of <item>"));
}

TEST(XmlItems, AnItemOverTheLimitCostsThatItemOnly) {
  const std::string large(2000, 'x');
  const Items items =
      read("<a><item>One</item><item>" + large + "</item><item>Two</item></a>", 1000);
  EXPECT_THAT(items.texts, ElementsAre("One", "Two"));
  EXPECT_THAT(items.errors, ElementsAre(HasSubstr("<item> is larger than 1000 bytes")));
}

// Hostile files: nothing is expanded, fetched or recursed into.

TEST(XmlItems, EntitiesAreNeverExpanded) {
  std::string laughs = "<!DOCTYPE a [<!ENTITY l0 \"ha\">";
  for (int i = 1; i < 12; ++i) {
    laughs += "<!ENTITY l" + std::to_string(i) + " \"";
    for (int j = 0; j < 10; ++j) laughs += "&l" + std::to_string(i - 1) + ";";
    laughs += "\">";
  }
  EXPECT_THAT(read(laughs + "]><a><item>&l11;</item></a>").texts, ElementsAre("&l11;"));
  EXPECT_THAT(
      read("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><item>&x;</item>").texts,
      ElementsAre("&x;"));
  EXPECT_THAT(
      read("<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://a.example/\"> %p;]><item>a</item>").texts,
      ElementsAre("a"));
}

TEST(XmlItems, DepthIsBounded) {
  std::string deep = "<item>";
  for (int i = 0; i < 100'000; ++i) deep += "<b>";
  deep += "end";
  for (int i = 0; i < 100'000; ++i) deep += "</b>";
  EXPECT_THAT(read("<a>" + deep + "</item><item>Two</item></a>").texts, ElementsAre("end", "Two"));
  EXPECT_THAT(read(deep).errors, ElementsAre("the file ends inside of <item>"));
}

TEST(XmlItems, AHugeTextIsOneItem) {
  const std::string huge(20 << 20, 'x');
  const Items items = read("<a><item>" + huge + "</item></a>");
  ASSERT_EQ(items.texts.size(), 1U);
  EXPECT_EQ(items.texts[0].size(), huge.size());
}

TEST(XmlItems, UnclosedMarkupEnds) {
  for (const std::string_view start : {"<!--", "<![CDATA[", "<!DOCTYPE a [", "<?x "}) {
    EXPECT_THAT(read(std::string(start) + std::string(1 << 20, 'y')).texts, IsEmpty()) << start;
  }
  EXPECT_LE(read("<item a='" + std::string(1 << 20, 'y')).texts.size(), 1U);
  std::string opened;
  for (int i = 0; i < 200'000; ++i) opened += "<item>";
  EXPECT_LE(read(opened).texts.size(), 200'000U);
}

}  // namespace
}  // namespace onrecord
