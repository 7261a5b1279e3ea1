// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text_fold.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(Fold, CaseAndDiacriticsDoNotCount) {
  EXPECT_EQ(fold("\u00C9lys\u00E9e"), "elysee");
  EXPECT_EQ(fold("STRASSE"), fold("Stra\u00DFe"));
  EXPECT_EQ(fold("\u0141\u00F3d\u017A"), "lodz");
  EXPECT_EQ(fold("\uFB01rst"), "first");
  EXPECT_EQ(fold("\u0130zmir"), "izmir");
}

TEST(Fold, SoftHyphenVanishesAndApostrophesAgree) {
  EXPECT_EQ(fold("govern\u00ADment"), "government");
  EXPECT_EQ(fold("O\u2019Hara"), "o'hara");
}

TEST(NameKey, PunctuationAndSpacingDoNotCount) {
  EXPECT_EQ(name_key("J. R. O\u2019Hara-N\u00FA\u00F1ez"), "j r o'hara nunez");
  EXPECT_EQ(name_key("  Ann   Lee "), "ann lee");
  EXPECT_EQ(name_key("..."), "");
}

TEST(SqueezeBlanks, AnyWhiteSpaceIsOneBlank) {
  EXPECT_EQ(squeeze_blanks(" a\u00A0\n b\t"), "a b");
  EXPECT_EQ(squeeze_blanks(""), "");
}

TEST(Romanize, GivesNamesAsEnglishWritesThem) {
  EXPECT_EQ(romanize(fold("Сергей")), "sergei");
  EXPECT_EQ(romanize(fold("Мария")), "maria");
  EXPECT_EQ(romanize(fold("Щукин")), "shchukin");
  EXPECT_EQ(romanize(fold("Євген")), "yevgen");
  EXPECT_EQ(romanize("lyon"), "lyon");
}

}  // namespace
}  // namespace onrecord
