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

}  // namespace
}  // namespace onrecord
