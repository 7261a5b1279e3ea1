// SPDX-License-Identifier: GPL-3.0-or-later
// Writes articles into an index: `build` makes a new one and puts it in the place of the old one
// when it is complete, `add` extends an existing one.
//
// Adding is idempotent by content ids: after a crash the same command again is all that is needed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "indexer/output/add_outcome.h"
#include "indexer/output/index_databases.h"
#include "indexer/output/index_folder.h"

namespace onrecord {

/// A batch is committed when it holds as much.
struct BatchLimits {
  std::size_t stored_bytes = 32U << 20U;  ///< Of articles as stored: bounds the memory held.
  std::size_t articles = 20'000;
};

/// An article that the index would not take.
struct RefusedArticle {
  Origin origin;
  std::string reason;
};

class IndexWriter {
 public:
  enum class Mode {
    build,  ///< A new index; `publish` replaces the old one.
    add,    ///< The existing index; every batch is visible when it is committed.
  };
  using Builder = std::function<BuiltDocuments(const Article&)>;

  /// Throws IndexError: no index, another format version, locked, not an index directory. `builder`
  /// is for tests.
  IndexWriter(const std::filesystem::path& index, Mode mode, BatchLimits limits = {},
              Builder builder = {});

  /// Gives up what was not committed; a build that was not published leaves nothing behind.
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  /// As the last run left them; nothing in a new index.
  std::string template_lines() const { return databases_->template_lines(); }

  /// Throws IndexError. An article that the database refuses costs only itself and is in
  /// `refused()` after the commit. Articles are compared by their fingerprint.
  AddOutcome add(Article&& article);

  /// Commits; an index that is added to has its manifest renewed. The template lines are kept where
  /// an article was added or updated.
  void finish(const std::string& template_lines = {});

  /// After `finish` of a build: compacts the new index and puts it in its place.
  void publish();

  const std::vector<RefusedArticle>& refused() const { return refused_; }

 private:
  AddOutcome place(const Article& article);
  void put(const Article& article, Xapian::docid number);
  void commit_batch();
  void commit_one_by_one();
  void mark_seen(Xapian::docid number);
  Manifest manifest() const;

  /// Runs `action`; Xapian's errors become IndexErrors.
  template <typename Action>
  auto guarded(Action action) -> decltype(action());

  std::filesystem::path index_;
  Mode mode_;
  BatchLimits limits_;
  Builder builder_;
  std::filesystem::path folder_;  ///< The index, or the folder that becomes it.
  std::unique_ptr<FolderLock> index_lock_;
  std::unique_ptr<FolderLock> build_lock_;
  std::unique_ptr<IndexDatabases> databases_;
  std::string created_;
  std::vector<std::string> batch_;  ///< Stored form of the articles since the last commit.
  std::size_t batch_bytes_ = 0;
  bool changed_ = false;    ///< An article was put.
  std::vector<bool> seen_;  ///< Numbers of the articles met in this run.
  std::vector<RefusedArticle> refused_;
};

}  // namespace onrecord
