// SPDX-License-Identifier: GPL-3.0-or-later
// From an article to what the index holds of it: one document for the article, one for each of its
// quotes, made by walking the schema table.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "common/index_terms.h"

namespace onrecord {

struct BuiltDocuments {
  Xapian::Document article;
  std::vector<Xapian::Document> quotes;  ///< In the order of Article::quotes.
};

/// Keeps stemmers between articles; one a thread.
class DocumentBuilder {
 public:
  /// All terms are legal whatever the article holds. Ids of article and quotes must be set.
  BuiltDocuments build(const Article& article);

 private:
  const Stemmer& stemmer(const std::string& language);

  std::map<std::string, Stemmer> stemmers_;
};

}  // namespace onrecord
