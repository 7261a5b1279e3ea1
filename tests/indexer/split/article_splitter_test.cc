// SPDX-License-Identifier: GPL-3.0-or-later
// Whole texts to articles: the cases of cases/*.txt (see cases/README.md), the map to the source,
// and behaviour on hostile input.
#include "indexer/split/article_splitter.h"

#include <gmock/gmock.h>

#include "tests/indexer/split/split_cases.h"
#include "tests/indexer/split/tables.h"

namespace onrecord {
namespace {

using test::english;
using test::read_split_cases;
using test::SplitCase;
using test::texts_of;
using test::values_of;

/// Each paragraph's map leads to bytes of the record that hold the paragraph's own.
void expect_sound_map(const Article& article, const RawRecord& record) {
  for (const Paragraph& paragraph : article.paragraphs) {
    for (std::size_t i = 0; i < paragraph.source.size(); ++i) {
      const SourceRun& run = paragraph.source[i];
      const std::size_t end = i + 1 < paragraph.source.size() ? paragraph.source[i + 1].text_begin
                                                              : paragraph.text.size();
      ASSERT_LE(run.source_begin + (end - run.text_begin), record.text.size() + 8);
      const char own = paragraph.text[run.text_begin];
      const char there = record.text[run.source_begin];
      const bool same =
          own == there || own == ' ' || there == '&' || static_cast<unsigned char>(there) >= 0x80;
      EXPECT_TRUE(same) << paragraph.text << " at " << run.text_begin;
    }
  }
}

class SplitCases : public testing::TestWithParam<std::string> {};

TEST_P(SplitCases, GiveWhatTheySay) {
  for (const SplitCase& the_case : read_split_cases(test::case_file(GetParam()))) {
    SCOPED_TRACE(the_case.name);
    const auto articles = split_articles(the_case.record, english());
    const auto count = the_case.expected.find("articles");
    const std::string wanted = count == the_case.expected.end() ? "1" : count->second.front();
    EXPECT_EQ(std::to_string(articles.size()), wanted);
    if (articles.empty()) continue;
    for (const auto& [key, values] : the_case.expected) {
      if (key == "articles") continue;
      EXPECT_EQ(values_of(articles.front(), key), values) << key;
    }
    for (const Article& article : articles) expect_sound_map(article, the_case.record);
  }
}

INSTANTIATE_TEST_SUITE_P(Files, SplitCases,
                         testing::Values("headlines.txt", "heads.txt", "bodies.txt", "pages.txt",
                                         "records.txt", "several.txt"),
                         [](const auto& file) {
                           return file.param.substr(0, file.param.find('.'));
                         });

TEST(ArticleSplitter, AnEmptyTextHoldsNoArticle) {
  for (const char* text : {"", "\n\n", " \f ", "___"}) {
    RawRecord record;
    record.text = text;
    EXPECT_TRUE(split_articles(record, english()).empty()) << text;
  }
}

TEST(ArticleSplitter, LongTextWithoutALineEndStaysOneParagraph) {
  RawRecord record;
  while (record.text.size() < 4'000'000) record.text += "The talks stalled again- and again. ";
  const auto articles = split_articles(record, english());
  ASSERT_EQ(articles.size(), 1U);
  EXPECT_EQ(texts_of(articles[0], ParagraphKind::body).size(), 1U);
}

TEST(ArticleSplitter, ManyShortLinesAreReadInLinearTime) {
  RawRecord record;
  while (record.text.size() < 1'000'000) record.text += "12\nBy the\n\"(a-\n\f\n- x\n";
  EXPECT_LE(split_articles(record, english()).size(), 1U);
}

TEST(ArticleSplitter, EvidenceSaysWhereAFieldWasRead) {
  RawRecord record;
  record.kind = TextKind::plain;
  record.fields.source = "The Almer Courier";
  record.text =
      "Lake talks stall\n\nBy Ana Ruiz\n\nMarch 11, 2024\n\nThe talks on the lake of Almer stalled "
      "on "
      "Monday, the minister said, and nobody knows when they will go on.\n";
  const auto articles = split_articles(record, english(), Explain::yes);
  ASSERT_EQ(articles.size(), 1U);
  const auto& evidence = articles.front().evidence;
  EXPECT_THAT(evidence, testing::Contains(FieldEvidence{"byline", "head", "", ""}));
  EXPECT_THAT(evidence, testing::Contains(FieldEvidence{"headline", "head", "", ""}));
  EXPECT_THAT(evidence, testing::Contains(FieldEvidence{"source", "record", "", ""}));
  EXPECT_THAT(evidence, testing::Contains(FieldEvidence{"published", "head", "", ""}));
  EXPECT_TRUE(split_articles(record, english()).front().evidence.empty());
}

}  // namespace
}  // namespace onrecord
