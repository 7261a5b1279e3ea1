// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/feed_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/reader/wordpress_text.h"
#include "tests/indexer/reader/read_records.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

RawRecord only_record(const std::string& xml) {
  const ReadResult result = read_records(xml);
  EXPECT_THAT(result.errors, IsEmpty());
  EXPECT_EQ(result.records.size(), 1U);
  return result.records.empty() ? RawRecord() : result.records[0];
}

std::string rss(const std::string& item) {
  return "<?xml version=\"1.0\"?><rss version=\"2.0\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
         " xmlns:d=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:media=\"http://search.yahoo.com/mrss/\">"
         "<channel><title>The Almer Gazette</title><language>en-gb</language>" +
         item + "</channel></rss>";
}

TEST(FeedReader, ReadsAnItemOfRss) {
  const RawRecord record = only_record(
      rss("<item><title>Dam &amp;amp; river</title><link>https://almer.example/dam</link>"
          "<d:creator>Ana Ruiz</d:creator><category>Water</category>"
          "<pubDate>Mon, 11 Mar 2024 06:00:00 +0530</pubDate><description>A teaser.</description>"
          "<content:encoded><![CDATA[<p>The river rose.</p><h3>The dam</h3><p>It held.</p>]]>"
          "</content:encoded><media:content><media:description>Nets.</media:description>"
          "</media:content></item>"));
  EXPECT_EQ(record.fields.headline, "Dam & river");
  EXPECT_THAT(record.fields.byline, ElementsAre("Ana Ruiz"));
  EXPECT_EQ(record.fields.published, "Mon, 11 Mar 2024 06:00:00 +0530");
  EXPECT_EQ(record.fields.url, "https://almer.example/dam");
  EXPECT_EQ(record.fields.source, "The Almer Gazette");
  EXPECT_EQ(record.fields.section, "Water");
  EXPECT_EQ(record.fields.language, "en-gb");
  EXPECT_THAT(record.fields.captions, ElementsAre("Nets."));
  EXPECT_EQ(record.text, "The river rose.\nThe dam\nIt held.");
  EXPECT_EQ(record.lines.at(1).kind, ParagraphKind::subhead);
  EXPECT_FALSE(record.fields.truncated);
  EXPECT_EQ(record.origin, (Origin{"input", 1, "feed"}));
}

TEST(FeedReader, ADescriptionAloneIsATeaser) {
  const RawRecord record =
      only_record(rss("<item><title>Dam</title><author>ana@almer.example (Ana Ruiz)</author>"
                      "<description>The river rose.</description>"
                      "<guid isPermaLink=\"true\">https://almer.example/1</guid></item>"));
  EXPECT_TRUE(record.fields.truncated);
  EXPECT_EQ(record.text, "The river rose.");
  EXPECT_THAT(record.fields.byline, ElementsAre("Ana Ruiz"));
  EXPECT_EQ(record.fields.url, "https://almer.example/1");
}

TEST(FeedReader, ReadsAtomWithTextOfEachKind) {
  const std::string head =
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Gazette</title><entry><title>Dam</title>"
      "<link rel=\"edit\" href=\"https://a.example/edit\"/><link href=\"https://a.example/1\"/>"
      "<author><name>Ana Ruiz</name></author><updated>2024-03-12T00:00:00Z</updated>"
      "<published>2024-03-11T06:00:00Z</published>";
  const RawRecord record = only_record(
      head + "<content type=\"html\">&lt;p&gt;The river rose.&lt;/p&gt;</content></entry></feed>");
  EXPECT_EQ(record.text, "The river rose.");
  EXPECT_EQ(record.fields.published, "2024-03-11T06:00:00Z");
  EXPECT_EQ(record.fields.url, "https://a.example/1");
  EXPECT_THAT(record.fields.byline, ElementsAre("Ana Ruiz"));
  EXPECT_EQ(record.fields.source, "Gazette");
  EXPECT_EQ(
      only_record(head + "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">"
                         "<p>The river rose.</p></div></content></entry></feed>")
          .text,
      "The river rose.");
}

TEST(FeedReader, ReadsRdf) {
  const RawRecord record = only_record(
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
      " xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      "<channel><title>Gazette</title></channel><item rdf:about=\"https://a.example/1\">"
      "<title>Dam</title><description>It held.</description><dc:date>2024-03-11</dc:date></item>"
      "</rdf:RDF>");
  EXPECT_EQ(record.fields.url, "https://a.example/1");
  EXPECT_EQ(record.fields.published, "2024-03-11");
  EXPECT_EQ(record.fields.source, "Gazette");
}

std::string wordpress(const std::string& post) {
  return "<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
         " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:wp=\"http://wordpress.org/export/1.2/\">"
         "<channel><title>Almer Blog</title><wp:author><wp:author_login>aruiz</wp:author_login>"
         "<wp:author_display_name><![CDATA[Ana Ruiz]]></wp:author_display_name></wp:author>" +
         post + "</channel></rss>";
}

TEST(FeedReader, ReadsPostsOfWordpress) {
  const RawRecord record = only_record(wordpress(
      "<item><title>Dam</title><dc:creator>aruiz</dc:creator><pubDate>Mon, 30 Nov -0001 00:00:00 "
      "+0000</pubDate>"
      "<category domain=\"post_tag\">x</category><category domain=\"category\">Water</category>"
      "<content:encoded><![CDATA[The river [sic] rose.\n\n[caption id=\"a\"]<img src=\"a\" /> The "
      "dam.[/caption]\n\n"
      "It held.\n\n[gallery ids=\"1,2\"]]]></content:encoded>"
      "<wp:post_date>2024-03-11 07:00:00</wp:post_date>"
      "<wp:post_date_gmt>2024-03-11 06:00:00</wp:post_date_gmt><wp:status>publish</wp:status>"
      "<wp:post_type>post</wp:post_type></item>"));
  EXPECT_THAT(record.fields.byline, ElementsAre("Ana Ruiz"));
  EXPECT_EQ(record.fields.published, "2024-03-11 06:00:00 GMT");
  EXPECT_EQ(record.fields.section, "Water");
  EXPECT_EQ(record.text, "The river [sic] rose.\nThe dam.\nIt held.");
  EXPECT_EQ(record.lines.at(1).kind, ParagraphKind::caption);
}

TEST(FeedReader, OnlyPublishedPostsAreArticles) {
  const auto item = [](const char* type, const char* status) {
    return std::string("<item><content:encoded>It held.</content:encoded><wp:post_type>") + type +
           "</wp:post_type><wp:status>" + status +
           "</wp:status><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>"
           "<wp:post_date>2024-03-11 07:00:00</wp:post_date></item>";
  };
  const ReadResult result = read_records(
      wordpress(item("page", "publish") + item("post", "draft") + item("post", "publish")));
  EXPECT_THAT(result.errors, ElementsAre("1: a WordPress page, no post",
                                         "2: a post with status 'draft', not published"));
  ASSERT_EQ(result.records.size(), 1U);
  EXPECT_EQ(result.records[0].fields.published, "2024-03-11 07:00:00");
}

TEST(FeedReader, AFeedWithoutItemsSaysSo) {
  EXPECT_THAT(read_records("<rss><channel><title>x</title></channel></rss>").errors,
              ElementsAre("1: no article in it, only <rss>"));
}

TEST(Formats, OtherXmlIsRefusedByItsName) {
  EXPECT_THAT(read_records("<?xml version=\"1.0\"?><urlset><url/></urlset>").errors,
              ElementsAre("XML with the root <urlset> is not read"));
  EXPECT_THAT(read_records("<p>River</p>\nIt rose.").records.size(), 1U);
}

TEST(WordpressText, ShortcodesAndBlankLines) {
  EXPECT_EQ(html_of_wordpress("a\n\nb [x y=\"1\"]c[/x] [the mayor]"), "a\n\n<p>b c [the mayor]");
  EXPECT_EQ(html_of_wordpress("[embed]https://a.example[/embed]b"), "b");
  EXPECT_EQ(html_of_wordpress("<!-- wp:paragraph -->\n\n<p>a</p>"),
            "<!-- wp:paragraph -->\n\n<p>a</p>");
  EXPECT_THAT(html_of_wordpress("[caption caption=\"The dam.\"]<img>[/caption]"),
              HasSubstr("<figcaption>The dam.<img></figcaption>"));
}

}  // namespace
}  // namespace onrecord
