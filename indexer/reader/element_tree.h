// SPDX-License-Identifier: GPL-3.0-or-later
// A small tree of elements and texts: one item of an XML or SGML file, or a fragment of HTML.
//
// Nodes stand in the order of the document, so a subtree is a range of them and no walk needs a
// stack. Both depth and number of nodes are bounded: input cannot exhaust memory or recursion.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onrecord {

using ElementId = std::uint32_t;

struct ElementNode {
  std::string name;      ///< Of an element, with its prefix where it has one; empty for a text.
  std::string text;      ///< Of a text; references are resolved.
  ElementId parent = 0;  ///< The root is its own parent.
  ElementId end = 0;     ///< The subtree is nodes [this, end).
  std::vector<std::pair<std::string, std::string>> attributes = {};
};

class ElementTree {
 public:
  /// Deeper elements are left out, their texts kept.
  static constexpr std::size_t deepest = 256;
  static constexpr std::size_t most_nodes = 1U << 20U;
  static constexpr ElementId none = static_cast<ElementId>(-1);

  using Attributes = std::vector<std::pair<std::string, std::string>>;

  explicit ElementTree(std::string root_name, Attributes attributes = {});

  // Building.

  /// An element inside the open one becomes the open one.
  void open(std::string name, Attributes attributes);
  void close();
  void add_text(std::string_view text);
  /// Closes the innermost open element of that name and what is open in it. False if none is open
  /// inside of the root.
  bool close(std::string_view name);
  /// Sets the ends of all open elements, so that the tree can be read; building may go on.
  void seal();

  std::size_t depth() const { return open_.size() + too_deep_; }
  /// Bytes of names and texts, and whether there are more nodes than a tree may have.
  std::uint64_t bytes() const { return bytes_; }
  bool is_full() const { return nodes_.size() >= most_nodes; }
  const std::string& open_name() const { return nodes_[open_.back()].name; }

  // Reading. An id may be `none`: then there is nothing.

  const ElementNode& operator[](ElementId id) const { return nodes_[id]; }
  ElementId size() const { return static_cast<ElementId>(nodes_.size()); }
  bool is_text(ElementId id) const { return nodes_[id].name.empty(); }
  ElementId end_of(ElementId id) const { return id == none ? 0 : nodes_[id].end; }

  /// The first element at `path` ("body/body.head/byline") below `from`. Each name is looked for
  /// among the children; a name after "//" anywhere below. `none` where there is none.
  ElementId find(std::string_view path, ElementId from = 0) const;
  /// All of them, in order.
  std::vector<ElementId> all(std::string_view path, ElementId from = 0) const;

  /// The value of an attribute; empty where there is none.
  std::string_view attribute(ElementId id, std::string_view name) const;

  /// All text below an element as one line.
  std::string text(ElementId id) const;
  /// All text below an element as it stands.
  std::string raw_text(ElementId id) const;

  /// Short for text(find(path, from)).
  std::string text_at(std::string_view path, ElementId from = 0) const {
    return text(find(path, from));
  }
  /// Short for attribute(find(path, from), name).
  std::string attribute_at(std::string_view path, std::string_view name, ElementId from = 0) const {
    return std::string(attribute(find(path, from), name));
  }

 private:
  std::vector<ElementNode> nodes_;
  std::vector<ElementId> open_;  ///< From the root to the innermost open element.
  std::size_t too_deep_ = 0;     ///< Open elements that are left out.
  std::uint64_t bytes_ = 0;
};

}  // namespace onrecord
