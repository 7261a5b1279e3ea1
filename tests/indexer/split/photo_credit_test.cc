// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/photo_credit.h"

#include "tests/indexer/split/tables.h"

namespace onrecord {
namespace {

using test::cell;
using test::english;

TEST(PhotoCredit, ReadsTheCreditsOfTheTable) {
  for (const auto& row : test::read_cases("credits.tsv")) {
    const auto credit = read_credit(row[0], english());
    EXPECT_EQ(credit.value_or("no"), cell(row, 1)) << row[0];
  }
}

TEST(PhotoCredit, ReadsTheCaptionsOfTheTable) {
  for (const auto& row : test::read_cases("captions.tsv")) {
    const std::string& text = row[0];
    const auto caption = read_caption(text, 0, english());
    EXPECT_EQ(caption.has_value(), cell(row, 1) != "no") << text;
    if (!caption || cell(row, 1) == "no") continue;
    EXPECT_EQ(text.substr(caption->begin, caption->end - caption->begin), cell(row, 1)) << text;
    EXPECT_EQ(caption->credit, cell(row, 2)) << text;
  }
}

TEST(PhotoCredit, TakesACreditOnItsOwnLine) {
  const std::string text = "Villagers wait for water Port Office / TASS";
  const auto caption = read_caption(text, text.find("Port"), english());
  ASSERT_TRUE(caption);
  EXPECT_EQ(text.substr(0, caption->end), "Villagers wait for water");
  EXPECT_EQ(caption->credit, "Port Office / TASS");
}

}  // namespace
}  // namespace onrecord
