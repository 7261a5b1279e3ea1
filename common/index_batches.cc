// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index_batches.h"

#include <charconv>

#include <xapian.h>

#include "common/index_layout.h"
#include "common/index_terms.h"
#include "common/schema.h"

namespace onrecord {

std::uint64_t last_batch(const Xapian::Database& database) {
  const std::string text = database.get_metadata(std::string(batch_key));
  std::uint64_t batch = 0;
  std::from_chars(text.data(), text.data() + text.size(), batch);
  return batch;
}

std::vector<std::string> terms_of_missing_articles(const Xapian::Database& articles,
                                                   const Xapian::Database& quotes) {
  std::vector<std::string> missing;
  if (last_batch(articles) == last_batch(quotes)) return missing;
  for (const std::string& id : split_words(quotes.get_metadata(std::string(batch_articles_key)))) {
    if (!articles.term_exists(id_term(id))) missing.push_back(article_term(id));
  }
  return missing;
}

std::string article_term(const std::string& article_id) {
  return keyword_term(find_field("article")->prefix, article_id);
}

}  // namespace onrecord
