// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/byline.h"

#include "tests/indexer/split/tables.h"

namespace onrecord {
namespace {

using test::cell;
using test::english;

TEST(Byline, ReadsTheLinesOfTheTable) {
  for (const auto& row : test::read_cases("bylines.tsv")) {
    const auto byline = read_byline(row[0], english());
    EXPECT_EQ(byline.has_value(), cell(row, 1) != "no") << row[0];
    if (!byline || cell(row, 1) == "no") continue;
    EXPECT_EQ(test::join(byline->people, "; "), cell(row, 1)) << row[0];
    EXPECT_EQ(byline->agency, cell(row, 2)) << row[0];
    EXPECT_EQ(byline->source, cell(row, 3)) << row[0];
  }
}

TEST(Byline, ReadsFieldsWithoutTheWordBy) {
  const auto people = [](std::string_view field) {
    return test::join(read_byline_field(field, english()).people, "; ");
  };
  EXPECT_EQ(people("Ana Ruiz"), "Ana Ruiz");
  EXPECT_EQ(people("Ana Ruiz, Tom Okafor"), "Ana Ruiz; Tom Okafor");
  EXPECT_EQ(people("Ana Ruiz; Tom Okafor"), "Ana Ruiz; Tom Okafor");
  EXPECT_EQ(people("By Ana Ruiz, Staff Writer"), "Ana Ruiz");
  EXPECT_EQ(people("Ruiz, Ana"), "Ana Ruiz");
  EXPECT_EQ(people("\uBC30\uC724\uACBD, \uC774\uC0C1\uD604"),
            "\uBC30\uC724\uACBD; \uC774\uC0C1\uD604");
  EXPECT_EQ(people("Reuters Staff"), "");
  EXPECT_EQ(people("admin"), "");
  EXPECT_EQ(people("https://courier.example/ana"), "");
  EXPECT_EQ(read_byline_field("Ana Ruiz, Reuters", english()).agency, "Reuters");
}

TEST(Byline, ReadsAnAuthorsFieldAsAList) {
  const auto people = [](std::string_view value) {
    std::vector<std::string> all;
    for (const Byline& author : read_author_list(value, english())) {
      all.insert(all.end(), author.people.begin(), author.people.end());
    }
    return test::join(all, "; ");
  };
  EXPECT_EQ(people("Dr. Ana Ruiz"), "Dr. Ana Ruiz");
  EXPECT_EQ(people("Ana Ruiz, Prof. Tom Okafor, Reuters"), "Ana Ruiz; Prof. Tom Okafor; Reuters");
  EXPECT_EQ(people("dpa, Ana Ruiz"), "Ana Ruiz; dpa");
  EXPECT_EQ(people("Ana Ruiz, Sukarno"), "Ana Ruiz; Sukarno");
  EXPECT_EQ(people("Ana Ruiz, Ph.D."), "Ana Ruiz");
  EXPECT_EQ(people("Ana Ruiz, political editor"), "Ana Ruiz");
  EXPECT_EQ(people("By Ana Ruiz, Nairobi"), "Ana Ruiz");
  EXPECT_EQ(people("Reuters"), "");
  EXPECT_EQ(people("Dr."), "");
}

TEST(Byline, ReadsTheInitialsOfEditorsAsSeveralDesks) {
  const auto authors = read_author_list("nrk/tow, olm", english());
  ASSERT_EQ(authors.size(), 2U);
  EXPECT_EQ(authors[0].desk, "nrk/tow");
  EXPECT_EQ(authors[1].desk, "olm");
}

TEST(Byline, ReadsWhoSignsBelowTheText) {
  const auto people = [](std::string_view line) {
    const auto byline = read_closing_byline(line, english());
    return byline ? test::join(byline->people, "; ") : std::string("none");
  };
  EXPECT_EQ(people("(Reporting by Ana Ruiz in Lima; Editing by Tom Okafor)"), "Ana Ruiz");
  EXPECT_EQ(people("Reporting by Ana Ruiz and Li Wen"), "Ana Ruiz; Li Wen");
  EXPECT_EQ(people("\u2014 Ana Ruiz"), "Ana Ruiz");
  EXPECT_EQ(people("\u2014 a long and dry summer"), "none");
  EXPECT_EQ(people("By Monday the harbour had frozen."), "none");
}

TEST(Byline, ReadsBoxesAboutTheAuthor) {
  const auto box =
      read_author_box("Ana Ruiz can be reached at ana.ruiz@courier.example.", english());
  ASSERT_TRUE(box);
  EXPECT_EQ(test::join(box->people, "; "), "Ana Ruiz");
  EXPECT_FALSE(read_author_box("The harbour board can be reached at the port.", english()));
}

TEST(Byline, GuessesFromTheAddressOfAnAuthorPage) {
  const auto byline =
      read_author_address("https://courier.example/author/ana-maria-ruiz-for-afp", english());
  ASSERT_TRUE(byline);
  EXPECT_EQ(test::join(byline->people, "; "), "Ana Maria Ruiz");
  EXPECT_EQ(byline->agency, "AFP");
  EXPECT_FALSE(read_author_address("https://courier.example/author/admin", english()));
  EXPECT_FALSE(read_author_address("https://courier.example/2024/talks-stall", english()));
}

}  // namespace
}  // namespace onrecord
