// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/json_fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "common/date.h"
#include "common/text_fold.h"
#include "indexer/reader/charset.h"
#include "indexer/reader/markup.h"
#include "indexer/reader/xml_reader.h"

namespace onrecord {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

/// Lists and objects inside a field are followed so far: Fundus' body has four levels.
constexpr int max_levels = 6;

/// Keys under which a value that is an object keeps its text: schema.org and News API (name),
/// WordPress (rendered), Mongo ($date, $numberLong), New York Times (main, original), Fundus
/// (summary, sections, headline, paragraphs), rich text editors (blocks, children).
constexpr std::array<std::string_view, 18> value_keys = {
    "name",     "rendered",   "value", "original", "main",     "summary",
    "headline", "paragraphs", "text",  "content",  "sections", "blocks",
    "children", "$date",      "#text", "@value",   "html",     "$numberLong"};

/// Writers of records that know nothing.
bool says_nothing(std::string_view text) {
  constexpr std::array<std::string_view, 9> words = {"none", "null", "nan",       "nat", "n/a",
                                                     "na",   "-",    "undefined", "[]"};
  constexpr std::size_t longest_word = 9;
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return true;
  text = text.substr(start, text.find_last_not_of(" \t\r\n") + 1 - start);
  return text.size() <= longest_word &&
         std::find(words.begin(), words.end(), fold(text)) != words.end();
}

/// The texts of a value in order.
class TextCollector {
 public:
  std::vector<std::string> collect(element value) {
    visit(value, 0);
    return std::move(texts_);
  }

 private:
  void visit(element value, int level) {
    if (level > max_levels) return;
    switch (value.type()) {
      case simdjson::dom::element_type::STRING:
        keep(value.get_string().value_unsafe());
        break;
      case simdjson::dom::element_type::INT64:
      case simdjson::dom::element_type::UINT64:
      case simdjson::dom::element_type::DOUBLE:
        keep(simdjson::minify(value));
        break;
      case simdjson::dom::element_type::ARRAY:
        visit_array(value.get_array().value_unsafe(), level);
        break;
      case simdjson::dom::element_type::OBJECT:
        visit_object(value.get_object().value_unsafe(), level);
        break;
      default:
        break;
    }
  }

  void visit_array(array value, int level) {
    for (const element item : value) visit(item, level + 1);
  }

  /// {"firstname": "Ann", "lastname": "Lee"} is one text, all else one for each known key.
  void visit_object(object value, int level) {
    const auto part = [&](std::string_view key) {
      std::string_view text;
      return value[key].get(text) == simdjson::SUCCESS ? text : std::string_view();
    };
    for (const auto& [first, last] :
         {std::pair("firstname", "lastname"), std::pair("first_name", "last_name")}) {
      if (!part(last).empty()) return keep(fmt::format("{} {}", part(first), part(last)));
    }
    for (const std::string_view key : value_keys) {
      element inner;
      if (value[key].get(inner) == simdjson::SUCCESS) visit(inner, level + 1);
    }
  }

  void keep(std::string_view text) {
    if (!says_nothing(text)) texts_.push_back(clean_text(std::string(text)));
  }

  std::vector<std::string> texts_;
};

/// The values at a path; a list on the way stands for all its items.
void find_values(element value, std::string_view path, int level, std::vector<element>& found) {
  if (level > max_levels) return;
  if (path.empty()) {
    found.push_back(value);
    return;
  }
  simdjson::dom::array list;
  if (value.get(list) == simdjson::SUCCESS) {
    for (const element item : list) find_values(item, path, level + 1, found);
    return;
  }
  object keys;
  element inner;
  if (value.get(keys) != simdjson::SUCCESS) return;
  // A key may hold a full stop itself.
  if (keys[path].get(inner) == simdjson::SUCCESS) {
    found.push_back(inner);
    return;
  }
  const std::size_t dot = path.find('.');
  if (dot == std::string_view::npos) return;
  if (keys[path.substr(0, dot)].get(inner) != simdjson::SUCCESS) return;
  find_values(inner, path.substr(dot + 1), level + 1, found);
}

bool is_address(std::string_view text) {
  return text.find("://") != std::string_view::npos;
}

/// Some keys mean an outlet for one scraper and an address for another ("source").
bool suits(RecordField field, std::string_view text) {
  if (field == RecordField::url) return is_address(text);
  if (field == RecordField::source) return !is_address(text);
  return true;
}

/// "www.evening.example" of "https://www.evening.example:80/a".
std::string host_of(std::string_view url) {
  const std::size_t start = url.find("://");
  if (start == std::string_view::npos) return {};
  url.remove_prefix(start + 3);
  std::string_view host = url.substr(0, url.find_first_of("/:?#"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string(host);
}

/// Seconds or milliseconds since 1970 as ISO 8601; other texts as they are.
std::string date_text(const std::string& text) {
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [parsed, error] = std::from_chars(text.data(), end, number);
  const bool whole = error == std::errc() && (parsed == end || *parsed == '.');
  constexpr std::int64_t earliest = 100'000'000;  // 1973; smaller numbers are years or days.
  constexpr std::int64_t latest = 7'000'000'000;  // 2191
  if (number > latest) number /= 1000;
  if (!whole || number < earliest || number > latest || text.size() == 8) return text;
  constexpr std::int64_t day_seconds = 86'400;
  const auto of_day = static_cast<int>(number % day_seconds);
  const ClockTime time{of_day / 3600, of_day / 60 % 60, of_day % 60, 0};
  return to_iso(Published{date_from_days(static_cast<int>(number / day_seconds)), time});
}

std::string one_line(const std::string& text) {
  return squeeze_blanks(looks_like_markup(text) ? text_of_markup(text) : resolve_references(text));
}

std::string body_text(const std::string& text) {
  return looks_like_markup(text) ? text_of_markup(text) : resolve_references(text);
}

/// News API cuts texts and says so: "... on Tuesday [+1234 chars]". True if it did.
bool drop_cut_mark(std::string& text) {
  const std::size_t mark = text.rfind("[+");
  if (mark == std::string::npos || !text.ends_with(" chars]")) return false;
  text.erase(mark);
  return true;
}

class ObjectReader {
 public:
  ObjectReader(element value, const FieldMap& map) : value_(value), map_(map) {}

  std::vector<std::string> texts(RecordField field) const {
    for (const std::string& key : map_.keys(field)) {
      std::vector<element> values;
      find_values(value_, key, 0, values);
      std::vector<std::string> texts;
      for (const element value : values) {
        for (std::string& text : TextCollector().collect(value)) texts.push_back(std::move(text));
      }
      std::erase_if(texts, [&](const std::string& text) { return !suits(field, text); });
      if (!texts.empty()) return texts;
    }
    return {};
  }

  std::string text(RecordField field) const {
    const auto all = texts(field);
    return all.empty() ? std::string() : one_line(all.front());
  }

  std::vector<std::string> lines(RecordField field) const {
    std::vector<std::string> out;
    for (const std::string& text : texts(field)) out.push_back(one_line(text));
    std::erase(out, std::string());
    return out;
  }

  std::string body() const {
    std::string out;
    for (const std::string& text : texts(RecordField::body)) {
      if (!out.empty()) out += "\n\n";
      out += body_text(text);
    }
    return out;
  }

  /// Is all that stands of the body a short text under a key like "summary"?
  bool is_teaser(std::string_view body) const {
    constexpr std::size_t longest = 1000;
    if (body.size() > longest) return false;
    for (const std::string& key : map_.keys(RecordField::body)) {
      std::vector<element> values;
      find_values(value_, key, 0, values);
      const bool given = std::any_of(values.begin(), values.end(), [](element value) {
        return !TextCollector().collect(value).empty();
      });
      if (given) return is_teaser_key(key);
    }
    return false;
  }

 private:
  element value_;
  const FieldMap& map_;
};

/// "Roe, Jane" as indexes have it is Jane Roe; "Jane Roe, Tom Hale" are two.
std::string straight_name(const std::string& name) {
  const std::size_t comma = name.find(", ");
  const bool one = comma != std::string::npos && name.find(',', comma + 1) == std::string::npos &&
                   comma + 2 < name.size();
  return one ? name.substr(comma + 2) + " " + name.substr(0, comma) : name;
}

bool is_list(std::string_view text, std::size_t comma) {
  return text.substr(0, comma).find(' ') != std::string_view::npos &&
         text.find(' ', std::min(text.size(), comma + 2)) != std::string_view::npos;
}

/// One name a text, or several with ';' between them, or full names with ','.
void mark_names(const std::vector<std::string>& texts, AnnotationKind kind, RecordFields& fields) {
  for (const std::string& text : texts) {
    const std::size_t comma = text.find(',');
    const bool commas = kind == AnnotationKind::person && comma != std::string::npos &&
                        text.find(';') == std::string::npos && is_list(text, comma);
    const char separator = commas ? ',' : ';';
    for (std::size_t from = 0; from <= text.size();) {
      const std::size_t to = std::min(text.find(separator, from), text.size());
      std::string name = squeeze_blanks(text.substr(from, to - from));
      if (kind == AnnotationKind::person) name = straight_name(name);
      add_annotation(kind, std::move(name), fields);
      from = to + 1;
    }
  }
}

/// "Mara Quist; Odo Vance": a list in one text, as trafilatura writes it.
std::vector<std::string> split_lists(const std::vector<std::string>& texts) {
  std::vector<std::string> names;
  for (const std::string& text : texts) {
    for (std::size_t from = 0; from <= text.size();) {
      const std::size_t to = std::min(text.find(';', from), text.size());
      names.push_back(squeeze_blanks(text.substr(from, to - from)));
      from = to + 1;
    }
  }
  std::erase(names, std::string());
  return names;
}

RawRecord read_object(element value, const FieldMap& map) {
  const ObjectReader object_reader(value, map);
  RawRecord record;
  record.text = object_reader.body();
  RecordFields& fields = record.fields;
  fields.truncated = drop_cut_mark(record.text) || object_reader.is_teaser(record.text);
  fields.headline = object_reader.text(RecordField::headline);
  fields.byline = split_lists(object_reader.lines(RecordField::byline));
  fields.names_authors = true;
  fields.published = date_text(object_reader.text(RecordField::published));
  fields.url = object_reader.text(RecordField::url);
  fields.source = object_reader.text(RecordField::source);
  if (fields.source.empty()) fields.source = host_of(fields.url);
  fields.agency = object_reader.text(RecordField::agency);
  fields.section = object_reader.text(RecordField::section);
  fields.language = object_reader.text(RecordField::language);
  fields.dateline = object_reader.text(RecordField::dateline);
  fields.captions = object_reader.lines(RecordField::captions);
  mark_names(object_reader.lines(RecordField::person), AnnotationKind::person, fields);
  mark_names(object_reader.lines(RecordField::place), AnnotationKind::place, fields);
  mark_names(object_reader.lines(RecordField::organization), AnnotationKind::organization, fields);
  // Without a headline the text is as it was scraped, and the splitter looks for one.
  record.kind = fields.headline.empty() ? TextKind::plain : TextKind::body_only;
  return record;
}

bool has_text(const RawRecord& record) {
  return !says_nothing(record.text);
}

/// Databases and feeds wrap each record: {"_id": 7, "_source": {...}}.
constexpr std::array<std::string_view, 6> envelopes = {"_source",  "article", "doc",
                                                       "document", "item",    "data"};

std::string list_keys(object value) {
  constexpr std::size_t most = 12;
  std::string keys;
  std::size_t count = 0;
  for (const auto& field : value) {
    if (++count > most) return keys + ", ...";
    keys += fmt::format("{}{}", keys.empty() ? "" : ", ", field.key);
  }
  return keys;
}

}  // namespace

Result<RawRecord> record_from_json(element value, const FieldMap& map) {
  object keys;
  if (value.get(keys) != simdjson::SUCCESS) return fail("no JSON object");
  RawRecord record = read_object(value, map);
  if (has_text(record)) return record;
  for (const std::string_view envelope : envelopes) {
    element inner;
    if (keys[envelope].get(inner) != simdjson::SUCCESS || !inner.is_object()) continue;
    record = read_object(inner, map);
    if (has_text(record)) return record;
  }
  return fail(
      fmt::format("no article text (keys: {}; name the one that holds it with --map body=KEY)",
                  list_keys(keys)));
}

}  // namespace onrecord
