// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/tei_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/reader/read_records.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(TeiReader, ReadsXmlOfTrafilatura) {
  const ReadResult result = read_records(
      "<doc sitename=\"The Courier\" title=\"Dam holds\" author=\"Ana Ruiz; Tom Hale\" "
      "date=\"2019-05-03\" url=\"https://courier.example/dam\" hostname=\"courier.example\" "
      "categories=\"News;Water\" tags=\"dam\" language=\"en\" fingerprint=\"a\">\n  <main>\n"
      "    <p>The <hi rend=\"#b\">river</hi> rose.</p>\n    <head rend=\"h2\">At night</head>\n"
      "    <list rend=\"ul\"><item>It fell.</item></list>\n    <quote><p>We stay.</p></quote>\n"
      "  </main>\n  <comments><p>First!</p></comments>\n</doc>\n<doc "
      "title=\"Nothing\"><main/></doc>");
  EXPECT_THAT(result.errors, ElementsAre("2: a <doc> without a text in <main>"));
  ASSERT_EQ(result.records.size(), 1U);
  const RawRecord& record = result.records[0];
  EXPECT_EQ(record.origin.format, "trafilatura");
  EXPECT_EQ(record.fields.headline, "Dam holds");
  EXPECT_THAT(record.fields.byline, ElementsAre("Ana Ruiz", "Tom Hale"));
  EXPECT_EQ(record.fields.published, "2019-05-03");
  EXPECT_EQ(record.fields.source, "The Courier");
  EXPECT_EQ(record.fields.section, "News");
  EXPECT_EQ(record.fields.url, "https://courier.example/dam");
  EXPECT_EQ(record.text, "The river rose.\nAt night\nIt fell.\nWe stay.");
  EXPECT_EQ(record.lines[1].kind, ParagraphKind::subhead);
  EXPECT_EQ(record.lines[2].kind, ParagraphKind::list_item);
  EXPECT_EQ(record.lines[3].kind, ParagraphKind::block_quote);
}

TEST(TeiReader, ReadsTei) {
  const ReadResult result = read_records(
      "<?xml version=\"1.0\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc>"
      "<titleStmt><title type=\"main\">Dam holds</title><author>Ana Ruiz</author></titleStmt>"
      "<publicationStmt><publisher>Library</publisher></publicationStmt><sourceDesc><biblFull>"
      "<publicationStmt><publisher>The Courier</publisher><ptr type=\"URL\" "
      "target=\"https://courier.example/dam\"/><date>2019-05-03</date></publicationStmt>"
      "</biblFull></sourceDesc></fileDesc><profileDesc><textClass><keywords>"
      "<term type=\"categories\">News</term></keywords></textClass><creation>"
      "<date type=\"download\">2020-01-01</date></creation></profileDesc></teiHeader><text><body>"
      "<div type=\"entry\"><p>The river rose, <persName>Tom Hale</persName> said.</p>"
      "<ab type=\"header\" rend=\"h2\">At night</ab><p>It fell.</p></div>"
      "<div type=\"comments\"><p>First!</p></div></body></text></TEI>");
  EXPECT_THAT(result.errors, IsEmpty());
  ASSERT_EQ(result.records.size(), 1U);
  const RawRecord& record = result.records[0];
  EXPECT_EQ(record.origin.format, "tei");
  EXPECT_EQ(record.fields.headline, "Dam holds");
  EXPECT_THAT(record.fields.byline, ElementsAre("Ana Ruiz"));
  EXPECT_EQ(record.fields.published, "2019-05-03");
  EXPECT_EQ(record.fields.source, "The Courier");
  EXPECT_EQ(record.fields.section, "News");
  EXPECT_EQ(record.fields.url, "https://courier.example/dam");
  ASSERT_EQ(record.fields.annotations.size(), 1U);
  EXPECT_EQ(record.fields.annotations[0].name, "Tom Hale");
  EXPECT_EQ(record.text, "The river rose, Tom Hale said.\nAt night\nIt fell.");
}

TEST(TeiReader, ReadsCorporaOfTei) {
  const ReadResult result = read_records(
      "<teiCorpus><teiHeader><fileDesc><publicationStmt><publisher>The Post</publisher>"
      "</publicationStmt></fileDesc></teiHeader>"
      "<TEI "
      "xml:lang=\"de\"><teiHeader><fileDesc><titleStmt><title>One</title></titleStmt><sourceDesc>"
      "<bibl><date when=\"1999-02-01\">1. Februar</date></bibl></sourceDesc></fileDesc></teiHeader>"
      "<text><body><p>It rose.</p></body></text></TEI>"
      "<TEI><text><body><p>It fell.</p></body></text></TEI></teiCorpus>");
  EXPECT_THAT(result.errors, IsEmpty());
  ASSERT_EQ(result.records.size(), 2U);
  EXPECT_EQ(result.records[0].fields.headline, "One");
  EXPECT_EQ(result.records[0].fields.published, "1999-02-01");
  EXPECT_EQ(result.records[0].fields.source, "The Post");
  EXPECT_EQ(result.records[0].fields.language, "de");
  EXPECT_EQ(result.records[1].text, "It fell.");
}

}  // namespace
}  // namespace onrecord
