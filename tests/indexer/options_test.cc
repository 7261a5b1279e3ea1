// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/options.h"

#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

tl::expected<IndexOptions, ExitStatus> parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "onrecord-index");
  return parse_options(static_cast<int>(arguments.size()), arguments.data());
}

/// The status and what was printed.
struct Refusal {
  ExitStatus status;
  std::string text;
};

Refusal refusal_of(const std::vector<const char*>& arguments) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  const auto options = parse(arguments);
  return {options ? ExitStatus::error : options.error(),
          testing::internal::GetCapturedStdout() + testing::internal::GetCapturedStderr()};
}

TEST(Options, ExtractTakesPathsAndChoices) {
  const auto options = parse({"extract", "--fields", "headline,quotes", "--map", "headline=Titel",
                              "--map", "body=Text", "-f", "jsonl", "-j", "3", "a.json", "b/"});
  ASSERT_TRUE(options);
  EXPECT_EQ(options->command, Command::extract);
  EXPECT_THAT(options->keys, ElementsAre("headline", "quotes"));
  EXPECT_THAT(options->input.mapping, ElementsAre("headline=Titel", "body=Text"));
  EXPECT_THAT(options->input.paths, ElementsAre("a.json", "b/"));
  EXPECT_EQ(options->input.format, "jsonl");
  EXPECT_EQ(options->input.jobs, 3);
}

TEST(Options, GeneralOptionsMayStandAnywhere) {
  for (const auto& arguments : {std::vector{"-q", "extract", "a"}, {"extract", "-q", "a"}}) {
    const auto options = parse(arguments);
    ASSERT_TRUE(options);
    EXPECT_TRUE(options->quiet);
  }
}

TEST(Options, SizesAndLimitsHaveUnits) {
  const auto options = parse({"build", "-d", "ix", "--max-size", "2M", "--max-skipped", "5%", "a"});
  ASSERT_TRUE(options);
  EXPECT_EQ(options->input.max_record_bytes, 2U << 20U);
  ASSERT_TRUE(options->input.max_skipped);
  EXPECT_TRUE(options->input.max_skipped->percent);
  EXPECT_EQ(options->input.max_skipped->count, 5U);
}

TEST(Options, TheIndexMayComeFromTheEnvironment) {
  setenv("ONRECORD_INDEX", "/news", 1);
  const auto options = parse({"add", "a"});
  unsetenv("ONRECORD_INDEX");
  ASSERT_TRUE(options);
  EXPECT_EQ(options->index, "/news");
}

TEST(Options, TheIndexOfTheCommandLineComesBeforeTheEnvironment) {
  setenv("ONRECORD_INDEX", "/news", 1);
  for (const char* command : {"build", "add", "stats"}) {
    const auto options = command == std::string("stats") ? parse({command, "-d", "/other"})
                                                         : parse({command, "-d", "/other", "a"});
    ASSERT_TRUE(options);
    EXPECT_EQ(options->index, "/other") << command;
  }
  unsetenv("ONRECORD_INDEX");
}

TEST(Options, WrongUseIsToldAndHasItsOwnStatus) {
  const std::pair<std::vector<const char*>, const char*> wrong[] = {
      {{}, "required"},
      {{"extract"}, "PATH or --files-from is required"},
      {{"extract", "--no-such-option", "a"}, "--no-such-option"},
      {{"extract", "--fields", "headlin", "a"}, "headlin"},
      {{"extract", "-f", "docx", "a"}, "docx"},
      {{"extract", "-j", "0", "a"}, "--jobs"},
      {{"extract", "--lang", "klingonish", "a"}, "no language"},
      {{"extract", "--max-skipped", "many", "a"}, "many"},
      {{"build", "a"}, "--db"},
      {{"frobnicate"}, "frobnicate"},
  };
  for (const auto& [arguments, text] : wrong) {
    const Refusal refusal = refusal_of(arguments);
    EXPECT_EQ(refusal.status, ExitStatus::wrong_use) << text;
    EXPECT_THAT(refusal.text, HasSubstr(text));
  }
}

TEST(Options, HelpAndVersionAreNoErrors) {
  const Refusal help = refusal_of({"build", "--help"});
  EXPECT_EQ(help.status, ExitStatus::done);
  EXPECT_THAT(help.text, HasSubstr("Examples:"));
  const Refusal version = refusal_of({"--version"});
  EXPECT_EQ(version.status, ExitStatus::done);
  EXPECT_THAT(version.text, HasSubstr("onrecord-index "));
}

TEST(SkipLimit, CountsOrSharesAreHeldAgainstIt) {
  EXPECT_FALSE((SkipLimit{5, false}.is_exceeded(5, 5)));
  EXPECT_TRUE((SkipLimit{5, false}.is_exceeded(6, 1000)));
  EXPECT_FALSE((SkipLimit{5, true}.is_exceeded(10, 99))) << "too early to judge";
  EXPECT_FALSE((SkipLimit{5, true}.is_exceeded(5, 100)));
  EXPECT_TRUE((SkipLimit{5, true}.is_exceeded(6, 100)));
}

}  // namespace
}  // namespace onrecord
