// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/people_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(PeopleIndex, AsksEverybodyWhileTheyAreFew) {
  PeopleIndex index;
  index.add(0, {1, 2});
  index.add(1, {3, 4});
  EXPECT_THAT(index.find({9}), ElementsAre(0, 1));
}

TEST(PeopleIndex, AsksThoseWhoShareAWordWhenTheyAreMany) {
  PeopleIndex index;
  for (std::uint32_t i = 0; i < 1000; ++i) index.add(i, {1, 100 + i});
  EXPECT_THAT(index.find({150}), ElementsAre(50));
  EXPECT_THAT(index.find({150, 150, 160}), ElementsAre(50, 60));
  EXPECT_THAT(index.find({9}), IsEmpty());
  EXPECT_THAT(index.find({1}), SizeIs(PeopleIndex::most_of_a_word));
  EXPECT_EQ(index.find({1}).back(), 999U);
}

}  // namespace
}  // namespace onrecord
