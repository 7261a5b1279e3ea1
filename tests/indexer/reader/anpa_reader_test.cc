// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/anpa_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/reader/read_records.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(AnpaReader, ReadsMessagesOfAnpa) {
  const ReadResult result = read_records(
      "\x16\x16\x01"
      "W2870\x1F_lima\r\nf i\x13\x11 BC-AM--Almer-Dam     11-13 0049\r\n"
      "\x02^BC-AM--Almer-Dam,466<\r\n^Dam at Almer holds <\r\n^AP Photo XNP101<\r\n"
      "^Eds: With a map.<\r\n^By ANA RUIZ and TOM HALE=\r\n^Associated Press=\r\n"
      "\t   ALMER (AP) _ The river\r\nrose.\r\n \r\n\t   ``We stay,'' she said.\r\n"
      "^AT NIGHT=\r\n\t   It fell.<\r\n\x08^;W;L\r\n"
      "\t   \x03"
      "AP-WF-11-13-13 1509GMT<\r\n\f\r\n\x04"
      "\x16\x16\x01W2871\x1F_lima\r\nr v\x13\x11 BC-Advisory\r\n\x02^Note<\r\n\t   Call us.\r\n\x03"
      "AP-WF-11-13-13 1510GMT\r\n\x04\r\n");
  EXPECT_THAT(result.errors, ElementsAre("2: an advisory to editors, no news"));
  ASSERT_EQ(result.records.size(), 1U);
  const RawRecord& record = result.records[0];
  EXPECT_EQ(record.origin.format, "anpa");
  EXPECT_EQ(record.fields.headline, "Dam at Almer holds");
  EXPECT_THAT(record.fields.byline, ElementsAre("By ANA RUIZ and TOM HALE"));
  EXPECT_EQ(record.fields.published, "2013-11-13T15:09Z");
  EXPECT_EQ(record.fields.agency, "AP");
  EXPECT_EQ(record.fields.section, "International");
  EXPECT_EQ(record.text,
            "ALMER (AP) \u2014 The river\nrose.\n\n\u201CWe stay,\u201D she said.\n\nAT NIGHT\n\n"
            "It fell.");
}

TEST(AnpaReader, ReadsMessagesOfIptc) {
  const ReadResult result = read_records(
      "\x01"
      "eca100 3 s 586 ccccb   dpa 099\r\n\r\nPeru/Dam/\r\n\x02"
      "1ST LEAD\r\nDam holds\r\nafter rain\r\nBy Ana Ruiz, dpa =\r\n\r\n"
      "   Lima (dpa) - The river\r\nrose.\r\n\r\nIt fell.\r\n\r\n# Notebook\r\n\r\n"
      "## Contacts\r\n- Tel: 1\r\n\r\n\x03"
      "071341 GMT Okt 15 \r\n\x7F\r\n\x7F\x04");
  EXPECT_THAT(result.errors, IsEmpty());
  ASSERT_EQ(result.records.size(), 1U);
  const RawRecord& record = result.records[0];
  EXPECT_EQ(record.fields.headline, "Dam holds after rain");
  EXPECT_THAT(record.fields.byline, ElementsAre("By Ana Ruiz, dpa"));
  EXPECT_EQ(record.fields.published, "2015-10-07T13:41Z");
  EXPECT_EQ(record.fields.source, "dpa");
  EXPECT_EQ(record.text, "Lima (dpa) - The river\nrose.\n\nIt fell.");
}

TEST(AnpaReader, AMessageWithoutItsEndCostsNoOther) {
  const ReadResult result = read_records(
      "\x01"
      "a1 3 i 5 dpa 1\nPeru/\n\x02One =\n\n\x03"
      "071341 GMT Oct 15\n"
      "\x01"
      "a2 3 i 5 dpa 2\nPeru/\n\x02Two =\n\nIt fell.\n");
  EXPECT_THAT(result.errors, ElementsAre("1: a wire message without a text"));
  ASSERT_EQ(result.records.size(), 1U);
  EXPECT_EQ(result.records[0].fields.headline, "Two");
}

}  // namespace
}  // namespace onrecord
