// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "tests/indexer/entity/found_names.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Organizations, NamedByTheNounBefore) {
  const Article article = find_names("", {"The utility Torvikenergo cut the heating on Monday.",
                                          "He told the weekly Strandby Vest that it was cold."});
  EXPECT_THAT(organization_names(article), ElementsAre("Torvikenergo", "Strandby Vest"));
  EXPECT_THAT(people_names(article), IsEmpty());
}

TEST(Organizations, DescribedBehindTheName) {
  const Article article =
      find_names("", {"Torvikpesca, a small fishing cooperative, sold its last boat."});
  EXPECT_THAT(organization_names(article), ElementsAre("Torvikpesca"));
}

TEST(Organizations, APersonBehindSuchANounStaysAPerson) {
  const Article article =
      find_names("", {"Nobody knows the company Ilse Torvald founded.",
                      "Ilse Torvald, a company lawyer, said nothing.",
                      "Dag Moberg, the company's founder, left.", "In the party Torvald won."});
  EXPECT_THAT(people_names(article), ElementsAre("Ilse Torvald", "Dag Moberg"));
  EXPECT_THAT(organization_names(article), IsEmpty());
}

TEST(Organizations, WhatABodyIsOn) {
  const Article article = find_names("", {"He was fined by the Commission on Audit in Bergen.",
                                          "The Commission on Tuesday said nothing."});
  EXPECT_THAT(organization_names(article), ElementsAre("Commission on Audit"));
}

TEST(Organizations, PlainWordsAtTheBeginningOfASentenceBelongToTheName) {
  const Article article = find_names("", {"Amalgamated Traders Association of Torvik closed.",
                                          "Air Torvik Cargo flew to Bergen."});
  EXPECT_THAT(organization_names(article),
              ElementsAre("Amalgamated Traders Association of Torvik", "Air Torvik Cargo"));
}

TEST(Organizations, AnAcronymThatSpeaks) {
  const Article article = find_names("", {"QZN said the well was dry.", "He told TWKB nothing."});
  EXPECT_THAT(organization_names(article), ElementsAre("QZN", "TWKB"));
}

TEST(Organizations, LongAndShortFormAreOneEntry) {
  const Article article =
      find_names("", {"The UN said so. The United Nations has staff in Bergen.",
                      "Man Utd lost. Manchester United said nothing.", "Labour won again."});
  EXPECT_THAT(organization_names(article),
              ElementsAre("United Nations", "Manchester United", "Labour Party"));
  EXPECT_EQ(article.organizations[0].mentions.size(), 2U);
}

TEST(Organizations, TheShortFormAloneHasTheNameOfTheTable) {
  EXPECT_THAT(organization_names(find_names("", {"He left the IMF in May."})),
              ElementsAre("International Monetary Fund"));
}

TEST(Organizations, ABeginningOfTwoNamesIsNeithers) {
  const Article article =
      find_names("", {"Torvik Bank and Torvik Union met.", "A stake in Torvik is for sale.",
                      "The utility Torvik said so."});
  EXPECT_THAT(organization_names(article), ElementsAre("Torvik Bank", "Torvik Union", "Torvik"));
}

TEST(Organizations, ABeginningIsTheSameOrganization) {
  const Article article =
      find_names("", {"The utility Torvik cut the heating.", "Torvik Group has 40 staff."});
  EXPECT_THAT(organization_names(article), ElementsAre("Torvik Group"));
  EXPECT_EQ(article.organizations[0].mentions.size(), 2U);
}

TEST(Organizations, WordsOfOrganizationsBeforeAnd) {
  const Article article = find_names("", {"The Securities and Markets Commission fined him.",
                                          "A train of the Bergen and Solberg Railway stopped."});
  EXPECT_THAT(organization_names(article),
              ElementsAre("Securities and Markets Commission", "Bergen and Solberg Railway"));
  EXPECT_THAT(place_names(article), IsEmpty());
}

TEST(Organizations, AStationNamedByItsCountry) {
  const Article article = find_names("", {"She told Israel Radio that it was cold."});
  EXPECT_THAT(organization_names(article), ElementsAre("Israel Radio"));
  EXPECT_THAT(people_names(article), IsEmpty());
}

}  // namespace
}  // namespace onrecord
