// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/schema.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_article.h"

namespace onrecord {
namespace {

using testing::Contains;
using testing::ElementsAre;

std::vector<std::string> texts(const std::vector<FieldValue>& values) {
  std::vector<std::string> all;
  for (const FieldValue& value : values) all.push_back(value.text);
  return all;
}

std::vector<std::string> of_article(std::string_view field) {
  return texts(find_field(field)->of_article(sample_article()));
}

std::vector<std::string> of_quote(std::string_view field, std::size_t quote) {
  const Article article = sample_article();
  return texts(find_field(field)->of_quote(article, article.quotes[quote]));
}

TEST(Schema, NamesPrefixesAndSlotsAreDistinct) {
  std::set<std::string_view> names;
  std::set<std::string_view> prefixes;
  std::set<std::uint32_t> slots = {date_slot, article_slot};
  for (const Field& field : fields()) {
    EXPECT_TRUE(names.insert(field.name).second) << field.name;
    EXPECT_TRUE(field.alias.empty() || names.insert(field.alias).second) << field.alias;
    EXPECT_TRUE(prefixes.insert(field.prefix).second) << field.prefix;
    EXPECT_TRUE(!field.facet_slot || slots.insert(*field.facet_slot).second) << field.name;
    EXPECT_FALSE(field.help.empty()) << field.name;
    EXPECT_TRUE(has_field(DocumentKind::article, field) || has_field(DocumentKind::quote, field));
    EXPECT_FALSE(field.of_quote != nullptr && field.inherited) << field.name;
  }
}

TEST(Schema, PrefixesAreCapitalsSoThatNoneRunsIntoAValue) {
  for (const Field& field : fields()) {
    for (const char c : field.prefix) EXPECT_TRUE(c >= 'A' && c <= 'Z') << field.name;
    EXPECT_TRUE(field.prefix.size() == 1 || field.prefix.front() == 'X') << field.name;
  }
}

TEST(Schema, FindsByNameAndAlias) {
  EXPECT_EQ(find_field("org"), find_field("organization"));
  EXPECT_EQ(find_field("lang")->name, "language");
  EXPECT_EQ(find_field("nonsense"), nullptr);
  EXPECT_EQ(find_field(""), nullptr);
}

TEST(Schema, ReadsArticles) {
  EXPECT_THAT(of_article("person"), ElementsAre("Mara K. Lindqvist", "Tom O\u2019Hale"));
  EXPECT_THAT(of_article("speaker"),
              ElementsAre("Mara K. Lindqvist", "Tom O\u2019Hale", "Port Workers Union"));
  EXPECT_THAT(of_article("country"), ElementsAre("EE", "ES"));
  EXPECT_THAT(of_article("year"), ElementsAre("2021"));
  EXPECT_THAT(of_article("headline"), ElementsAre("Harbour strike ends"));
  EXPECT_THAT(of_article("role"), ElementsAre("Transport Minister"));
  EXPECT_THAT(of_article("has"), ElementsAre("quotes", "byline", "dateline", "date", "caption"));
}

TEST(Schema, DesksAreInTheBylineAndNoAuthors) {
  Article article;
  article.desks = {"Courier staff"};
  EXPECT_THAT(texts(find_field("byline")->of_article(article)), ElementsAre("Courier staff"));
  EXPECT_THAT(texts(find_field("has")->of_article(article)), ElementsAre("byline"));
  EXPECT_TRUE(find_field("author")->of_article(article).empty());
  article.byline = {"Ana Ruiz"};
  EXPECT_THAT(texts(find_field("byline")->of_article(article)), ElementsAre("Ana Ruiz"));
}

TEST(Schema, TellsPlacesOfOneNameApart) {
  Article article;
  article.places = {{"Valencia", "ES", {}, {}, {}},
                    {"Valencia", "VE", {}, {}, {}},
                    {"Spain", "ES", {}, {}, {}},
                    {"Atlantic", "", {}, {}, {}}};
  EXPECT_THAT(texts(find_field("place")->of_article(article)),
              ElementsAre("Valencia (ES)", "Valencia (VE)", "Spain", "Atlantic"));
}

TEST(Schema, ReadsQuotes) {
  EXPECT_THAT(of_quote("speaker", 0), ElementsAre("Mara K. Lindqvist", "Tom O\u2019Hale"));
  EXPECT_THAT(of_quote("person", 0), ElementsAre("Mara K. Lindqvist"));
  EXPECT_THAT(of_quote("person", 1), ElementsAre());
  EXPECT_THAT(of_quote("organization", 1), ElementsAre("Port Workers Union"));
  EXPECT_THAT(of_quote("kind", 1), ElementsAre("indirect"));
  EXPECT_THAT(of_quote("quote", 0), ElementsAre("We have signed"));
  EXPECT_EQ(prefix_of(DocumentKind::quote, *find_field("quote")), "");
  EXPECT_EQ(prefix_of(DocumentKind::article, *find_field("quote")), "XQ");
}

TEST(Schema, NamesHaveTheFormsThatTheArticleUses) {
  const Article article = sample_article();
  const auto people = find_field("person")->of_article(article);
  EXPECT_THAT(people[0].also, Contains("lindqvist"));
  const auto speaker = find_field("speaker")->of_quote(article, article.quotes[1]);
  EXPECT_THAT(speaker[0].also, Contains("PWU"));
}

TEST(Schema, EmptyArticleHasNoValues) {
  for (const Field& field : fields()) {
    EXPECT_TRUE(field.of_article == nullptr || field.of_article({}).empty()) << field.name;
  }
}

TEST(FacetValues, ComeBack) {
  const std::vector<std::string> values = {"Mara K. Lindqvist", "", std::string(300, 'x')};
  const std::string encoded = encode_facet_values(values);
  EXPECT_THAT(decode_facet_values(encoded), ElementsAre(values[0], values[1], values[2]));
  EXPECT_THAT(decode_facet_values(""), ElementsAre());
}

TEST(FacetValues, DamageLosesOnlyTheRest) {
  const std::string encoded = encode_facet_values({"Lima", "Oslo"});
  EXPECT_THAT(decode_facet_values(std::string_view(encoded).substr(0, 7)), ElementsAre("Lima"));
  EXPECT_THAT(decode_facet_values("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"), ElementsAre());
}

}  // namespace
}  // namespace onrecord
