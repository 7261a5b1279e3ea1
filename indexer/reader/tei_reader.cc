// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/tei_reader.h"

#include "common/text_fold.h"
#include "indexer/reader/marked_body.h"
#include "indexer/reader/xml_reader.h"
#include "indexer/reader/xml_text.h"

namespace onrecord {
namespace {

/// "Ana Ruiz; Tom Hale" as names.
std::vector<std::string> parts_of(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    std::string part = squeeze_blanks(list.substr(0, end));
    if (!part.empty()) parts.push_back(std::move(part));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return parts;
}

std::string first_part(std::string_view list) {
  const auto parts = parts_of(list);
  return parts.empty() ? std::string() : parts.front();
}

// --- XML of trafilatura ---

Result<RawRecord> read_doc(const ElementTree& item, const ElementTree& /*around*/) {
  RawRecord record;
  add_body(item, item.find("main"), record);
  if (!holds_text(record)) return fail("a <doc> without a text in <main>");
  const auto named = [&](std::string_view name) { return std::string(item.attribute(0, name)); };
  RecordFields& fields = record.fields;
  fields.headline = squeeze_blanks(named("title"));
  fields.byline = parts_of(named("author"));
  fields.published = named("date");
  fields.source = first_of({named("sitename"), named("hostname"), named("source-hostname")});
  fields.section = first_part(first_of({named("categories"), named("tags")}));
  fields.language = named("language");
  fields.url = first_of({named("url"), named("source")});
  return record;
}

// --- TEI ---

class TeiText {
 public:
  TeiText(const ElementTree& item, const ElementTree& around)
      : item_(item), around_(around), header_(item.find("teiHeader")) {}

  Result<RawRecord> read() {
    for (const ElementId body : item_.all("text/body")) add_text(body);
    if (!holds_text(record_)) return fail("TEI without a text");
    RecordFields& fields = record_.fields;
    fields.headline = title();
    fields.byline = texts_of(item_, item_.all("fileDesc/titleStmt/author", header_));
    if (fields.byline.empty()) {
      fields.byline = texts_of(item_, item_.all("fileDesc/sourceDesc//author", header_));
    }
    fields.published =
        first_of({day_at("fileDesc/sourceDesc//date"), day_at("fileDesc/publicationStmt/date")});
    fields.source = source();
    fields.section = section();
    fields.language =
        first_of({item_.attribute_at("profileDesc/langUsage/language", "ident", header_),
                  std::string(item_.attribute(0, "xml:lang"))});
    const std::string url = item_.attribute_at("fileDesc/sourceDesc//ptr", "target", header_);
    if (url.starts_with("http")) fields.url = url;
    add_annotations(item_, "text//persName", AnnotationKind::person, 0, fields);
    add_annotations(item_, "text//placeName", AnnotationKind::place, 0, fields);
    add_annotations(item_, "text//orgName", AnnotationKind::organization, 0, fields);
    return std::move(record_);
  }

 private:
  /// Readers' comments stand in a division of their own.
  void add_text(ElementId body) {
    const auto divisions = item_.all("div", body);
    bool comments = false;
    for (const ElementId id : divisions) comments = comments || is_comments(id);
    if (!comments) return add_body(item_, body, record_);
    for (const ElementId id : divisions) {
      if (!is_comments(id)) add_body(item_, id, record_);
    }
  }

  bool is_comments(ElementId id) const { return item_.attribute(id, "type") == "comments"; }

  std::string title() const {
    for (const ElementId id : item_.all("fileDesc/titleStmt/title", header_)) {
      if (item_.attribute(id, "type") == "main") return item_.text(id);
    }
    return item_.text_at("fileDesc/titleStmt/title", header_);
  }

  /// <date when="2019-05-03">3 May</date>
  std::string day_at(std::string_view path) const {
    for (const ElementId id : item_.all(path, header_)) {
      std::string day = first_of({std::string(item_.attribute(id, "when")), item_.text(id)});
      if (!day.empty()) return day;
    }
    return {};
  }

  /// The newspaper: a title on the level of journals, else the publisher of the source.
  std::string source() const {
    for (const ElementId id : item_.all("fileDesc/sourceDesc//title", header_)) {
      if (item_.attribute(id, "level") == "j") return item_.text(id);
    }
    return first_of({item_.text_at("fileDesc/sourceDesc//publisher", header_),
                     item_.text_at("fileDesc/publicationStmt/publisher", header_),
                     around_.text_at("//fileDesc/sourceDesc//publisher"),
                     around_.text_at("//fileDesc/publicationStmt/publisher")});
  }

  std::string section() const {
    for (const ElementId id : item_.all("profileDesc/textClass//term", header_)) {
      if (item_.attribute(id, "type") == "categories") return first_part(item_.text(id));
    }
    return {};
  }

  const ElementTree& item_;
  const ElementTree& around_;
  ElementId header_;
  RawRecord record_;
};

Result<RawRecord> read_tei(const ElementTree& item, const ElementTree& around) {
  return TeiText(item, around).read();
}

}  // namespace

bool looks_like_trafilatura(std::string_view head) {
  const std::string_view tag = first_tag(head);
  const auto has = [](std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
  };
  const bool fields = has(tag, "sitename=") || has(tag, "hostname=") || has(tag, "fingerprint=");
  return local_name(tag) == "doc" && (fields || has(head, "<main"));
}

std::unique_ptr<RecordReader> make_trafilatura_reader(OpenInput input) {
  return make_xml_reader(std::move(input), {{"doc"}, read_doc});
}

bool looks_like_tei(std::string_view head) {
  const std::string_view name = local_name(first_tag(head));
  return name == "TEI" || name == "TEI.2" || name == "teiCorpus" || name == "teiCorpus.2";
}

std::unique_ptr<RecordReader> make_tei_reader(OpenInput input) {
  return make_xml_reader(std::move(input), {{"TEI", "TEI.2"}, read_tei});
}

}  // namespace onrecord
