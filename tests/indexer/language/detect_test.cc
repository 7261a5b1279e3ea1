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

}  // namespace
}  // namespace onrecord
