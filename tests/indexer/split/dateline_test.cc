// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/dateline.h"

#include "tests/indexer/split/tables.h"

namespace onrecord {
namespace {

using test::cell;
using test::english;

TEST(Dateline, ReadsTheBeginningsOfTheTable) {
  for (const auto& row : test::read_cases("datelines.tsv")) {
    const auto read = read_dateline(row[0], english());
    EXPECT_EQ(read.has_value(), cell(row, 1) != "no") << row[0];
    if (!read || cell(row, 1) == "no") continue;
    EXPECT_EQ(read->dateline.text, cell(row, 1)) << row[0];
    EXPECT_EQ(read->dateline.agency, cell(row, 2)) << row[0];
  }
}

TEST(Dateline, ReadsTheDayAndWhereTheStoryBegins) {
  const std::string_view text = "ALMER, March 11 (Xinhua) -- The talks stalled.";
  const auto read = read_dateline(text, english());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->date, (Date{0, 3, 11}));
  EXPECT_EQ(text.substr(read->end), "The talks stalled.");
}

TEST(Dateline, ReadsFieldsWithAndWithoutADash) {
  for (const std::string_view field : {"    PORT ALMER, March 11 -", "Port Almer", "PORT ALMER"}) {
    const auto read = read_dateline_field(field, english());
    ASSERT_TRUE(read) << field;
    EXPECT_TRUE(read->dateline.text == "PORT ALMER" || read->dateline.text == "Port Almer");
  }
  EXPECT_FALSE(read_dateline_field("us 7.8015 -", english()));
}

}  // namespace
}  // namespace onrecord
