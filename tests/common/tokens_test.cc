// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tokens.h"

#include <set>
#include <string>

#include <gmock/gmock.h>

namespace onrecord {
namespace {

using testing::ElementsAre;

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> result;
  for (const Token& token : tokenize(text)) result.emplace_back(text_of(text, token));
  return result;
}

std::vector<std::string> sentences(std::string_view text) {
  struct Titles : Abbreviations {
    bool contains(std::string_view word) const override {
      return std::set<std::string_view>{"Mr", "Sen", "Feb"}.contains(word);
    }
  } titles;
  std::vector<std::string> result;
  for (const TextSpan& span : split_sentences(text, tokenize(text), &titles)) {
    result.emplace_back(text.substr(span.begin, span.end - span.begin));
  }
  return result;
}

TEST(Tokens, WordsNumbersAndMarks) {
  EXPECT_THAT(words("\"We lost 1,200.50 crowns,\" he said."),
              ElementsAre("\"", "We", "lost", "1,200.50", "crowns", ",", "\"", "he", "said", "."));
}

TEST(Tokens, ApostropheInsideANameStaysAndThePossessiveIsCutOff) {
  EXPECT_THAT(words("O'Brien's boat didn't"), ElementsAre("O'Brien", "'s", "boat", "didn't"));
  EXPECT_THAT(words("the workers' hall"), ElementsAre("the", "workers", "'", "hall"));
  EXPECT_THAT(words("Brandt\u2019s"), ElementsAre("Brandt", "\u2019s"));
}

TEST(Tokens, ElidedArticleIsAWordOfItsOwn) {
  EXPECT_THAT(words("L\u2019avis d'Anne, qu'elle n'a"),
              ElementsAre("L\u2019", "avis", "d'", "Anne", ",", "qu'", "elle", "n'", "a"));
  EXPECT_THAT(words("D'Souza and L'Oreal don't"),
              ElementsAre("D'Souza", "and", "L'Oreal", "don't"));
  EXPECT_TRUE(tokenize("l'eau")[0].elided);
}

TEST(Tokens, InitialismKeepsItsStops) {
  EXPECT_THAT(words("the U.S. and J. Marsh"), ElementsAre("the", "U.S.", "and", "J", ".", "Marsh"));
  EXPECT_THAT(words("plan B.the end"), ElementsAre("plan", "B", ".", "the", "end"));
}

TEST(Tokens, HyphensSplitWithoutABlank) {
  const std::string_view text = "Jean-Luc";
  const auto tokens = tokenize(text);
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_TRUE(tokens[0].blank_before);
  EXPECT_FALSE(tokens[1].blank_before);
  EXPECT_FALSE(tokens[2].blank_before);
}

TEST(Tokens, CaseIsNoted) {
  const auto tokens = tokenize("LIMA Lima lima \u00C9lys\u00E9e");
  EXPECT_TRUE(tokens[0].all_upper);
  EXPECT_TRUE(tokens[1].starts_upper);
  EXPECT_FALSE(tokens[1].all_upper);
  EXPECT_FALSE(tokens[2].starts_upper);
  EXPECT_TRUE(tokens[3].starts_upper);
}

TEST(Tokens, ScriptsWithoutBlanksAreCutByDictionary) {
  EXPECT_GE(words("\u6771\u4EAC\u90FD\u77E5\u4E8B\u306F\u8FF0\u3079\u305F").size(), 3U);
}

TEST(Tokens, OddBytesDoNotHang) {
  EXPECT_TRUE(tokenize("").empty());
  EXPECT_EQ(tokenize("\xC3").size(), 1U);
  EXPECT_EQ(tokenize(std::string(1, '\0')).size(), 0U);
}

TEST(Sentences, EndAfterStopsAndClosingMarks) {
  EXPECT_THAT(sentences("It is over. \"We lost.\" She left! Did he?"),
              ElementsAre("It is over.", "\"We lost.\"", "She left!", "Did he?"));
}

TEST(Sentences, AbbreviationsAndInitialsDoNotEndOne) {
  EXPECT_THAT(sentences("Mr. Osei met J. Lind on Feb. 24 in the U.S. capital. It rained."),
              ElementsAre("Mr. Osei met J. Lind on Feb. 24 in the U.S. capital.", "It rained."));
}

TEST(Sentences, LowerCaseAfterAQuestionInsideAQuoteGoesOn) {
  EXPECT_THAT(sentences("\"Who pays?\" she asked."), ElementsAre("\"Who pays?\" she asked."));
}

}  // namespace
}  // namespace onrecord
