// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/escape.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(EscapeTerminal, LeavesOrdinaryTextAlone) {
  EXPECT_EQ(escape_terminal("“Solé” opens – 東京"), "“Solé” opens – 東京");
}

TEST(EscapeTerminal, ShowsWhatWouldDriveTheTerminal) {
  EXPECT_EQ(escape_terminal("a\x1b[31mb"), "a\\x1b[31mb");
  EXPECT_EQ(escape_terminal("a\nb\tc\r"), "a\\nb\\tc\\x0d");
  EXPECT_EQ(escape_terminal("a\u009bb\x7f"), "a\\x9bb\\x7f");
  EXPECT_EQ(escape_terminal("a\u202eb"), "a\\u202eb");
  EXPECT_EQ(escape_terminal(std::string_view("a\0b", 3)), "a\\x00b");
}

TEST(EscapeTerminal, ShowsBytesThatAreNoText) {
  EXPECT_EQ(escape_terminal("caf\xe9.txt"), "caf\\xe9.txt");
  EXPECT_EQ(escape_terminal("\xEF\xBF\xBD"), "\xEF\xBF\xBD");
}

TEST(EscapeHtml, ClosesEveryWayOut) {
  EXPECT_EQ(escape_html("<a href=\"x\" id='y'>R&D</a>"),
            "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;R&amp;D&lt;/a&gt;");
}

TEST(EscapeCsv, QuotesOnlyWhereNeeded) {
  EXPECT_EQ(escape_csv("plain"), "plain");
  EXPECT_EQ(escape_csv("a,b"), "\"a,b\"");
  EXPECT_EQ(escape_csv("she said \"no\"\n"), "\"she said \"\"no\"\"\n\"");
}

TEST(EscapeCsv, MakesFormulasHarmless) {
  EXPECT_EQ(escape_csv("=1+1"), "\"'=1+1\"");
  EXPECT_EQ(escape_csv("@x"), "\"'@x\"");
  EXPECT_EQ(escape_csv("a=b"), "a=b");
}

}  // namespace
}  // namespace onrecord
