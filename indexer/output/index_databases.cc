// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/output/index_databases.h"

#include <cstdlib>

#include "common/file.h"
#include "common/index_batches.h"
#include "common/index_layout.h"
#include "common/schema.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

/// Xapian inverts this many documents in memory at a time. More is slower, not faster: its maps
/// outgrow the caches (docs/index-format.md has the measurement).
constexpr const char* flush_threshold = "500";

int open_flags(IndexDatabases::Mode mode) {
  if (mode == IndexDatabases::Mode::update) return Xapian::DB_OPEN;
  return Xapian::DB_CREATE | Xapian::DB_NO_SYNC;
}

Xapian::WritableDatabase open_database(const fs::path& path, IndexDatabases::Mode mode) {
  // Read by Xapian at opening; there is no other way to set it. A user's own value stands.
  ::setenv("XAPIAN_FLUSH_THRESHOLD", flush_threshold, 0);
  return Xapian::WritableDatabase(path.string(), open_flags(mode) | Xapian::DB_BACKEND_GLASS);
}

std::string get(const Xapian::Database& database, std::string_view key) {
  return database.get_metadata(std::string(key));
}

void set(Xapian::WritableDatabase& database, std::string_view key, const std::string& value) {
  database.set_metadata(std::string(key), value);
}

/// Ends a transaction that may have ended already by failing.
void cancel(Xapian::WritableDatabase& database) {
  try {
    database.cancel_transaction();
  } catch (const Xapian::InvalidOperationError&) {
    // It was over.
  }
}

}  // namespace

IndexDatabases::IndexDatabases(const fs::path& index, Mode mode)
    : index_(index),
      mode_(mode),
      articles_(open_database(articles_database(index), mode)),
      quotes_(open_database(quotes_database(index), mode)),
      batch_(last_batch(articles_)) {
  for (std::string& language : split_words(get(articles_, languages_key))) {
    languages_.insert(std::move(language));
  }
  if (last_batch(quotes_) != batch_) remove_orphans();
  begin();
}

IndexDatabases::Found IndexDatabases::find(const std::string& article_id) const {
  const std::string term = id_term(article_id);
  if (!articles_.term_exists(term)) return {};
  const Xapian::docid number = *articles_.postlist_begin(term);
  return {number, articles_.get_document(number).get_data()};
}

Xapian::docid IndexDatabases::put(const Article& article, const BuiltDocuments& documents,
                                  Xapian::docid number) {
  // Also for a new article: a commit that was cut short may have left its quotes.
  quotes_.delete_document(article_term(article.id));
  for (const Xapian::Document& quote : documents.quotes) quotes_.add_document(quote);
  batch_articles_.push_back(article.id);
  if (!article.language.empty()) languages_.insert(article.language);
  if (number == 0) return articles_.add_document(documents.article);
  articles_.replace_document(number, documents.article);
  return number;
}

std::string IndexDatabases::template_lines() const {
  return get(articles_, template_lines_key);
}

void IndexDatabases::commit() {
  const std::string batch = std::to_string(batch_ + 1);
  const std::string format = std::to_string(index_format_version);
  const std::string languages = join_words({languages_.begin(), languages_.end()});
  set(quotes_, batch_articles_key, join_words(batch_articles_));
  for (Xapian::WritableDatabase* database : {&quotes_, &articles_}) {
    set(*database, format_key, format);
    set(*database, languages_key, languages);
    set(*database, batch_key, batch);
  }
  if (template_lines_) set(articles_, template_lines_key, *template_lines_);
  quotes_.commit_transaction();
  sync_after_commit(quotes_database(index_));
  articles_.commit_transaction();
  sync_after_commit(articles_database(index_));
  ++batch_;
  batch_articles_.clear();
  template_lines_.reset();
  begin();
}

void IndexDatabases::rollback() {
  cancel(quotes_);
  cancel(articles_);
  batch_articles_.clear();
  if (last_batch(quotes_) != batch_) remove_orphans();
  begin();
}

void IndexDatabases::close() {
  articles_.close();
  quotes_.close();
}

void IndexDatabases::begin() {
  quotes_.begin_transaction();
  articles_.begin_transaction();
}

void IndexDatabases::remove_orphans() {
  for (const std::string& term : terms_of_missing_articles(articles_, quotes_)) {
    quotes_.delete_document(term);
  }
  set(quotes_, batch_key, std::to_string(batch_));
  set(quotes_, batch_articles_key, "");
  quotes_.commit();
}

/// Xapian syncs the files of a commit but not the rename that makes it the current one.
void IndexDatabases::sync_after_commit(const fs::path& database) const {
  if (mode_ == Mode::update) sync(database);
}

}  // namespace onrecord
