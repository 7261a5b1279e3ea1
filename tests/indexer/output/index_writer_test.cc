// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/output/index_writer.h"

#include <fstream>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/article_text.h"
#include "common/content_id.h"
#include "common/stored_article.h"
#include "tests/support/sample_article.h"
#include "tests/support/temporary_folder.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

/// Everything that an index holds, by id.
struct Content {
  std::map<std::string, Article> articles;
  std::map<std::string, StoredQuote> quotes;
};

Content content_of(const fs::path& index) {
  Content content;
  const Xapian::Database articles(articles_database(index).string());
  for (auto it = articles.postlist_begin(""); it != articles.postlist_end(""); ++it) {
    auto article = decode_article(articles.get_document(*it).get_data());
    EXPECT_TRUE(article);
    if (!article) continue;
    EXPECT_NE(std::exchange(article->fingerprint, 0), 0U);
    EXPECT_TRUE(content.articles.emplace(article->id, *article).second);
  }
  const Xapian::Database quotes(quotes_database(index).string());
  for (auto it = quotes.postlist_begin(""); it != quotes.postlist_end(""); ++it) {
    const auto quote = decode_quote(quotes.get_document(*it).get_data());
    EXPECT_TRUE(quote);
    if (!quote) continue;
    EXPECT_TRUE(content.quotes.emplace(quote->quote.id, *quote).second);
  }
  return content;
}

/// The content must be exactly these articles with their quotes.
void expect_content(const fs::path& index, const std::vector<Article>& expected) {
  const Content content = content_of(index);
  std::size_t quotes = 0;
  for (const Article& article : expected) {
    const auto found = content.articles.find(article.id);
    ASSERT_NE(found, content.articles.end()) << article.id;
    EXPECT_EQ(found->second, article);
    quotes += article.quotes.size();
    for (const Quote& quote : article.quotes) EXPECT_TRUE(content.quotes.contains(quote.id));
  }
  EXPECT_EQ(content.articles.size(), expected.size());
  EXPECT_EQ(content.quotes.size(), quotes);
}

std::vector<Article> small_articles(int from, int to) {
  std::vector<Article> articles;
  for (int i = from; i < to; ++i) articles.push_back(small_article(i));
  return articles;
}

std::vector<AddOutcome> write(IndexWriter& writer, const std::vector<Article>& articles) {
  std::vector<AddOutcome> outcomes;
  for (const Article& article : articles) outcomes.push_back(writer.add(Article(article)));
  writer.finish();
  return outcomes;
}

std::vector<AddOutcome> build(const fs::path& index, const std::vector<Article>& articles) {
  IndexWriter writer(index, IndexWriter::Mode::build);
  const auto outcomes = write(writer, articles);
  writer.publish();
  return outcomes;
}

std::vector<AddOutcome> add(const fs::path& index, const std::vector<Article>& articles,
                            BatchLimits limits = {}) {
  IndexWriter writer(index, IndexWriter::Mode::add, limits);
  return write(writer, articles);
}

/// The message of the IndexError that `action` throws.
template <typename Action>
std::string error_of(Action action) {
  try {
    action();
  } catch (const IndexError& error) {
    return error.what();
  }
  return "no error";
}

TEST(IndexWriter, BuildsWhatWasAdded) {
  const TemporaryFolder folder;
  const auto articles = small_articles(0, 30);
  build(folder / "news", articles);
  expect_content(folder / "news", articles);
  const auto manifest = read_manifest(folder / "news");
  ASSERT_TRUE(manifest) << manifest.error().message;
  EXPECT_EQ(manifest->articles, 30U);
  EXPECT_EQ(manifest->quotes, 30U);
  EXPECT_THAT(manifest->languages, ElementsAre("en"));
}

TEST(IndexWriter, LeavesNothingBesideTheIndex) {
  const TemporaryFolder folder;
  build(folder / "news/", small_articles(0, 3));
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder.path())) {
    names.push_back(entry.path().filename().string());
  }
  EXPECT_THAT(names, ElementsAre("news"));
}

TEST(IndexWriter, BuildReplacesTheOldIndexOnlyWhenComplete) {
  const TemporaryFolder folder;
  const auto before = small_articles(0, 5);
  const auto after = small_articles(5, 9);
  build(folder / "news", before);
  {
    IndexWriter stopped(folder / "news", IndexWriter::Mode::build);
    stopped.add(small_article(5));
    stopped.finish();
  }
  expect_content(folder / "news", before);
  build(folder / "news", after);
  expect_content(folder / "news", after);
}

TEST(IndexWriter, AddingAgainChangesNothing) {
  const TemporaryFolder folder;
  const auto articles = small_articles(0, 10);
  build(folder / "news", articles);
  EXPECT_THAT(add(folder / "news", articles), testing::Each(AddOutcome::unchanged));
  expect_content(folder / "news", articles);
}

TEST(IndexWriter, AddsToWhatIsThere) {
  const TemporaryFolder folder;
  build(folder / "news", small_articles(0, 10));
  EXPECT_THAT(add(folder / "news", small_articles(8, 12)),
              ElementsAre(AddOutcome::unchanged, AddOutcome::unchanged, AddOutcome::added,
                          AddOutcome::added));
  expect_content(folder / "news", small_articles(0, 12));
  EXPECT_EQ(read_manifest(folder / "news")->articles, 12U);
}

TEST(IndexWriter, SameContentTwiceInOneRunIsADuplicate) {
  const TemporaryFolder folder;
  Article copy = small_article(1);
  copy.origin.path = "elsewhere/copy.txt";
  EXPECT_THAT(build(folder / "news", {small_article(1), copy}),
              ElementsAre(AddOutcome::added, AddOutcome::duplicate));
  expect_content(folder / "news", {small_article(1)});
  EXPECT_THAT(add(folder / "news", {small_article(1), copy}),
              ElementsAre(AddOutcome::unchanged, AddOutcome::duplicate));
}

TEST(IndexWriter, NewAnalysisReplacesTheOldOneAndItsQuotes) {
  const TemporaryFolder folder;
  Article article = sample_article();
  build(folder / "news", {article, small_article(1)});
  article.quotes.pop_back();
  article.quotes[0].text = "We signed";
  article.people.pop_back();
  set_quote_ids(article);
  EXPECT_THAT(add(folder / "news", {article}), ElementsAre(AddOutcome::updated));
  expect_content(folder / "news", {article, small_article(1)});
}

TEST(IndexWriter, KnowsAnArticleByItsFingerprint) {
  const TemporaryFolder folder;
  Article article = small_article(0);
  article.fingerprint = 7;  // As it was read, with a line that was then taken out.
  build(folder / "news", {article});
  article.section = "Harbour";
  EXPECT_THAT(add(folder / "news", {article}), ElementsAre(AddOutcome::unchanged));
  article.fingerprint = 8;
  EXPECT_THAT(add(folder / "news", {article}), ElementsAre(AddOutcome::updated));
}

TEST(IndexWriter, KeepsTheTemplateLinesWhereSomethingChanged) {
  const TemporaryFolder folder;
  const auto add_with = [&](const std::vector<Article>& articles, const std::string& lines,
                            BatchLimits limits = {}) {
    IndexWriter writer(folder / "news", IndexWriter::Mode::add, limits);
    const std::string before = writer.template_lines();
    for (const Article& article : articles) writer.add(Article(article));
    writer.finish(lines);
    return before;
  };
  {
    IndexWriter writer(folder / "news", IndexWriter::Mode::build);
    EXPECT_EQ(writer.template_lines(), "");
    writer.add(small_article(0));
    writer.finish("built");
    writer.publish();
  }
  EXPECT_EQ(add_with({small_article(0)}, "unchanged"), "built");
  EXPECT_EQ(add_with({small_article(1)}, "one more"), "built");
  EXPECT_EQ(add_with(small_articles(2, 4), "at the end of a batch", {.articles = 2}), "one more");
  EXPECT_EQ(add_with({}, ""), "at the end of a batch");
}

TEST(IndexWriter, IdsAreTheSameAfterIndexingAgain) {
  const TemporaryFolder folder;
  build(folder / "one", {sample_article(), small_article(1)});
  build(folder / "two", {small_article(1), small_article(2), sample_article()});
  const Content one = content_of(folder / "one");
  const Content two = content_of(folder / "two");
  for (const auto& [id, quote] : one.quotes) EXPECT_EQ(two.quotes.at(id), quote);
}

TEST(IndexWriter, SmallBatchesGiveTheSameIndex) {
  const TemporaryFolder folder;
  build(folder / "news", {});
  BatchLimits limits;
  limits.articles = 3;
  add(folder / "news", small_articles(0, 10), limits);
  expect_content(folder / "news", small_articles(0, 10));
}

TEST(IndexWriter, UncommittedBatchIsGivenUp) {
  const TemporaryFolder folder;
  build(folder / "news", small_articles(0, 2));
  {
    BatchLimits limits;
    limits.articles = 2;
    IndexWriter writer(folder / "news", IndexWriter::Mode::add, limits);
    for (int i = 2; i < 5; ++i) writer.add(small_article(i));
  }
  expect_content(folder / "news", small_articles(0, 4));
}

/// As the death of a writer between its two commits leaves it: quotes are ahead.
void commit_only_quotes(const fs::path& index, const Article& article) {
  Xapian::WritableDatabase quotes(quotes_database(index).string(), Xapian::DB_OPEN);
  quotes.set_metadata(std::string(batch_key), "99");
  quotes.set_metadata(std::string(batch_articles_key), article.id + " " + small_article(0).id);
  for (const Xapian::Document& quote : DocumentBuilder().build(article).quotes) {
    quotes.add_document(quote);
  }
  quotes.commit();
}

TEST(IndexWriter, RemovesQuotesWithoutAnArticle) {
  const TemporaryFolder folder;
  build(folder / "news", small_articles(0, 2));
  commit_only_quotes(folder / "news", small_article(7));
  EXPECT_EQ(content_of(folder / "news").quotes.size(), 3U);
  add(folder / "news", {});
  expect_content(folder / "news", small_articles(0, 2));
}

TEST(IndexWriter, ReplayAfterACutCommitGivesNothingTwice) {
  const TemporaryFolder folder;
  build(folder / "news", small_articles(0, 2));
  commit_only_quotes(folder / "news", small_article(7));
  EXPECT_THAT(add(folder / "news", {small_article(7)}), ElementsAre(AddOutcome::added));
  auto expected = small_articles(0, 2);
  expected.push_back(small_article(7));
  expect_content(folder / "news", expected);
}

/// Builds documents that the database refuses: some at once, some only when it commits.
BuiltDocuments poisoned(const Article& article) {
  BuiltDocuments documents = DocumentBuilder().build(article);
  if (headline_of(article) == "Council sells parcel 3") {
    documents.article.add_term(std::string(200, '\0'));
  } else if (headline_of(article) == "Council sells parcel 5") {
    documents.quotes[0].add_term(std::string(300, 'x'));
  }
  return documents;
}

TEST(IndexWriter, OneBadArticleCostsOnlyItself) {
  const TemporaryFolder folder;
  IndexWriter writer(folder / "news", IndexWriter::Mode::build, {}, poisoned);
  write(writer, small_articles(0, 10));
  writer.publish();
  ASSERT_EQ(writer.refused().size(), 2U);
  EXPECT_EQ(writer.refused()[0].origin.path, "archive/3.txt");
  EXPECT_EQ(writer.refused()[1].origin.path, "archive/5.txt");
  auto good = small_articles(0, 10);
  good.erase(good.begin() + 5);
  good.erase(good.begin() + 3);
  expect_content(folder / "news", good);
}

TEST(IndexWriter, SecondWriterIsToldWhoIsFirst) {
  const TemporaryFolder folder;
  build(folder / "news", {});
  const IndexWriter first(folder / "news", IndexWriter::Mode::add);
  for (const auto mode : {IndexWriter::Mode::add, IndexWriter::Mode::build}) {
    const std::string error = error_of([&] { IndexWriter second(folder / "news", mode); });
    EXPECT_THAT(error, HasSubstr("another onrecord-index is writing"));
    EXPECT_THAT(error, HasSubstr((folder / "news").string()));
  }
}

TEST(IndexWriter, TwoBuildsOfOneNewIndexDoNotMix) {
  const TemporaryFolder folder;
  IndexWriter first(folder / "news", IndexWriter::Mode::build);
  EXPECT_THAT(error_of([&] { IndexWriter second(folder / "news", IndexWriter::Mode::build); }),
              HasSubstr("another onrecord-index is writing"));
  write(first, small_articles(0, 2));
  first.publish();
  expect_content(folder / "news", small_articles(0, 2));
}

TEST(IndexWriter, SaysWhatIsWrongWithTheFolder) {
  const TemporaryFolder folder;
  EXPECT_THAT(error_of([&] { IndexWriter(folder / "none", IndexWriter::Mode::add); }),
              HasSubstr("no such index"));
  fs::create_directory(folder / "letters");
  std::ofstream(folder / "letters/dear-ann.txt") << "Dear Ann";
  EXPECT_THAT(error_of([&] { IndexWriter(folder / "letters", IndexWriter::Mode::add); }),
              HasSubstr("not an index"));
  EXPECT_THAT(error_of([&] { IndexWriter(folder / "letters", IndexWriter::Mode::build); }),
              HasSubstr("not replaced"));
  EXPECT_TRUE(fs::exists(folder / "letters/dear-ann.txt"));
}

TEST(IndexWriter, RefusesAnotherFormatVersion) {
  const TemporaryFolder folder;
  build(folder / "news", {});
  Manifest manifest = *read_manifest(folder / "news");
  manifest.format_version = 99;
  write_manifest(folder / "news", manifest);
  EXPECT_THAT(error_of([&] { IndexWriter(folder / "news", IndexWriter::Mode::add); }),
              HasSubstr("index format 99"));
  // A build does not read the old index: it may replace it.
  EXPECT_THAT(build(folder / "news", small_articles(0, 1)), ElementsAre(AddOutcome::added));
}

TEST(IndexWriter, AManifestThatIsTooLargeIsNotParsed) {
  const TemporaryFolder folder;
  build(folder / "news", {});
  std::ofstream(manifest_file(folder / "news")) << std::string(1 << 20, '[');
  EXPECT_THAT(error_of([&] { IndexWriter(folder / "news", IndexWriter::Mode::add); }),
              HasSubstr("not a manifest: too large"));
}

TEST(IndexWriter, BuildFollowsALinkToTheIndex) {
  const TemporaryFolder folder;
  fs::create_directories(folder / "disk/news");
  fs::create_directory_symlink(folder / "disk/news", folder / "news");
  build(folder / "news", small_articles(0, 1));
  build(folder / "news", small_articles(0, 2));
  EXPECT_TRUE(fs::is_symlink(folder / "news"));
  expect_content(folder / "disk/news", small_articles(0, 2));
}

TEST(IndexWriter, EmptyFolderBecomesAnIndex) {
  const TemporaryFolder folder;
  fs::create_directory(folder / "news");
  build(folder / "news", small_articles(0, 1));
  expect_content(folder / "news", small_articles(0, 1));
}

}  // namespace
}  // namespace onrecord
