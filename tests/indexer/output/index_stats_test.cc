// SPDX-License-Identifier: GPL-3.0-or-later
// Of common/index_stats; here because it takes the writer to make an index.
#include "common/index_stats.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/output/index_writer.h"
#include "tests/support/sample_article.h"
#include "tests/support/temporary_folder.h"

namespace onrecord {
namespace {

using testing::HasSubstr;

void build(const std::filesystem::path& index, const std::vector<Article>& articles) {
  IndexWriter writer(index, IndexWriter::Mode::build);
  for (const Article& article : articles) writer.add(Article(article));
  writer.finish();
  writer.publish();
}

TEST(IndexStats, CountsWhatTheIndexHolds) {
  const TemporaryFolder folder;
  Article undated = small_article(1);
  undated.published.reset();
  undated.quotes[0].speaker.clear();
  build(folder / "news", {sample_article(), undated, small_article(2), small_article(4)});
  const auto stats = read_stats(folder / "news");
  ASSERT_TRUE(stats) << stats.error().message;
  EXPECT_EQ(stats->articles, 4U);
  EXPECT_EQ(stats->quotes, 5U);
  EXPECT_EQ(stats->quotes_with_speaker, 4U);
  EXPECT_EQ(stats->people, 3U);  // Mara K. Lindqvist, Mara Lindqvist, Tom O'Hale
  EXPECT_EQ(stats->places, 2U);
  EXPECT_EQ(stats->organizations, 1U);
  EXPECT_EQ(stats->sources, 2U);
  EXPECT_EQ(stats->undated, 1U);
  EXPECT_EQ(stats->first_date, "2002-03-03");
  EXPECT_EQ(stats->last_date, "2021-03-04");
  EXPECT_GT(stats->bytes, 10'000U);
}

TEST(IndexStats, ArePrintedAsTextAndJson) {
  const TemporaryFolder folder;
  build(folder / "news", {sample_article()});
  auto stats = *read_stats(folder / "news");
  stats.articles = 1'048'279;
  EXPECT_THAT(to_text(stats), HasSubstr("articles       1,048,279\n"));
  EXPECT_THAT(to_text(stats), HasSubstr("(speaker known: 100 %)"));
  const auto json = nlohmann::json::parse(to_json(stats));
  EXPECT_EQ(json["articles"], 1'048'279);
  EXPECT_EQ(json["first_date"], "2021-03-04");
}

TEST(IndexStats, EmptyIndexHasNoDates) {
  const TemporaryFolder folder;
  build(folder / "news", {});
  const auto stats = read_stats(folder / "news");
  ASSERT_TRUE(stats) << stats.error().message;
  EXPECT_EQ(stats->articles, 0U);
  EXPECT_THAT(to_text(*stats), HasSubstr("dates          none\n"));
}

TEST(IndexStats, WhatIsNoIndexIsAnError) {
  const TemporaryFolder folder;
  EXPECT_THAT(read_stats(folder / "none").error().message, HasSubstr("no such index"));
  build(folder / "news", {sample_article()});
  std::filesystem::remove(folder / "news/quotes/iamglass");
  EXPECT_FALSE(read_stats(folder / "news"));
}

}  // namespace
}  // namespace onrecord
