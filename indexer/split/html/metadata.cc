// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/metadata.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "common/text_fold.h"
#include "indexer/reader/markup.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

struct FieldName {
  std::string_view name;
  PageField field;
};

constexpr FieldName field_names[] = {
    {"headline", PageField::headline},
    {"byline", PageField::byline},
    {"published", PageField::published},
    {"source", PageField::source},
    {"section", PageField::section},
    {"language", PageField::language},
    {"url", PageField::url},
    {"description", PageField::description},
    {"type", PageField::type},
};

/// Values with the rank of their origin, to be put in order at the end.
struct Ranked {
  std::size_t rank = 0;
  PageValue value;
};

constexpr std::size_t json_ld_rank = 0;
constexpr std::size_t microdata_rank = 10;
constexpr std::size_t meta_rank = 100;   // and the row in the table
constexpr std::size_t page_rank = 1000;  // WebPage in JSON-LD, links, titles

class MetadataReader {
 public:
  MetadataReader(const HtmlTree& tree, const MetaNames& names) : tree_(tree), names_(names) {}

  PageMetadata run() {
    read_elements();
    page_.json_ld = read_json_ld(tree_);
    add_json_ld();
    std::stable_sort(ranked_.begin(), ranked_.end(),
                     [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
    for (Ranked& entry : ranked_) page_.values.push_back(std::move(entry.value));
    return std::move(page_);
  }

 private:
  void add(PageField field, std::size_t rank, std::string_view value, std::string origin,
           NodeId node = 0) {
    if (value.empty()) return;
    ranked_.push_back({rank, {field, std::string(value), std::move(origin), node}});
  }

  void read_elements() {
    for (NodeId id = 0; id < tree_.size(); ++id) {
      const HtmlNode& node = tree_[id];
      if (node.tag == Tag::text) continue;
      if (node.tag == Tag::meta) read_meta(id);
      if (node.tag == Tag::title && page_.title.empty()) {
        page_.title = squeeze_blanks(resolve_references(node.text));
      }
      if (node.tag == Tag::link) read_link(id);
      if (node.tag == Tag::a) read_author_link(id);
      if (node.tag == Tag::html) {
        add(PageField::language, page_rank, tree_.value(id, "lang"), "html lang");
        add(PageField::language, page_rank + 1, tree_.value(id, "xml:lang"), "html xml:lang");
      }
      if (tree_.has_attribute(id, "itemprop")) read_microdata(id);
    }
  }

  void read_meta(NodeId id) {
    const std::string content = tree_.value(id, "content");
    for (const char* attribute : {"property", "name", "itemprop", "http-equiv"}) {
      std::string_view names = tree_.attribute(id, attribute);
      while (!names.empty()) {
        const std::size_t end = std::min(names.find(' '), names.size());
        const std::string name = fold(names.substr(0, end));
        if (name.starts_with("twitter:")) read_card(name, content);
        if (const auto* entry = names_.find(name)) {
          add(entry->field, meta_rank + entry->rank, content, name);
        }
        names.remove_prefix(std::min(end + 1, names.size()));
      }
    }
  }

  /// <meta name=twitter:label1 content="Written by"><meta name=twitter:data1 content="Ana Ruiz">
  void read_card(std::string_view name, const std::string& content) {
    if (name.starts_with("twitter:label")) page_.labelled.emplace_back(content, "");
    if (name.starts_with("twitter:data") && !page_.labelled.empty()) {
      page_.labelled.back().second = content;
    }
  }

  void read_link(NodeId id) {
    const std::string rel = fold(tree_.attribute(id, "rel"));
    if (rel == "canonical") add(PageField::url, 0, tree_.value(id, "href"), "link canonical");
  }

  void read_author_link(NodeId id) {
    const std::string rel = fold(tree_.attribute(id, "rel"));
    if (rel.find("author") == std::string::npos) return;
    add(PageField::byline, page_rank, text_of(tree_, id), "rel=author", id);
  }

  void read_microdata(NodeId id) {
    const std::string_view property = tree_.attribute(id, "itemprop");
    if (property.find("headline") != std::string_view::npos) {
      add(PageField::headline, microdata_rank, attribute_or_text(id), "itemprop headline", id);
    } else if (property.find("datePublished") != std::string_view::npos) {
      add(PageField::published, microdata_rank, attribute_or_text(id), "itemprop datePublished",
          id);
    } else if (property == "articleSection") {
      add(PageField::section, microdata_rank, attribute_or_text(id), "itemprop articleSection", id);
    } else if (property == "publisher") {
      add(PageField::source, microdata_rank, name_in(id), "itemprop publisher", id);
    } else if (property.find("author") != std::string_view::npos ||
               property.find("creator") != std::string_view::npos) {
      add(PageField::byline, microdata_rank, name_in(id), "itemprop author", id);
    }
  }

  /// The name inside of a person's box, where it says which part is the name.
  std::string name_in(NodeId id) const {
    for (NodeId inner = id + 1; inner < tree_[id].end; ++inner) {
      if (tree_[inner].tag == Tag::text) continue;
      const auto properties = split_words(tree_.attribute(inner, "itemprop"));
      if (std::find(properties.begin(), properties.end(), "name") != properties.end()) {
        return attribute_or_text(inner);
      }
    }
    return attribute_or_text(id);
  }

  std::string attribute_or_text(NodeId id) const {
    for (const char* attribute : {"content", "datetime"}) {
      if (tree_.has_attribute(id, attribute)) return tree_.value(id, attribute);
    }
    return text_of(tree_, id);
  }

  // JSON-LD.

  void add_json_ld() {
    page_.article_index = choose_article();
    if (page_.article() != nullptr) add_article(*page_.article(), json_ld_rank);
    if (page_.json_ld.page) add_article(*page_.json_ld.page, page_rank);
    const auto& crumbs = page_.json_ld.breadcrumbs;
    if (crumbs.size() > 1) {
      add(PageField::section, page_rank, crumbs[crumbs.size() - 2], "json-ld breadcrumb");
    }
  }

  /// The article whose headline the page's own title holds; else the first with a date.
  std::optional<std::size_t> choose_article() const {
    const auto& articles = page_.json_ld.articles;
    if (articles.empty()) return std::nullopt;
    const std::string title = name_key(page_.title);
    std::optional<std::size_t> dated;
    for (std::size_t i = 0; i < articles.size(); ++i) {
      const std::string headline = name_key(articles[i].headline);
      if (!headline.empty() && title.find(headline) != std::string::npos) return i;
      if (!dated && !articles[i].published.empty()) dated = i;
    }
    return dated.value_or(0);
  }

  void add_article(const JsonLdArticle& article, std::size_t rank) {
    const bool own = rank == json_ld_rank;
    const std::string origin = own ? "json-ld " : "json-ld page ";
    add(PageField::headline, rank, article.headline, origin + "headline");
    for (const JsonLdAgent& author : article.authors) {
      const bool organization = author.type.find("Organization") != std::string::npos;
      const char* const kind = author.type == "Person" ? "person" : "author";
      add(PageField::byline, rank, author.name, origin + (organization ? "organization" : kind));
    }
    add(PageField::published, rank, article.published, origin + "datePublished");
    add(PageField::published, rank + 1, article.created, origin + "dateCreated");
    add(PageField::source, rank, article.publisher, origin + "publisher");
    for (const std::string& section : article.sections) {
      add(PageField::section, rank, section, origin + "articleSection");
    }
    add(PageField::language, rank, article.language, origin + "inLanguage");
    add(PageField::url, page_rank, article.url, origin + "url");
    add(PageField::description, page_rank, article.description, origin + "description");
    if (own) add(PageField::type, rank, article.type, "json-ld type");
    page_.paywalled = page_.paywalled || !article.free;
  }

  const HtmlTree& tree_;
  const MetaNames& names_;
  std::vector<Ranked> ranked_;
  PageMetadata page_;
};

}  // namespace

Result<MetaNames> MetaNames::make(const DataTable& rows) {
  MetaNames names;
  for (const auto& row : rows) {
    const auto* const field =
        std::find_if(std::begin(field_names), std::end(field_names),
                     [&](const FieldName& f) { return row.size() > 1 && f.name == row[1]; });
    if (field == std::end(field_names)) {
      return fail(fmt::format("meta_names.txt: '{}' has no known field", row.front()));
    }
    names.entries_.try_emplace(fold(row.front()), Entry{names.entries_.size(), field->field});
  }
  return names;
}

const MetaNames::Entry* MetaNames::find(std::string_view name) const {
  const auto found = entries_.find(std::string(name));
  return found == entries_.end() ? nullptr : &found->second;
}

const JsonLdArticle* PageMetadata::article() const {
  return article_index ? &json_ld.articles[*article_index] : nullptr;
}

std::vector<const PageValue*> PageMetadata::all(PageField field) const {
  std::vector<const PageValue*> found;
  for (const PageValue& value : values) {
    if (value.field == field) found.push_back(&value);
  }
  return found;
}

std::string_view PageMetadata::first(PageField field) const {
  const auto found = std::find_if(values.begin(), values.end(),
                                  [field](const PageValue& value) { return value.field == field; });
  return found == values.end() ? std::string_view() : std::string_view(found->value);
}

PageMetadata read_metadata(const HtmlTree& tree, const MetaNames& names) {
  return MetadataReader(tree, names).run();
}

}  // namespace onrecord
