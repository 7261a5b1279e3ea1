// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/output/index_writer.h"

#include <cassert>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "common/file.h"
#include "common/schema.h"
#include "common/stored_article.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

std::string message_of(const fs::path& index, const Xapian::Error& error) {
  std::string message = fmt::format("{}: {}", index.string(), error.get_msg());
  if (error.get_error_string() != nullptr) {
    message += fmt::format(" ({})", error.get_error_string());
  }
  return message + "; what was committed before stays";
}

/// A fault of the database or the disk, which the next article would meet as well, as opposed to
/// something in an article that the database will not take.
bool ends_the_run(const Xapian::Error& error) {
  return std::string_view(error.get_type()).starts_with("Database");
}

/// The folder itself, so that "news/", "." and a link to another disk have a place beside them.
fs::path resolved(const fs::path& index) {
  if (fs::exists(index)) return fs::canonical(index);
  return index.has_filename() ? index : index.parent_path();
}

/// Makes the folder for a build, empty, and takes it.
std::unique_ptr<FolderLock> take_build_folder(const fs::path& folder, const fs::path& index) {
  fs::create_directories(folder);
  auto lock = std::make_unique<FolderLock>(folder, index);
  // Left over by a build that was killed.
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) fs::remove_all(entry);
  return lock;
}

void compact(const fs::path& database) {
  fs::path compacted = database;
  compacted += ".compact";
  {
    const Xapian::Database source(database.string());
    Xapian::Database(source).compact(compacted.string());
  }
  fs::remove_all(database);
  fs::rename(compacted, database);
}

}  // namespace

IndexWriter::IndexWriter(const fs::path& index, Mode mode, BatchLimits limits, Builder builder)
    : index_(resolved(index)),
      mode_(mode),
      limits_(limits),
      builder_(std::move(builder)),
      folder_(mode == Mode::build ? folder_for_build(index_) : index_),
      created_(now_iso()) {
  if (!builder_) {
    builder_ = [documents = std::make_shared<DocumentBuilder>()](const Article& article) {
      return documents->build(article);
    };
  }
  if (mode_ == Mode::build) {
    check_replaceable(index_);
    if (fs::exists(index_)) index_lock_ = std::make_unique<FolderLock>(index_, index_);
    build_lock_ = take_build_folder(folder_, index_);
  } else {
    const auto old = read_manifest(index_);
    if (!old) throw IndexError(old.error().message);
    created_ = old->created;
    index_lock_ = std::make_unique<FolderLock>(index_, index_);
  }
  guarded([&] {
    databases_ = std::make_unique<IndexDatabases>(folder_, mode_ == Mode::build
                                                               ? IndexDatabases::Mode::create
                                                               : IndexDatabases::Mode::update);
  });
}

IndexWriter::~IndexWriter() {
  databases_.reset();
  std::error_code ignored;
  if (mode_ == Mode::build) fs::remove_all(folder_for_build(index_), ignored);
}

AddOutcome IndexWriter::add(Article&& article) {
  if (article.fingerprint == 0) article.fingerprint = fingerprint_of(article);
  return guarded([&] {
    const AddOutcome outcome = place(article);
    if (batch_bytes_ >= limits_.stored_bytes || batch_.size() >= limits_.articles) commit_batch();
    return outcome;
  });
}

void IndexWriter::finish(const std::string& template_lines) {
  guarded([&] {
    if (changed_) databases_->set_template_lines(template_lines);
    if (changed_ && batch_.empty()) databases_->commit();
    commit_batch();
  });
  if (mode_ == Mode::add) write_manifest(folder_, manifest());
}

void IndexWriter::publish() {
  assert(mode_ == Mode::build && batch_.empty());
  const Manifest complete = manifest();
  guarded([&] {
    databases_->close();
    databases_.reset();
    compact(articles_database(folder_));
    compact(quotes_database(folder_));
  });
  sync_all(folder_);
  write_manifest(folder_, complete);
  swap_folders(folder_, index_);
}

AddOutcome IndexWriter::place(const Article& article) {
  assert(!article.id.empty());
  const IndexDatabases::Found found = databases_->find(article.id);
  if (found.number == 0) {
    put(article, 0);
    return AddOutcome::added;
  }
  if (found.number < seen_.size() && seen_[found.number]) return AddOutcome::duplicate;
  if (stored_fingerprint(found.stored) == article.fingerprint) {
    mark_seen(found.number);
    return AddOutcome::unchanged;
  }
  put(article, found.number);
  return AddOutcome::updated;
}

void IndexWriter::put(const Article& article, Xapian::docid number) {
  changed_ = true;
  const BuiltDocuments documents = builder_(article);
  batch_.push_back(documents.article.get_data());
  batch_bytes_ += batch_.back().size();
  try {
    mark_seen(databases_->put(article, documents, number));
  } catch (const Xapian::Error& error) {
    if (ends_the_run(error)) throw;
    commit_one_by_one();
  }
}

void IndexWriter::commit_batch() {
  if (batch_.empty()) return;
  try {
    databases_->commit();
  } catch (const Xapian::Error& error) {
    if (ends_the_run(error)) throw;
    commit_one_by_one();
  }
  batch_.clear();
  batch_bytes_ = 0;
}

/// One article can make a whole batch fail, and only at its commit: Xapian learns then that a term
/// with many NULs makes too long a key. So the batch is put again, each article for itself.
void IndexWriter::commit_one_by_one() {
  databases_->rollback();
  const std::vector<std::string> batch = std::exchange(batch_, {});
  batch_bytes_ = 0;
  for (const std::string& stored : batch) {
    const auto article = decode_article(stored);
    assert(article);
    try {
      const Xapian::docid number = databases_->find(article->id).number;
      mark_seen(databases_->put(*article, builder_(*article), number));
      databases_->commit();
    } catch (const Xapian::Error& error) {
      if (ends_the_run(error)) throw;
      databases_->rollback();
      refused_.push_back({article->origin, error.get_msg()});
    }
  }
}

void IndexWriter::mark_seen(Xapian::docid number) {
  if (seen_.size() <= number) seen_.resize(number + 1);
  seen_[number] = true;
}

Manifest IndexWriter::manifest() const {
  Manifest manifest;
  manifest.format_version = index_format_version;
  manifest.program = "onrecord-index " ONRECORD_VERSION;
  manifest.created = created_;
  manifest.updated = now_iso();
  manifest.articles = databases_->article_count();
  manifest.quotes = databases_->quote_count();
  manifest.languages = {databases_->languages().begin(), databases_->languages().end()};
  return manifest;
}

template <typename Action>
auto IndexWriter::guarded(Action action) -> decltype(action()) {
  try {
    return action();
  } catch (const Xapian::DatabaseLockError&) {
    throw IndexError(fmt::format("{}: another program is writing this index", index_.string()));
  } catch (const Xapian::Error& error) {
    throw IndexError(message_of(index_, error));
  }
}

}  // namespace onrecord
