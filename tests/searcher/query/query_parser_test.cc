// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/query_parser.h"

#include <string>

#include <gmock/gmock.h>

#include "searcher/query/describe.h"

namespace onrecord {
namespace {

using testing::HasSubstr;

constexpr Date today{2024, 7, 1};

ParseOptions options_for(DocumentKind target) {
  ParseOptions options;
  options.target = target;
  options.today = today;
  return options;
}

std::string read(std::string_view text, const ParseOptions& options) {
  const auto node = parse_query(text, options);
  return node ? describe(*node) : "error: " + node.error().message;
}

std::string read(std::string_view text) {
  return read(text, options_for(DocumentKind::quote));
}

struct Reading {
  std::string_view typed;
  std::string_view read;
};

TEST(QueryParser, ReadsTheLanguage) {
  const Reading readings[] = {
      {"budget", "budget"},
      {"budget deficit", "budget AND deficit"},
      {"budget AND deficit", "budget AND deficit"},
      {"budget OR deficit", "budget OR deficit"},
      {"budget tax OR deficit", "(budget AND tax) OR deficit"},
      {"budget (tax OR deficit)", "budget AND (tax OR deficit)"},
      {"-tax", "NOT tax"},
      {"budget -tax", "budget AND NOT tax"},
      {"budget NOT tax", "budget AND NOT tax"},
      {"NOT NOT tax", "tax"},
      {"-(tax lake)", "NOT (tax AND lake)"},
      {"\"budget deficit\"", "\"budget deficit\""},
      {"\u201Cbudget deficit\u201D", "\"budget deficit\""},
      {"\"tax AND lake\"", "\"tax AND lake\""},
      {"fox-it", "\"fox-it\""},
      {"O'Brien", "O'Brien"},
      {"Petrov's", "Petrov's"},
      {"econom*", "econom*"},
      {"*", "*"},
      {"budget NEAR/5 deficit", "budget NEAR/5 deficit"},
      {"budget NEAR deficit", "budget NEAR/10 deficit"},
      {"budget ADJ/2 deficit tax", "(budget ADJ/2 deficit) AND tax"},
      {"headline:strike", "headline:strike"},
      {"headline:\"rail strike\"", "headline:\"rail strike\""},
      {"headline:(rail OR bus)", "headline:rail OR headline:bus"},
      {"headline:rail*", "headline:rail*"},
      {"speaker:Roe", "speaker:Roe"},
      {"SPEAKER:\"Jane Roe\" lake", "speaker:\"Jane Roe\" AND lake"},
      {"org:Nordhav", "organization:Nordhav"},
      {"source:a source:b lake", "(source:a OR source:b) AND lake"},
      {"person:Roe person:Hale", "person:Roe AND person:Hale"},
      {"source:a AND source:b", "source:a AND source:b"},
      {"date:2020..2021-03", "date:2020..2021-03"},
      {"date:..2019", "date:..2019"},
      {"date:2021-03-04..", "date:2021-03-04.."},
      {"date:2021", "date:2021"},
      {"date:yesterday", "date:2024-06-30"},
      {"date:last-month", "date:2024-06"},
      {"date:30d", "date:2024-06-01..2024-07-01"},
      {"Lyon - Annecy", "Lyon AND Annecy"},
      {"10:30 train", "\"10:30\" AND train"},
      {"and or not", "and AND or AND not"},
  };
  for (const Reading& reading : readings) {
    EXPECT_EQ(read(reading.typed), reading.read) << reading.typed;
  }
}

TEST(QueryParser, WordsCanBeAlternativesWhileRestrictionsHold) {
  ParseOptions options = options_for(DocumentKind::quote);
  options.any = true;
  EXPECT_EQ(read("lake tax", options), "lake OR tax");
  EXPECT_EQ(read("lake tax speaker:Roe -levy", options),
            "(lake OR tax) AND speaker:Roe AND NOT levy");
  EXPECT_EQ(read("lake AND tax levy", options), "(lake AND tax) OR levy");
}

struct Mistake {
  std::string_view typed;
  std::size_t column;
  std::string_view message;
};

TEST(QueryParser, NamesTheMistakeAndItsColumn) {
  const Mistake mistakes[] = {
      {"", 1, "no word"},
      {" , ", 4, "no word"},
      {"lake \"tax", 6, "quotation mark is not closed"},
      {"lake (tax", 6, "bracket is not closed"},
      {"lake (", 6, "bracket is not closed"},
      {"lake tax)", 9, "nothing is opened"},
      {"()", 2, "nothing between"},
      {"lake OR", 6, "missing after OR"},
      {"OR lake", 1, "missing before OR"},
      {"lake AND OR tax", 6, "missing after AND"},
      {"lake NOT", 6, "missing after NOT"},
      {"\u00E9t\u00E9 persn:Roe", 5, "did you mean \"person:\"?"},
      {"xyzzy:foo", 1, "the fields are speaker, person"},
      {"http:foo", 1, "no field \"http:\""},
      {"has:quotes", 1, "is a field of articles"},
      {"speaker: Roe", 1, "right after \"speaker:\""},
      {"speaker:", 1, "right after \"speaker:\""},
      {"speaker:Ro*", 9, "whole value"},
      {"speaker:\" \"", 9, "nothing between"},
      {"headline:(lake speaker:Roe)", 16, "brackets of another field"},
      {"\"...\"", 1, "no word between"},
      {"ec*", 1, "at least 3 letters"},
      {"e*nomy", 1, "end of a word"},
      {"fox-it*", 1, "single word"},
      {"lake NEAR/0 tax", 6, "NEAR/n with n from 1"},
      {"lake NEAR/x tax", 6, "NEAR/n with n from 1"},
      {"lake NEAR/5 \"land tax\"", 13, "single words only"},
      {"lake NEAR/5 tax NEAR/6 levy", 17, "one operator and one distance"},
      {"lake NEAR/5 headline:tax", 13, "same field"},
      {"date:2021-02-30", 6, "is not a date"},
      {"date:soon", 6, "write 2021"},
      {"date:2021..2020", 6, "comes after"},
      {"date:..", 6, "before or after"},
  };
  for (const Mistake& mistake : mistakes) {
    const auto node = parse_query(mistake.typed, options_for(DocumentKind::quote));
    ASSERT_FALSE(node) << mistake.typed;
    EXPECT_THAT(node.error().message, HasSubstr(mistake.message)) << mistake.typed;
    EXPECT_EQ(node.error().column, mistake.column) << mistake.typed;
  }
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

TEST(QueryParser, BoundsDepthWordsAndLength) {
  const ParseOptions options = options_for(DocumentKind::article);
  EXPECT_TRUE(parse_query(repeated("(", 32) + "a" + repeated(")", 32), options));
  EXPECT_THAT(parse_query(repeated("(", 5000) + "a", options).error().message,
              HasSubstr("nested more than 32"));
  EXPECT_TRUE(parse_query(repeated("NOT ", 3000) + "a", options));
  EXPECT_THAT(parse_query(repeated("-(", 5000) + "a", options).error().message,
              HasSubstr("nested more than 32"));
  EXPECT_THAT(parse_query(repeated("a ", 1001), options).error().message, HasSubstr("1000 words"));
  EXPECT_THAT(parse_query(repeated("abc ", 10'000), options).error().message,
              HasSubstr("bytes long"));
}

TEST(WordsOf, HasNoSyntax) {
  EXPECT_EQ(describe(words_of("lake OR \"tax-free")), "lake AND OR AND tax AND free");
  EXPECT_EQ(words_of(" ... ").kind, NodeKind::everything);
}

}  // namespace
}  // namespace onrecord
