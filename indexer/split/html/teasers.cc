// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/teasers.h"

#include <numeric>

#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::uint32_t most_blocks = 8;
constexpr std::uint32_t most_words = 70;     // of a summary
constexpr std::uint32_t headline_words = 4;  // at least, in the link

/// What the blocks of a subtree amount to; sums from the start of the page, so that a subtree is
/// the difference of two.
struct Count {
  std::uint32_t blocks = 0;
  std::uint32_t words = 0;      ///< Outside of links.
  std::uint32_t headlines = 0;  ///< Blocks that are a link of some words.

  Count operator+(const Count& o) const {
    return {blocks + o.blocks, words + o.words, headlines + o.headlines};
  }
  Count operator-(const Count& o) const {
    return {blocks - o.blocks, words - o.words, headlines - o.headlines};
  }
};

class TeaserFinder {
 public:
  TeaserFinder(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks)
      : tree_(tree), counts_(tree.size() + 1) {
    for (const HtmlBlock& block : blocks) {
      Count& count = counts_[block.first + 1];
      const bool excluded = block.is_marked(marks::drop | marks::hidden);
      const bool headline = block.link_share() > 0.8 && block.link_words >= headline_words;
      count = count + Count{1, block.words - block.link_words, headline && !excluded ? 1U : 0U};
    }
    std::partial_sum(counts_.begin(), counts_.end(), counts_.begin());
  }

  bool is_row(NodeId id) const {
    constexpr std::uint32_t fewest = 3;
    std::uint32_t teasers = 0;
    std::uint32_t others = 0;
    for (NodeId child = id + 1; child < tree_[id].end; child = tree_[child].end) {
      const Count count = of(child);
      if (count.blocks == 0) continue;
      if (is_teaser(child, count))
        ++teasers;
      else
        ++others;
    }
    return teasers >= fewest && teasers >= 3 * others;
  }

 private:
  Count of(NodeId id) const { return counts_[tree_[id].end] - counts_[id]; }

  bool is_teaser(NodeId id, const Count& count) const {
    return tree_[id].tag != Tag::text && count.blocks <= most_blocks && count.headlines >= 1 &&
           count.headlines <= 2 && count.words <= most_words;
  }

  const HtmlTree& tree_;
  std::vector<Count> counts_;
};

}  // namespace

bool mark_teaser_rows(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                      std::vector<std::uint32_t>& own_marks) {
  const TeaserFinder finder(tree, blocks);
  bool found = false;
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (!is_block(tree[id].tag) || !finder.is_row(id)) continue;
    own_marks[id] |= marks::drop;
    found = true;
  }
  return found;
}

}  // namespace onrecord
