// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/sgml_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/reader/read_records.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SgmlReader, ReadsStoriesOfReuters) {
  const ReadResult result = read_records(
      "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"YES\" NEWID=\"1\">\n"
      "<DATE>26-FEB-1987 15:01:01.79</DATE>\n<PLACES><D>el-salvador</D><D>usa</D></PLACES>\n"
      "<PEOPLE><D>vega</D></PEOPLE>\n<UNKNOWN>\n&#5;&#5;C T\n</UNKNOWN>\n<TEXT>&#2;\n"
      "<TITLE>R&amp;D AT&T HOLDS &lt;ALM></TITLE>\n<AUTHOR>    By Ana Ruiz, Reuters</AUTHOR>\n"
      "<DATELINE>    LIMA, Feb 26 - </DATELINE><BODY>The river\nrose.\n    It fell\nagain.\n"
      " Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n<REUTERS NEWID=\"2\">\n<TEXT TYPE=\"UNPROC\">&#2;\n"
      "It rained.\n&#3;</TEXT></REUTERS>\n");
  EXPECT_THAT(result.errors, IsEmpty());
  ASSERT_EQ(result.records.size(), 2U);
  const RawRecord& record = result.records[0];
  EXPECT_EQ(record.fields.headline, "R&D AT&T HOLDS <ALM>");
  EXPECT_EQ(record.fields.published, "26-FEB-1987 15:01:01.79");
  EXPECT_EQ(record.fields.dateline, "LIMA, Feb 26 -");
  EXPECT_THAT(record.fields.byline, ElementsAre("By Ana Ruiz, Reuters"));
  EXPECT_EQ(record.text, "The river rose.\nIt fell again.");
  ASSERT_EQ(record.fields.annotations.size(), 3U);
  EXPECT_EQ(record.fields.annotations[0].name, "el salvador");
  EXPECT_EQ(record.fields.annotations[2].kind, AnnotationKind::person);
  EXPECT_EQ(result.records[1].text, "It rained.");
}

TEST(SgmlReader, ReadsDocumentsOfTestCollections) {
  const ReadResult result = read_records(
      "<DOC id=\"XIN_ENG_20030115.0001\" type=\"story\" >\n<HEADLINE>\nDam holds\n</HEADLINE>\n"
      "<DATELINE>\nLIMA, Jan. 15\n</DATELINE>\n<TEXT>\n<P>\nThe river\nrose.\n</P>\n<P>\nIt fell.\n"
      "</P>\n</TEXT>\n</DOC>\n<DOC id=\"XIN_ENG_20030115.0002\" "
      "type=\"advis\">\n<TEXT>\nx\n</TEXT>\n"
      "</DOC>\n<DOC>\n<DOCNO> AP880212-0001 </DOCNO>\n<HEAD>Dam</HEAD>\n<TEXT>\n   It "
      "held.\n</TEXT>\n</DOC>\n");
  EXPECT_THAT(result.errors, ElementsAre("2: an advisory to editors, no news"));
  ASSERT_EQ(result.records.size(), 2U);
  EXPECT_EQ(result.records[0].fields.headline, "Dam holds");
  EXPECT_EQ(result.records[0].fields.published, "20030115");
  EXPECT_EQ(result.records[0].fields.source, "Xinhua");
  EXPECT_EQ(result.records[0].text, "The river rose.\nIt fell.");
  EXPECT_EQ(result.records[1].fields.published, "19880212");
  EXPECT_EQ(result.records[1].text, "It held.");
}

TEST(SgmlReader, AStoryThatIsCutIsNone) {
  const ReadResult result =
      read_records("<DOC>\n<TEXT>\nIt held.\n</TEXT>\n</DOC>\n<DOC>\n<TEXT>It");
  EXPECT_EQ(result.records.size(), 1U);
  EXPECT_THAT(result.errors, ElementsAre("2: the file ends inside of <DOC>"));
}

}  // namespace
}  // namespace onrecord
