// SPDX-License-Identifier: GPL-3.0-or-later
// The two databases of an index under one writer: what is added becomes visible, and lasting, batch
// by batch, quotes before their articles.
//
// A transaction of Xapian covers one database. Every batch has a number, which both databases keep;
// a crash between the two commits leaves the number of `quotes` ahead, and the next writer removes
// what has no article. Nothing is lost by it: whoever adds the archive again adds the articles.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/output/document_builder.h"

namespace onrecord {

class IndexDatabases {
 public:
  enum class Mode {
    create,  ///< New databases in an empty folder; synced by the caller at the end.
    update,  ///< Existing ones; every commit is on the disk when it returns.
  };

  /// Xapian's errors come through from all members.
  IndexDatabases(const std::filesystem::path& index, Mode mode);

  struct Found {
    Xapian::docid number = 0;
    std::string stored;  ///< As `encode` made it.
  };

  /// The article of that id, committed or not; number 0 if there is none.
  Found find(const std::string& article_id) const;

  /// Adds an article with its quotes, or puts them in the place of article `number` and its quotes.
  /// Returns its number.
  Xapian::docid put(const Article& article, const BuiltDocuments& documents, Xapian::docid number);

  /// As committed last (index_layout.h).
  std::string template_lines() const;

  /// For the commits that follow.
  void set_template_lines(const std::string& lines) { template_lines_ = lines; }

  /// Commits what was put since the last commit. If it throws, `rollback`.
  void commit();

  /// Forgets what was put since the last commit.
  void rollback();

  Xapian::doccount article_count() const { return articles_.get_doccount(); }
  Xapian::doccount quote_count() const { return quotes_.get_doccount(); }
  const std::set<std::string>& languages() const { return languages_; }

  /// Closes the databases; commits nothing.
  void close();

 private:
  void begin();
  void remove_orphans();
  void sync_after_commit(const std::filesystem::path& database) const;

  std::filesystem::path index_;
  Mode mode_;
  Xapian::WritableDatabase articles_;
  Xapian::WritableDatabase quotes_;
  std::uint64_t batch_ = 0;                  ///< Number of the last committed batch.
  std::vector<std::string> batch_articles_;  ///< Ids put since then.
  std::set<std::string> languages_;
  std::optional<std::string> template_lines_;  ///< To be committed.
};

}  // namespace onrecord
