// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/feed_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/text_fold.h"
#include "indexer/reader/marked_body.h"
#include "indexer/reader/markup.h"
#include "indexer/reader/wordpress_text.h"
#include "indexer/reader/xml_reader.h"
#include "indexer/reader/xml_text.h"

namespace onrecord {
namespace {

bool is_web_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

/// "ana@courier.example (Ana Ruiz)" of RSS; an address alone is no name.
std::string name_of_author(const std::string& author) {
  const std::size_t open = author.find('(');
  const std::size_t close = author.rfind(')');
  if (author.find('@') == std::string::npos) return author;
  if (open == std::string::npos || close == std::string::npos || close < open) return {};
  return squeeze_blanks(author.substr(open + 1, close - open - 1));
}

/// "0000-00-00 00:00:00" and "Mon, 30 Nov -0001" are WordPress for "never".
bool is_never(const std::string& date) {
  return date.empty() || date.starts_with("0000") || date.find("-0001") != std::string::npos;
}

/// Reads one <item> or <entry>.
class FeedItem {
 public:
  FeedItem(const ElementTree& item, const ElementTree& around)
      : item_(item),
        around_(around),
        channel_(around.find("//channel") != ElementTree::none ? around.find("//channel")
                                                               : around.find("//feed")) {}

  Result<RawRecord> read() {
    if (auto reason = reason_to_skip(); !reason.empty()) return fail(std::move(reason));
    RecordFields& fields = record_.fields;
    fields.headline = line_of_markup(item_.raw_text(item_.find("title")));
    fields.byline = authors();
    fields.published = published();
    fields.url = address();
    fields.source = line_of_markup(
        first_of({item_.text_at("source/title"), item_.text_at("source"),
                  item_.text_at("dc:publisher"), around_.text_at("title", channel_)}));
    fields.section = section();
    fields.language =
        first_of({item_.text_at("dc:language"), item_.attribute_at("", "xml:lang"),
                  around_.text_at("language", channel_), around_.text_at("dc:language", channel_),
                  std::string(around_.attribute(channel_, "xml:lang"))});
    read_body();
    read_captions();
    if (!holds_text(record_)) return fail("an item without a text");
    return std::move(record_);
  }

 private:
  std::string reason_to_skip() const {
    const std::string type = item_.text_at("wp:post_type");
    const std::string status = item_.text_at("wp:status");
    if (!type.empty() && type != "post") return fmt::format("a WordPress {}, no post", type);
    if (!status.empty() && status != "publish") {
      return fmt::format("a post with status '{}', not published", status);
    }
    return {};
  }

  std::vector<std::string> authors() const {
    std::vector<std::string> names;
    for (const std::string& name : texts_of(item_, item_.all("dc:creator"))) {
      names.push_back(display_name(line_of_markup(name)));
    }
    if (names.empty()) names = texts_of(item_, item_.all("author/name"));
    if (names.empty()) {
      for (const std::string& author : texts_of(item_, item_.all("author"))) {
        names.push_back(name_of_author(author));
      }
    }
    if (names.empty()) names = texts_of(item_, item_.all("itunes:author"));
    if (names.empty()) names = texts_of(around_, around_.all("author/name", channel_));
    std::erase(names, std::string());
    return names;
  }

  /// In an export of WordPress the creator is a login.
  std::string display_name(const std::string& creator) const {
    if (item_.find("wp:post_type") == ElementTree::none) return name_of_author(creator);
    for (const ElementId author : around_.all("wp:author", channel_)) {
      if (around_.text_at("wp:author_login", author) != creator) continue;
      const std::string full = squeeze_blanks(around_.text_at("wp:author_first_name", author) +
                                              " " + around_.text_at("wp:author_last_name", author));
      const std::string shown = around_.text_at("wp:author_display_name", author);
      return shown.empty() || shown == creator ? first_of({full, shown}) : shown;
    }
    return creator;
  }

  std::string published() const {
    const std::string gmt = item_.text_at("wp:post_date_gmt");
    if (!is_never(gmt)) return gmt + " GMT";
    for (const std::string_view name : {"pubDate", "published", "issued", "dc:date",
                                        "dcterms:created", "wp:post_date", "updated", "modified"}) {
      std::string date = item_.text_at(name);
      if (!is_never(date)) return date;
    }
    return {};
  }

  std::string address() const {
    std::string link = item_.text_at("feedburner:origLink");
    for (const ElementId id : item_.all("link")) {
      const std::string_view kind = item_.attribute(id, "rel");
      if (!kind.empty() && kind != "alternate") continue;
      if (link.empty()) link = first_of({std::string(item_.attribute(id, "href")), item_.text(id)});
    }
    const ElementId guid = item_.find("guid");
    if (link.empty() && item_.attribute(guid, "isPermaLink") != "false") link = item_.text(guid);
    if (link.empty()) link = first_of({item_.attribute_at("", "rdf:about"), item_.text_at("id")});
    return is_web_address(link) ? link : std::string();
  }

  std::string section() const {
    for (const ElementId id : item_.all("category")) {
      const std::string_view domain = item_.attribute(id, "domain");
      if (domain == "post_tag" || domain == "tag" || domain == "post_format") continue;
      std::string name =
          first_of({std::string(item_.attribute(id, "label")),
                    std::string(item_.attribute(id, "term")), line_of_markup(item_.text(id))});
      if (!name.empty() && fold(name) != "uncategorized") return name;
    }
    return item_.text_at("dc:subject");
  }

  void read_body() {
    const bool wordpress = item_.find("wp:post_type") != ElementTree::none;
    for (const std::string_view name : {"content:encoded", "content", "xhtml:body", "body"}) {
      const ElementId id = item_.find(name);
      if (id == ElementTree::none) continue;
      add_content(id, wordpress);
      if (!record_.text.empty()) return;
    }
    for (const std::string_view name : {"description", "summary", "excerpt:encoded"}) {
      const ElementId id = item_.find(name);
      if (id == ElementTree::none) continue;
      add_content(id, false);
      if (record_.text.empty()) continue;
      record_.fields.truncated = is_teaser();
      return;
    }
  }

  void add_content(ElementId id, bool wordpress) {
    const std::string_view type = item_.attribute(id, "type");
    if (type == "xhtml" || item_.find("div", id) != ElementTree::none ||
        item_.find("p", id) != ElementTree::none) {
      return add_body(item_, id, record_);
    }
    const std::string text = item_.raw_text(id);
    if (type == "text" || type == "text/plain") return add_plain_body(text);
    add_html_body(wordpress || has_wordpress_marks(text) ? html_of_wordpress(text) : text, record_);
  }

  void add_plain_body(const std::string& text) {
    if (squeeze_blanks(text).empty()) return;
    record_.kind = TextKind::body_only;
    record_.text = text;
  }

  /// Some feeds have their whole texts in the description.
  bool is_teaser() const {
    constexpr std::size_t paragraphs_of_a_text = 4;
    return record_.lines.size() < paragraphs_of_a_text;
  }

  void read_captions() {
    const std::string description = item_.text_at("description");
    for (const ElementId id : item_.all("//media:description")) {
      std::string caption = line_of_markup(item_.raw_text(id));
      auto& captions = record_.fields.captions;
      const bool known = std::find(captions.begin(), captions.end(), caption) != captions.end();
      if (!caption.empty() && caption != description && !known) {
        captions.push_back(std::move(caption));
      }
    }
  }

  const ElementTree& item_;
  const ElementTree& around_;
  ElementId channel_;
  RawRecord record_;
};

Result<RawRecord> read_item(const ElementTree& item, const ElementTree& around) {
  return FeedItem(item, around).read();
}

}  // namespace

bool looks_like_feed(std::string_view head) {
  const std::string_view tag = first_tag(head);
  const std::string_view name = local_name(tag);
  return name == "rss" || name == "feed" ||
         (name == "RDF" && tag.find("purl.org/rss/") != std::string_view::npos);
}

std::unique_ptr<RecordReader> make_feed_reader(OpenInput input) {
  return make_xml_reader(std::move(input), {{"item", "entry"}, read_item});
}

}  // namespace onrecord
