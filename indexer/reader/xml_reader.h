// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of all XML formats: what differs is which elements are items, and how an item becomes
// a record.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "indexer/reader/element_tree.h"
#include "indexer/reader/open_input.h"

namespace onrecord {

struct XmlShape {
  std::vector<std::string_view> items;  ///< Names of the elements that are records.
  /// An error says why the item holds no article. `around`: see XmlItems::around.
  Result<RawRecord> (*read)(const ElementTree& item, const ElementTree& around);
};

/// A file without any item gives one error, which names its first element.
std::unique_ptr<RecordReader> make_xml_reader(OpenInput input, XmlShape shape);

/// The texts of elements, without empty ones.
std::vector<std::string> texts_of(const ElementTree& tree, const std::vector<ElementId>& ids);

/// The first that is not empty.
std::string first_of(std::initializer_list<std::string> texts);

/// The names below `from` in elements of that name, once each, as annotations.
void add_annotations(const ElementTree& tree, std::string_view path, AnnotationKind kind,
                     ElementId from, RecordFields& fields);
void add_annotation(AnnotationKind kind, std::string name, RecordFields& fields);

}  // namespace onrecord
