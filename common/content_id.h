// SPDX-License-Identifier: GPL-3.0-or-later
// Ids that come from content: the same article or quote has the same id after every re-indexing,
// on every machine, in every shard, so that it can be cited.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace onrecord {

/// "a-" and 12 characters (60 bits of XXH3, Crockford's base 32 in lower case) from the record as
/// it was read: `parts` are its fields and text before any splitting, so that a better splitter
/// does not change what was cited. White space does not count.
std::string article_id(const std::vector<std::string_view>& parts);

/// "q-" and 12 characters, from the article's id, the quote's folded words and which occurrence of
/// these words in the article it is (0 for the first).
std::string quote_id(std::string_view article_id, std::string_view quote_text, int occurrence);

/// Sets the ids of all quotes of an article that has its own.
void set_quote_ids(Article& article);

}  // namespace onrecord
