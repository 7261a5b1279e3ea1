// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/language/detect.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(DetectLanguage, KnowsCommonLanguagesOfNews) {
  EXPECT_EQ(detect_language("The council will vote on the new bridge next week, the mayor said."),
            "en");
  EXPECT_EQ(detect_language("Der Stadtrat stimmt nächste Woche über die neue Brücke ab, sagte die "
                            "Bürgermeisterin."),
            "de");
  EXPECT_EQ(detect_language("Le conseil municipal votera la semaine prochaine sur le nouveau pont, "
                            "a déclaré la maire."),
            "fr");
  EXPECT_EQ(detect_language("Городской совет проголосует за новый мост на следующей неделе."),
            "ru");
  EXPECT_EQ(detect_language("מועצת העיר תצביע בשבוע הבא על הגשר החדש, אמרה ראש העיר."), "he");
}

TEST(DetectLanguage, SaysNothingWhereItCannotKnow) {
  EXPECT_EQ(detect_language(""), "");
  EXPECT_EQ(detect_language("1,204.50 - 17:30"), "");
}

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
