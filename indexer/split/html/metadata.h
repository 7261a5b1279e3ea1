// SPDX-License-Identifier: GPL-3.0-or-later
// All that a page says about its article outside of the text: JSON-LD, meta elements, microdata,
// title and link elements. Every value keeps its origin, and all values of a field stay, best
// first, so that one can be checked against the next.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/result.h"
#include "indexer/language/language_pack.h"
#include "indexer/split/html/json_ld.h"
#include "indexer/split/html/tree.h"

namespace onrecord {

enum class PageField : std::uint8_t {
  headline,
  byline,
  published,
  source,
  section,
  language,
  url,
  description,
  type,
};

struct PageValue {
  PageField field = PageField::headline;
  std::string value;
  std::string origin;  ///< "json-ld headline", "og:title", "h1".
  NodeId node = 0;     ///< Where it stands; 0 for values of scripts and the head.
};

/// meta_names.txt: names of meta elements and the field they give, best first.
class MetaNames {
 public:
  static Result<MetaNames> make(const DataTable& rows);

  /// The rank of a name (lower is better) and its field; nothing for other names.
  struct Entry {
    std::size_t rank = 0;
    PageField field = PageField::headline;
  };
  const Entry* find(std::string_view name) const;

 private:
  std::unordered_map<std::string, Entry> entries_;
};

struct PageMetadata {
  std::vector<PageValue> values;  ///< Of one field: best first.
  JsonLd json_ld;
  std::optional<std::size_t> article_index;  ///< The one of this page in `json_ld.articles`.
  std::string title;                         ///< <title>, as it is.
  /// Labels and values for cards: "Written by", "Ana Ruiz".
  std::vector<std::pair<std::string, std::string>> labelled;
  bool paywalled = false;

  /// The page's article in JSON-LD; null if there is none.
  const JsonLdArticle* article() const;

  std::vector<const PageValue*> all(PageField field) const;
  /// The best value; empty if there is none.
  std::string_view first(PageField field) const;
};

PageMetadata read_metadata(const HtmlTree& tree, const MetaNames& names);

}  // namespace onrecord
