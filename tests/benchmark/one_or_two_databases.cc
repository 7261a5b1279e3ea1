// SPDX-License-Identifier: GPL-3.0-or-later
// Articles and quotes in two databases, or in one with a term that tells them apart?
//
//   one_or_two_databases DATA WORK KILLS ARCHIVE...
//
// DATA is the folder with language packs and gazetteer, WORK an empty folder, ARCHIVE any input of
// onrecord-index. Indexes the archive both ways and compares ranking of known items, size, time to
// index and to search, and what KILLS kills of the writer leave behind. Prints a table of tabs;
// docs/index-format.md holds one and the decision. The layout with one database exists only here.
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <thread>

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/article_text.h"
#include "common/file.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "indexer/analyse.h"
#include "indexer/output/index_databases.h"
#include "indexer/reader/open_input.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t batch_articles = 5'000;
const std::string article_kind = "XKINDa";
const std::string quote_kind = "XKINDq";

// --- the two layouts ---

/// What both have in common: articles go in, documents can be searched.
class Layout {
 public:
  virtual ~Layout() = default;
  virtual void put(const Article& article, const BuiltDocuments& documents) = 0;
  virtual void commit() = 0;
};

class TwoDatabases final : public Layout {
 public:
  TwoDatabases(const fs::path& folder, IndexDatabases::Mode mode) : databases_(folder, mode) {}

  void put(const Article& article, const BuiltDocuments& documents) override {
    databases_.put(article, documents, databases_.find(article.id).number);
  }

  void commit() override { databases_.commit(); }

 private:
  IndexDatabases databases_;
};

class OneDatabase final : public Layout {
 public:
  OneDatabase(const fs::path& folder, IndexDatabases::Mode mode)
      : folder_(folder / "all"),
        mode_(mode),
        database_(folder_.string(), mode == IndexDatabases::Mode::create
                                        ? Xapian::DB_CREATE | Xapian::DB_NO_SYNC
                                        : Xapian::DB_OPEN) {
    database_.begin_transaction();
  }

  void put(const Article& article, const BuiltDocuments& documents) override {
    database_.delete_document("XA" + article.id);
    for (Xapian::Document quote : documents.quotes) {
      quote.add_boolean_term(quote_kind);
      database_.add_document(quote);
    }
    Xapian::Document document = documents.article;
    document.add_boolean_term(article_kind);
    database_.replace_document(id_term(article.id), document);
  }

  void commit() override {
    database_.commit_transaction();
    if (mode_ == IndexDatabases::Mode::update) sync(folder_);
    database_.begin_transaction();
  }

 private:
  fs::path folder_;
  IndexDatabases::Mode mode_;
  Xapian::WritableDatabase database_;
};

struct LayoutKind {
  std::string_view name;
  std::function<std::unique_ptr<Layout>(const fs::path&, IndexDatabases::Mode)> open;
  std::vector<std::string> databases;  ///< Of articles and of quotes, as folder names.
  bool kind_term = false;
};

const std::array layouts = {LayoutKind{"two databases",
                                       [](const fs::path& folder, IndexDatabases::Mode mode) {
                                         return std::make_unique<TwoDatabases>(folder, mode);
                                       },
                                       {"articles", "quotes"},
                                       false},
                            LayoutKind{"one database",
                                       [](const fs::path& folder, IndexDatabases::Mode mode) {
                                         return std::make_unique<OneDatabase>(folder, mode);
                                       },
                                       {"all", "all"},
                                       true}};

// --- measuring ---

void report(std::string_view layout, std::string_view what, double value, std::string_view unit) {
  fmt::print("{}\t{}\t{:.4g}\t{}\n", what, layout, value, unit);
  std::fflush(stdout);
}

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

template <typename Action>
double cpu_seconds_of(Action action) {
  const double begin = cpu_seconds();
  action();
  return cpu_seconds() - begin;
}

double megabytes_of(const fs::path& folder) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return static_cast<double>(bytes) / 1e6;
}

std::vector<Article> read_articles(const std::vector<std::string>& paths,
                                   const AnalysisData& data) {
  std::map<std::string, Article> articles;  // By id: the same text twice is one article.
  const ReadSettings settings;
  for (const std::string& path : paths) {
    const auto reader = open_input(path, settings);
    if (!reader) throw std::runtime_error(path + ": " + reader.error().message);
    while (true) {
      auto record = (*reader)->next();
      if (!record) continue;
      if (!*record) break;
      auto found = analyse(std::move(**record), data);
      if (!found) continue;
      for (Article& article : *found) {
        articles.try_emplace(article.id, std::move(article));
      }
    }
  }
  std::vector<Article> all;
  for (auto& [id, article] : articles) all.push_back(std::move(article));
  return all;
}

void compact(const fs::path& folder) {
  std::vector<fs::path> databases;
  for (const auto& entry : fs::directory_iterator(folder)) databases.push_back(entry.path());
  for (const fs::path& database : databases) {
    const fs::path target = database.string() + ".compact";
    Xapian::Database(database.string()).compact(target.string());
    fs::remove_all(database);
    fs::rename(target, database);
  }
}

void measure_indexing(const LayoutKind& kind, const fs::path& folder,
                      const std::vector<Article>& articles) {
  fs::create_directories(folder);
  DocumentBuilder builder;
  const double seconds = cpu_seconds_of([&] {
    const auto layout = kind.open(folder, IndexDatabases::Mode::create);
    for (std::size_t i = 0; i < articles.size(); ++i) {
      layout->put(articles[i], builder.build(articles[i]));
      if (i % batch_articles == batch_articles - 1) layout->commit();
    }
    layout->commit();
  });
  report(kind.name, "indexing", seconds, "CPU s");
  report(kind.name, "size before compaction", megabytes_of(folder), "MB");
  report(kind.name, "compaction", cpu_seconds_of([&] { compact(folder); }), "CPU s");
  report(kind.name, "size", megabytes_of(folder), "MB");
}

// --- ranking of known items ---

struct KnownItem {
  std::string id;
  std::vector<std::string> terms;
};

/// Up to `count` different words of a text, at random.
std::vector<std::string> some_terms(std::string_view text, std::size_t count,
                                    const Stemmer& stemmer, std::mt19937& random) {
  std::set<std::string> distinct;
  for (const IndexWord& word : index_words(text)) {
    distinct.insert(word.stems ? stemmer.term("", word.term) : word.term);
  }
  std::vector<std::string> terms(distinct.begin(), distinct.end());
  std::shuffle(terms.begin(), terms.end(), random);
  if (terms.size() > count) terms.resize(count);
  return terms;
}

constexpr std::size_t all_words = 1'000;

std::vector<KnownItem> article_items(const std::vector<Article>& articles, std::size_t words,
                                     bool of_headline) {
  constexpr std::size_t wanted = 2'000;
  const Stemmer stemmer("en");
  std::mt19937 random(1);
  std::vector<KnownItem> items;
  for (std::size_t i = 0; i < articles.size(); i += articles.size() / wanted + 1) {
    const std::string text =
        of_headline ? std::string(headline_of(articles[i])) : body_of(articles[i]);
    KnownItem item{articles[i].id, some_terms(text, words, stemmer, random)};
    if (!item.terms.empty()) items.push_back(std::move(item));
  }
  return items;
}

std::vector<KnownItem> quote_items(const std::vector<Article>& articles, std::size_t words) {
  constexpr std::size_t wanted = 2'000;
  const Stemmer stemmer("en");
  std::mt19937 random(1);
  std::vector<const Quote*> quotes;
  for (const Article& article : articles) {
    for (const Quote& quote : article.quotes) quotes.push_back(&quote);
  }
  std::vector<KnownItem> items;
  for (std::size_t i = 0; i < quotes.size(); i += quotes.size() / wanted + 1) {
    KnownItem item{quotes[i]->id, some_terms(quotes[i]->text, words, stemmer, random)};
    if (!item.terms.empty()) items.push_back(std::move(item));
  }
  return items;
}

Xapian::Query query_of(const KnownItem& item, const std::string& kind_term) {
  const Xapian::Query words(Xapian::Query::OP_OR, item.terms.begin(), item.terms.end());
  if (kind_term.empty()) return words;
  return {Xapian::Query::OP_FILTER, words, Xapian::Query(kind_term)};
}

double reciprocal_rank(const Xapian::Database& database, const Xapian::MSet& hits,
                       const std::string& id) {
  if (!database.term_exists(id_term(id))) return 0;
  const Xapian::docid wanted = *database.postlist_begin(id_term(id));
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
    if (*hit == wanted) return 1.0 / (hit.get_rank() + 1);
  }
  return 0;
}

/// Mean reciprocal rank among the first ten. `length_weight` is BM25's b.
double mean_reciprocal_rank(const Xapian::Database& database, const std::string& kind_term,
                            const std::vector<KnownItem>& items, double length_weight) {
  double sum = 0;
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BM25Weight(1, 0, 1, length_weight, 0.5));
  for (const KnownItem& item : items) {
    enquire.set_query(query_of(item, kind_term));
    sum += reciprocal_rank(database, enquire.get_mset(0, 10), item.id);
  }
  return sum / static_cast<double>(items.size());
}

void measure_ranking(std::string_view layout, std::string_view what,
                     const Xapian::Database& database, const std::string& kind_term,
                     const std::vector<KnownItem>& items) {
  constexpr double xapians_default = 0.5;
  double rank = 0;
  const double seconds = cpu_seconds_of(
      [&] { rank = mean_reciprocal_rank(database, kind_term, items, xapians_default); });
  report(layout, fmt::format("{}: MRR of {}", what, items.size()), rank, "");
  for (const double b : {0.1, 0.3, 0.7, 0.9}) {
    rank = std::max(rank, mean_reciprocal_rank(database, kind_term, items, b));
  }
  report(layout, fmt::format("{}: MRR with the best b of five", what), rank, "");
  report(layout, fmt::format("{}: search", what), seconds / static_cast<double>(items.size()) * 1e3,
         "CPU ms");
}

/// Counts the values of a facet over all hits.
class CountSpy final : public Xapian::MatchSpy {
 public:
  explicit CountSpy(std::uint32_t slot) : slot_(slot) {}

  void operator()(const Xapian::Document& document, double /*weight*/) override {
    const std::string encoded = document.get_value(slot_);
    for (const std::string_view value : decode_facet_values(encoded)) ++counts_[std::string(value)];
  }

 private:
  std::uint32_t slot_;
  std::map<std::string, int> counts_;
};

/// All quotes of each of the hundred most quoted people, newest first, with their sources counted.
void measure_quotes_by_speaker(const LayoutKind& kind, const Xapian::Database& quotes,
                               const std::vector<Article>& articles) {
  std::map<std::string, int> count;
  for (const Article& article : articles) {
    for (const Quote& quote : article.quotes) {
      if (!quote.speaker.empty()) ++count[name_term("XSP", quote.speaker)];
    }
  }
  std::vector<std::pair<int, std::string>> speakers;
  for (const auto& [term, times] : count) speakers.emplace_back(times, term);
  std::sort(speakers.rbegin(), speakers.rend());
  if (speakers.size() > 100) speakers.resize(100);
  if (speakers.empty()) return;
  constexpr int rounds = 20;
  const double seconds = cpu_seconds_of([&] {
    for (int round = 0; round < rounds; ++round) {
      for (const auto& [times, term] : speakers) {
        Xapian::Query query(term);
        if (kind.kind_term) query &= Xapian::Query(quote_kind);
        Xapian::Enquire enquire(quotes);
        enquire.set_query(query);
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.set_sort_by_value(date_slot, true);
        CountSpy spy(find_field("source")->facet_slot.value());
        enquire.add_matchspy(&spy);
        enquire.get_mset(0, 20, quotes.get_doccount());
      }
    }
  });
  report(kind.name, "quotes of one speaker by date, facet", seconds / rounds * 1e3 / 100, "CPU ms");
}

void measure_searching(const LayoutKind& kind, const fs::path& folder,
                       const std::vector<Article>& articles) {
  const Xapian::Database article_database((folder / kind.databases[0]).string());
  const Xapian::Database quote_database((folder / kind.databases[1]).string());
  const std::string article_term = kind.kind_term ? article_kind : "";
  const std::string quote_term = kind.kind_term ? quote_kind : "";
  measure_ranking(kind.name, "article by its headline", article_database, article_term,
                  article_items(articles, all_words, true));
  measure_ranking(kind.name, "article by 3 words of its headline", article_database, article_term,
                  article_items(articles, 3, true));
  measure_ranking(kind.name, "article by 5 words of its body", article_database, article_term,
                  article_items(articles, 5, false));
  measure_ranking(kind.name, "quote by its words", quote_database, quote_term,
                  quote_items(articles, all_words));
  measure_ranking(kind.name, "quote by 4 of its words", quote_database, quote_term,
                  quote_items(articles, 4));
  measure_quotes_by_speaker(kind, quote_database, articles);
}

// --- what a killed writer leaves ---

struct Found {
  int articles = 0;
  int quotes = 0;
  int orphans = 0;     ///< Quotes without their article.
  int incomplete = 0;  ///< Articles without all of their quotes.
  int duplicates = 0;  ///< Ids that are there twice.
};

Found inspect(const LayoutKind& kind, const fs::path& folder,
              const std::vector<Article>& articles) {
  const Xapian::Database article_database((folder / kind.databases[0]).string());
  const Xapian::Database quote_database((folder / kind.databases[1]).string());
  Found found;
  for (const Article& article : articles) {
    const auto copies = static_cast<int>(article_database.get_termfreq(id_term(article.id)));
    const auto quotes = static_cast<int>(quote_database.get_termfreq("XA" + article.id));
    const auto expected = static_cast<int>(article.quotes.size());
    found.articles += copies;
    found.quotes += quotes;
    if (copies > 1 || quotes > expected) ++found.duplicates;
    if (copies == 0) found.orphans += quotes;
    if (copies > 0 && quotes < expected) ++found.incomplete;
  }
  return found;
}

void write_in_small_batches(const LayoutKind& kind, const fs::path& folder,
                            const std::vector<Article>& articles, std::size_t begin) {
  DocumentBuilder builder;
  const auto layout = kind.open(folder, IndexDatabases::Mode::update);
  for (std::size_t i = begin; i < articles.size(); ++i) {
    layout->put(articles[i], builder.build(articles[i]));
    if (i % 20 == 19) layout->commit();
  }
  layout->commit();
}

void measure_kills(const LayoutKind& kind, const fs::path& folder,
                   const std::vector<Article>& articles, int kills) {
  const std::vector<Article> some(
      articles.begin(),
      articles.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(articles.size(), 400)));
  std::mt19937 random(7);
  std::uniform_int_distribution<int> milliseconds(1, 800);
  int cut_commits = 0;
  Found sum;
  for (int i = 0; i < kills; ++i) {
    fs::remove_all(folder);
    fs::create_directories(folder);
    kind.open(folder, IndexDatabases::Mode::create)->commit();
    const pid_t writer = ::fork();
    if (writer == 0) {
      write_in_small_batches(kind, folder, some, 0);
      ::_exit(0);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds(random)));
    ::kill(writer, SIGKILL);
    ::waitpid(writer, nullptr, 0);
    const Found found = inspect(kind, folder, some);
    sum.orphans += found.orphans;
    sum.incomplete += found.incomplete;
    sum.duplicates += found.duplicates;
    if (found.orphans > 0) ++cut_commits;
  }
  write_in_small_batches(kind, folder, some, 0);
  const Found end = inspect(kind, folder, some);
  report(kind.name, "kills", kills, "");
  report(kind.name, "kills between the two commits", cut_commits, "");
  report(kind.name, "orphan quotes after a kill, in all", sum.orphans, "");
  report(kind.name, "articles without all quotes after a kill", sum.incomplete, "");
  report(kind.name, "duplicates after a kill", sum.duplicates, "");
  report(kind.name, "after the same run again: articles missing",
         static_cast<double>(some.size()) - end.articles, "");
  report(kind.name, "after the same run again: orphans, incomplete, duplicates",
         end.orphans + end.incomplete + end.duplicates, "");
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() < 4) {
    fmt::print(stderr, "usage: one_or_two_databases DATA WORK KILLS ARCHIVE...\n");
    return 2;
  }
  const auto data = load_analysis_data(arguments[0]);
  if (!data) throw std::runtime_error(data.error().message);
  const fs::path work = arguments[1];
  const int kills = std::atoi(arguments[2].c_str());
  const auto articles = read_articles({arguments.begin() + 3, arguments.end()}, *data);
  std::size_t quotes = 0;
  for (const Article& article : articles) quotes += article.quotes.size();
  report("", "articles", static_cast<double>(articles.size()), "");
  report("", "quotes", static_cast<double>(quotes), "");
  for (const LayoutKind& kind : layouts) {
    const fs::path folder = work / fmt::format("layout-{}", kind.databases[0]);
    measure_indexing(kind, folder, articles);
    measure_searching(kind, folder, articles);
    measure_kills(kind, work / "killed", articles, kills);
  }
  return 0;
}

}  // namespace
}  // namespace onrecord

int main(int argc, char** argv) {
  try {
    return onrecord::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "one_or_two_databases: {}\n", error.what());
  } catch (const Xapian::Error& error) {
    fmt::print(stderr, "one_or_two_databases: {}\n", error.get_description());
  }
  return 1;
}
