// SPDX-License-Identifier: GPL-3.0-or-later
// Names as agencies write them: results, standings, scoreboards, lists of places, facilities.
#include <gmock/gmock.h>

#include "tests/indexer/entity/found_names.h"

namespace onrecord {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

TEST(WireNames, ResultsWithCountries) {
  const Article article = find_names(
      "", {"1. Ilse Torvald (Norway) 4:03.21. 2. I. Moberg (Kenya) 4:04.10.",
           "Javelin: 1. Arvo Hagen, Estonia, 88.12 metres; 2. Steffen Lind, Germany, 86.90."});
  EXPECT_THAT(people_names(article),
              ElementsAre("Ilse Torvald", "I. Moberg", "Arvo Hagen", "Steffen Lind"));
  EXPECT_THAT(place_names(article),
              ElementsAre("Norway NO", "Kenya KE", "Estonia EE", "Germany DE"));
}

TEST(WireNames, InitialsThatAreWords) {
  const Article article =
      find_names("", {"A. Torvald c Moberg b Hagen 23.", "R. de Solberg not out 91."});
  EXPECT_THAT(people_names(article), testing::IsSupersetOf({"A. Torvald", "R. de Solberg"}));
  const Article pronoun = find_names("", {"It was I. Ilse Torvald said so."});
  EXPECT_THAT(people_names(pronoun), ElementsAre("Ilse Torvald"));
}

TEST(WireNames, NicknameBehindAMiddleName) {
  const Article article = find_names("", {"Peer Mailes \"Pip\" Torvald (born 1912) left."});
  EXPECT_THAT(people_names(article), ElementsAre("Peer Mailes \"Pip\" Torvald"));
}

TEST(WireNames, InhabitantsAreNoPartOfTheName) {
  const Article article =
      find_names("", {"He beat fellow Minnesotan Ilse Torvald and Queenslander Dag Moberg."});
  EXPECT_THAT(people_names(article), ElementsAre("Ilse Torvald", "Dag Moberg"));
}

TEST(WireNames, AcronymsWrittenAsWords) {
  const Article article = find_names("", {"Nato said so. Nato's chief and Unicef agreed."});
  EXPECT_THAT(people_names(article), IsEmpty());
  EXPECT_THAT(organization_names(article), ElementsAre("Nato", "Unicef"));
}

TEST(WireNames, ClubsNamedByTheirCity) {
  const Article article =
      find_names("", {"Liverpool beat Valencia 2-1 in Bergen.", "Fans left Liverpool early.",
                      "LIVERPOOL, England, May 3 - A man fell in Liverpool on Friday."});
  EXPECT_THAT(place_names(article), ElementsAre("Bergen NO", "Liverpool GB", "England GB"));
  EXPECT_THAT(organization_names(article), UnorderedElementsAre("Liverpool", "Valencia"));
}

TEST(WireNames, CountriesPlayForThemselves) {
  const Article article =
      find_names("", {"Norway beat Kenya 2-1.", "Sweden 2 Chile 1", "Ghana 17 11 4 2 58"});
  EXPECT_THAT(place_names(article),
              ElementsAre("Norway NO", "Kenya KE", "Sweden SE", "Chile CL", "Ghana GH"));
}

TEST(WireNames, ScoresAndStandingsAreOfClubs) {
  const Article article = find_names("", {"Bergen 2 Liverpool 1", "Valencia 17 11 4 2 58 20 37"});
  EXPECT_THAT(place_names(article), IsEmpty());
}

TEST(WireNames, ACityThatDrawsCrowdsIsAPlace) {
  const Article article = find_names("", {"Bergen drew thousands of visitors this summer."});
  EXPECT_THAT(place_names(article), ElementsAre("Bergen NO"));
}

TEST(WireNames, ATeamOfACityIsNoPerson) {
  const Article article =
      find_names("", {"Ilse Torvald plays for the Boston Otters.", "He left the Otters in May."});
  EXPECT_THAT(people_names(article), ElementsAre("Ilse Torvald"));
  EXPECT_THAT(place_names(article), IsEmpty());
  EXPECT_THAT(organization_names(article), Contains("Boston Otters"));
}

TEST(WireNames, FacilitiesArePlaces) {
  const Article article = find_names(
      "", {"Protesters at Torvald Square and the Solberg Stadium left by Moberg Street.",
           "A jet landed at Qorvund Air Base in Norway.", "She lives near Lincoln Park."});
  EXPECT_THAT(place_names(article),
              ElementsAre("Torvald Square -", "Solberg Stadium -", "Moberg Street -",
                          "Qorvund Air Base NO", "Norway NO", "Lincoln Park US"));
  EXPECT_THAT(people_names(article), IsEmpty());
}

TEST(WireNames, WhatGoesOnBehindAFacilityIsNone) {
  const Article article =
      find_names("", {"The Torvald Bridge Festival and the Torvik Airport Authority agreed.",
                      "The Solberg River Otters won. The Silk Road project stalled."});
  EXPECT_THAT(place_names(article), IsEmpty());
}

TEST(WireNames, SurnamesThatAreWordsOfFacilities) {
  const Article article = find_names("", {"Grace Park said no. Ilse Lane, 40, left."});
  EXPECT_THAT(people_names(article), Contains("Grace Park"));
  EXPECT_THAT(place_names(article), IsEmpty());
}

TEST(WireNames, ListsOfPlaces) {
  const Article article =
      find_names("", {"Fighting near Oslo, Bergen, Qorvund and Solbakke went on.",
                      "The towns of Guivan, Balangita and Dolores were cut off in Norway."});
  EXPECT_THAT(place_names(article), testing::IsSupersetOf({"Qorvund NO", "Solbakke NO"}));
  EXPECT_THAT(place_names(article), Contains("Balangita NO"));
  EXPECT_THAT(people_names(article), IsEmpty());
}

TEST(WireNames, ARangeBetweenPlaces) {
  const Article article = find_names("", {"The road from Bergen to Qorvund was mined."});
  EXPECT_THAT(place_names(article), ElementsAre("Bergen NO", "Qorvund NO"));
}

TEST(WireNames, WhoSaidItIsNoApposition) {
  const Article article =
      find_names("", {"A storm struck the islands of Leyte and Samar, officials said on Monday."});
  EXPECT_THAT(people_names(article), IsEmpty());
  EXPECT_THAT(place_names(article), ElementsAre("Leyte PH", "Samar PH"));
}

TEST(WireNames, StandingsAndFixturesInCapitalsAreOfClubs) {
  const Article article =
      find_names("", {"BERGEN 14 4 .778", "SEATTLE AT CHICAGO", "CHICAGO 9 SEATTLE 5"});
  EXPECT_THAT(place_names(article), IsEmpty());
}

TEST(WireNames, ADatelineOnALineOfItsOwn) {
  const Article article = find_names("", {"CRANS-SUR-QORVUND, Switzerland 1996-09-06"});
  EXPECT_THAT(place_names(article), ElementsAre("Crans-Sur-Qorvund CH", "Switzerland CH"));
}

TEST(WireNames, ASentenceAboveTheOthersIsNoTitle) {
  const Article article =
      find_names("Torvald Town Center is a mall in Reno, North Carolina.", {"It opened in May."});
  EXPECT_THAT(place_names(article), ElementsAre("Reno US", "North Carolina US"));
}

TEST(WireNames, AHeadlineMadeOfTheTextIsReadOnce) {
  const Article article = find_names("Ilse Torvald, who was born in Bergen,",
                                     {"Ilse Torvald, who was born in Bergen, left on Monday."});
  EXPECT_THAT(mentions_of_person(article, "Ilse Torvald"), ElementsAre("Ilse Torvald"));
}

TEST(WireNames, ListsOfPeople) {
  const Article article =
      find_names("", {"Among them were Ilse Torvald, Rabbit Qorvund, and Dag Moberg."});
  EXPECT_THAT(people_names(article), ElementsAre("Ilse Torvald", "Rabbit Qorvund", "Dag Moberg"));
}

TEST(WireNames, WeekdaysBehindATitleAreGivenNames) {
  const Article article =
      find_names("", {"Chief Sunday Friday Torvald spoke.", "He told President Moberg Monday."});
  EXPECT_THAT(people_names(article), ElementsAre("Sunday Friday Torvald", "Moberg"));
}

TEST(WireNames, TitlesWithAHyphen) {
  const Article article = find_names("", {"Sub-Inspector Ilse Torvald arrested him."});
  EXPECT_THAT(people_names(article), ElementsAre("Ilse Torvald"));
  EXPECT_THAT(roles_of_person(article, "Ilse Torvald"), ElementsAre("Sub-Inspector"));
}

TEST(WireNames, ACountyIsNoTitle) {
  const Article article = find_names("", {"The former King County auditor, Ilse Torvald, left."});
  EXPECT_THAT(people_names(article), ElementsAre("Ilse Torvald"));
  EXPECT_THAT(place_names(article), ElementsAre("King County -"));
}

TEST(WireNames, PluralsOfAcronymsAreNoNames) {
  const Article article = find_names("", {"He won with 23 KOs in Bergen. KOs count."});
  EXPECT_THAT(place_names(article), ElementsAre("Bergen NO"));
}

}  // namespace
}  // namespace onrecord
