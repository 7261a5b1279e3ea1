// SPDX-License-Identifier: GPL-3.0-or-later
// Quotes are committed before their articles. Between the two commits, and after a crash between
// them, the last batch of quotes may have quotes whose articles are not there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace Xapian {
class Database;
}

namespace onrecord {

/// Number of the last batch that a database has.
std::uint64_t last_batch(const Xapian::Database& database);

/// Terms of such articles in the database of quotes: their quotes are not to be shown, and the next
/// writer removes them. Empty but for the moment of a commit and after a crash; then two look-ups
/// are all it takes.
std::vector<std::string> terms_of_missing_articles(const Xapian::Database& articles,
                                                   const Xapian::Database& quotes);

/// Term that the quotes of an article have.
std::string article_term(const std::string& article_id);

}  // namespace onrecord
