// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/newsml_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/text_fold.h"
#include "indexer/reader/marked_body.h"
#include "indexer/reader/newsml_content.h"
#include "indexer/reader/xml_reader.h"
#include "indexer/reader/xml_text.h"

namespace onrecord {
namespace {

/// One <NewsItem> of NewsML 1.x: components in components, of which some are texts, some pictures.
class NewsItem {
 public:
  explicit NewsItem(const ElementTree& item) : item_(item) {}

  Result<RawRecord> read() {
    const std::string status = fold(item_.attribute_at("NewsManagement/Status", "FormalName"));
    if (status == "canceled" || status == "cancelled" || status == "withheld") {
      return fail(fmt::format("{} by its provider", status));
    }
    for (const ElementId content : item_.all("//ContentItem")) add_content(content);
    if (record_.text.empty()) return fail(reason_without_text());
    read_fields();
    return std::move(record_);
  }

 private:
  /// Of several texts (headlines and style sheets may be content, too) the longest is the story.
  void add_content(ElementId content) {
    const std::string kind = fold(item_.attribute_at("MediaType", "FormalName", content));
    const std::string mime = fold(item_.attribute_at("MimeType", "FormalName", content));
    const ElementId data = item_.find("DataContent", content);
    const bool written = kind.empty() || kind == "text" || kind == "complexdata";
    if (data == ElementTree::none || !written || mime == "text/css") return note_kind(kind);
    const std::string role = fold(item_.attribute_at("Role", "FormalName", item_[content].parent));
    if (role.find("caption") != std::string::npos) {
      record_.fields.captions.push_back(item_.text(data));
      return;
    }
    RawRecord other;
    add_newsml_content(item_, data, other);
    if (!holds_text(other) || other.text.size() <= record_.text.size()) return;
    other.fields.captions.insert(other.fields.captions.begin(), record_.fields.captions.begin(),
                                 record_.fields.captions.end());
    record_ = std::move(other);
    text_ = content;
  }

  void note_kind(const std::string& kind) {
    if (other_kind_.empty()) other_kind_ = kind;
  }

  std::string reason_without_text() const {
    if (other_kind_.empty()) return "a NewsItem without a text";
    return fmt::format("a NewsItem of media type '{}', no text", other_kind_);
  }

  /// An element of the component that holds the text, or else of the nearest around it that has it.
  ElementId near_text(std::string_view path) const {
    for (ElementId id = text_; id != 0; id = item_[id].parent) {
      const ElementId found = item_.find(path, id);
      if (found != ElementTree::none) return found;
    }
    return item_.find(fmt::format("//{}", path));
  }

  std::string line(std::string_view name) const {
    return item_.text(near_text(fmt::format("NewsLines/{}", name)));
  }

  void read_fields() {
    RecordFields& fields = record_.fields;
    const auto set = [](std::string& field, std::string value) {
      if (!value.empty()) field = std::move(value);
    };
    set(fields.headline, line("HeadLine"));
    const std::string byline = line("ByLine");
    if (!byline.empty()) fields.byline = {byline};
    set(fields.dateline, line("DateLine"));
    set(fields.published, first_of({item_.text_at("NewsManagement/FirstCreated"),
                                    item_.text_at("NewsManagement/ThisRevisionCreated"),
                                    item_.text_at("Identification/NewsIdentifier/DateId")}));
    const ElementId provider = near_text("AdministrativeMetadata/Provider/Party");
    const ElementId source = near_text("AdministrativeMetadata/Source/Party");
    set(fields.source, first_of({std::string(item_.attribute(provider, "FormalName")),
                                 std::string(item_.attribute(source, "FormalName")),
                                 item_.text_at("Identification/NewsIdentifier/ProviderId")}));
    set(fields.agency, line("CreditLine"));
    set(fields.language, first_of({std::string(item_.attribute(
                                       near_text("DescriptiveMetadata/Language"), "FormalName")),
                                   std::string(item_.attribute(0, "xml:lang"))}));
  }

  const ElementTree& item_;
  RawRecord record_;
  ElementId text_ = 0;  ///< The ContentItem of the text.
  std::string other_kind_;
};

Result<RawRecord> read_item(const ElementTree& item, const ElementTree& /*around*/) {
  return NewsItem(item).read();
}

}  // namespace

bool looks_like_newsml(std::string_view head) {
  const std::string_view name = local_name(first_tag(head));
  return name == "NewsML" || name == "NewsItem";
}

std::unique_ptr<RecordReader> make_newsml_reader(OpenInput input) {
  return make_xml_reader(std::move(input), {{"NewsItem"}, read_item});
}

}  // namespace onrecord
