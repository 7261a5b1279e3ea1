// SPDX-License-Identifier: GPL-3.0-or-later
// The writer is killed at random moments, half of which fall into a commit: what it had committed
// must be there, and the same run again must complete the index. ONRECORD_KILLS and ONRECORD_SEED
// in the environment make it longer or repeat it.
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <random>
#include <set>
#include <thread>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/stored_article.h"
#include "indexer/output/index_writer.h"
#include "tests/support/sample_article.h"
#include "tests/support/temporary_folder.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

constexpr int articles_in_all = 120;
constexpr std::size_t batch = 5;

int number_from(const char* variable, int otherwise) {
  const char* value = std::getenv(variable);
  return value == nullptr ? otherwise : std::atoi(value);
}

void build_empty(const fs::path& index) {
  IndexWriter writer(index, IndexWriter::Mode::build);
  writer.finish();
  writer.publish();
}

void add_all(const fs::path& index, int report_to) {
  BatchLimits limits;
  limits.articles = batch;
  IndexWriter writer(index, IndexWriter::Mode::add, limits);
  for (int i = 0; i < articles_in_all; ++i) {
    writer.add(small_article(i));
    if (report_to >= 0 && ::write(report_to, &i, sizeof i) != sizeof i) return;
  }
  writer.finish();
}

/// Starts a writer and kills it after `wait`. Returns how many articles it had taken.
int write_and_die(const fs::path& index, std::chrono::microseconds wait) {
  int ends[2];
  EXPECT_EQ(::pipe(ends), 0);
  const pid_t writer = ::fork();
  if (writer == 0) {
    ::close(ends[0]);
    add_all(index, ends[1]);
    ::_exit(0);
  }
  ::close(ends[1]);
  std::this_thread::sleep_for(wait);
  ::kill(writer, SIGKILL);
  ::waitpid(writer, nullptr, 0);
  int taken = 0;
  for (int i = 0; ::read(ends[0], &i, sizeof i) == sizeof i;) taken = i + 1;
  ::close(ends[0]);
  return taken;
}

struct State {
  std::set<std::string> articles;
  std::multiset<std::string> quoted_articles;  ///< The article of each quote.
};

State state_of(const fs::path& index) {
  State state;
  const Xapian::Database articles(articles_database(index).string());
  for (auto it = articles.postlist_begin(""); it != articles.postlist_end(""); ++it) {
    const auto article = decode_article(articles.get_document(*it).get_data());
    EXPECT_TRUE(article);
    EXPECT_TRUE(state.articles.insert(article->id).second) << "twice: " << article->id;
  }
  const Xapian::Database quotes(quotes_database(index).string());
  for (auto it = quotes.postlist_begin(""); it != quotes.postlist_end(""); ++it) {
    const auto quote = decode_quote(quotes.get_document(*it).get_data());
    EXPECT_TRUE(quote);
    state.quoted_articles.insert(quote->article_id);
  }
  return state;
}

TEST(IndexKill, CommittedArticlesSurviveAndTheSameRunCompletes) {
  const int seed = number_from("ONRECORD_SEED", static_cast<int>(std::random_device()()));
  RecordProperty("seed", seed);
  SCOPED_TRACE("ONRECORD_SEED=" + std::to_string(seed));
  std::mt19937 random(static_cast<unsigned>(seed));
  std::uniform_int_distribution<int> microseconds(1'000, 300'000);
  const TemporaryFolder folder;
  const fs::path index = folder / "news";
  build_empty(index);
  for (int kill = 0; kill < number_from("ONRECORD_KILLS", 5); ++kill) {
    const int taken = write_and_die(index, std::chrono::microseconds(microseconds(random)));
    const State state = state_of(index);
    const int committed = taken / static_cast<int>(batch) * static_cast<int>(batch);
    for (int i = 0; i < committed; ++i) {
      EXPECT_TRUE(state.articles.contains(small_article(i).id)) << "lost: " << i;
    }
    for (const std::string& id : state.articles) {
      EXPECT_EQ(state.quoted_articles.count(id), 1U) << "quotes of " << id;
    }
    if (state.articles.size() == std::size_t{articles_in_all}) build_empty(index);
  }
  add_all(index, -1);
  const State state = state_of(index);
  EXPECT_EQ(state.articles.size(), static_cast<std::size_t>(articles_in_all));
  EXPECT_EQ(state.quoted_articles.size(), static_cast<std::size_t>(articles_in_all));
}

}  // namespace
}  // namespace onrecord
