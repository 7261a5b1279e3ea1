// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/office.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

class OfficeTest : public testing::Test {
 protected:
  OfficeFit compare(std::string_view described, std::string_view role) const {
    return compare_offices(described, role, lexicon_);
  }

  Languages languages_ =
      Languages::load(std::string(ONRECORD_BINARY_DIR) + "/share/onrecord/languages").value();
  QuoteLexicon lexicon_{languages_.pack("en")};
};

TEST_F(OfficeTest, TheWordsBeforeItTellOneOfficeFromAnother) {
  EXPECT_EQ(compare("the foreign secretary", "Foreign Secretary"), OfficeFit::same);
  EXPECT_EQ(compare("the foreign secretary", "Home Secretary"), OfficeFit::other);
  EXPECT_EQ(compare("the prime minister", "Deputy Prime Minister"), OfficeFit::partly);
}

TEST_F(OfficeTest, AHeadAloneFitsAll) {
  EXPECT_EQ(compare("the minister", "Foreign Minister"), OfficeFit::open);
  EXPECT_EQ(compare("the foreign minister", "minister"), OfficeFit::open);
  EXPECT_EQ(compare("the minister", "mayor"), OfficeFit::other);
}

TEST_F(OfficeTest, OtherWordsSayNothing) {
  EXPECT_EQ(compare("the embattled new minister", "former Energy Minister"), OfficeFit::open);
}

TEST_F(OfficeTest, APostLeavesNoRoomForAnother) {
  EXPECT_TRUE(is_post("Home Secretary", lexicon_));
  EXPECT_TRUE(is_post("the mayor", lexicon_));
  EXPECT_FALSE(is_post("former mayor of Bergen", lexicon_));
  EXPECT_FALSE(is_post("MP", lexicon_));
  EXPECT_FALSE(is_post("former minister", lexicon_));
}

}  // namespace
}  // namespace onrecord
