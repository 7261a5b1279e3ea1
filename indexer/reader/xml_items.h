// SPDX-License-Identifier: GPL-3.0-or-later
// An XML file as a stream of its items (<item>, <entry>, <newsItem>), each a small tree: a file of
// any size is read with the memory of one item. libxml2 parses; no entity, no network, no file.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "indexer/reader/byte_stream.h"
#include "indexer/reader/element_tree.h"
#include "indexer/reader/xml_text.h"

namespace onrecord {

/// Names of elements are local names; those of well-known namespaces beside that of the root get
/// their usual prefix ("dc:creator", "content:encoded", "media:title") whatever the file calls it.
class XmlItems {
 public:
  /// `names`: the elements that are items. An item that begins inside of another ends that.
  XmlItems(ByteStream& stream, std::vector<std::string_view> names, std::uint64_t limit);
  ~XmlItems();
  XmlItems(const XmlItems&) = delete;
  XmlItems& operator=(const XmlItems&) = delete;

  /// The next item; nothing at the end. An error costs one item: it is too large, or the file ends
  /// in it.
  Result<std::optional<ElementTree>> next();

  /// What stood outside of items so far, below the root (the title of a feed). Sealed.
  const ElementTree& around();

  const std::string& charset() const { return text_.charset(); }
  /// The first thing that was not well-formed; empty if all was.
  const std::string& complaint() const;

 private:
  class Handler;

  XmlText text_;
  std::unique_ptr<Handler> handler_;
  bool at_end_ = false;
};

}  // namespace onrecord
