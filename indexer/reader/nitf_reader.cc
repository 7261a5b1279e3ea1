// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/nitf_reader.h"

#include <fmt/format.h>

#include "common/text_fold.h"
#include "indexer/reader/marked_body.h"
#include "indexer/reader/xml_reader.h"
#include "indexer/reader/xml_text.h"

namespace onrecord {
namespace {

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

/// The value of <meta name="..." content="...">.
std::string meta(const ElementTree& tree, ElementId head, std::string_view name) {
  for (const ElementId id : tree.all("meta", head)) {
    if (tree.attribute(id, "name") == name) return std::string(tree.attribute(id, "content"));
  }
  return {};
}

/// "Top/News; Opinion" of a list of sections is "Top/News".
std::string first_part(const std::string& list) {
  return squeeze_blanks(list.substr(0, list.find(';')));
}

class NitfReader {
 public:
  NitfReader(const ElementTree& tree, ElementId nitf, RawRecord& record)
      : tree_(tree),
        nitf_(nitf),
        head_(tree.find("head", nitf)),
        docdata_(tree.find("docdata", head_)),
        pubdata_(tree.find("pubdata", head_)),
        body_head_(tree.find("body/body.head", nitf)),
        record_(record) {}

  void run() {
    RecordFields& fields = record_.fields;
    fill(fields.headline,
         first_of({tree_.text_at("hedline/hl1", body_head_), tree_.text_at("hedline", body_head_),
                   tree_.text_at("title", head_)}));
    if (fields.byline.empty()) fields.byline = bylines();
    fill(fields.dateline, dateline());
    fill(fields.published,
         first_of({tree_.attribute_at("date.issue", "norm", docdata_),
                   tree_.attribute_at("date.release", "norm", docdata_),
                   std::string(tree_.attribute(pubdata_, "date.publication")),
                   tree_.attribute_at("dateline/story.date", "norm", body_head_)}));
    fill(fields.source, first_of({std::string(tree_.attribute(pubdata_, "name")),
                                  tree_.attribute_at("doc.copyright", "holder", docdata_),
                                  tree_.text_at("distributor", body_head_),
                                  tree_.text_at("rights/rights.owner", body_head_)}));
    fill(fields.agency, tree_.text_at("distributor", body_head_));
    fill(fields.section, section());
    fill(fields.language, first_of({std::string(tree_.attribute(nitf_, "xml:lang")),
                                    std::string(tree_.attribute(nitf_, "baselang")),
                                    tree_.attribute_at("body", "xml:lang", nitf_)}));
    fill(fields.url, std::string(tree_.attribute(pubdata_, "ex-ref")));
    annotate();
    add_content();
  }

 private:
  /// An archive may give a byline twice: as printed, and as "RUIZ, ANA" for its index.
  std::vector<std::string> bylines() {
    std::vector<std::string> names;
    for (const ElementId byline : tree_.all("byline", body_head_)) {
      if (tree_.attribute(byline, "class") == "normalized_byline") continue;
      const auto people = texts_of(tree_, tree_.all("person", byline));
      for (const std::string& person : people) add_names(person, names);
      if (people.empty()) names.push_back(text_without(byline, "byttl"));
    }
    if (names.empty()) names = texts_of(tree_, tree_.all("byline", body_head_));
    std::erase(names, std::string());
    return names;
  }

  /// "By Ana Ruiz and Tom Okafor" in one <person>.
  void add_names(std::string_view person, std::vector<std::string>& names) {
    if (fold(person.substr(0, 3)) == "by ") person.remove_prefix(3);
    while (!person.empty()) {
      const std::size_t end = person.find(" and ");
      names.push_back(squeeze_blanks(person.substr(0, end)));
      add_annotation(AnnotationKind::person, names.back(), record_.fields);
      if (end == std::string_view::npos) return;
      person.remove_prefix(end + 5);
    }
  }

  /// Text of an element less that of its children of one name.
  std::string text_without(ElementId id, std::string_view name) const {
    std::string text;
    for (ElementId node = id + 1; node < tree_.end_of(id);) {
      const bool passed = tree_[node].name == name;
      if (!passed) text += tree_[node].text;
      node = passed ? tree_.end_of(node) : node + 1;
    }
    return squeeze_blanks(text);
  }

  std::string dateline() const {
    const ElementId line = tree_.find("dateline", body_head_);
    if (line == ElementTree::none) return {};
    return first_of({tree_.text_at("location", line), text_without(line, "story.date")});
  }

  std::string section() const {
    return first_of({std::string(tree_.attribute(pubdata_, "position.section")),
                     first_part(meta(tree_, head_, "online_sections")), meta(tree_, head_, "dsk"),
                     tree_.attribute_at("docdata/fixture", "fix-id", head_),
                     tree_.attribute_at("tobject/tobject.subject", "tobject.subject.type", head_)});
  }

  void annotate() {
    RecordFields& fields = record_.fields;
    for (const auto& [name, kind] :
         {std::pair("person", AnnotationKind::person), std::pair("location", AnnotationKind::place),
          std::pair("org", AnnotationKind::organization)}) {
      for (const std::string_view part : {"head//", "body//"}) {
        for (const ElementId id : tree_.all(fmt::format("{}{}", part, name), nitf_)) {
          // Those of bylines are there already, one by one.
          if (tree_[tree_[id].parent].name == "byline") continue;
          add_annotation(kind, name_of(id, kind), fields);
        }
      }
    }
  }

  std::string name_of(ElementId id, AnnotationKind kind) const {
    std::string name =
        squeeze_blanks(tree_.text_at("name.given", id) + " " + tree_.text_at("name.family", id));
    if (name.empty()) name = text_without(id, "function");
    // An index turns names round: "Ruiz, Ana".
    const std::size_t comma = name.find(", ");
    const bool indexed = tree_.attribute(id, "class") == "indexing_service";
    if (kind != AnnotationKind::person || !indexed || comma == std::string::npos) return name;
    return name.substr(comma + 2) + " " + name.substr(0, comma);
  }

  void add_content() {
    for (const ElementId content : tree_.all("body/body.content", nitf_)) {
      // The block of the whole text stands beside one that repeats its beginning.
      ElementId whole = ElementTree::none;
      for (const ElementId block : tree_.all("block", content)) {
        if (tree_.attribute(block, "class") == "full_text") whole = block;
      }
      add_body(tree_, whole == ElementTree::none ? content : whole, record_);
    }
  }

  const ElementTree& tree_;
  ElementId nitf_;
  ElementId head_;
  ElementId docdata_;
  ElementId pubdata_;
  ElementId body_head_;
  RawRecord& record_;
};

/// What its agency took back: by status, or by a note to editors that begins so: "KILL", "MANDATORY
/// KILL: the report was false". A text that names the one in whose place it stands may carry that
/// one's status. Embargoes of an archive are over.
std::string reason_to_skip(const ElementTree& tree) {
  const std::string status = fold(tree.attribute_at("head/docdata", "management-status"));
  const bool replaces = !tree.attribute_at("head/docdata", "management-doc-idref").empty();
  const bool taken_back = status == "canceled" || status == "cancelled" || status == "withheld";
  if (taken_back && !replaces) {
    return fmt::format("{} by its provider", status);
  }
  for (const ElementId id : tree.all("head/docdata/ed-msg")) {
    const std::string note = name_key(std::string(tree.attribute(id, "info")).substr(0, 40)) + " ";
    for (const std::string_view word : {"kill ", "mandatory kill ", "withhold "}) {
      if (note.starts_with(word)) return "killed by its provider";
    }
  }
  return {};
}

Result<RawRecord> read_item(const ElementTree& item, const ElementTree& /*around*/) {
  if (auto reason = reason_to_skip(item); !reason.empty()) return fail(std::move(reason));
  RawRecord record;
  read_nitf(item, 0, record);
  if (!holds_text(record)) return fail("NITF without a text");
  return record;
}

}  // namespace

void read_nitf(const ElementTree& tree, ElementId nitf, RawRecord& record) {
  NitfReader(tree, nitf, record).run();
}

bool looks_like_nitf(std::string_view head) {
  return local_name(first_tag(head)) == "nitf";
}

std::unique_ptr<RecordReader> make_nitf_reader(OpenInput input) {
  return make_xml_reader(std::move(input), {{"nitf"}, read_item});
}

}  // namespace onrecord
