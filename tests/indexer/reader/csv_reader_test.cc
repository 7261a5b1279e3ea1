// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/csv_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/reader/read_records.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Csv, ReadsQuotedFieldsOverLinesByTheNamesOfTheColumns) {
  const ReadResult result = read_records(
      "\xEF\xBB\xBFTitle,Text,publishedat,Author\r\n"
      "Ferry sinks,\"It sank.\n\nNobody said \"\"stop\"\", they say.\",2021-03-04,Ann Lee\r\n",
      {}, "x");
  ASSERT_THAT(result.records, SizeIs(1));
  EXPECT_EQ(result.records[0].fields.headline, "Ferry sinks");
  EXPECT_EQ(result.records[0].text, "It sank.\n\nNobody said \"stop\", they say.");
  EXPECT_EQ(result.records[0].fields.published, "2021-03-04");
  EXPECT_THAT(result.records[0].fields.byline, ElementsAre("Ann Lee"));
  EXPECT_EQ(result.records[0].origin, (Origin{"x", 1, "csv"}));
}

TEST(Csv, FindsTheDelimiter) {
  for (const std::string delimiter : {",", ";", "\t", "|"}) {
    const std::string text =
        "title" + delimiter + "text\nFerry" + delimiter + "It sank off Moss.\n";
    EXPECT_THAT(read_records(text, {}, "x").records, SizeIs(1)) << delimiter;
  }
  EXPECT_THAT(read_records("sep=;\ntitle;text\nFerry, old;It sank.\n", {}, "x").records, SizeIs(1));
}

TEST(Csv, InTabFilesQuotesAreWordsOfTheText) {
  const ReadResult result = read_records(
      "title\ttext\tauthor\n"
      "\"Ferry\" sinks\t\"It sank,\" she said.\tAnn Lee\n"
      "A 5\" gun\tIt was \"old.\tTom Hale\n"
      "\"All \"\"quoted\"\"\"\t\"It\nfell\ttwice.\"\tAnn Lee\n"
      "\"Pier\tIt fell.\t\"Ann\n"
      "Toll\tIt rose.\t\"Ann\n",
      {}, "x.tsv");
  EXPECT_THAT(result.errors, IsEmpty());
  ASSERT_THAT(result.records, SizeIs(5));
  EXPECT_EQ(result.records[0].fields.headline, "\"Ferry\" sinks");
  EXPECT_EQ(result.records[0].text, "\"It sank,\" she said.");
  EXPECT_EQ(result.records[1].fields.headline, "A 5\" gun");
  EXPECT_EQ(result.records[2].fields.headline, "All \"quoted\"");
  EXPECT_EQ(result.records[2].text, "It\nfell\ttwice.");
  EXPECT_EQ(result.records[3].fields.headline, "\"Pier");
  EXPECT_EQ(result.records[4].text, "It rose.");
}

TEST(Csv, InTabFilesTheLastColumnMayBeQuotedOverLines) {
  const ReadResult result = read_records(
      "title\ttext\nFerry\t\"It sank.\nAll swam.\"\nPier\t\"It fell,\" she said.\n", {}, "x.tsv");
  ASSERT_THAT(result.records, SizeIs(2));
  EXPECT_EQ(result.records[0].text, "It sank.\nAll swam.");
  EXPECT_EQ(result.records[1].text, "\"It fell,\" she said.");
}

TEST(Csv, KnowsTheHabitsOfPandas) {
  const ReadResult result = read_records(
      ",title,text,authors\n0,Ferry,It sank.,\"['Ann Lee', \"\"Tom O'Hale\"\"]\"\n1,Pier,It "
      "fell.,[]\n",
      {}, "x");
  ASSERT_THAT(result.records, SizeIs(2));
  EXPECT_THAT(result.records[0].fields.byline, ElementsAre("Ann Lee", "Tom O'Hale"));
  EXPECT_THAT(result.records[1].fields.byline, IsEmpty());
}

TEST(Csv, RaggedRowsAndLoneMarksCostNothing) {
  const ReadResult result = read_records(
      "title,text\nFerry,It sank.,surplus\nPier\n\nToll,\"A 12\" pipe, they say\"\n", {}, "x");
  ASSERT_THAT(result.records, SizeIs(2));
  EXPECT_EQ(result.records[1].text, "A 12\" pipe, they say");
  EXPECT_THAT(result.errors, ElementsAre(HasSubstr("2: no article text")));
}

TEST(Csv, AMarkThatNeverClosesCostsItsRow) {
  const ReadResult result =
      read_records("title,text\nFerry,\"It sank.\nPier,It fell.\nToll,It rose.\n", {}, "x");
  EXPECT_THAT(result.records, SizeIs(2));
  EXPECT_THAT(result.errors, ElementsAre(HasSubstr("1: a quote does not close")));
}

TEST(Csv, ManyMarksThatNeverCloseEndIt) {
  std::string text = "title,text\n";
  for (int i = 0; i < 20; ++i) text += "Ferry,\"x\"y\n";
  EXPECT_THAT(read_records(text, {}, "x").errors,
              testing::Contains(HasSubstr("quotes of many rows do not close")));
}

TEST(Csv, NamesTheColumnsWhereNoneHoldsText) {
  EXPECT_THAT(read_records("nr,Volltext\n1,It sank.\n", {}, "x.csv").errors,
              ElementsAre(HasSubstr("no column holds article text (columns: nr, Volltext;")));
  ReadSettings settings;
  ASSERT_TRUE(settings.fields.add("body=Volltext"));
  EXPECT_THAT(read_records("nr,Volltext\n1,It sank.\n", settings, "x.csv").records, SizeIs(1));
}

TEST(Csv, LargeFieldsAndForeignBytesAreRead) {
  const std::string large(200'000, 'a');
  const ReadResult result = read_records("title,text\nFerry," + large +
                                             "\nCaf\xE9,It cost \xA3"
                                             "5.\n",
                                         {}, "x");
  ASSERT_THAT(result.records, SizeIs(2));
  EXPECT_EQ(result.records[0].text.size(), large.size());
  EXPECT_EQ(result.records[1].fields.headline, "Café");
}

TEST(Csv, ProseWithCommasIsNone) {
  EXPECT_FALSE(looks_like_csv("Ferry, old and slow, sinks\n\nIt sank, they say.\n"));
  EXPECT_TRUE(looks_like_csv("url,title,content\n"));
}

}  // namespace
}  // namespace onrecord
