// SPDX-License-Identifier: GPL-3.0-or-later
// Text exports of LexisNexis, Factiva and ProQuest: what each article gives, and broken forms.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/reader/read_records.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// --- LexisNexis ---

constexpr std::string_view old_lexis =
    "Download Request: All Documents: 1-2\nTime Of Request: Saturday, July 11, 2015 22:32 EST\n\n"
    "Terms: dam\n\nSource: Newspaper Stories\n\n"
    "                               1 of 2 DOCUMENTS\n\n\n"
    "     Copyright 2015 Courier Company, LLC d/b/a\n            Courier Digital\n"
    "              All Rights Reserved\n\n"
    "                              The Almer Courier\n\n"
    "                             July 1, 2015 Wednesday\n                Met 2 Edition\n\n"
    "SECTION: NEWS; Pg. A01\n\nLENGTH: 20 words\n\n"
    "HEADLINE: Dam holds after\nnight of rain\n\nBYLINE: Ana Ruiz;Tom Hale\n\nDATELINE: ALMER\n\n"
    "HIGHLIGHT: They watched it.\n\nBODY:\n\nIt was not yet nine and the\nriver rose.\n\n"
    "It fell.\n\nGRAPHIC: The dam on Tuesday. PHOTO BY LI WEN\n\nMAP\n\nLANGUAGE: ENGLISH\n\n"
    "SUBJECT: DAMS (90%); RIVERS\n(89%)\n\nLOAD-DATE: July 2, 2015\n\n"
    "                               2 of 2 DOCUMENTS\n\n"
    "                                  The Post (London)\n\n"
    "                            January 11, 2010 Monday\n               Edition 1;\n\n"
    "Ferry runs\nagain\n\nBYLINE: MAREN KOLB\n\nLENGTH: 9 words\n\n\nThe ferry ran\nagain.\n\n"
    "Language: nobody asked.\n\n"
    "LOAD-DATE: January 11, 2010\n\nLANGUAGE: GERMAN; DEUTSCH\n\n"
    "                    Copyright 2010 POST LTD\n               All Rights Reserved\n";

TEST(ExportReaders, ReadOldExportsOfLexisNexis) {
  const ReadResult result = read_records(old_lexis, {}, "export.txt");
  EXPECT_THAT(result.errors, IsEmpty());
  ASSERT_EQ(result.records.size(), 2U);
  const RawRecord& first = result.records[0];
  EXPECT_EQ(first.origin.format, "lexisnexis");
  EXPECT_EQ(first.fields.headline, "Dam holds after night of rain");
  EXPECT_THAT(first.fields.byline, ElementsAre("Ana Ruiz;Tom Hale"));
  EXPECT_EQ(first.fields.published, "July 1, 2015 Wednesday");
  EXPECT_EQ(first.fields.source, "The Almer Courier");
  EXPECT_EQ(first.fields.section, "NEWS");
  EXPECT_EQ(first.fields.dateline, "ALMER");
  EXPECT_EQ(first.fields.language, "ENGLISH");
  EXPECT_THAT(first.fields.captions, ElementsAre("The dam on Tuesday. PHOTO BY LI WEN"));
  EXPECT_EQ(first.text, "They watched it.\n\nIt was not yet nine and the\nriver rose.\n\nIt fell.");
  const RawRecord& second = result.records[1];
  EXPECT_EQ(second.origin.record, 2U);
  EXPECT_EQ(second.fields.headline, "Ferry runs again");
  EXPECT_EQ(second.fields.source, "The Post (London)");
  EXPECT_EQ(second.fields.published, "January 11, 2010 Monday");
  EXPECT_EQ(second.fields.language, "GERMAN");
  EXPECT_EQ(second.text, "The ferry ran\nagain.\n\nLanguage: nobody asked.");
}

TEST(ExportReaders, ReadExportsOfNexisUniWithMarkPageBreaksAndCarriageReturns) {
  const std::string bytes =
      "\xEF\xBB\xBFUser Name: =\r\nDate and Time: = Friday, May 3, 2019 10:11:00 AM EDT\r\n\r\n"
      "1. Dam holds\r\n\r\nDam holds after rain\r\nThe Almer Courier\r\n"
      "May 2, 2019 Thursday 10:20 AM GMT\r\n\r\nCopyright 2019 Courier Ltd\r\n\r\n"
      "Section: NEWS; Version:1\r\nLength: 20 words\r\nByline: Ana Ruiz\r\nBody\r\n\r\n"
      "The river rose.\r\n\r\nLink to Image\r\n\fIt fell.\r\n\r\nGraphic\r\n \r\nThe dam. Li "
      "Wen\r\n"
      "\r\nClassification\r\n\r\nLanguage: ENGLISH\r\n\r\nLoad-Date: May 3, 2019\r\n\r\n"
      "End of Document\r\n\r\n\f\xC2\xA0\r\nNo text\r\nThe Post\r\nMay 1, 2019\r\n\r\n"
      "Length: 3 words\r\n\r\nLoad-Date: May 1, 2019\r\n\r\nEnd of Document\r\n";
  const ReadResult result = read_records(bytes);
  EXPECT_THAT(result.errors, ElementsAre("2: no text"));
  ASSERT_EQ(result.records.size(), 1U);
  const RawRecord& record = result.records[0];
  EXPECT_EQ(record.fields.headline, "Dam holds after rain");
  EXPECT_EQ(record.fields.source, "The Almer Courier");
  EXPECT_EQ(record.fields.published, "May 2, 2019 Thursday 10:20 AM GMT");
  EXPECT_THAT(record.fields.byline, ElementsAre("Ana Ruiz"));
  EXPECT_THAT(record.fields.captions, ElementsAre("The dam. Li Wen"));
  EXPECT_EQ(record.text, "The river rose.\n\nIt fell.");
}

TEST(ExportReaders, ATextThatMentionsDocumentsIsNoExport) {
  const ReadResult result = read_records("Dam holds\n\nThey read 1 of 2 DOCUMENTS\n\nIt fell.\n");
  ASSERT_EQ(result.records.size(), 1U);
  EXPECT_EQ(result.records[0].origin.format, "text");
}

// --- Factiva ---

TEST(ExportReaders, ReadLabelledExportsOfFactiva) {
  const ReadResult result = read_records(
      "SE   News\nHD   Dam holds after\nnight of rain\nBY   By Ana Ruiz\nCR   Reuters\n"
      "WC   62 words\nPD   3 May 2019\nSN   The Almer Courier\nSC   COUR\nLA   English\n"
      "CY   Copyright 2019\n\nLP   \nALMER -- The river rose.\n\nTD   \nIt fell.\n\n"
      "IN the evening it rained.\n\nNS   gnat : Natural Disasters\nRE   usa : United States\n"
      "AN   Document COUR000020190503ef5300001\n\n"
      "HD\tFerry runs\nWC\t40 words\nSN\tThe Post\nTD\t\nThe ferry ran.\n\n"
      "HD\tNo last line above\nWC\t40 words\nSN\tThe Post\nTD\t\nIt did not run.\n"
      "AN\tDocument POST000020190505ef5500002\n\nSearch Summary\nText  dam\n"
      "\xC2\xA9 2019 Factiva, Inc. All rights reserved.\n");
  EXPECT_THAT(result.errors, IsEmpty());
  ASSERT_EQ(result.records.size(), 3U);
  const RawRecord& first = result.records[0];
  EXPECT_EQ(first.fields.headline, "Dam holds after night of rain");
  EXPECT_THAT(first.fields.byline, ElementsAre("By Ana Ruiz"));
  EXPECT_EQ(first.fields.published, "3 May 2019");
  EXPECT_EQ(first.fields.source, "The Almer Courier");
  EXPECT_EQ(first.fields.agency, "Reuters");
  EXPECT_EQ(first.fields.section, "News");
  EXPECT_EQ(first.fields.language, "English");
  EXPECT_EQ(first.text, "ALMER -- The river rose.\n\nIt fell.\n\nIN the evening it rained.");
  EXPECT_EQ(result.records[1].text, "The ferry ran.");
  EXPECT_EQ(result.records[2].fields.headline, "No last line above");
}

TEST(ExportReaders, ReadExportsOfFactivaAsShownOnTheScreen) {
  const ReadResult result = read_records(
      "News\nDam holds after night of rain\nBy Ana Ruiz\n1,062 words\n3 May 2019\n10:30\n"
      "The Almer Courier\nCOUR\nLate Edition - Final\n12\nEnglish\nCopyright 2019 Courier.\n\n"
      "The river rose.\n\nIt fell.\n\nDocument COUR000020190503ef5300001\n\n"
      "Page 1 of 2 \xC2\xA9 2019 Factiva, Inc. All rights reserved.\n\n"
      "Ferry runs again after three weeks\nMaren Kolb\n40 W\xC3\xB6rter\n4. Mai 2019\nThe Post\n"
      "PST\nDeutsch\n(c) 2019 Post Ltd\n\nThe ferry ran.\n\nDokument PST0000020190504ef5400003\n");
  EXPECT_THAT(result.errors, IsEmpty());
  ASSERT_EQ(result.records.size(), 2U);
  const RawRecord& first = result.records[0];
  EXPECT_EQ(first.fields.section, "News");
  EXPECT_EQ(first.fields.headline, "Dam holds after night of rain");
  EXPECT_THAT(first.fields.byline, ElementsAre("By Ana Ruiz"));
  EXPECT_EQ(first.fields.published, "3 May 2019");
  EXPECT_EQ(first.fields.source, "The Almer Courier");
  EXPECT_EQ(first.text, "The river rose.\n\nIt fell.");
  const RawRecord& second = result.records[1];
  EXPECT_EQ(second.fields.headline, "Ferry runs again after three weeks");
  EXPECT_THAT(second.fields.byline, ElementsAre("Maren Kolb"));
  EXPECT_EQ(second.fields.published, "4. Mai 2019");
  EXPECT_EQ(second.text, "The ferry ran.");
}

// --- ProQuest ---

TEST(ExportReaders, ReadExportsOfProquest) {
  const std::string rule = std::string(60, '_') + "\n\n";
  const ReadResult result = read_records(
      rule + "Report Information from ProQuest\n16 January 2020 12:00\n" + rule +
      "Document 1 of 3\n\nDam holds after rain\n\nAuthor: Ruiz, Ana; Tom Hale\n\n"
      "Publication info: The Almer Courier ; Almer, 03 May 2019: A.12.\n\n"
      "Abstract: It rose.\n\nFull text: The river rose.\n\nLocation: the old dam.\n\nIt fell.\n\n"
      "Caption: The dam.\n\nSubject: Dams\n\nLocation: Almer\n\nTitle: Dam holds after rain\n\n"
      "Publication title: The Almer Courier; Almer\n\nPublication date: May 3, 2019\n\n"
      "Section: News\n\nLanguage of publication: English\n\nProQuest document ID: 123\n\n" +
      rule + "Ferry runs\n\nPublication info: The Post; Holm [Holm]. 04 May 2019.\n\n" +
      "Abstract: The ferry ran.\n\nFull text: Not available.\n\nTitle: Ferry runs\n\n" + rule +
      "Nothing\n\nTitle: Nothing\n\nPublication title: The Post\n\n" + rule +
      "Contact us at: http://courier.example Database copyright 2020. All rights reserved.\n");
  EXPECT_THAT(result.errors, ElementsAre("3: no full text in the export"));
  ASSERT_EQ(result.records.size(), 2U);
  const RawRecord& first = result.records[0];
  EXPECT_EQ(first.origin.format, "proquest");
  EXPECT_EQ(first.fields.headline, "Dam holds after rain");
  EXPECT_THAT(first.fields.byline, ElementsAre("Ana Ruiz", "Tom Hale"));
  EXPECT_EQ(first.fields.published, "May 3, 2019");
  EXPECT_EQ(first.fields.source, "The Almer Courier");
  EXPECT_EQ(first.fields.section, "News");
  EXPECT_EQ(first.fields.language, "English");
  EXPECT_THAT(first.fields.captions, ElementsAre("The dam."));
  EXPECT_EQ(first.text, "The river rose.\n\nLocation: the old dam.\n\nIt fell.");
  EXPECT_FALSE(first.fields.truncated);
  const RawRecord& second = result.records[1];
  EXPECT_EQ(second.fields.source, "The Post");
  EXPECT_EQ(second.fields.published, "04 May 2019");
  EXPECT_EQ(second.text, "The ferry ran.");
  EXPECT_TRUE(second.fields.truncated);
}

TEST(ExportReaders, AnArticleAboveTheLimitCostsOnlyItself) {
  ReadSettings settings;
  settings.limits.record_bytes = 300;
  const ReadResult result =
      read_records("HD  One\nWC  2 words\nSN  The Post\nTD  \n" + std::string(200, 'x') + "\n" +
                       std::string(200, 'x') + "\nAN  Document POST000020190505ef5500001\n" +
                       "HD  Two\nTD  \nIt ran.\nAN  Document POST000020190505ef5500002\n",
                   settings);
  EXPECT_THAT(result.errors, ElementsAre("1: larger than 300 bytes"));
  ASSERT_EQ(result.records.size(), 1U);
  EXPECT_EQ(result.records[0].fields.headline, "Two");
}

}  // namespace
}  // namespace onrecord
