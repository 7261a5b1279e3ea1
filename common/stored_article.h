// SPDX-License-Identifier: GPL-3.0-or-later
// What the index keeps beside its terms: whole articles, and quotes with all that a hit shows.
//
// One version byte, an XXH3 checksum of the rest, then the fields in the order of
// stored_article.cc. Xapian has no checksums of its own: what was damaged on the disk is found
// here, at reading.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/result.h"

namespace onrecord {

/// A paragraph that a quote runs through.
struct QuoteContext {
  std::uint32_t paragraph = 0;  ///< Index into the article's paragraphs.
  std::string text;
  bool operator==(const QuoteContext&) const = default;
};

/// A quote with what a hit shows, so that the article need not be read.
struct StoredQuote {
  Quote quote;  ///< `where` points into `context`; `person` and `organization` are empty.
  std::vector<QuoteContext> context;
  std::vector<std::string> people;  ///< Names of those mentioned in the context.
  std::string article_id;
  std::string headline;
  std::optional<Published> published;
  std::string source;
  std::string agency;
  std::string section;
  std::string language;
  std::string url;
  std::string path;
  std::uint64_t record = 1;  ///< Number inside the file, as in Origin.
  bool operator==(const StoredQuote&) const = default;
};

StoredQuote make_stored_quote(const Article& article, const Quote& quote);

std::string encode(const Article& article);
std::string encode(const StoredQuote& quote);

/// A hash of all that is stored. It does not depend on `article.fingerprint`, is never 0, and is
/// another one in an index of another version.
std::uint64_t fingerprint_of(const Article& article);

/// The fingerprint in the stored form of an article; 0 if that is damaged or foreign.
std::uint64_t stored_fingerprint(std::string_view bytes);

/// Damaged or foreign bytes are an error; what is returned has all its mentions and indices inside
/// the article.
Result<Article> decode_article(std::string_view bytes);
Result<StoredQuote> decode_quote(std::string_view bytes);

}  // namespace onrecord
