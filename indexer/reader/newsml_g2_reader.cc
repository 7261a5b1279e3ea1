// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "common/text_fold.h"
#include "indexer/reader/marked_body.h"
#include "indexer/reader/newsml_content.h"
#include "indexer/reader/newsml_reader.h"
#include "indexer/reader/xml_reader.h"
#include "indexer/reader/xml_text.h"

namespace onrecord {
namespace {

/// "text" of "ninat:text" and of "http://cv.iptc.org/newscodes/ninature/text".
std::string_view code_of(std::string_view qcode_or_uri) {
  return qcode_or_uri.substr(qcode_or_uri.find_last_of(":/") + 1);
}

/// Items that are no news, and what they are.
struct OtherItem {
  std::string_view name;
  std::string_view reason;
};

constexpr std::array<OtherItem, 5> other_items = {{
    {"packageItem", "a package, which only lists other items"},
    {"conceptItem", "a concept (a person, place or event), no news"},
    {"knowledgeItem", "a list of concepts, no news"},
    {"planningItem", "a plan of coverage, no news yet"},
    {"catalogItem", "a catalog of vocabularies, no news"},
}};

class G2Item {
 public:
  explicit G2Item(const ElementTree& item)
      : item_(item), item_meta_(item.find("itemMeta")), meta_(item.find("contentMeta")) {}

  Result<RawRecord> read() {
    if (auto reason = reason_to_skip(); !reason.empty()) return fail(std::move(reason));
    RecordFields& fields = record_.fields;
    fields.headline = headline();
    fields.byline = bylines();
    fields.dateline = item_.text_at("dateline", meta_);
    fields.published =
        first_of({item_.text_at("contentCreated", meta_), item_.text_at("firstCreated", item_meta_),
                  item_.text_at("versionCreated", item_meta_)});
    fields.source = provider();
    fields.agency = credit();
    fields.section = section();
    fields.language = first_of({item_.attribute_at("language", "tag", meta_),
                                std::string(item_.attribute(0, "xml:lang"))});
    const std::string_view guid = item_.attribute(0, "guid");
    if (guid.starts_with("http")) fields.url = guid;
    annotate();
    add_content();
    if (!holds_text(record_)) return fail(reason_without_text());
    return std::move(record_);
  }

 private:
  std::string reason_to_skip() const {
    for (const OtherItem& other : other_items) {
      if (item_[0].name == other.name) return std::string(other.reason);
    }
    const std::string_view kind = code_at("itemClass", item_meta_);
    const bool written = kind.empty() || kind == "text" || kind == "composite";
    if (!written) return fmt::format("an item of class '{}', no text", kind);
    const std::string_view status = code_at("pubStatus", item_meta_);
    if (status == "canceled" || status == "cancelled" || status == "withheld") {
      return fmt::format("{} by its provider", status);
    }
    return {};
  }

  std::string_view code_at(std::string_view path, ElementId from) const {
    const ElementId id = item_.find(path, from);
    const std::string_view qcode = item_.attribute(id, "qcode");
    return code_of(qcode.empty() ? item_.attribute(id, "uri") : qcode);
  }

  std::string headline() const {
    for (const ElementId id : item_.all("headline", meta_)) {
      if (code_of(item_.attribute(id, "role")) == "main") return item_.text(id);
    }
    return first_of({item_.text_at("headline", meta_), item_.text_at("title", item_meta_)});
  }

  std::vector<std::string> bylines() const {
    auto names = texts_of(item_, item_.all("by", meta_));
    if (names.empty()) names = texts_of(item_, item_.all("creator/name", meta_));
    return names;
  }

  std::string provider() const {
    const ElementId id = item_.find("provider", item_meta_);
    return first_of({item_.text_at("name", id), std::string(item_.attribute(id, "literal")),
                     std::string(code_of(item_.attribute(id, "qcode"))),
                     std::string(code_of(item_.attribute(id, "uri")))});
  }

  /// "ABC-" and "ABC–": some write the dash that stands between credit and text.
  std::string credit() const {
    std::string line = item_.text_at("creditline", meta_);
    for (const std::string_view dash : {"-", "\u2013", "\u2014"}) {
      if (line.ends_with(dash)) line.resize(line.size() - dash.size());
    }
    return line;
  }

  /// One or two letters are a code, no name.
  std::string section() const {
    for (const ElementId id : item_.all("subject", meta_)) {
      const std::string_view type = code_of(item_.attribute(id, "type"));
      if (!type.empty() && type != "abstract") continue;
      std::string name = item_.text_at("name", id);
      if (name.size() > 2) return name;
    }
    return first_of(
        {item_.text_at("memberOf/name", item_meta_), item_.text_at("genre/name", meta_)});
  }

  void annotate() {
    for (const ElementId id : item_.all("subject", meta_)) {
      const std::string_view type = code_of(item_.attribute(id, "type"));
      std::string name = item_.text_at("name", id);
      if (type == "person") {
        add_annotation(AnnotationKind::person, std::move(name), record_.fields);
      } else if (type == "organisation" || type == "organization") {
        add_annotation(AnnotationKind::organization, std::move(name), record_.fields);
      } else if (type == "geoArea" || type == "poi") {
        add_annotation(AnnotationKind::place, std::move(name), record_.fields);
      }
    }
  }

  /// The renditions of one text: the first that holds one.
  void add_content() {
    const ElementId set = item_.find("contentSet");
    for (const std::string_view name : {"inlineXML", "inlineData"}) {
      for (const ElementId content : item_.all(name, set)) {
        if (item_.attribute(content, "encoding").empty()) {
          add_newsml_content(item_, content, record_);
        }
        if (!record_.text.empty()) return;
      }
    }
  }

  std::string reason_without_text() const {
    const bool elsewhere = item_.find("contentSet/remoteContent") != ElementTree::none;
    return elsewhere ? "its text is in another file (remoteContent)" : "an item without a text";
  }

  const ElementTree& item_;
  ElementId item_meta_;
  ElementId meta_;
  RawRecord record_;
};

Result<RawRecord> read_item(const ElementTree& item, const ElementTree& /*around*/) {
  return G2Item(item).read();
}

}  // namespace

bool looks_like_newsml_g2(std::string_view head) {
  const std::string_view name = local_name(first_tag(head));
  return name == "newsMessage" || name == "newsItem" ||
         std::any_of(other_items.begin(), other_items.end(),
                     [name](const OtherItem& other) { return other.name == name; });
}

std::unique_ptr<RecordReader> make_newsml_g2_reader(OpenInput input) {
  XmlShape shape{{"newsItem"}, read_item};
  for (const OtherItem& other : other_items) shape.items.push_back(other.name);
  return make_xml_reader(std::move(input), std::move(shape));
}

}  // namespace onrecord
