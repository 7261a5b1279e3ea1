// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/entities.h"

#include <gmock/gmock.h>

#include "tests/indexer/entity/found_names.h"

namespace onrecord {
namespace {

using testing::IsEmpty;

// Crashed once: the words taken over with an office reached behind the end of the run.
TEST(Entities, AnOrganizationAtTheEndOfTheTextAfterADemonym) {
  const Article article = find_names(
      "", {"The company's name is American Coastal Savings and Loans Association of Utah"});
  EXPECT_THAT(people_names(article), IsEmpty());
}

std::string reason(const std::vector<Reason>& why, const std::string& what) {
  for (const Reason& step : why) {
    if (step.what == what) return step.detail;
  }
  return "-";
}

TEST(Entities, SayWhyWhenAsked) {
  const Article article = find_names("",
                                     {"Mayor Ilse Torvald left Bergen, Norway, on Monday.",
                                      "Torvald said nothing.", "The Torvik Savings Bank paid."},
                                     "en", {nullptr, nullptr, Explain::yes});
  ASSERT_EQ(article.people.size(), 1U);
  const auto& person = article.people.front().why;
  EXPECT_EQ(reason(person, "title or office before"), "+36: Mayor Ilse Torvald left Bergen,");
  EXPECT_EQ(reason(person, "joined"), "Torvald");
  EXPECT_THAT(reason(person, "points"), testing::StartsWith("person "));
  ASSERT_FALSE(article.places.empty());
  const auto& place = article.places.front().why;
  EXPECT_EQ(reason(place, "country or state behind"), "+24: Ilse Torvald left Bergen, Norway,");
  EXPECT_EQ(reason(place, "country"), "NO: named behind it, or by archive or user");
  ASSERT_EQ(article.organizations.size(), 1U);
  EXPECT_FALSE(article.organizations.front().why.empty());
}

TEST(Entities, SayNothingWhenNotAsked) {
  const Article article = find_names("", {"Mayor Ilse Torvald left Bergen, Norway, on Monday."});
  ASSERT_FALSE(article.people.empty());
  ASSERT_FALSE(article.places.empty());
  EXPECT_THAT(article.people.front().why, IsEmpty());
  EXPECT_THAT(article.places.front().why, IsEmpty());
}

}  // namespace
}  // namespace onrecord
