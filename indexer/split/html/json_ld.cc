// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/json_ld.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "common/text_fold.h"
#include "indexer/reader/json_parser.h"
#include "indexer/reader/markup.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int deepest = 12;

/// JSON strings of pages hold HTML: references, also escaped twice, and now and then tags.
std::string clean_value(std::string_view raw) {
  std::string text = resolve_references(resolve_references(raw));
  if (looks_like_markup(text)) text = text_of_markup(text);
  return squeeze_blanks(text);
}

/// Keeps the lines of a body apart.
std::string clean_body(std::string_view raw) {
  std::string text = resolve_references(raw);
  return looks_like_markup(text) ? text_of_markup(text) : text;
}

std::string_view trim_block(std::string_view text) {
  constexpr std::array<std::string_view, 7> openings = {
      "<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "//-->", "/*", "*/"};
  text = trim(text);
  for (const std::string_view opening : openings) {
    if (text.starts_with(opening)) text = trim(text.substr(opening.size()));
  }
  const std::size_t end = text.find_last_of("}]");
  // "]]>" and "-->" behind the value.
  if (end != std::string_view::npos && text.ends_with('>')) {
    std::string_view rest = text.substr(0, end + 1);
    while (rest.size() > 1 && rest.ends_with("]]") && !rest.starts_with('[')) rest.remove_suffix(1);
    text = rest.ends_with('}') || rest.starts_with('[') ? rest : rest.substr(0, rest.size() - 1);
  }
  return trim(text);
}

/// `json` without commas before closing brackets and without semicolons behind the value.
std::string drop_stray_commas(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string && c == '\\' && i + 1 < json.size()) {
      out += c;
      out += json[++i];
      continue;
    }
    if (c == '"') in_string = !in_string;
    if (!in_string && (c == '}' || c == ']')) {
      while (!out.empty() && (is_blank(out.back()) || out.back() == ',')) out.pop_back();
    }
    out += c;
  }
  while (!out.empty() && (is_blank(out.back()) || out.back() == ';')) out.pop_back();
  return out;
}

std::string_view string_of(const element& value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? text : std::string_view();
}

std::string_view string_in(const object& from, const char* key) {
  element value;
  return from.at_key(key).get(value) == simdjson::SUCCESS ? string_of(value) : std::string_view();
}

/// Calls `take` with the value of `key`, or with each item if it is a list.
template <typename Take>
void for_each_in(const object& from, const char* key, Take take) {
  element value;
  if (from.at_key(key).get(value) != simdjson::SUCCESS) return;
  array items;
  if (value.get(items) != simdjson::SUCCESS) {
    take(value);
    return;
  }
  for (const element item : items) take(item);
}

std::vector<std::string> types_of(const object& from) {
  std::vector<std::string> types;
  for_each_in(from, "@type", [&](const element& type) {
    std::string_view name = string_of(type);
    name.remove_prefix(std::min(name.rfind('/') + 1, name.size()));  // "http://schema.org/Article"
    if (!name.empty()) types.emplace_back(name);
  });
  return types;
}

bool is_article_type(std::string_view type) {
  constexpr std::array<std::string_view, 6> others = {
      "BlogPosting", "LiveBlogPosting", "Report", "Review", "SocialMediaPosting", "CriticReview"};
  return type.ends_with("Article") || std::find(others.begin(), others.end(), type) != others.end();
}

bool is_page_type(std::string_view type) {
  return type == "WebPage" || type == "ItemPage" || type == "VideoObject";
}

bool is_false(const element& value) {
  bool flag = true;
  if (value.get(flag) == simdjson::SUCCESS) return !flag;
  return fold(string_of(value)) == "false";
}

class JsonLdReader {
 public:
  JsonLd run(const HtmlTree& tree) {
    for (NodeId id = 0; id < tree.size(); ++id) {
      if (tree[id].tag != Tag::script) continue;
      if (fold(tree.attribute(id, "type")).find("ld+json") == std::string::npos) continue;
      read_block(tree[id].text);
    }
    for (JsonLdArticle& article : ld_.articles) resolve(article);
    if (ld_.page) resolve(*ld_.page);
    return std::move(ld_);
  }

 private:
  void read_block(std::string_view text) {
    const std::string_view trimmed = trim_block(text);
    auto value = parser_.parse(trimmed);
    std::string mended;
    if (!value) {
      mended = drop_stray_commas(trimmed);
      value = parser_.parse(mended);
    }
    if (value) walk(*value, 0);
  }

  void walk(const element& value, int depth) {
    if (depth > deepest) return;
    array items;
    if (value.get(items) == simdjson::SUCCESS) {
      for (const element item : items) walk(item, depth + 1);
      return;
    }
    object fields;
    if (value.get(fields) != simdjson::SUCCESS) return;
    note_name(fields);
    const std::vector<std::string> types = types_of(fields);
    const bool article = std::any_of(types.begin(), types.end(), is_article_type);
    const bool page = std::any_of(types.begin(), types.end(), is_page_type);
    if (article) {
      ld_.articles.push_back(read_article(fields, types.front()));
    } else if (page && !ld_.page) {
      ld_.page = read_article(fields, types.front());
    }
    if (!types.empty() && types.front() == "BreadcrumbList") read_breadcrumbs(fields);
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"}) {
      for_each_in(fields, key, [&](const element& inner) { walk(inner, depth + 1); });
    }
  }

  /// What an @id stands for, for those that refer to it.
  void note_name(const object& fields) {
    const std::string_view id = string_in(fields, "@id");
    const std::string_view name = string_in(fields, "name");
    if (id.empty() || name.empty()) return;
    const auto types = types_of(fields);
    agents_[std::string(id)] = {clean_value(name), types.empty() ? "" : types.front()};
  }

  void read_breadcrumbs(const object& fields) {
    ld_.breadcrumbs.clear();
    for_each_in(fields, "itemListElement", [&](const element& value) {
      object item;
      if (value.get(item) != simdjson::SUCCESS) return;
      std::string_view name = string_in(item, "name");
      object inner;
      if (name.empty() && item.at_key("item").get(inner) == simdjson::SUCCESS) {
        name = string_in(inner, "name");
      }
      if (!name.empty()) ld_.breadcrumbs.push_back(clean_value(name));
    });
  }

  static JsonLdArticle read_article(const object& fields, const std::string& type) {
    JsonLdArticle article;
    article.type = type;
    article.headline = clean_value(string_in(fields, "headline"));
    if (article.headline.empty()) article.headline = clean_value(string_in(fields, "name"));
    article.alternative_headline = !string_in(fields, "alternativeHeadline").empty();
    article.description = clean_value(string_in(fields, "description"));
    for (const char* key : {"author", "creator"}) {
      if (article.authors.empty()) article.authors = read_agents(fields, key);
    }
    article.published = clean_value(string_in(fields, "datePublished"));
    article.created = clean_value(string_in(fields, "dateCreated"));
    if (article.created.empty()) article.created = clean_value(string_in(fields, "uploadDate"));
    const auto publishers = read_agents(fields, "publisher");
    if (!publishers.empty()) article.publisher = publishers.front().name;
    for_each_in(fields, "articleSection", [&](const element& value) {
      if (!string_of(value).empty()) article.sections.push_back(clean_value(string_of(value)));
    });
    article.language = clean_value(string_in(fields, "inLanguage"));
    article.url = url_in(fields);
    article.body = clean_body(string_in(fields, "articleBody"));
    read_captions(fields, article.captions);
    read_updates(fields, article.updates);
    element free;
    if (fields.at_key("isAccessibleForFree").get(free) == simdjson::SUCCESS) {
      article.free = !is_false(free);
    }
    return article;
  }

  static std::string url_in(const object& fields) {
    std::string_view url = string_in(fields, "url");
    if (url.empty()) url = string_in(fields, "mainEntityOfPage");
    object page;
    if (url.empty() && fields.at_key("mainEntityOfPage").get(page) == simdjson::SUCCESS) {
      url = string_in(page, "@id");
    }
    return std::string(trim(url));
  }

  static void read_updates(const object& fields, std::vector<JsonLdUpdate>& updates) {
    for_each_in(fields, "liveBlogUpdate", [&](const element& value) {
      object update;
      if (value.get(update) != simdjson::SUCCESS) return;
      JsonLdUpdate read{clean_value(string_in(update, "headline")),
                        clean_value(string_in(update, "datePublished"))};
      if (!read.headline.empty()) updates.push_back(std::move(read));
    });
  }

  static void read_captions(const object& fields, std::vector<std::string>& captions) {
    for_each_in(fields, "image", [&](const element& value) {
      object image;
      if (value.get(image) != simdjson::SUCCESS) return;
      for (const char* key : {"caption", "description"}) {
        const std::string_view text = string_in(image, key);
        if (!text.empty()) captions.push_back(clean_value(text));
      }
    });
  }

  /// Strings, objects with a name, or references; a list may stand in the name too.
  static std::vector<JsonLdAgent> read_agents(const object& fields, const char* key) {
    std::vector<JsonLdAgent> agents;
    for_each_in(fields, key, [&](const element& value) {
      object agent;
      if (value.get(agent) != simdjson::SUCCESS) {
        if (!string_of(value).empty()) agents.push_back({clean_value(string_of(value)), ""});
        return;
      }
      const auto types = types_of(agent);
      const std::string type = types.empty() ? "" : types.front();
      const std::size_t before = agents.size();
      for_each_in(agent, "name", [&](const element& name) {
        if (!string_of(name).empty()) agents.push_back({clean_value(string_of(name)), type});
      });
      const std::string_view id = string_in(agent, "@id");
      if (agents.size() == before && !id.empty()) agents.push_back({std::string(id), "@id"});
    });
    return agents;
  }

  void resolve(JsonLdArticle& article) const {
    for (JsonLdAgent& agent : article.authors) {
      if (agent.type != "@id" && agents_.find(agent.name) == agents_.end()) continue;
      const auto found = agents_.find(agent.name);
      agent = found == agents_.end() ? JsonLdAgent() : found->second;
    }
    std::erase_if(article.authors, [](const JsonLdAgent& agent) { return agent.name.empty(); });
    const auto publisher = agents_.find(article.publisher);
    if (publisher != agents_.end()) article.publisher = publisher->second.name;
  }

  JsonParser parser_;
  JsonLd ld_;
  std::map<std::string, JsonLdAgent, std::less<>> agents_;
};

}  // namespace

JsonLd read_json_ld(const HtmlTree& tree) {
  return JsonLdReader().run(tree);
}

}  // namespace onrecord
