// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "tests/indexer/entity/found_names.h"

namespace onrecord {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

TEST(Places, OneCountryUnderManyNamesIsOneEntry) {
  const Article article = find_names("", {"The U.S. refused.", "In the United States, prices rose.",
                                          "US troops left.", "America votes."});
  EXPECT_THAT(place_names(article), ElementsAre("United States US"));
  EXPECT_EQ(article.places[0].mentions.size(), 4U);
}

TEST(Places, CountriesHaveOneNameInAllLanguages) {
  const Article german = find_names(
      "",
      {"Der Frachter kam aus Russland und Schweden.", "Deutschland prüft die Ladung in Rotterdam."},
      "de");
  EXPECT_THAT(place_names(german),
              ElementsAre("Russia RU", "Sweden SE", "Germany DE", "Rotterdam NL"));
  const Article italian = find_names("", {"La nave arriva dalla Svezia e va in Germania."}, "it");
  EXPECT_THAT(place_names(italian), ElementsAre("Sweden SE", "Germany DE"));
}

TEST(Places, CapitalsMakeNoPlaceWhereNounsHaveThem) {
  const Article article =
      find_names("",
                 {"Am Ende kam niemand in Frage, und in Bedrängnis geriet der Hafen von "
                  "Emden."},
                 "de");
  EXPECT_THAT(place_names(article), ElementsAre("Emden DE"));
}

TEST(Places, PairDecidesBetweenPlacesOfOneName) {
  const Article article = find_names("", {"The plant in Portland, Maine, closed."});
  ASSERT_THAT(place_names(article), ElementsAre("Portland US", "Maine US"));
  ASSERT_TRUE(article.places[0].latitude.has_value());
  EXPECT_NEAR(*article.places[0].latitude, 43.7, 0.5);
}

TEST(Places, TheArticleDecidesWhichGeorgiaIsMeant) {
  EXPECT_THAT(place_names(find_names("", {"Voters in Georgia, Ohio and Florida went to the polls.",
                                          "American parties spent millions in Georgia."})),
              Contains("Georgia US"));
  EXPECT_THAT(place_names(find_names("", {"Georgia and Armenia reopened the border.",
                                          "The Georgian minister flew to Tbilisi."})),
              Contains("Georgia GE"));
}

TEST(Places, SurnameOfAPersonIsNoPlace) {
  const Article article =
      find_names("", {"Ilse Bergen leads the union.", "Bergen said the strike goes on."});
  EXPECT_THAT(place_names(article), IsEmpty());
}

TEST(Places, NamesOfOrganizationsHoldNoPlaces) {
  const Article article =
      find_names("", {"The Bergen Times and the University of Oslo studied the Paris Agreement."});
  EXPECT_THAT(place_names(article), IsEmpty());
}

TEST(Places, LargerThanACountryHasNone) {
  const Article article = find_names("", {"Droughts in Africa and the Middle East got worse."});
  EXPECT_THAT(place_names(article), ElementsAre("Africa -", "Middle East -"));
}

TEST(Places, DatelineInCapitals) {
  const Article article = find_names("", {"RIYADH - Ministers met on Monday."});
  EXPECT_THAT(place_names(article), ElementsAre("Riyadh SA"));
}

TEST(Places, CompoundOfTwoCountries) {
  const Article article = find_names("", {"The Norway-Sweden border reopened on Friday."});
  EXPECT_THAT(place_names(article), ElementsAre("Norway NO", "Sweden SE"));
}

TEST(Places, DemonymsAndSeatsAreNoPlaces) {
  const Article article =
      find_names("", {"A Kenyan minister called the Kremlin and the White House."});
  EXPECT_THAT(place_names(article), IsEmpty());
}

TEST(Places, SmallPlaceUnknownToTheTable) {
  const Article article = find_names("", {"Villagers in Qorvanda, Kenya, fled the flood."});
  EXPECT_THAT(place_names(article), ElementsAre("Qorvanda KE", "Kenya KE"));
}

TEST(Places, WatersAndRegionsOfSeveralWords) {
  const Article article = find_names(
      "", {"Ships left the Gulf of Guinea for the Strait of Hormuz and the Isle of Man."});
  EXPECT_THAT(place_names(article),
              ElementsAre("Gulf of Guinea -", "Strait of Hormuz -", "Isle of Man IM"));
}

TEST(Places, MembersOfAListAreOfOneKind) {
  const Article article =
      find_names("", {"The storm hit Bergen, Qorvund and Oslo on Sunday, killing two."});
  EXPECT_THAT(place_names(article), ElementsAre("Bergen NO", "Qorvund NO", "Oslo NO"));
}

TEST(Places, OfficialNameOfACountryIsTheCountry) {
  const Article article = find_names("", {"Russia left. The Russian Federation signed nothing."});
  EXPECT_THAT(place_names(article), ElementsAre("Russia RU"));
}

TEST(Places, AcronymsAreNoTowns) {
  const Article article = find_names("", {"Engineers at ESA and the FT disagreed about costs."});
  EXPECT_THAT(place_names(article), IsEmpty());
}

TEST(Places, CommonWordsAreNoPlaces) {
  const Article article =
      find_names("", {"Reading is Nice. Most of it was Of use. In March, Mobile."});
  EXPECT_THAT(place_names(article), Not(Contains("Reading GB")));
}

TEST(Places, GermanNounsBeforeAPlaceAreNoPartOfIt) {
  const Article article =
      find_names("", {"Die Stadt Berlin und der Landkreis Emden klagen. Das war gestern."}, "de");
  EXPECT_THAT(place_names(article), ElementsAre("Berlin DE", "Emden DE"));
  EXPECT_THAT(people_names(article), IsEmpty());
}

}  // namespace
}  // namespace onrecord
