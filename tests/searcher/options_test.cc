// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options.h"

#include <vector>

#include <gmock/gmock.h>

#include "searcher/make_request.h"
#include "searcher/query/describe.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr Date today{2024, 7, 1};

tl::expected<SearchOptions, ExitStatus> parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "onrecord-search");
  testing::internal::CaptureStderr();
  testing::internal::CaptureStdout();
  auto options = parse_search_options(static_cast<int>(arguments.size()), arguments.data());
  testing::internal::GetCapturedStderr();
  testing::internal::GetCapturedStdout();
  return options;
}

Result<SearchRequest> request(const std::vector<const char*>& arguments) {
  return make_request(parse(arguments).value(), today);
}

std::string reading(const std::vector<const char*>& arguments) {
  const auto made = request(arguments);
  return made ? describe(*made) : "error: " + made.error().message;
}

TEST(Options, TheFirstWordMayBeACommand) {
  EXPECT_EQ(parse({"lake"})->command, SearchCommand::search);
  EXPECT_EQ(parse({"quotes", "lake"})->command, SearchCommand::quotes);
  EXPECT_EQ(parse({"-d", "people", "quotes", "lake"})->command, SearchCommand::quotes);
  EXPECT_EQ(parse({"--db=x", "stats"})->command, SearchCommand::stats);
  EXPECT_THAT(parse({"search", "quotes"})->words, ElementsAre("quotes"));
  EXPECT_THAT(parse({"--", "quotes"})->words, ElementsAre("quotes"));
  EXPECT_THAT(parse({"lake", "quotes"})->words, ElementsAre("lake", "quotes"));
  EXPECT_THAT(parse({"-q", "people"})->command, SearchCommand::people);
}

TEST(Options, AWordCanBeExcludedBehindTwoDashes) {
  EXPECT_THAT(parse({"-n", "3", "--", "lake", "-tax"})->words, ElementsAre("lake", "-tax"));
  EXPECT_EQ(parse({"lake", "-tax"}).error(), ExitStatus::wrong_use);
}

TEST(Options, HelpIsNoMistakeAndNothingAtAllIs) {
  EXPECT_EQ(parse({"--help"}).error(), ExitStatus::done);
  EXPECT_EQ(parse({"quotes", "--help"}).error(), ExitStatus::done);
  EXPECT_EQ(parse({"--version"}).error(), ExitStatus::done);
  EXPECT_EQ(parse({}).error(), ExitStatus::wrong_use);
  EXPECT_EQ(parse({"lake", "--sort", "best"}).error(), ExitStatus::wrong_use);
  EXPECT_EQ(parse({"lake", "--format", "xml"}).error(), ExitStatus::wrong_use);
  EXPECT_EQ(parse({"lake", "--limit", "-1"}).error(), ExitStatus::wrong_use);
  EXPECT_EQ(parse({"show"}).error(), ExitStatus::wrong_use);
}

TEST(MakeRequest, TakesFiltersLiterally) {
  EXPECT_EQ(reading({"quotes", "--speaker", "Roe OR Hale", "--not-source", "Echo", "--org", "PWU"}),
            "speaker: Roe OR Hale \u00B7 organization: PWU \u00B7 not source: Echo \u00B7 newest "
            "first");
  EXPECT_EQ(
      reading({"lake", "--person", "A", "--person", "B", "--since", "2020", "--until", "30d"}),
      "lake \u00B7 person: A \u00B7 person: B \u00B7 from 2020 to 2024-07-01");
}

TEST(MakeRequest, SortsByRelevanceOnlyWhereThereAreWords) {
  EXPECT_EQ(request({"lake"})->sort, SortOrder::relevance);
  EXPECT_EQ(request({"date:2020"})->sort, SortOrder::newest);
  EXPECT_EQ(request({"--", "-lake"})->sort, SortOrder::newest);
  EXPECT_EQ(request({"lake", "--sort", "oldest"})->sort, SortOrder::oldest);
  EXPECT_EQ(request({"quotes", "--about", "lake"})->sort, SortOrder::relevance);
  EXPECT_EQ(request({"*", "--sort", "relevance"})->sort, SortOrder::relevance);
}

TEST(MakeRequest, ReadsFacets) {
  const auto made = request({"lake", "--facet", "person", "--facet", "year:3"});
  ASSERT_TRUE(made);
  ASSERT_EQ(made->facets.size(), 2U);
  EXPECT_EQ(made->facets[0].limit, 10U);
  EXPECT_EQ(made->facets[1].field->name, "year");
  EXPECT_EQ(made->facets[1].limit, 3U);
  EXPECT_THAT(reading({"lake", "--facet", "cue"}), HasSubstr("no facet \"cue\" of articles"));
  EXPECT_THAT(reading({"lake", "--facet", "year:x"}), HasSubstr("write year:10"));
  EXPECT_THAT(reading({"facets"}), HasSubstr("at least one --facet"));
  EXPECT_TRUE(request({"facets", "--quotes", "--facet", "cue"}));
}

TEST(MakeRequest, PointsAtMistakes) {
  EXPECT_THAT(reading({"l\u00E4ke", "persn:Roe"}),
              HasSubstr("column 6: there is no field \"persn:\""));
  EXPECT_THAT(reading({"l\u00E4ke", "persn:Roe"}), HasSubstr("\n  l\u00E4ke persn:Roe\n       ^"));
  EXPECT_THAT(reading({"lake", "--kind", "direct"}), HasSubstr("--kind is a filter of quotes"));
  EXPECT_THAT(reading({"lake", "--since", "May"}), HasSubstr("--since: \"May\" is not a date"));
  EXPECT_THAT(reading({"lake", "--since", "2005", "--until", "2004"}),
              HasSubstr("--since 2005 comes after --until 2004"));
  EXPECT_TRUE(request({"lake", "--since", "2005-03-02", "--until", "2005"}));
  EXPECT_THAT(reading({"lake", "--person", " "}), HasSubstr("--person needs a value"));
  EXPECT_THAT(reading({"quotes", "-n", "3"}), HasSubstr("* for everything"));
  EXPECT_THAT(reading({"quotes", "--about", "..."}), HasSubstr("--about holds no word"));
  EXPECT_EQ(reading({"people"}), "*");
}

}  // namespace
}  // namespace onrecord
