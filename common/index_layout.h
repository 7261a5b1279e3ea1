// SPDX-License-Identifier: GPL-3.0-or-later
// Where things are in an index directory and what its databases say about themselves.
//
//   INDEX/articles/       Xapian database, one document an article
//   INDEX/quotes/         Xapian database, one document a quote
//   INDEX/onrecord.json   manifest: format version, program, when, counts; written last
//
// docs/index-format.md describes terms, slots and stored bytes, and why there are two databases.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace onrecord {

std::filesystem::path articles_database(const std::filesystem::path& index);
std::filesystem::path quotes_database(const std::filesystem::path& index);
std::filesystem::path manifest_file(const std::filesystem::path& index);

// Keys of Xapian metadata. They are set in both databases, in the commit that they describe.

/// `index_format_version` in decimal.
inline constexpr std::string_view format_key = "onrecord:format";
/// Language codes of the articles, sorted, a blank between: what queries are stemmed by.
inline constexpr std::string_view languages_key = "onrecord:languages";
/// Only in `articles`: what was counted of the lines of hosts' templates
/// (indexer/template_lines.h).
inline constexpr std::string_view template_lines_key = "onrecord:template-lines";
/// Number of the last batch. Quotes are committed before articles: while the number in `quotes` is
/// larger, its last batch holds quotes whose articles are not there (yet).
inline constexpr std::string_view batch_key = "onrecord:batch";
/// Only in `quotes`: ids of the articles of the last batch, a blank between. If the numbers differ,
/// these are the only ones that may be missing.
inline constexpr std::string_view batch_articles_key = "onrecord:batch-articles";

std::vector<std::string> split_words(std::string_view blank_separated);
std::string join_words(const std::vector<std::string>& words);

/// The manifest, as of the last complete run. The databases themselves know the exact counts.
struct Manifest {
  int format_version = 0;
  std::string program;  ///< "onrecord-index 0.1.0": who wrote last.
  std::string created;  ///< ISO 8601, UTC.
  std::string updated;
  std::uint64_t articles = 0;
  std::uint64_t quotes = 0;
  std::vector<std::string> languages;
};

std::string to_json(const Manifest& manifest);
Result<Manifest> parse_manifest(std::string_view json);

/// Reads the manifest of an index. No such folder, no manifest in it, or another format version: an
/// error that says what to do.
Result<Manifest> read_manifest(const std::filesystem::path& index);

}  // namespace onrecord
