// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/language_code.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(LanguageCode, ReadsTheFormsThatArchivesUse) {
  EXPECT_EQ(language_code("en"), "en");
  EXPECT_EQ(language_code("EN"), "en");
  EXPECT_EQ(language_code("en-GB"), "en");
  EXPECT_EQ(language_code("pt_BR"), "pt");
  EXPECT_EQ(language_code("deu"), "de");
  EXPECT_EQ(language_code(" English "), "en");
  EXPECT_EQ(language_code("zh-Hant"), "zh");
}

TEST(LanguageCode, IsEmptyForWhatIsNoLanguage) {
  EXPECT_EQ(language_code(""), "");
  EXPECT_EQ(language_code("None"), "");
  EXPECT_EQ(language_code("xx"), "");
  EXPECT_EQ(language_code("-"), "");
}

}  // namespace
}  // namespace onrecord
