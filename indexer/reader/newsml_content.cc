// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/newsml_content.h"

#include "indexer/reader/marked_body.h"
#include "indexer/reader/markup.h"
#include "indexer/reader/nitf_reader.h"

namespace onrecord {

void add_newsml_content(const ElementTree& tree, ElementId content, RawRecord& record) {
  if (content == ElementTree::none) return;
  if (const ElementId nitf = tree.find("//nitf", content); nitf != ElementTree::none) {
    return read_nitf(tree, nitf, record);
  }
  for (const std::string_view path : {"//body.content", "//body"}) {
    const ElementId body = tree.find(path, content);
    if (body != ElementTree::none) return add_body(tree, body, record);
  }
  const std::string text = tree.raw_text(content);
  // Data in XML of another kind (sports results, events) is no text.
  bool other_elements = false;
  for (ElementId id = content + 1; id < tree.end_of(content); ++id) {
    other_elements = other_elements || !tree.is_text(id);
  }
  if (other_elements && tree.find("//p", content) == ElementTree::none) return;
  // Tags as text: "&lt;p&gt;The river rose.&lt;/p&gt;".
  if (looks_like_markup(text)) return add_html_body(text, record);
  add_body(tree, content, record);
}

}  // namespace onrecord
