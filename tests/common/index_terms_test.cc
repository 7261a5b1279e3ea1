// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> terms;
  for (const IndexWord& word : index_words(text)) terms.push_back(word.term);
  return terms;
}

TEST(IndexWords, AreFolded) {
  EXPECT_THAT(words("The \u00C9lys\u00E9e, again!"), ElementsAre("the", "elysee", "again"));
}

TEST(IndexWords, KeepInitialismsApartFromFunctionWords) {
  EXPECT_THAT(words("The U.S. told us so"), ElementsAre("the", "u.s.", "told", "us", "so"));
  EXPECT_THAT(words("The US told us so"), ElementsAre("the", "u.s.", "told", "us", "so"));
  EXPECT_THAT(words("U.N. and UN"), ElementsAre("u.n.", "and", "u.n."));
  EXPECT_THAT(words("un accord de l'ONU"), ElementsAre("un", "accord", "de", "onu"));
  EXPECT_THAT(words("WHO experts, who left"), ElementsAre("w.h.o.", "experts", "who", "left"));
}

TEST(IndexWords, OtherInitialismsAreOneHoweverWritten) {
  EXPECT_THAT(words("U.K., UK and Nato or NATO"),
              ElementsAre("uk", "uk", "and", "nato", "or", "nato"));
}

TEST(IndexWords, CapitalsSayNothingInAHeadlineOfCapitals) {
  EXPECT_THAT(words("WHO WILL PAY US BACK"), ElementsAre("who", "will", "pay", "us", "back"));
  EXPECT_THAT(words("U.S. ECONOMY GROWS"), ElementsAre("u.s.", "economy", "grows"));
  EXPECT_THAT(words("US GDP"), ElementsAre("u.s.", "gdp"));
  EXPECT_THAT(words("WHO"), ElementsAre("w.h.o."));
}

TEST(IndexWords, DropElidedArticlesAndPossessives) {
  EXPECT_THAT(words("chef de l\u2019\u00C9tat"), ElementsAre("chef", "de", "etat"));
  EXPECT_THAT(words("nell'anno d'oro, aujourd'hui"), ElementsAre("anno", "oro", "aujourdhui"));
  EXPECT_THAT(words("O'Brien's don\u2019t"), ElementsAre("obrien", "dont"));
}

TEST(IndexWords, TellWhatIsJoined) {
  const auto found = index_words("a cease-fire, now");
  ASSERT_EQ(found.size(), 4U);
  EXPECT_FALSE(found[1].joined);
  EXPECT_TRUE(found[2].joined);
  EXPECT_FALSE(found[3].joined);
  EXPECT_EQ(found[2].span, (TextSpan{8, 12}));
}

TEST(IndexWords, NumbersLoseSeparatorsAndDoNotStem) {
  const auto found = index_words("1,200.50 tons");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].term, "1200.50");
  EXPECT_FALSE(found[0].stems);
  EXPECT_TRUE(found[1].stems);
}

TEST(IndexWords, LongWordsAreCutAlike) {
  const std::string longer(10'000, 'x');
  EXPECT_THAT(words(longer), ElementsAre(std::string(64, 'x')));
}

TEST(IndexWords, LowerCaseMayMeanAnInitialism) {
  EXPECT_EQ(initialism_of("us"), "u.s.");
  EXPECT_EQ(initialism_of("tax"), "");
}

TEST(Stemmer, StemsByLanguage) {
  EXPECT_EQ(Stemmer("en").term("", "strikes"), "Zstrike");
  EXPECT_EQ(Stemmer("en").term("S", "strikes"), "ZSstrike");
  EXPECT_EQ(Stemmer("fr").term("", "continuellement"), "Zcontinuel");
  EXPECT_EQ(Stemmer("xx").term("", "strikes"), "Zstrikes");
  EXPECT_TRUE(Stemmer::knows("de"));
  EXPECT_FALSE(Stemmer::knows("xx"));
  EXPECT_FALSE(Stemmer::knows(""));
}

TEST(MakeTerm, IsAlwaysLegal) {
  const std::string term = make_term("XSO", std::string(1'000, 'a'));
  EXPECT_EQ(term.size(), max_term_bytes);
  EXPECT_NE(term, make_term("XSO", std::string(1'001, 'a')));
  EXPECT_EQ(make_term("Q", std::string("a\0b\nc\x7F", 6)), "Qa b c ");
  // Cut between characters, not inside one.
  std::string e_acute;
  for (int i = 0; i < 200; ++i) e_acute += "\u00E9";
  EXPECT_LE(make_term("U", e_acute).size(), max_term_bytes);
  EXPECT_EQ(make_term("U", e_acute).size() % 2, 1U);
}

TEST(KeywordTerm, IsFolded) {
  EXPECT_EQ(keyword_term("XSO", "  Le  Caf\u00E9 "), "XSOle cafe");
}

TEST(NameForm, ForgetsWhatVaries) {
  EXPECT_EQ(name_form("Sergei V. O\u2019Neil, Jr."), "sergei oneil");
  EXPECT_EQ(name_form("J. R. Roe"), "j roe");
  EXPECT_EQ(name_form("The Hague"), "hague");
  EXPECT_EQ(name_form("Jean-Luc N\u00FA\u00F1ez"), "jean luc nunez");
  EXPECT_EQ(name_form("..."), "");
  EXPECT_EQ(name_term("XP", "---"), "");
}

TEST(PersonForms, AreTrailingPartsAndFirstWithLast) {
  EXPECT_THAT(person_forms("Sergei Brandov"), ElementsAre("brandov"));
  EXPECT_THAT(person_forms("Ursula von der Heyden"),
              UnorderedElementsAre("von der heyden", "der heyden", "heyden", "ursula heyden",
                                   "ursula von", "ursula von der"));
  EXPECT_THAT(person_forms("Ana Rivas Molina"),
              UnorderedElementsAre("rivas molina", "molina", "ana molina", "ana rivas", "rivas"));
  EXPECT_THAT(person_forms("Suleika"), ElementsAre());
}

TEST(DateTerms, GoAsFarAsTheDateIsKnown) {
  EXPECT_THAT(date_terms({2021, 3, 4}), ElementsAre("Y2021", "M202103", "D20210304"));
  EXPECT_THAT(date_terms({2021, 0, 0}), ElementsAre("Y2021"));
}

}  // namespace
}  // namespace onrecord
