// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "tests/indexer/entity/found_names.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(People, SurnameIsJoinedToTheFullName) {
  const Article article =
      find_names("", {"Energy Minister Ilse Torvald resigned on Monday.",
                      "Torvald said she was tired.", "Critics of Torvald's plan cheered."});
  EXPECT_THAT(people_names(article), ElementsAre("Ilse Torvald"));
  EXPECT_THAT(mentions_of_person(article, "Ilse Torvald"),
              ElementsAre("Ilse Torvald", "Torvald", "Torvald"));
}

TEST(People, ShortNameMayComeFirst) {
  const Article article =
      find_names("Torvald quits over budget", {"Ilse Torvald, 54, left the cabinet."});
  EXPECT_THAT(mentions_of_person(article, "Ilse Torvald"), ElementsAre("Torvald", "Ilse Torvald"));
}

TEST(People, HeadlineInTitleCaseTakesNamesFromTheBody) {
  const Article article = find_names("Torvald Vows Swift Reply As Olsen Departs",
                                     {"Ilse Torvald met Peer Olsen in Bergen.", "Olsen left."});
  EXPECT_THAT(people_names(article), UnorderedElementsAre("Ilse Torvald", "Peer Olsen"));
  EXPECT_THAT(mentions_of_person(article, "Peer Olsen"),
              ElementsAre("Olsen", "Peer Olsen", "Olsen"));
}

TEST(People, TitlesAreNotPartOfTheName) {
  const Article article = find_names(
      "", {"Sen. Ilse Torvald met Mr. Peer Olsen, pollster Dag Moberg and Republican Siri Hagen."});
  EXPECT_THAT(people_names(article),
              ElementsAre("Ilse Torvald", "Peer Olsen", "Dag Moberg", "Siri Hagen"));
}

TEST(People, TitlesThatAreGivenNamesTooAreTitlesBeforeASurname) {
  const Article article =
      find_names("", {"Ilse Torvald met Peer Olsen in court.", "Judge Torvald said no.",
                      "Major Olsen left.", "Bishop Olsen is another word for it."});
  EXPECT_THAT(people_names(article), ElementsAre("Ilse Torvald", "Peer Olsen"));
}

TEST(People, SurnameFirstOrLastIsOnePerson) {
  const Article article =
      find_names("", {"Yuichiro Tanaka spoke first.", "Minister Tanaka Yuichiro then left."});
  EXPECT_THAT(people_names(article), ElementsAre("Yuichiro Tanaka"));
}

TEST(People, NamesInCyrillicAreLookedUpByTheirLatinForm) {
  const Article article = find_names(
      "", {"\u0412 \u0431\u0430\u043d\u043a\u0435 \u0440\u0430\u0431\u043e\u0442\u0430\u0435\u0442 "
           "\u0421\u0435\u0440\u0433\u0435\u0439 \u0413\u0430\u043b\u0435\u0435\u0432."});
  EXPECT_THAT(
      people_names(article),
      ElementsAre("\u0421\u0435\u0440\u0433\u0435\u0439 \u0413\u0430\u043b\u0435\u0435\u0432"));
}

TEST(People, TwoPeopleOfOneSurnameStayApart) {
  const Article article = find_names("", {"Ilse Torvald and her brother Peer Torvald own the yard.",
                                          "Mrs Torvald said no.", "Mr Torvald said yes."});
  EXPECT_THAT(mentions_of_person(article, "Ilse Torvald"), ElementsAre("Ilse Torvald", "Torvald"));
  EXPECT_THAT(mentions_of_person(article, "Peer Torvald"), ElementsAre("Peer Torvald", "Torvald"));
}

TEST(People, JuniorIsAnotherPerson) {
  const Article article =
      find_names("", {"Dag Torvald Jr. took over from his father, Dag Torvald, in May."});
  EXPECT_THAT(people_names(article), ElementsAre("Dag Torvald Jr.", "Dag Torvald"));
}

TEST(People, ParticlesInitialsAndHyphens) {
  const Article article =
      find_names("", {"Nasser al-Harbi, Ana de la Vega and J. R. Olsen met Jean-Luc Moreau.",
                      "Mr al-Harbi left. De la Vega stayed."});
  EXPECT_THAT(people_names(article),
              ElementsAre("Nasser al-Harbi", "Ana de la Vega", "J. R. Olsen", "Jean-Luc Moreau"));
}

TEST(People, SurnameSupportsAnUnknownFullName) {
  const Article article = find_names(
      "", {"The strike was called by Adetou Ogunlesi at dawn.", "Ogunlesi said it would go on."});
  EXPECT_THAT(people_names(article), ElementsAre("Adetou Ogunlesi"));
}

TEST(People, SurnameFirst) {
  const Article article =
      find_names("", {"Police chief Han Meiling resigned.", "Ms Han said she had no regrets."});
  EXPECT_THAT(mentions_of_person(article, "Han Meiling"), ElementsAre("Han Meiling", "Han"));
}

TEST(People, SpellingVariantJoins) {
  const Article article = find_names("", {"President Oleksiy Zaporenko spoke on Monday.",
                                          "Zaporenko said little.", "Later Zaporenki left."});
  EXPECT_EQ(article.people.size(), 1U);
}

TEST(People, EponymsAndOrdersAreNoPeople) {
  const Article article = find_names(
      "", {"She has Olsen's disease. The Executive Order was read by the Chief Strategy Officer."});
  EXPECT_THAT(people_names(article), IsEmpty());
}

TEST(People, OtherLanguagesCountOnlySureNames) {
  const Article article = find_names(
      "",
      {"La Decisione della Corte tocca ad Angela Fischer, dice il Portavoce del Comune Grande."},
      "it");
  EXPECT_THAT(people_names(article), ElementsAre("Angela Fischer"));
  EXPECT_THAT(organization_names(article), IsEmpty());
}

TEST(People, LawsAndFoundationsAreNotPeople) {
  const Article article = find_names(
      "", {"The Torvald Foundation opposed the Olsen Act near Moberg Street, a statement said."});
  EXPECT_THAT(people_names(article), IsEmpty());
}

TEST(People, RolesAsWritten) {
  const Article article =
      find_names("", {"Norway's Foreign Minister Ilse Torvald met French President Guy Moreau.",
                      "Peer Olsen, the former mayor of Bergen, spoke for pollster Dag Moberg."});
  EXPECT_THAT(roles_of_person(article, "Ilse Torvald"), ElementsAre("Foreign Minister"));
  EXPECT_THAT(roles_of_person(article, "Guy Moreau"), ElementsAre("President"));
  EXPECT_THAT(roles_of_person(article, "Peer Olsen"), ElementsAre("former mayor of Bergen"));
  EXPECT_THAT(roles_of_person(article, "Dag Moberg"), ElementsAre("pollster"));
}

TEST(People, WhoIsNoLongerInOfficeInOtherLanguages) {
  const auto is_past = [](const std::string& body, const std::string& language) {
    const Article article = find_names("", {body}, language);
    return article.people.size() == 1 && article.people.front().roles.size() == 1 &&
           article.people.front().roles.front().past;
  };
  EXPECT_TRUE(is_past("Gestern sprach der ehemalige Minister Peter Schmidt.", "de"));
  EXPECT_FALSE(is_past("Gestern sprach der Minister Peter Schmidt.", "de"));
  EXPECT_TRUE(is_past("L'ancien ministre Paul Martin a parlé lundi.", "fr"));
  EXPECT_TRUE(is_past("El ex ministro Carlos Rueda habló el lunes.", "es"));
  EXPECT_TRUE(is_past("Вчера бывший министр Иван Петров уехал.", "ru"));
  EXPECT_TRUE(is_past("Учора колишній міністр Іван Петренко поїхав.", "uk"));
}

TEST(People, FaithsBeforeASurnameAreGivenNames) {
  const Article article = find_names(
      "", {"Foreign Minister Christian Lindholm met Jesus Moreno. Christian Aid and Christian "
           "voters waited; Jesus Christ was on the banner of a Christian Democrat."});
  EXPECT_THAT(people_names(article), ElementsAre("Christian Lindholm", "Jesus Moreno"));
  EXPECT_THAT(roles_of_person(article, "Christian Lindholm"), ElementsAre("Foreign Minister"));
}

TEST(People, WhoIsNoLongerInOffice) {
  const Article article = find_names(
      "", {"Former British Prime Minister Tom Berg met ex-mayor Ana Ruiz and then-Governor Li Wen.",
           "Then Foreign Minister Jan Olsen left with the new minister, Ilse Torvald."});
  const auto role_of = [&](const std::string& name) {
    for (const Person& person : article.people) {
      if (person.name == name && !person.roles.empty()) return person.roles.front();
    }
    return Role{"none", {}, false};
  };
  EXPECT_EQ(role_of("Tom Berg").text, "Former British Prime Minister");
  EXPECT_TRUE(role_of("Tom Berg").past);
  EXPECT_EQ(role_of("Ana Ruiz").text, "ex-mayor");
  EXPECT_TRUE(role_of("Ana Ruiz").past);
  EXPECT_EQ(role_of("Li Wen").text, "then-Governor");
  EXPECT_EQ(role_of("Jan Olsen").text, "Foreign Minister") << "an adverb of the sentence";
  EXPECT_FALSE(role_of("Jan Olsen").past);
}

TEST(People, AnAgeIsNoPartOfARole) {
  const Article article =
      find_names("", {"The dam, said Ilse Torvald, a 36-year-old hydraulic engineer, is sound."});
  EXPECT_THAT(roles_of_person(article, "Ilse Torvald"), ElementsAre("hydraulic engineer"));
}

TEST(People, GenderFromTitleGivenNameAndKin) {
  const Article article =
      find_names("", {"Mrs. Torvald came with Peter Olsen and spokeswoman Quy Dalgaard."});
  ASSERT_EQ(article.people.size(), 3U);
  EXPECT_EQ(article.people[0].gender, Gender::female);
  EXPECT_EQ(article.people[1].gender, Gender::male);
  EXPECT_EQ(article.people[2].gender, Gender::female);
}

TEST(People, GermanOfficesInCompoundsAreNoNames) {
  const Article article = find_names(
      "", {"Kultursenatorin Anna Beckmann traf Stadtarchivar Jens Ahlers und Poelerin Erna Voss."},
      "de");
  EXPECT_THAT(people_names(article), ElementsAre("Anna Beckmann", "Jens Ahlers", "Erna Voss"));
  EXPECT_THAT(roles_of_person(article, "Anna Beckmann"), ElementsAre("Kultursenatorin"));
}

TEST(People, NounsOfGermanAreNoNames) {
  const Article article = find_names(
      "",
      {"Zum Gl\u00FCck kamen Millionen Menschen, sagte ein Freund der Familie.",
       "Die Kanzlei-Gr\u00FCnderin Ilse Torvald lobte die Art der Pr\u00E4sentation.",
       "Der Kunde wartet lange Zeit. Lange Zeit geschah nichts, was Peer Olsen den Schaden "
       "ersparte."},
      "de");
  EXPECT_THAT(people_names(article), ElementsAre("Ilse Torvald", "Peer Olsen"));
}

TEST(People, GermanNamesMayBeNounsBehindAGivenNameAnOfficeOrAParticle) {
  const Article article =
      find_names("",
                 {"Ilse Bauer traf Bundeskanzler Koch, Peer von Wald und Siri Van der Bellen.",
                  "Bauer sagte dazu nichts."},
                 "de");
  EXPECT_THAT(people_names(article),
              ElementsAre("Ilse Bauer", "Koch", "Peer von Wald", "Siri Van der Bellen"));
  EXPECT_THAT(mentions_of_person(article, "Ilse Bauer"), ElementsAre("Ilse Bauer", "Bauer"));
}

TEST(People, WordsOfSpanishAndFrenchAreNoNames) {
  EXPECT_THAT(people_names(find_names("",
                                      {"La Asamblea Legislativa se re\u00FAne hoy. "
                                       "Asamblea Legislativa, dijo H\u00E9ctor Morcillo."},
                                      "es")),
              ElementsAre("H\u00E9ctor Morcillo"));
  EXPECT_THAT(people_names(find_names("",
                                      {"\u00AB Non \u00BB, dit Awa Diatta. \u00C9videmment "
                                       "Environnement est vide, dit-elle."},
                                      "fr")),
              ElementsAre("Awa Diatta"));
}

TEST(People, GermanSurnamesThatAreOfficesTooStayNames) {
  const Article article =
      find_names("", {"Erna Fischer klagt seit Mai.", "Fischer will nicht aufgeben."}, "de");
  EXPECT_THAT(mentions_of_person(article, "Erna Fischer"), ElementsAre("Erna Fischer", "Fischer"));
}

TEST(People, ParticlesThatAreWordsOfGrammarTooJoinASurname) {
  EXPECT_THAT(people_names(find_names("", {"Ayer habló Ignacio Queralt de la Fuente."}, "es")),
              ElementsAre("Ignacio Queralt de la Fuente"));
  EXPECT_THAT(people_names(find_names("", {"« Non », a dit Bertrand de Kersauson."}, "fr")),
              ElementsAre("Bertrand de Kersauson"));
  EXPECT_THAT(people_names(find_names("", {"Gestern sprach Tilman Graf von der Marwitz."}, "de")),
              ElementsAre("Tilman Graf von der Marwitz"));
}

TEST(People, ParticlesWithApostrophesAndThoseThatAreEnglishWords) {
  const Article article = find_names(
      "", {"Minister Catarina d\u2019Orey Moberg met Wouter \u2019t Hagen, 40, of Almer.",
           "Mayor Toninho do Torvik said so. Did Olsen do Bergen this year?"});
  EXPECT_THAT(people_names(article),
              testing::IsSupersetOf(
                  {"Catarina d\u2019Orey Moberg", "Wouter \u2019t Hagen", "Toninho do Torvik"}));
}

TEST(People, SuffixInSmallLetters) {
  const Article article = find_names("", {"Ilse saw Dag Torvald jr. and Dag Torvald sr. leave."});
  EXPECT_THAT(people_names(article), ElementsAre("Dag Torvald jr.", "Dag Torvald sr."));
}

TEST(People, ShortMonthIsASurnameWithoutADay) {
  const Article article =
      find_names("", {"Secretary Inayat Jan spoke. Mayor Ilse Torvald leaves Jan 9."});
  EXPECT_THAT(people_names(article), ElementsAre("Inayat Jan", "Ilse Torvald"));
}

TEST(People, OfficesWithSeveralComplements) {
  const Article article =
      find_names("", {"Union Minister of State for Civil Aviation Ilse Moberg Torvald wore one.",
                      "The Undersecretary of Fisheries Siri Hagen was there."});
  EXPECT_THAT(people_names(article), ElementsAre("Ilse Moberg Torvald", "Siri Hagen"));
}

TEST(People, NicknameOfAnyWords) {
  const Article article = find_names("", {"ALMER. Ronald \"The Dentist\" Torvald won in four."});
  EXPECT_THAT(people_names(article), ElementsAre("Ronald \"The Dentist\" Torvald"));
}

TEST(People, NameOfOneWordTwiceIsNoPartOfAnother) {
  const Article article = find_names("", {"Ilse Michael, 60, has a son.", "Michael Michael, 30."});
  EXPECT_THAT(people_names(article), ElementsAre("Ilse Michael", "Michael Michael"));
}

TEST(People, TitlesOfTheWorld) {
  const Article article = find_names(
      "", {"Alhaji Dag Torvald, Atty. Siri Hagen, Mzee Peer Olsen and Ma\u00EEtre Ilse Moberg."});
  EXPECT_THAT(people_names(article),
              ElementsAre("Dag Torvald", "Siri Hagen", "Peer Olsen", "Ilse Moberg"));
}

TEST(People, OfficesOfABodyEndWhereTheNameBegins) {
  const Article article = find_names(
      "", {"Minister of Justice and Home Affairs Peer Olsen met CEO of Torvik Dag Moberg.",
           "Later Commissioner for Transport Ilse Torvald and Bishop of Leeds Ivo Marsh "
           "met Permanent Secretary in the Ministry of Health Siri Hagen."});
  EXPECT_THAT(people_names(article),
              ElementsAre("Peer Olsen", "Dag Moberg", "Ilse Torvald", "Ivo Marsh", "Siri Hagen"));
  EXPECT_THAT(roles_of_person(article, "Peer Olsen"),
              ElementsAre("Minister of Justice and Home Affairs"));
  EXPECT_THAT(roles_of_person(article, "Dag Moberg"), ElementsAre("CEO of Torvik"));
  EXPECT_THAT(roles_of_person(article, "Ilse Torvald"), ElementsAre("Commissioner for Transport"));
  EXPECT_THAT(roles_of_person(article, "Ivo Marsh"), ElementsAre("Bishop of Leeds"));
  EXPECT_THAT(roles_of_person(article, "Siri Hagen"),
              ElementsAre("Permanent Secretary in the Ministry of Health"));
}

TEST(People, OfficesBeforeACommaOrOfABody) {
  const Article article = find_names(
      "", {"Norway's Minister of Justice, Peer Olsen, met MEC for Traditional Affairs, Ivo Marsh, "
           "and former Governor of the Bank of Norway Ilse King.",
           "The head of the Refugee Council Jan Holm met Minister of Works V. Torvald."});
  EXPECT_THAT(roles_of_person(article, "Peer Olsen"), ElementsAre("Minister of Justice"));
  EXPECT_THAT(roles_of_person(article, "Ivo Marsh"), ElementsAre("MEC for Traditional Affairs"));
  EXPECT_THAT(roles_of_person(article, "Ilse King"),
              ElementsAre("former Governor of the Bank of Norway"));
  EXPECT_THAT(roles_of_person(article, "Jan Holm"), ElementsAre("head of the Refugee Council"));
  EXPECT_THAT(roles_of_person(article, "V. Torvald"), ElementsAre("Minister of Works"));
}

TEST(People, ALinkAndSmallLettersAreNoOffice) {
  const Article article = find_names(
      "", {"The ambassador to Peru Siri Hagen left.", "The head of the strikers met Peer Olsen.",
           "A spokesman for Mr Olsen and lawyers for Torvik Jan Olsen were there."});
  EXPECT_THAT(roles_of_person(article, "Siri Hagen"), ElementsAre("ambassador to Peru"));
  EXPECT_THAT(roles_of_person(article, "Peer Olsen"), IsEmpty());
}

TEST(People, WhatAnOfficeIsOfIsNoBearer) {
  const Article article = find_names("", {"She is MP for Torvik and was Mayor of Solberg."});
  EXPECT_THAT(people_names(article), IsEmpty());
}

TEST(People, RolesAreWhole) {
  const Article article = find_names(
      "", {"Ilse Torvald, the chief commercial officer at Torvik, met front-runner Peer Olsen.",
           "Siri Hagen, deputy associate administrator, met Lt. Col. Dag Moberg.",
           "Harbour spokesman Lt. Gen. Ivo Marsh and running mate Tim Brandt met Attorney General "
           "Erna Voss and Chief of Staff General Jan Marek."});
  EXPECT_THAT(roles_of_person(article, "Ilse Torvald"),
              ElementsAre("chief commercial officer at Torvik"));
  EXPECT_THAT(roles_of_person(article, "Peer Olsen"), ElementsAre("front-runner"));
  EXPECT_THAT(roles_of_person(article, "Siri Hagen"),
              ElementsAre("deputy associate administrator"));
  EXPECT_THAT(roles_of_person(article, "Dag Moberg"), ElementsAre("Lt. Col"));
  EXPECT_THAT(roles_of_person(article, "Ivo Marsh"), ElementsAre("Harbour spokesman"));
  EXPECT_THAT(roles_of_person(article, "Tim Brandt"), ElementsAre("running mate"));
  EXPECT_THAT(roles_of_person(article, "Erna Voss"), ElementsAre("Attorney General"));
  EXPECT_THAT(roles_of_person(article, "Jan Marek"), ElementsAre("Chief of Staff"));
}

TEST(People, SomebodysMotherIsSomebodyElse) {
  const Article article = find_names(
      "", {"According to Gale Olsen, his mother said no.", "Ilse Torvald, his mother, said yes."});
  EXPECT_THAT(roles_of_person(article, "Gale Olsen"), IsEmpty());
  EXPECT_THAT(roles_of_person(article, "Ilse Torvald"), ElementsAre("mother"));
}

TEST(People, TheWifeOfAnOfficeDoesNotHoldIt) {
  const Article article =
      find_names("", {"The mayor's wife, Lady Torvald, came with the governor's wife Ilse Olsen."});
  EXPECT_THAT(roles_of_person(article, "Torvald"), ElementsAre("wife"));
  EXPECT_THAT(roles_of_person(article, "Ilse Olsen"), ElementsAre("wife"));
  const Article behind = find_names(
      "", {"Ilse Torvald, the Prime Minister's wife, met Dag Moberg, the company's chief "
           "operating officer."});
  EXPECT_THAT(roles_of_person(behind, "Ilse Torvald"), ElementsAre("wife"));
  EXPECT_THAT(roles_of_person(behind, "Dag Moberg"),
              ElementsAre("company's chief operating officer"));
}

TEST(People, BehindATitleAnyWordIsASurname) {
  const Article article = find_names("", {"Lord Falconer said so. Mr Field, Mr Baker, Mrs Church, "
                                          "Dr Bank, Mr Hill and Lady Bishop left.",
                                          "On Lord Street the Lord Mayor greeted Mr Speaker."});
  EXPECT_THAT(people_names(article),
              ElementsAre("Falconer", "Field", "Baker", "Church", "Bank", "Hill", "Bishop"));
}

}  // namespace
}  // namespace onrecord
