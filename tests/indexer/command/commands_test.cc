// SPDX-License-Identifier: GPL-3.0-or-later
// Whole commands in one process: what they print, write and return.
#include "indexer/commands.h"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "common/index_layout.h"
#include "tests/support/temporary_folder.h"

namespace onrecord {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::internal::CaptureStderr;
using testing::internal::CaptureStdout;
using testing::internal::GetCapturedStderr;
using testing::internal::GetCapturedStdout;

constexpr const char* ferry = R"({"title": "Ferry sinks", "date": "2021-03-04", "text":
"The ferry sank off the cape on Tuesday, the harbour master said. Nobody was hurt in the storm."})";

class CommandsTest : public testing::Test {
 protected:
  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  std::string write(const std::string& name, const std::string& content) const {
    std::ofstream(folder_ / name) << content;
    return path(name);
  }

  /// JSON lines of so many different articles.
  static std::string many(int count) {
    std::string lines;
    for (int i = 0; i < count; ++i) {
      lines += R"({"title": "Ferry )" + std::to_string(i) +
               R"( sinks", "text": "\"We saw it,\" said Mara Quist of boat )" + std::to_string(i) +
               R"(. It sank off Lima."})" + "\n";
    }
    return lines;
  }

  ExitStatus run_with(std::vector<std::string> arguments) {
    std::vector<const char*> pointers = {"onrecord-index"};
    for (const std::string& argument : arguments) pointers.push_back(argument.c_str());
    CaptureStdout();
    CaptureStderr();
    const auto options = parse_options(static_cast<int>(pointers.size()), pointers.data());
    ExitStatus status = options ? ExitStatus::done : options.error();
    if (options) {
      Log log("onrecord-index", false);
      status = run(*options, log);
    }
    out_ = GetCapturedStdout();
    err_ = GetCapturedStderr();
    return status;
  }

  std::string out_;
  std::string err_;
  TemporaryFolder folder_;
};

TEST_F(CommandsTest, ExtractPrintsOneObjectALine) {
  EXPECT_EQ(run_with({"extract", write("a.json", ferry)}), ExitStatus::done);
  const auto json = nlohmann::json::parse(out_);
  EXPECT_THAT(out_, HasSubstr("The ferry sank off the cape"));
  EXPECT_EQ(json["path"], path("a.json"));
  EXPECT_EQ(err_, "");
}

/// A record of a host that puts a line about its pilots on every page.
std::string record_with_template_line(int number) {
  const std::string n = std::to_string(number);
  return R"({"title": "Ferry )" + n + R"( sinks", "url": "https://a.example/)" + n +
         R"(", "text": "The ferry sank off the cape on day )" + n +
         R"( of the storm.\n\nThe tide tables of our pilots hang in the window of the shop.\n\n)" +
         R"(Nobody was hurt when boat )" + n + R"( came to their help at last."})" + "\n";
}

TEST_F(CommandsTest, LinesOfAHostsTemplateAreNoText) {
  std::string lines;
  for (int i = 0; i < 300; ++i) lines += record_with_template_line(i);
  EXPECT_EQ(run_with({"extract", "-j", "2", write("a.jsonl", lines)}), ExitStatus::done);
  EXPECT_EQ(std::count(out_.begin(), out_.end(), '\n'), 300);
  EXPECT_THAT(out_, Not(HasSubstr("tide tables")));
  EXPECT_THAT(out_.substr(0, out_.find('\n')), HasSubstr("day 0 of the storm"));
  EXPECT_EQ(run_with({"extract", "--explain", path("a.jsonl")}), ExitStatus::done);
  EXPECT_THAT(out_.substr(0, out_.find('\n')), HasSubstr("recurs on the host's articles"));
}

TEST_F(CommandsTest, AnIndexKnowsTheLinesOfItsHostsTemplates) {
  std::string lines;
  for (int i = 0; i < 30; ++i) lines += record_with_template_line(i);
  const std::string one = write("one.jsonl", record_with_template_line(100));
  ASSERT_EQ(run_with({"build", "-d", path("ix"), one, write("a.jsonl", lines)}), ExitStatus::done);
  EXPECT_EQ(run_with({"add", "-d", path("ix"), one}), ExitStatus::done);
  EXPECT_THAT(err_, HasSubstr("1 unchanged")) << "read alone, it still has the line";
  const std::string more = write("more.jsonl", record_with_template_line(200));
  EXPECT_EQ(run_with({"add", "-d", path("ix"), more}), ExitStatus::done);
  EXPECT_THAT(err_, HasSubstr("1 added"));
  const Xapian::Database articles(articles_database(path("ix")).string());
  EXPECT_EQ(articles.get_doccount(), 32U);
  EXPECT_EQ(articles.get_termfreq("tide"), 0U);
  EXPECT_EQ(articles.get_termfreq("cape"), 32U);
}

TEST_F(CommandsTest, ADumpIsNoArticle) {
  std::string lines = "Ferry sinks\n\n";
  for (int i = 0; i < 100'001; ++i) lines += "A boat.\n\n";
  EXPECT_EQ(run_with({"extract", write("lines.txt", lines)}), ExitStatus::incomplete);
  EXPECT_THAT(err_, HasSubstr("lines.txt: record 1: too long for an article"));
  std::string long_text = "Ferry sinks\n\n";
  while (long_text.size() < (17U << 20U)) long_text += "The ferry sank off the cape. ";
  EXPECT_EQ(run_with({"extract", write("long.txt", long_text)}), ExitStatus::incomplete);
  EXPECT_THAT(err_, HasSubstr("long.txt: record 1: too long for an article"));
}

TEST_F(CommandsTest, ExtractIsTheSameForAnyNumberOfJobs) {
  const std::string file = write("a.jsonl", many(60));
  EXPECT_EQ(run_with({"extract", "-j", "1", file}), ExitStatus::done);
  const std::string expected = out_;
  EXPECT_EQ(std::count(expected.begin(), expected.end(), '\n'), 60);
  EXPECT_EQ(run_with({"extract", "-j", "5", file}), ExitStatus::done);
  EXPECT_EQ(out_, expected);
}

TEST_F(CommandsTest, SkippedRecordsAreToldCountedAndChangeTheStatus) {
  const std::string file = write("a.jsonl", many(2) + "nonsense\n" + many(1));
  EXPECT_EQ(run_with({"extract", file, path("none")}), ExitStatus::incomplete);
  EXPECT_EQ(std::count(out_.begin(), out_.end(), '\n'), 3);
  EXPECT_THAT(err_, HasSubstr("onrecord-index: " + file + ": record 3: not JSON: "));
  EXPECT_THAT(err_,
              HasSubstr(path("none") + ": cannot be opened (No such file or directory); skipped"));
  EXPECT_THAT(err_, HasSubstr("3 articles in 2 files, 2 skipped"));
}

TEST_F(CommandsTest, TooManySkippedRecordsStopTheRun) {
  std::string lines;
  for (int i = 0; i < 1000; ++i) lines += "{\"id\": 1}\n";
  const std::string file = write("a.jsonl", lines);
  EXPECT_EQ(run_with({"extract", "--max-skipped", "10", file}), ExitStatus::error);
  EXPECT_THAT(err_, HasSubstr("stopped: 11 of 11 records skipped"));
}

TEST_F(CommandsTest, ForcedLanguageAndMappingReachTheArticle) {
  const std::string file =
      write("a.json", R"({"Titel": "Ferry sinks", "Volltext": "The ferry sank off the cape."})");
  const std::string map = write("map", "# our export\nheadline=Titel\n\nbody=Volltext\n");
  EXPECT_EQ(run_with({"extract", "--map-file", map, "--lang", "de", file}), ExitStatus::done);
  EXPECT_THAT(out_, HasSubstr("The ferry sank off the cape"));
  EXPECT_EQ(run_with({"extract", "--map", "Titel", file}), ExitStatus::wrong_use);
  EXPECT_THAT(err_, HasSubstr("'Titel' is not of the form FIELD=KEY"));
}

TEST_F(CommandsTest, BuildAddAndStatsWorkOnAnIndex) {
  const std::string file = write("a.jsonl", many(20));
  EXPECT_EQ(run_with({"build", "-d", path("ix"), "--report", path("report"), file}),
            ExitStatus::done);
  EXPECT_THAT(err_, HasSubstr("20 articles in 1 file, 20 added, 0 skipped"));
  EXPECT_TRUE(std::filesystem::file_size(path("report")) > 0);
  write("a.jsonl", many(25));
  EXPECT_EQ(run_with({"add", "-d", path("ix"), file}), ExitStatus::done);
  EXPECT_THAT(err_, HasSubstr("25 articles in 1 file, 5 added, 20 unchanged, 0 skipped"));
  EXPECT_EQ(run_with({"stats", "-d", path("ix"), "--format", "json"}), ExitStatus::done);
  EXPECT_EQ(nlohmann::json::parse(out_)["articles"], 25);
}

TEST_F(CommandsTest, AStoppedBuildKeepsTheOldIndex) {
  ASSERT_EQ(run_with({"build", "-d", path("ix"), write("a.jsonl", many(20))}), ExitStatus::done);
  const std::string bad = write("b.jsonl", many(5) + "nonsense\n" + many(5));
  EXPECT_EQ(run_with({"build", "-d", path("ix"), "--max-skipped", "0", bad}), ExitStatus::error);
  EXPECT_THAT(err_, HasSubstr("not complete; the old index stays"));
  ASSERT_EQ(run_with({"stats", "-d", path("ix"), "--format", "json"}), ExitStatus::done);
  EXPECT_EQ(nlohmann::json::parse(out_)["articles"], 20);
}

TEST_F(CommandsTest, StatsOfNoIndexIsAnError) {
  EXPECT_EQ(run_with({"stats", "-d", path("none")}), ExitStatus::error);
  EXPECT_THAT(err_, HasSubstr("onrecord-index: "));
}

TEST_F(CommandsTest, FormatsListsFormatsAndKeys) {
  EXPECT_EQ(run_with({"formats"}), ExitStatus::done);
  EXPECT_THAT(out_, HasSubstr("jsonl"));
  EXPECT_THAT(out_, HasSubstr("date_publish"));
}

}  // namespace
}  // namespace onrecord
