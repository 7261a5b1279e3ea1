// SPDX-License-Identifier: GPL-3.0-or-later
// Pages to paragraphs: the cases of cases/html_*.txt (see cases/README.md).
#include "indexer/split/html/body.h"

#include "tests/indexer/split/split_cases.h"

namespace onrecord {
namespace {

TEST(HtmlBody, GivesWhatTheCasesSay) {
  for (const test::SplitCase& the_case :
       test::read_split_cases(test::case_file("html_bodies.txt"))) {
    SCOPED_TRACE(the_case.name);
    const auto article = test::split_page(the_case.record.text);
    ASSERT_TRUE(article) << article.error().message;
    for (const auto& [key, values] : the_case.expected) {
      EXPECT_EQ(test::values_of(*article, key), values) << key;
    }
  }
}

}  // namespace
}  // namespace onrecord
