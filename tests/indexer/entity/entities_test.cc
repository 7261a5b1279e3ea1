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

}  // namespace
}  // namespace onrecord
