// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report.h"

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace onrecord {
namespace {

using testing::internal::CaptureStderr;
using testing::internal::GetCapturedStderr;

TEST(KindOfReason, LeavesOutParticulars) {
  EXPECT_EQ(kind_of_reason("not JSON: a string is not closed"), "not JSON");
  EXPECT_EQ(kind_of_reason("cannot be opened (No such file)"), "cannot be opened");
  EXPECT_EQ(kind_of_reason("empty"), "empty");
}

TEST(Report, TellsFileRecordReasonAndWhatWasDone) {
  Log log("onrecord-index", false);
  Report report(log, false, false);
  CaptureStderr();
  report.skipped("a.jsonl", 17, {"not JSON: a string is not closed"});
  report.skipped("b\x1b[2J.pdf", 0, {"PDF is not supported yet"});
  EXPECT_EQ(GetCapturedStderr(),
            "onrecord-index: a.jsonl: record 17: not JSON: a string is not closed; skipped\n"
            "onrecord-index: b\\x1b[2J.pdf: PDF is not supported yet; skipped\n");
}

TEST(Report, DoesNotRepeatItselfWithoutEndUnlessAsked) {
  Log log("p", false);
  for (const bool tell_all : {false, true}) {
    Report report(log, tell_all, false);
    CaptureStderr();
    for (int i = 0; i < 20; ++i) report.skipped("a", 0, {"empty"});
    const std::string text = GetCapturedStderr();
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), tell_all ? 20 : 6);
    EXPECT_EQ(report.counts().reasons.at("empty"), 20U);
  }
}

TEST(Report, WritesALineForEveryInputAndSkippedRecord) {
  const TemporaryFolder folder;
  Log log("p", false);
  Report report(log, false, true);
  ASSERT_TRUE(report.write_to(folder / "report.jsonl"));
  report.article(AddOutcome::unchanged);
  report.article(AddOutcome::added);
  report.record_done(1.5);
  report.skipped("a.jsonl", 2, {"no article text (keys: id)"});
  report.input_done("a.jsonl");
  report.skipped("b.pdf", 0, {"PDF is not supported yet"});
  report.input_done("b.pdf");
  report.article(std::nullopt);
  report.record_done(0.1);
  report.input_done("caf\xE9.txt");
  report.finish();
  std::stringstream written;
  written << std::ifstream(folder / "report.jsonl").rdbuf();
  EXPECT_EQ(written.str(),
            "{\"path\":\"a.jsonl\",\"record\":2,\"status\":\"rejected\","
            "\"reason\":\"no article text (keys: id)\"}\n"
            "{\"path\":\"a.jsonl\",\"status\":\"added\",\"reason\":\"no article text (keys: id)\","
            "\"articles\":2,\"skipped\":1,\"ms\":1}\n"
            "{\"path\":\"b.pdf\",\"status\":\"rejected\",\"reason\":\"PDF is not supported yet\","
            "\"articles\":0,\"skipped\":1,\"ms\":0}\n"
            "{\"path\":\"caf\uFFFD.txt\",\"status\":\"read\",\"reason\":null,"
            "\"articles\":1,\"skipped\":0,\"ms\":0}\n");
}

TEST(Report, CannotWriteWhereThereIsNoFolder) {
  Log log("p", false);
  Report report(log, false, true);
  EXPECT_FALSE(report.write_to("/no/such/folder/report.jsonl"));
}

TEST(SummaryText, CountsAndSortsReasons) {
  RunCounts counts;
  counts.inputs = 48211;
  counts.articles = 47903;
  counts.outcomes = {{AddOutcome::added, 47870}, {AddOutcome::duplicate, 33}};
  counts.skipped = 275;
  counts.reasons = {{"binary data", 64}, {"no article text", 211}};
  EXPECT_EQ(summary_text(counts, std::chrono::duration<double>(24.7)),
            "47,903 articles in 48,211 files, 47,870 added, 33 duplicate, 275 skipped; 24.7 s, "
            "1,939 articles/s\n"
            "         211  no article text\n"
            "          64  binary data\n");
}

}  // namespace
}  // namespace onrecord
