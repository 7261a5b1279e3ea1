// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/ninjs_reader.h"

#include <algorithm>
#include <deque>

#include <fmt/format.h>
#include <simdjson.h>

#include "common/text_fold.h"
#include "common/utf8.h"
#include "indexer/reader/charset.h"
#include "indexer/reader/json_parser.h"
#include "indexer/reader/json_splitter.h"
#include "indexer/reader/marked_body.h"
#include "indexer/reader/markup.h"
#include "indexer/reader/tag_soup.h"
#include "indexer/reader/xml_reader.h"

namespace onrecord {
namespace {

using simdjson::dom::element;
using Keys = std::initializer_list<std::string_view>;

/// The first of the keys that is there. Version 3 writes "versionCreated" for "versioncreated".
std::optional<element> value_of(element object, Keys keys) {
  for (const std::string_view key : keys) {
    element value;
    if (object[key].get(value) == simdjson::SUCCESS && !value.is_null()) return value;
  }
  return std::nullopt;
}

std::string string_of(element object, Keys keys) {
  for (const std::string_view key : keys) {
    std::string_view text;
    if (object[key].get(text) == simdjson::SUCCESS && !text.empty()) {
      return clean_text(std::string(text));
    }
  }
  return {};
}

std::string line_of(element object, Keys keys) {
  return line_of_markup(string_of(object, keys));
}

/// The items of a list, or the values of an object: associations are the one in version 2, the
/// other in version 1.
std::vector<element> members(element object, Keys keys) {
  std::vector<element> out;
  const auto value = value_of(object, keys);
  if (!value) return out;
  simdjson::dom::array list;
  simdjson::dom::object map;
  if (value->get(list) == simdjson::SUCCESS) {
    for (const element item : list) out.push_back(item);
  } else if (value->get(map) == simdjson::SUCCESS) {
    for (const auto field : map) out.push_back(field.value);
  }
  std::erase_if(out, [](element item) { return !item.is_object(); });
  return out;
}

/// "value" of the first in a list of {role, value} whose role is wished, else of the first.
std::string value_by_role(element object, Keys keys, std::string_view role) {
  std::string first;
  for (const element item : members(object, keys)) {
    std::string value = string_of(item, {"value"});
    if (string_of(item, {"role"}) == role) return value;
    if (first.empty()) first = std::move(value);
  }
  return first;
}

class NinjsItem {
 public:
  explicit NinjsItem(element item) : item_(item) {}

  Result<RawRecord> read() {
    if (auto reason = reason_to_skip(); !reason.empty()) return fail(std::move(reason));
    add_text();
    if (!holds_text(record_)) return fail("a ninjs item without a body");
    RecordFields& fields = record_.fields;
    fields.headline = first_of({line_of(item_, {"headline"}),
                                line_of_markup(value_by_role(item_, {"headlines"}, "main")),
                                line_of(item_, {"title"})});
    const std::string byline = line_of(item_, {"byline", "by"});
    if (!byline.empty()) fields.byline = {byline};
    for (const element author : members(item_, {"authors"})) {
      if (byline.empty()) fields.byline.push_back(line_of(author, {"name"}));
    }
    fields.dateline = line_of(item_, {"located"});
    fields.published =
        string_of(item_, {"firstpublished", "firstPublished", "firstcreated", "firstCreated",
                          "contentcreated", "contentCreated", "versioncreated", "versionCreated"});
    fields.source = first_of({line_of(item_, {"source", "provider"}),
                              line_of(item_, {"copyrightholder", "copyrightHolder"})});
    fields.section = section();
    fields.language = string_of(item_, {"language"});
    const std::string uri = string_of(item_, {"canonicalurl", "uri", "guid"});
    if (uri.starts_with("http")) fields.url = uri;
    annotate({"person", "people"}, AnnotationKind::person);
    annotate({"place", "places"}, AnnotationKind::place);
    annotate({"organisation", "organisations"}, AnnotationKind::organization);
    add_captions();
    return std::move(record_);
  }

 private:
  std::string reason_to_skip() const {
    const std::string type = string_of(item_, {"type"});
    if (!type.empty() && type != "text" && type != "composite") {
      return fmt::format("an item of type '{}', no text", escape(type));
    }
    const std::string status = string_of(item_, {"pubstatus", "pubStatus"});
    if (status == "canceled" || status == "cancelled" || status == "withheld") {
      return fmt::format("{} by its provider", status);
    }
    return {};
  }

  /// Reasons are grouped by their text: a strange type must not be a long one.
  static std::string escape(const std::string& type) {
    return std::string(cut_utf8(squeeze_blanks(type), 40));
  }

  std::string section() const {
    for (const Keys keys : {Keys{"service", "services"}, Keys{"subject", "subjects"}}) {
      for (const element topic : members(item_, keys)) {
        std::string name = line_of(topic, {"name"});
        if (!name.empty()) return name;
      }
    }
    return {};
  }

  void annotate(Keys keys, AnnotationKind kind) {
    for (const element name : members(item_, keys)) {
      add_annotation(kind, line_of(name, {"name"}), record_.fields);
    }
  }

  void add_text() {
    std::string html = string_of(item_, {"body_xhtml", "body_html"});
    std::string text = string_of(item_, {"body_text"});
    for (const element body : members(item_, {"bodies"})) {
      const std::string value = string_of(body, {"value"});
      const std::string type = fold(string_of(body, {"contenttype", "contentType"}));
      const bool marked = type.find("html") != std::string::npos ||
                          type.find("xml") != std::string::npos || looks_like_markup(value);
      std::string& place = marked ? html : text;
      if (place.empty()) place = value;
    }
    if (!html.empty()) add_markup(html);
    if (!record_.text.empty() || squeeze_blanks(text).empty()) return;
    if (looks_like_markup(text)) return add_markup(text);
    record_.kind = TextKind::body_only;
    record_.text = std::move(text);
  }

  void add_markup(const std::string& html) {
    const ElementTree tree = read_tag_soup(html, Soup::html);
    for (const std::string_view path : {"//body.content", "//body"}) {
      const ElementId body = tree.find(path);
      if (body != ElementTree::none) return add_body(tree, body, record_);
    }
    add_body(tree, 0, record_);
  }

  /// Pictures that go with the text.
  void add_captions() {
    for (const element other : members(item_, {"associations"})) {
      if (string_of(other, {"type"}) != "picture") continue;
      const std::string caption = line_of_markup(first_of(
          {string_of(other, {"description_caption", "description_text", "description_html"}),
           value_by_role(other, {"descriptions"}, "caption")}));
      if (caption.empty()) continue;
      if (record_.kind == TextKind::paragraphs) {
        add_paragraph(caption, {ParagraphKind::caption, line_of(other, {"byline", "by"})}, record_);
      } else {
        record_.fields.captions.push_back(caption);
      }
    }
  }

  element item_;
  RawRecord record_;
};

/// The items in one value: itself, or what services wrap ({"item": [...]}, {"data": {"item": }}).
std::vector<element> items_in(element value) {
  for (const std::string_view path : {"/data/items", "/data/item", "/items", "/item"}) {
    element inner;
    if (value.at_pointer(path).get(inner) != simdjson::SUCCESS) continue;
    if (inner.is_object()) return {inner};
    simdjson::dom::array list;
    if (inner.get(list) != simdjson::SUCCESS) continue;
    std::vector<element> items;
    for (const element item : list) {
      element wrapped;
      items.push_back(item["item"].get(wrapped) == simdjson::SUCCESS ? wrapped : item);
    }
    std::erase_if(items, [](element item) { return !item.is_object(); });
    return items;
  }
  return {value};
}

class NinjsReader final : public RecordReader {
 public:
  explicit NinjsReader(OpenInput input) : input_(std::move(input)) {
    constexpr std::size_t head_bytes = 64 << 10;
    const std::uint64_t limit = input_.settings->limits.record_bytes;
    splitter_ = looks_like_json_lines(input_.stream.peek(head_bytes))
                    ? make_line_splitter(input_.stream, limit)
                    : make_value_splitter(input_.stream, limit);
  }

  Result<std::optional<RawRecord>> next() override {
    while (waiting_.empty()) {
      auto json = splitter_->next();
      if (json && !*json) return std::nullopt;
      if (auto read = json ? take(**json) : tl::unexpected(json.error()); !read) {
        ++records_read_;
        return tl::unexpected(read.error());
      }
    }
    auto record = NinjsItem(waiting_.front()).read();
    waiting_.pop_front();
    ++records_read_;
    if (!record) return tl::unexpected(record.error());
    record->origin = {input_.path, records_read_, std::string(input_.format)};
    record->charset = charset_;
    return std::optional<RawRecord>(std::move(*record));
  }

  std::uint64_t records_read() const override { return records_read_; }
  std::uint64_t bytes_read() const override { return input_.stream.bytes_read(); }

 private:
  Result<void> take(std::string& json) {
    charset_ = "UTF-8";
    if (!is_valid_utf8(json)) {
      Decoded decoded = decode_text(json);
      json = std::move(decoded.text);
      charset_ = std::move(decoded.charset);
    }
    const auto value = parser_.parse(json);
    if (!value) return tl::unexpected(value.error());
    if (!value->is_object()) return fail("no JSON object");
    const auto items = items_in(*value);
    if (items.empty()) return fail("a list without items");
    waiting_.assign(items.begin(), items.end());
    return {};
  }

  OpenInput input_;
  std::unique_ptr<JsonSplitter> splitter_;
  JsonParser parser_;
  std::deque<element> waiting_;  ///< Of the value that the parser holds.
  std::string charset_;
  std::uint64_t records_read_ = 0;
};

}  // namespace

bool looks_like_ninjs(std::string_view head) {
  constexpr std::size_t enough = 64 << 10;
  if (!looks_like_json(head)) return false;
  head = head.substr(0, enough);
  const auto has = [head](std::string_view key) { return head.find(key) != head.npos; };
  const bool version = has("\"versioncreated\"") || has("\"versionCreated\"") ||
                       has("\"pubstatus\"") || has("\"pubStatus\"");
  return version && (has("\"headline") || has("\"body_") || has("\"bodies\"") || has("\"type\""));
}

std::unique_ptr<RecordReader> make_ninjs_reader(OpenInput input) {
  return std::make_unique<NinjsReader>(std::move(input));
}

}  // namespace onrecord
