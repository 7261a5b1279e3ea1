// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/name_hints.h"

#include <gmock/gmock.h>

#include "indexer/gazetteer/gazetteer_format.h"
#include "tests/indexer/entity/found_names.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Article find_marked(const std::vector<NameHint>& marks, const std::vector<std::string>& body) {
  NameHints hints;
  for (const NameHint& mark : marks) hints.add(mark);
  return find_names("", body, "en", {&hints, nullptr, Explain::no});
}

Article find_with_user(const NameHints& hints, const std::vector<std::string>& body) {
  return find_names("", body, "en", {nullptr, &hints, Explain::no});
}

TEST(NameHints, ANameMarkedAsAPersonIsOneWhateverItsWords) {
  const std::vector<std::string> body = {"The prize went to Torvik Harvest Bank."};
  EXPECT_THAT(people_names(find_names("", body)), IsEmpty());
  const Article article = find_marked({{HintKind::person, "Torvik Harvest Bank"}}, body);
  EXPECT_THAT(people_names(article), ElementsAre("Torvik Harvest Bank"));
  EXPECT_THAT(organization_names(article), IsEmpty());
}

TEST(NameHints, ASurnameIsShownUnderTheNameOfTheArchive) {
  const Article article =
      find_marked({{HintKind::person, "Ilse Torvald"}}, {"The plan was drawn up by Torvald."});
  EXPECT_THAT(people_names(article), ElementsAre("Ilse Torvald"));
  EXPECT_THAT(mentions_of_person(article, "Ilse Torvald"), ElementsAre("Torvald"));
}

TEST(NameHints, NamesInSmallLettersSayWhatButNotHowToShowIt) {
  const Article article = find_marked({{HintKind::person, "ilse-torvald"}},
                                      {"The plan was drawn up by Torvald, and it rained."});
  EXPECT_THAT(people_names(article), ElementsAre("Torvald"));
}

TEST(NameHints, MarkedNamesThatTheTextDoesNotHoldAreNoEntries) {
  const Article article = find_marked(
      {{HintKind::person, "Ilse Torvald"}, {HintKind::place, "Bergen"}}, {"It rained all day."});
  EXPECT_THAT(people_names(article), IsEmpty());
  EXPECT_THAT(place_names(article), IsEmpty());
}

TEST(NameHints, MarkedPlacesAndOrganizations) {
  const Article article = find_marked(
      {{HintKind::place, "Ostervaag", "NO"}, {HintKind::organization, "Torvik Solberg"}},
      {"The ferry, Ostervaag said, is late.", "Torvik Solberg paid."});
  EXPECT_THAT(place_names(article), ElementsAre("Ostervaag NO"));
  EXPECT_THAT(organization_names(article), ElementsAre("Torvik Solberg"));
  EXPECT_THAT(people_names(article), IsEmpty());
}

TEST(NameHints, AMarkedNameInsideALongerOneSaysNothingOfThatOne) {
  const Article article = find_marked({{HintKind::place, "Torvik"}},
                                      {"The Torvik Savings Bank lent more.", "Dag Torvik left."});
  EXPECT_THAT(organization_names(article), ElementsAre("Torvik Savings Bank"));
  EXPECT_THAT(people_names(article), ElementsAre("Dag Torvik"));
  EXPECT_THAT(place_names(article), IsEmpty());
}

TEST(NameHints, UserTakesAWordForNoName) {
  NameHints hints;
  hints.add({HintKind::nothing, "Ilse Torvald"});
  const Article article = find_with_user(hints, {"Mayor Ilse Torvald said so. Torvald left."});
  EXPECT_THAT(people_names(article), testing::Not(testing::Contains("Ilse Torvald")));
}

TEST(NameHints, UserJoinsTwoNamesOfOnePerson) {
  const std::vector<std::string> body = {"Ilse Torvald sang.", "Later Ilse Moberg, 54, danced."};
  EXPECT_THAT(people_names(find_names("", body)), ElementsAre("Ilse Torvald", "Ilse Moberg"));
  NameHints hints;
  hints.add_same({"Ilse Moberg", "Ilse Torvald"});
  EXPECT_THAT(people_names(find_with_user(hints, body)), ElementsAre("Ilse Moberg"));
}

TEST(NameHints, UserGivesAStageNameItsBearer) {
  NameHints hints;
  hints.add_same({"Ilse Torvald", "Pepperina"});
  const Article article = find_with_user(hints, {"The hall cheered when Pepperina came."});
  EXPECT_THAT(people_names(article), ElementsAre("Ilse Torvald"));
}

TEST(NameHints, UserKeepsTwoPersonsApart) {
  const std::vector<std::string> body = {"Tim Torvald, 60, met his son Timothy Torvald."};
  EXPECT_EQ(people_names(find_names("", body)).size(), 1U);
  NameHints hints;
  hints.add_different("Tim Torvald", "Timothy Torvald");
  EXPECT_THAT(people_names(find_with_user(hints, body)),
              ElementsAre("Tim Torvald", "Timothy Torvald"));
}

TEST(NameHints, UserStandsAboveTheArchive) {
  NameHints archive, user;
  archive.add({HintKind::person, "Torvik Solberg"});
  user.add({HintKind::organization, "Torvik Solberg"});
  const Article article =
      find_names("", {"Torvik Solberg paid."}, "en", {&archive, &user, Explain::no});
  EXPECT_THAT(people_names(article), IsEmpty());
  EXPECT_THAT(organization_names(article), ElementsAre("Torvik Solberg"));
}

TEST(NameHints, TwoBearersOfOneSurnameAreNotGuessed) {
  NameHints hints;
  hints.add({HintKind::person, "Ilse Torvald"});
  hints.add({HintKind::person, "Ilse Torvald"});
  const std::uint64_t surname = hash_word("torvald");
  ASSERT_NE(hints.person_with_surname(surname), nullptr);
  EXPECT_EQ(hints.person_with_surname(surname)->name, "Ilse Torvald");
  hints.add({HintKind::person, "Dag Torvald"});
  EXPECT_EQ(hints.person_with_surname(surname), nullptr);
}

}  // namespace
}  // namespace onrecord
