// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/name_inflection.h"

#include <gmock/gmock.h>

#include "tests/indexer/entity/found_names.h"

namespace onrecord {
namespace {

using testing::ElementsAre;

TEST(NameInflection, CasesOfOneNameAreOnePersonInTheNominative) {
  const Article article =
      find_names("",
                 {"По словам Веры Чигиревой, денег нет.",
                  "Вера Чигирева сказала это в понедельник. Чигиревой не поверили."},
                 "ru");
  EXPECT_THAT(people_names(article), ElementsAre("Вера Чигирева"));
  EXPECT_THAT(mentions_of_person(article, "Вера Чигирева"),
              ElementsAre("Веры Чигиревой", "Вера Чигирева", "Чигиревой"));
}

TEST(NameInflection, UkrainianSurnamesChangeTheirVowels) {
  const Article article =
      find_names("",
                 {"Степан Галущенко відкрив школу.", "Діти дякують Степану Галущенку.",
                  "Без Галущенка школи не було б."},
                 "uk");
  EXPECT_THAT(people_names(article), ElementsAre("Степан Галущенко"));
}

TEST(NameInflection, OtherPeopleOfAFamilyStayApart) {
  const Article article =
      find_names("", {"Иван Чигирев спорил с женой. Вера Чигирева молчала."}, "ru");
  EXPECT_THAT(people_names(article), ElementsAre("Иван Чигирев", "Вера Чигирева"));
}

TEST(NameInflection, PlaceInTheGenitiveIsNoPartOfTheMayorsName) {
  const Article article = find_names("", {"Мэр Кирова Дмитрий Чигирев приехал."}, "ru");
  EXPECT_THAT(people_names(article), ElementsAre("Дмитрий Чигирев"));
}

}  // namespace
}  // namespace onrecord
