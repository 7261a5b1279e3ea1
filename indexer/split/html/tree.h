// SPDX-License-Identifier: GPL-3.0-or-later
// A page as a tree of elements and texts, built by the rules of browsers in short: paragraphs, list
// items and table cells end where the next one begins, stray end tags are ignored, nothing is lost.
//
// Nodes stand in the order of the page, so a subtree is a range of them and no walk needs a stack.
// Depth is bounded: what is deeper becomes a sibling. Linear time.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/split/html/scanner.h"
#include "indexer/split/html/tags.h"

namespace onrecord {

using NodeId = std::uint32_t;

struct HtmlNode {
  Tag tag = Tag::other;
  bool in_link = false;  ///< Of a text: it stands inside <a href>.
  std::uint16_t depth = 0;
  NodeId parent = 0;  ///< The root is its own parent.
  NodeId end = 0;     ///< The subtree is nodes [this, end).
  std::uint32_t first_attribute = 0;
  std::uint16_t attribute_count = 0;
  std::string_view text;  ///< Of a text, title or script: as written. Of `other`: its name.
};

class HtmlTree {
 public:
  /// Views into `page`, which must live as long as the tree.
  static HtmlTree parse(std::string_view page);

  std::string_view page() const { return page_; }
  std::span<const HtmlNode> nodes() const { return nodes_; }
  const HtmlNode& operator[](NodeId id) const { return nodes_[id]; }
  NodeId size() const { return static_cast<NodeId>(nodes_.size()); }

  std::span<const HtmlAttribute> attributes(NodeId id) const;

  /// As written; empty if the element has no such attribute. `name` in lower case.
  std::string_view attribute(NodeId id, std::string_view name) const;
  bool has_attribute(NodeId id, std::string_view name) const;

  /// The value with character references resolved.
  std::string value(NodeId id, std::string_view name) const;

  bool contains(NodeId ancestor, NodeId id) const {
    return ancestor <= id && id < nodes_[ancestor].end;
  }

 private:
  friend class HtmlTreeBuilder;

  std::string_view page_;
  std::vector<HtmlNode> nodes_;
  std::vector<HtmlAttribute> attributes_;
};

/// All text of a subtree, silent elements left out, blanks squeezed.
std::string text_of(const HtmlTree& tree, NodeId id);

}  // namespace onrecord
