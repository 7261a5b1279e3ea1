// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/gazetteer/gazetteer.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "common/text_fold.h"
#include "indexer/gazetteer/gazetteer_writer.h"

namespace onrecord {
namespace {

class GazetteerFile : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove(file_); }

  Gazetteer write_and_open(const GazetteerWriter& writer) {
    writer.write(file_);
    auto opened = Gazetteer::open(file_);
    EXPECT_TRUE(opened.has_value());
    return *opened;
  }

  std::filesystem::path file_ =
      std::filesystem::temp_directory_path() / (std::to_string(::getpid()) + "-gazetteer-test.bin");
};

NewPlace city(const std::string& name, const std::string& country, std::uint32_t weight) {
  NewPlace place;
  place.name = name;
  place.country = country;
  place.weight = weight;
  return place;
}

TEST_F(GazetteerFile, FindsPlacesHeaviestFirst) {
  GazetteerWriter writer;
  writer.add_place(city("Santa Vera", "CL", 2000));
  writer.add_place(city("Santa Vera", "PE", 90000));
  const Gazetteer table = write_and_open(writer);
  const GazetteerName name = table.find(hash_name("SANTA VÉRA"));
  ASSERT_EQ(name.places.size(), 2U);
  EXPECT_EQ(table.place(name.places[0]).country, "PE");
  EXPECT_EQ(table.place(name.places[1]).country, "CL");
  EXPECT_TRUE(table.find(hash_name("Santa")).has(name_continues));
  EXPECT_TRUE(table.find(hash_name("Vera")).places.empty());
}

TEST_F(GazetteerFile, OtherNamesAndWords) {
  GazetteerWriter writer;
  writer.add_name(writer.add_place(city("Nordhavn", "DK", 10)), "NH", name_is_capitals);
  writer.add_word("Ilse", word_given_female);
  const Gazetteer table = write_and_open(writer);
  const GazetteerName name = table.find(hash_name("nh"));
  ASSERT_EQ(name.places.size(), 1U);
  EXPECT_TRUE(name.has(name_is_capitals));
  EXPECT_EQ(table.word(hash_word(fold("ILSE"))), word_given_female);
  EXPECT_EQ(table.word(hash_word("peer")), 0U);
}

TEST_F(GazetteerFile, ACountryIsKnownByItsCode) {
  GazetteerWriter writer;
  NewPlace country = city("Republic of Nordmark", "NX", 1);
  country.kind = PlaceKind::country;
  writer.add_place(country);
  country.name = "Nordmark";
  writer.add_place(country);
  const Gazetteer table = write_and_open(writer);
  const GazetteerName name = table.find(hash_name("Republic of Nordmark"));
  ASSERT_EQ(name.places.size(), 1U);
  EXPECT_EQ(table.place(name.places[0]).name, "Nordmark");
}

TEST_F(GazetteerFile, DamageIsAnError) {
  GazetteerWriter writer;
  writer.add_place(city("Nordhavn", "DK", 10));
  writer.write(file_);
  {
    std::fstream file(file_, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(sizeof(GazetteerHeader)) + 3);
    file.put('\x7f');
  }
  const auto opened = Gazetteer::open(file_);
  ASSERT_FALSE(opened.has_value());
  EXPECT_THAT(opened.error().message, testing::HasSubstr("damaged"));
  EXPECT_FALSE(Gazetteer::open(file_.string() + ".missing").has_value());
}

TEST(EmptyGazetteer, KnowsNothing) {
  const Gazetteer table;
  EXPECT_TRUE(table.find(hash_name("Bergen")).places.empty());
  EXPECT_EQ(table.word(hash_word("bergen")), 0U);
}

}  // namespace
}  // namespace onrecord
