// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/present/terminal_writer.h"

#include <sstream>

#include <gtest/gtest.h>

#include "searcher/present/article_view.h"
#include "tests/searcher/small_archive.h"

namespace onrecord {
namespace {

std::string paragraph(const StyledText& text, std::size_t width, bool color = false,
                      std::size_t first = 0, std::size_t rest = 0) {
  std::ostringstream out;
  TerminalWriter(out, color, width).paragraph(text, first, rest);
  return out.str();
}

TEST(TerminalWriter, WrapsAtWordsByDisplayWidth) {
  EXPECT_EQ(paragraph({{"one two three four"}}, 9), "one two\nthree\nfour\n");
  EXPECT_EQ(paragraph({{"one two three"}}, 10, false, 1, 3), " one two\n   three\n");
  EXPECT_EQ(paragraph({{"e\u0301e\u0301e\u0301 abc"}}, 7), "e\u0301e\u0301e\u0301 abc\n");
  EXPECT_EQ(paragraph({{"\u6E2F\u6E7E\u7F62\u5DE5"}}, 5), "\u6E2F\u6E7E\n\u7F62\u5DE5\n");
  EXPECT_EQ(paragraph({{"incomprehensibilities are long"}}, 8),
            "incomprehensibilities\nare long\n");
  EXPECT_EQ(paragraph({}, 8), "\n");
}

TEST(TerminalWriter, MarksWithoutColorAndStylesAcrossLines) {
  const StyledText text = {{"the "}, {"old harbour", Style::match}, {" wall"}};
  EXPECT_EQ(paragraph(text, 80), "the *old harbour* wall\n");
  EXPECT_EQ(paragraph(text, 9, true), "the \x1b[1;33mold\x1b[0m\n\x1b[1;33mharbour\x1b[0m\nwall\n");
}

TEST(TerminalWriter, EscapesControlCharacters) {
  EXPECT_EQ(paragraph({{"a\x1b[2Jb\u202Ec"}}, 80), "a\\x1b[2Jb\\u202ec\n");
}

TEST(ArticleView, NumbersTheQuotesAndNamesTheirSpeakers) {
  std::ostringstream out;
  TerminalWriter terminal(out, false, 70);
  Article article = small_archive()[1];
  article.id = "a-1";
  article.origin.path = "archive/strike.txt";
  article.quotes[0].id = "q-1";
  article.quotes[1].id = "q-2";
  show_article(article, terminal);
  EXPECT_EQ(
      out.str(),
      "Harbour strike enters third week\n"
      "2022-05-10 \u00B7 Morning Star Gazette\n"
      "a-1\n"
      "archive/strike.txt\n"
      "\n"
      "Dockers in Lima kept striking on Tuesday. Tomas Hale, their leader,\n"
      "denied \u2039that the strike was over\u203A [1].\n"
      "\n"
      "Varga, no relation of the minister, sells fish at the gate.\n"
      "\n"
      "\"We are not tired,\" [2] Hale said.\n"
      "\n"
      "Quotes\n"
      " [1] Tomas Hale, then leader \u00B7 denied \u00B7 indirect \u00B7 90 % sure \u00B7 q-1\n"
      " [2] Tomas Hale (\u201CHale\u201D) \u00B7 said \u00B7 direct \u00B7 90 % sure \u00B7 q-2\n"
      "\n"
      "People: Tomas Hale, Varga\n"
      "Places: Lima (PE)\n");
}

}  // namespace
}  // namespace onrecord
