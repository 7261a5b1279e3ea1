// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/desk.h"

#include <gtest/gtest.h>

#include "indexer/split/byline.h"
#include "tests/indexer/split/tables.h"

namespace onrecord {
namespace {

using test::english;

struct Line {
  std::string_view line;
  std::string_view desk;
};

TEST(Desk, SignsWhereNobodyIsNamed) {
  const Line lines[] = {
      {"By Courier staff", "Courier staff"},
      {"By Our Correspondent", "Our Correspondent"},
      {"By Courier staff in Lima | The Almer Courier", "Courier staff"},
      {"Written by Associated Press", "Associated Press"},
      {"BY THE ASSOCIATED PRESS", "THE ASSOCIATED PRESS"},
      {"By Almernews, Staff Reporter", "Almernews"},
      {"Courier staff reporter", "Courier staff reporter"},
      {"By Ana Ruiz for AFP", ""},
      {"By admin", ""},
  };
  for (const Line& line : lines) {
    const auto byline = read_byline(line.line, english());
    EXPECT_EQ(byline ? byline->desk : std::string(), line.desk) << line.line;
  }
}

TEST(Desk, IsReadFromFieldsToo) {
  const auto desk = [](std::string_view field) { return read_byline_field(field, english()).desk; };
  EXPECT_EQ(desk("Reuters Staff"), "Reuters Staff");
  EXPECT_EQ(desk("AFP/The Almer Courier"), "AFP/The Almer Courier");
  EXPECT_EQ(desk("almer.example"), "almer.example");
  EXPECT_EQ(desk("Ana Ruiz, Reuters"), "");
  EXPECT_EQ(desk("https://courier.example/ana"), "");
  EXPECT_EQ(desk("mail@courier.example"), "");
  EXPECT_EQ(desk("courieradmin"), "");
}

TEST(Desk, IsNoSentenceAndNoEmptyLine) {
  EXPECT_EQ(read_desk("", english()), "");
  EXPECT_EQ(read_desk(" | 3 min", english()), "");
  EXPECT_EQ(read_desk("The harbour had frozen overnight.", english()), "");
  EXPECT_EQ(read_desk("one two three four five six seven", english()), "");
}

}  // namespace
}  // namespace onrecord
