// SPDX-License-Identifier: GPL-3.0-or-later
// What a page says about its article in JSON-LD (schema.org): the objects of article types with
// their people resolved, whatever habit they were written with: @graph, lists, references by @id,
// HTML comments around the block, trailing commas.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/split/html/tree.h"

namespace onrecord {

struct JsonLdAgent {
  std::string name;
  std::string type;  ///< "Person", "Organization"; empty if not said.
};

/// A post of a live blog.
struct JsonLdUpdate {
  std::string headline;
  std::string published;
};

struct JsonLdArticle {
  std::string type;  ///< The first of its types: "NewsArticle".
  std::string headline;
  bool alternative_headline = false;  ///< It names another one, too.
  std::string description;
  std::vector<JsonLdAgent> authors;
  std::string published;
  std::string created;
  std::string publisher;
  std::vector<std::string> sections;
  std::string language;
  std::string url;
  std::string body;
  std::vector<std::string> captions;
  std::vector<JsonLdUpdate> updates;
  bool free = true;  ///< isAccessibleForFree is not false.
};

struct JsonLd {
  std::vector<JsonLdArticle> articles;  ///< Of article types, in the order of the page.
  std::optional<JsonLdArticle> page;    ///< The WebPage, where dates and authors may stand as well.
  std::vector<std::string> breadcrumbs;  ///< Names of the last BreadcrumbList, in order.
};

JsonLd read_json_ld(const HtmlTree& tree);

}  // namespace onrecord
