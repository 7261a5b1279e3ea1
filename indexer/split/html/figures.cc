// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/figures.h"

#include <algorithm>
#include <numeric>

#include "indexer/split/html/page_lines.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::uint32_t most_words = 60;
constexpr std::uint32_t most_blocks = 4;
constexpr int most_levels = 6;  // between picture and figure

/// Text that is no caption wherever it stands.
constexpr std::uint32_t other_marks = marks::drop | marks::hidden | marks::cookie | marks::byline |
                                      marks::date | marks::updated | marks::headline | marks::deck |
                                      marks::post;

bool is_picture(Tag tag) {
  return tag == Tag::img || tag == Tag::picture || tag == Tag::amp_img || tag == Tag::video;
}

/// What the blocks of a subtree amount to, as sums from the start of the page.
struct Count {
  std::uint32_t blocks = 0;
  std::uint32_t words = 0;
  std::uint32_t others = 0;  ///< Blocks that are no caption: headings, links, bylines.

  Count operator+(const Count& o) const {
    return {blocks + o.blocks, words + o.words, others + o.others};
  }
  Count operator-(const Count& o) const {
    return {blocks - o.blocks, words - o.words, others - o.others};
  }
};

class FigureFinder {
 public:
  FigureFinder(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
               const HtmlLexicon& lexicon)
      : tree_(tree), blocks_(blocks), lexicon_(lexicon), counts_(tree.size() + 1) {
    for (const HtmlBlock& block : blocks) {
      Count& count = counts_[block.first + 1];
      const bool other = is_heading(tree[block.container].tag) || block.link_share() > 0.5 ||
                         block.is_marked(other_marks);
      count = count + Count{1, block.words, other ? 1U : 0U};
    }
    std::partial_sum(counts_.begin(), counts_.end(), counts_.begin());
  }

  /// The smallest element around a picture that holds text, if that could be a caption; else 0.
  NodeId figure_around(NodeId picture) const {
    NodeId id = picture;
    for (int level = 0; level < most_levels; ++level) {
      id = tree_[id].parent;
      if (id == 0 || is_page_part(tree_[id].tag)) return 0;
      const Count count = of(id);
      if (count.blocks == 0) continue;
      const bool fits =
          count.words <= most_words && count.blocks <= most_blocks && count.others == 0;
      return fits && reads_as_caption(id, picture) ? id : 0;
    }
    return 0;
  }

  std::uint32_t words(NodeId id) const { return of(id).words; }

 private:
  Count of(NodeId id) const { return counts_[tree_[id].end] - counts_[id]; }

  static bool is_page_part(Tag tag) {
    return tag == Tag::body || tag == Tag::main || tag == Tag::article || tag == Tag::tr ||
           tag == Tag::table;
  }

  /// A text that flows around its picture is a paragraph if it ends like one.
  bool reads_as_caption(NodeId figure, NodeId picture) const {
    auto block = std::partition_point(
        blocks_.begin(), blocks_.end(),
        [figure](const HtmlBlock& candidate) { return candidate.first < figure; });
    if (block == blocks_.end() || holds_byline(figure, block)) return false;
    constexpr std::uint32_t longest_line = 30;
    if (!tree_.contains(block->container, picture)) return true;
    return block->words <= longest_line && !ends_sentence(block->text.text());
  }

  /// A portrait beside "By Ana Ruiz" or "Ana Ruiz" and "11 March 2024".
  bool holds_byline(NodeId figure, std::vector<HtmlBlock>::const_iterator block) const {
    for (; block != blocks_.end() && block->first < tree_[figure].end; ++block) {
      if (is_signature(*block, lexicon_) || is_page_mark(tree_, *block, lexicon_) ||
          is_dated_signature(*block, lexicon_)) {
        return true;
      }
    }
    return false;
  }

  const HtmlTree& tree_;
  const std::vector<HtmlBlock>& blocks_;
  const HtmlLexicon& lexicon_;
  std::vector<Count> counts_;
};

/// Words of paragraphs, wherever they stand.
double words_of_prose(const std::vector<HtmlBlock>& blocks) {
  double words = 0;
  for (const HtmlBlock& block : blocks) {
    if (block.words >= 8 && block.link_share() < 0.5 && !block.is_marked(other_marks)) {
      words += block.words;
    }
  }
  return words;
}

}  // namespace

bool mark_figures(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                  const HtmlLexicon& lexicon, std::vector<std::uint32_t>& own_marks) {
  const FigureFinder finder(tree, blocks, lexicon);
  std::vector<NodeId> figures;
  double words = 0;
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (!is_picture(tree[id].tag)) continue;
    const NodeId figure = finder.figure_around(id);
    if (figure == 0 || (!figures.empty() && figures.back() == figure)) continue;
    if ((own_marks[figure] & marks::caption) == 0) words += finder.words(figure);
    figures.push_back(figure);
  }
  constexpr double little = 0.25;
  if (figures.empty() || words > little * words_of_prose(blocks)) return false;
  for (const NodeId figure : figures) own_marks[figure] |= marks::caption;
  return true;
}

}  // namespace onrecord
