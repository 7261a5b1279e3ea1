// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/field_map.h"

#include <algorithm>
#include <fstream>

#include <fmt/format.h>

#include "common/text_fold.h"

namespace onrecord {
namespace {

using Keys = std::string_view;

// Whose names these are: news-please (title, authors, date_publish, maintext, source_domain),
// newspaper (text, publish_date, meta_lang), trafilatura (author, date, sitename, hostname; its
// "source" is the URL), Fundus (publishing_date, topics, body.sections), Scrapy projects (most of
// the others), News API (publishedAt, source.name), Guardian (webTitle, fields.bodyText), New York
// Times (headline.main, byline.original, lead_paragraph), schema.org (articleBody, datePublished),
// WordPress (title.rendered), JSON Feed (content_text, date_published).

constexpr Keys headline_keys[] = {"headline",   "headline.main", "title",   "webTitle",
                                  "title_page", "title_rss",     "heading", "name"};

constexpr Keys byline_keys[] = {"byline",        "byline.original", "byline.person",
                                "fields.byline", "authors",         "author",
                                "creator",       "writer",          "journalist"};

// The time of the download or of the last change is not the time of publication.
constexpr Keys published_keys[] = {
    "date_publish",     "publishing_date",    "publish_date",  "publishedAt",
    "published_at",     "webPublicationDate", "datePublished", "date_published",
    "published_date",   "pub_date",           "pubDate",       "published",
    "publication_date", "publish_time",       "article_date",  "date",
    "datetime",         "timestamp",          "created_at",    "time"};

constexpr Keys source_keys[] = {
    "sitename",  "site_name", "source.name", "publisher.name", "publisher", "publication", "outlet",
    "newspaper", "media",     "source",      "source_domain",  "hostname",  "domain",      "site"};

constexpr Keys agency_keys[] = {"agency", "news_agency", "wire"};

constexpr Keys section_keys[] = {"section",        "sectionName", "section_name",
                                 "articleSection", "category",    "categories",
                                 "topics",         "news_desk",   "tags"};

constexpr Keys language_keys[] = {"language", "lang", "meta_lang", "inLanguage"};

constexpr Keys url_keys[] = {"url",       "link",         "webUrl",         "web_url",
                             "permalink", "guid",         "canonical_link", "canonical_url",
                             "page_url",  "original_url", "source_url",     "uri",
                             "source"};

constexpr Keys dateline_keys[] = {"dateline", "located"};

constexpr Keys captions_keys[] = {"captions",      "caption",       "images.caption",
                                  "image.caption", "image_caption", "image_captions",
                                  "photo_caption"};

// The last ones (teaser_keys) hold a teaser rather than the text; still better than nothing.
constexpr Keys body_keys[] = {"maintext",        "text",         "body",
                              "articleBody",     "article_body", "content",
                              "fields.bodyText", "fields.body",  "content_text",
                              "full_text",       "fulltext",     "article_text",
                              "raw_text",        "body_text",    "news_text",
                              "article",         "story",        "post",
                              "paragraphs",      "content_html", "body_html",
                              "lead_paragraph",  "abstract",     "description",
                              "summary",         "snippet"};

constexpr Keys teaser_keys[] = {"lead_paragraph", "abstract", "description", "summary", "snippet"};

constexpr FieldKeys table[] = {
    {RecordField::headline, "headline", headline_keys},
    {RecordField::byline, "byline", byline_keys},
    {RecordField::published, "published", published_keys},
    {RecordField::source, "source", source_keys},
    {RecordField::agency, "agency", agency_keys},
    {RecordField::section, "section", section_keys},
    {RecordField::language, "language", language_keys},
    {RecordField::url, "url", url_keys},
    {RecordField::dateline, "dateline", dateline_keys},
    {RecordField::captions, "captions", captions_keys},
    {RecordField::body, "body", body_keys},
    // "people" and "places" mean too many things to be known beforehand.
    {RecordField::person, "person", {}},
    {RecordField::place, "place", {}},
    {RecordField::organization, "organization", {}},
};
static_assert(std::size(table) == record_field_count);

std::string field_names() {
  std::string names;
  for (const FieldKeys& row : table)
    names += fmt::format("{}{}", names.empty() ? "" : ", ", row.name);
  return names;
}

}  // namespace

std::span<const FieldKeys> known_field_keys() {
  return table;
}

bool is_teaser_key(std::string_view key) {
  return std::find(std::begin(teaser_keys), std::end(teaser_keys), key) != std::end(teaser_keys);
}

FieldMap::FieldMap() {
  for (const FieldKeys& row : table) {
    keys_[static_cast<std::size_t>(row.field)].assign(row.keys.begin(), row.keys.end());
  }
}

Result<void> FieldMap::add(std::string_view assignment) {
  const std::size_t equals = assignment.find('=');
  const std::string name = squeeze_blanks(assignment.substr(0, equals));
  const auto* const row =
      std::find_if(std::begin(table), std::end(table),
                   [&](const FieldKeys& candidate) { return candidate.name == name; });
  if (equals == std::string_view::npos || assignment.substr(equals + 1).empty()) {
    return fail(fmt::format("'{}' is not of the form FIELD=KEY", assignment));
  }
  if (row == std::end(table)) {
    return fail(fmt::format("no field '{}'; fields are {}", name, field_names()));
  }
  const auto index = static_cast<std::size_t>(row->field);
  const auto place = keys_[index].begin() + static_cast<std::ptrdiff_t>(added_[index]++);
  keys_[index].insert(place, squeeze_blanks(assignment.substr(equals + 1)));
  return {};
}

Result<void> FieldMap::add_file(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) return fail(fmt::format("{}: cannot be read", file.string()));
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (squeeze_blanks(line).empty() || line.front() == '#') continue;
    if (const auto added = add(line); !added) {
      return fail(fmt::format("{}: line {}: {}", file.string(), number, added.error().message));
    }
  }
  return {};
}

}  // namespace onrecord
