// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/blocks.h"

#include <algorithm>

#include "common/utf8.h"
#include "indexer/split/html/text.h"

namespace onrecord {
namespace {

/// Letters of scripts that put no blanks between words.
bool is_unspaced(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0x0E00 && c <= 0x0E7F) || (c >= 0x20000 && c <= 0x2FFFF);
}

bool is_bold(Tag tag) {
  return tag == Tag::b || tag == Tag::strong;
}

class BlockFinder {
 public:
  BlockFinder(const HtmlTree& tree, const std::vector<std::uint32_t>& own_marks)
      : tree_(tree),
        own_marks_(own_marks),
        text_(tree.page()),
        inherited_(tree.size(), 0),
        bold_(tree.size(), false),
        inline_drop_(tree.size(), false),
        container_(tree.size(), 0) {}

  std::vector<HtmlBlock> run() {
    for (NodeId id = 0; id < tree_.size();) {
      const HtmlNode& node = tree_[id];
      inherit(id);
      // Where an element ends is seen by the next node's parent.
      if (container_[id] != current_) close_block(container_[id]);
      if (node.tag == Tag::text) {
        add_text(id);
      } else if (node.tag == Tag::br) {
        add_break();
      }
      id = has_flag(node.tag, tag_flags::silent) ? node.end : id + 1;
    }
    close_block(0);
    return std::move(blocks_);
  }

 private:
  void inherit(NodeId id) {
    const HtmlNode& node = tree_[id];
    const NodeId parent = node.parent;
    inherited_[id] = own_marks_[id] | (id == 0 ? 0 : inherited_[parent]);
    bold_[id] = is_bold(node.tag) || (id > 0 && bold_[parent]);
    const bool block = id == 0 || is_block(node.tag);
    container_[id] = block ? id : container_[parent];
    inline_drop_[id] =
        !block && (inline_drop_[parent] || (own_marks_[id] & (marks::drop | marks::hidden)) != 0);
  }

  void add_text(NodeId id) {
    const std::string_view raw = tree_[id].text;
    if (inline_drop_[id]) return;
    part_times(id);
    if (raw.find_first_not_of(" \t\r\n\f") != std::string_view::npos) {
      block_.marks = block_.first == 0 ? inherited_[id] : block_.marks & inherited_[id];
      if (block_.first == 0) block_.first = id;
      block_.end = id + 1;
      breaks_ = 0;
      const std::uint32_t words = count_text_words(raw);
      if (tree_[id].in_link) block_.link_words += words;
      if (bold_[id]) block_.strong_chars += static_cast<std::uint32_t>(raw.size());
    }
    text_.append(raw);
  }

  /// "<time>11 March 2024</time><time>20:25</time>"
  void part_times(NodeId id) {
    const NodeId parent = tree_[id].parent;
    if (tree_[parent].tag != Tag::time || block_.first == 0) return;
    const NodeId before = tree_[block_.end - 1].parent;
    if (tree_[before].tag == Tag::time && before != parent) append_blank();
  }

  void append_blank() {
    const std::string_view before = tree_[block_.end - 1].text;
    text_.append_blank(static_cast<std::size_t>(before.data() - tree_.page().data()) +
                       before.size());
  }

  /// One line break is a blank, two end a paragraph.
  void add_break() {
    if (++breaks_ >= 2) {
      close_block(current_);
      return;
    }
    if (block_.first != 0) append_blank();
  }

  void close_block(NodeId next) {
    block_.text = text_.take();
    if (!block_.text.empty()) {
      block_.container = current_;
      block_.words = count_text_words(block_.text.text());
      block_.link_words = std::min(block_.link_words, block_.words);
      blocks_.push_back(std::move(block_));
    }
    block_ = HtmlBlock();
    current_ = next;
  }

  const HtmlTree& tree_;
  const std::vector<std::uint32_t>& own_marks_;
  HtmlTextCollector text_;
  std::vector<std::uint32_t> inherited_;
  std::vector<bool> bold_;
  std::vector<bool> inline_drop_;  ///< Inside an inline element that is no part of the text.
  std::vector<NodeId> container_;
  std::vector<HtmlBlock> blocks_;
  HtmlBlock block_;
  NodeId current_ = 0;
  int breaks_ = 0;
};

}  // namespace

std::uint32_t count_text_words(std::string_view text) {
  std::uint32_t words = 0;
  std::uint32_t unspaced = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      const bool blank = byte == ' ' || (byte >= '\t' && byte <= '\r');
      if (!blank && !inside) ++words;
      inside = !blank;
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    if (is_unspaced(point.value)) {
      ++unspaced;
      inside = true;
    } else if (!inside) {
      ++words;
      inside = true;
    }
    at += point.bytes;
  }
  return words + unspaced / 2;
}

std::vector<HtmlBlock> find_html_blocks(const HtmlTree& tree,
                                        const std::vector<std::uint32_t>& own_marks) {
  return BlockFinder(tree, own_marks).run();
}

}  // namespace onrecord
