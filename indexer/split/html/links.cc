// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/links.h"

#include <array>
#include <string_view>
#include <unordered_map>

#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

bool ends_label(std::string_view label) {
  constexpr std::array<std::string_view, 8> marks = {":", "|", ">", "»", "→", "▶", "►", "–"};
  for (const std::string_view mark : marks) {
    if (label.ends_with(mark)) return true;
  }
  return false;
}

/// The innermost list around a block; 0 if none.
NodeId list_around(const HtmlTree& tree, const HtmlBlock& block) {
  for (NodeId id = block.container; id != 0; id = tree[id].parent) {
    if (tree[id].tag == Tag::ul || tree[id].tag == Tag::ol) return id;
  }
  return 0;
}

struct ListCount {
  std::uint32_t items = 0;
  std::uint32_t linking = 0;  ///< Items that hold a link of some words.
  std::uint32_t words = 0;
  std::uint32_t link_words = 0;
};

}  // namespace

bool is_labelled_link(const HtmlTree& tree, const HtmlBlock& block) {
  constexpr std::uint32_t longest_label = 6;
  constexpr std::uint32_t shortest_link = 4;
  if (block.link_words < shortest_link || block.words - block.link_words > longest_label) {
    return false;
  }
  std::string label;
  bool linked = false;
  for (NodeId id = block.first; id < block.end; ++id) {
    if (tree[id].tag != Tag::text) continue;
    const std::string_view text = trim(tree[id].text);
    if (text.empty()) continue;
    if (tree[id].in_link) {
      linked = true;
    } else if (linked) {
      return false;
    } else {
      label += text;
    }
  }
  return linked && ends_label(label) && count_words(label) <= longest_label;
}

std::vector<bool> find_link_lists(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks) {
  std::unordered_map<NodeId, ListCount> lists;
  std::vector<NodeId> list_of(blocks.size(), 0);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const NodeId list = list_of[i] = list_around(tree, blocks[i]);
    if (list == 0) continue;
    ListCount& count = lists[list];
    ++count.items;
    if (blocks[i].link_words >= 3) ++count.linking;
    count.words += blocks[i].words;
    count.link_words += blocks[i].link_words;
  }
  std::vector<bool> found(blocks.size(), false);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (list_of[i] == 0) continue;
    const ListCount& count = lists[list_of[i]];
    found[i] =
        count.linking >= 2 && count.linking == count.items && count.link_words * 2 > count.words;
  }
  return found;
}

}  // namespace onrecord
