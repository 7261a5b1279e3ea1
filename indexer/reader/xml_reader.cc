// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/xml_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "indexer/reader/xml_items.h"

namespace onrecord {
namespace {

class XmlReader final : public RecordReader {
 public:
  XmlReader(OpenInput input, XmlShape shape)
      : input_(std::move(input)),
        shape_(std::move(shape)),
        items_(input_.stream, shape_.items, input_.settings->limits.record_bytes) {}

  Result<std::optional<RawRecord>> next() override {
    if (at_end_) return std::nullopt;
    const auto item = items_.next();
    if (item && !*item) {
      at_end_ = true;
      if (records_read_ > 0) return std::nullopt;
    }
    ++records_read_;
    if (!item) return tl::unexpected(item.error());
    if (!*item) return fail(reason_without_items());
    auto record = shape_.read(**item, items_.around());
    if (!record) return tl::unexpected(record.error());
    record->origin = {input_.path, records_read_, std::string(input_.format)};
    record->charset = items_.charset();
    return std::optional<RawRecord>(std::move(*record));
  }

  std::uint64_t records_read() const override { return records_read_; }
  std::uint64_t bytes_read() const override { return input_.stream.bytes_read(); }

 private:
  std::string reason_without_items() {
    if (!items_.complaint().empty()) return "not well-formed XML: " + items_.complaint();
    const ElementTree& around = items_.around();
    for (ElementId id = 1; id < around.size(); ++id) {
      if (!around.is_text(id)) return fmt::format("no article in it, only <{}>", around[id].name);
    }
    return "no XML element in it";
  }

  OpenInput input_;
  XmlShape shape_;
  XmlItems items_;
  std::uint64_t records_read_ = 0;
  bool at_end_ = false;
};

}  // namespace

std::unique_ptr<RecordReader> make_xml_reader(OpenInput input, XmlShape shape) {
  return std::make_unique<XmlReader>(std::move(input), std::move(shape));
}

std::vector<std::string> texts_of(const ElementTree& tree, const std::vector<ElementId>& ids) {
  std::vector<std::string> texts;
  for (const ElementId id : ids) texts.push_back(tree.text(id));
  std::erase(texts, std::string());
  return texts;
}

std::string first_of(std::initializer_list<std::string> texts) {
  for (const std::string& text : texts) {
    if (!text.empty()) return text;
  }
  return {};
}

void add_annotation(AnnotationKind kind, std::string name, RecordFields& fields) {
  constexpr std::size_t most = 500;
  constexpr std::size_t longest = 200;
  if (name.empty() || name.size() > longest || fields.annotations.size() >= most) return;
  const bool known = std::any_of(
      fields.annotations.begin(), fields.annotations.end(),
      [&](const Annotation& other) { return other.kind == kind && other.name == name; });
  if (!known) fields.annotations.push_back({kind, std::move(name)});
}

void add_annotations(const ElementTree& tree, std::string_view path, AnnotationKind kind,
                     ElementId from, RecordFields& fields) {
  for (const ElementId id : tree.all(path, from)) add_annotation(kind, tree.text(id), fields);
}

}  // namespace onrecord
