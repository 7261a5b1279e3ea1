// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/main_content.h"

#include <algorithm>
#include <numeric>

#include "indexer/split/html/figures.h"
#include "indexer/split/html/teasers.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::uint32_t excluded = marks::drop | marks::hidden | marks::cookie;

/// Sums over subtrees: value of all blocks whose text stands in nodes [id, end).
class SubtreeSums {
 public:
  explicit SubtreeSums(NodeId nodes) : sums_(nodes + 1, 0) {}

  void add(NodeId at, double value) { sums_[at + 1] += value; }
  void finish() { std::partial_sum(sums_.begin(), sums_.end(), sums_.begin()); }
  double of(const HtmlTree& tree, NodeId id) const { return sums_[tree[id].end] - sums_[id]; }

 private:
  std::vector<double> sums_;
};

/// Words of text that reads like sentences, wherever it stands.
double plain_prose(const HtmlBlock& block) {
  if (block.words < 8 || block.link_share() > 0.5) return 0;
  return block.words;
}

/// Marks that speak against most of the page's text are wrong: `<div class="page-with-sidebar">`.
void undo_marks_on_most_text(const HtmlTree& tree, std::vector<std::uint32_t>& own_marks) {
  const std::vector<std::uint32_t> none(tree.size(), 0);
  SubtreeSums sums(tree.size());
  for (const HtmlBlock& block : find_html_blocks(tree, none)) {
    sums.add(block.first, plain_prose(block));
  }
  sums.finish();
  const double all = sums.of(tree, 0);
  constexpr double most = 0.5;
  constexpr std::uint32_t against = excluded | marks::weak_drop | marks::caption | marks::credit |
                                    marks::byline | marks::date | marks::headline | marks::paywall |
                                    marks::deck | marks::pull_quote | marks::updated |
                                    marks::kicker;
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (own_marks[id] != 0 && sums.of(tree, id) > most * all) own_marks[id] &= ~against;
  }
}

bool in_article_element(const HtmlTree& tree, NodeId id) {
  return tree[id].tag == Tag::article || tree[id].tag == Tag::main;
}

}  // namespace

double prose_value(const HtmlBlock& block, const HtmlTree& tree) {
  if (block.is_marked(excluded | marks::caption)) return 0;
  const double words = block.words;
  const double links = block.link_share();
  if (links > 0.5) return -std::min(words, 20.0) * 0.4 - 1;
  const Tag tag = tree[block.container].tag;
  const bool sentence = ends_sentence(block.text.text());
  double value = words * (1 - links);
  constexpr double marked_share = 0.3;  // short lines of lists in what is marked as the text
  if (block.is_marked(marks::content) && (words < 6 || !sentence)) return words * marked_share;
  if (words < 6) return sentence ? 1 : -1;
  if (!sentence) value *= words < 15 ? 0.1 : 0.5;
  if (tag != Tag::p && tag != Tag::li && tag != Tag::blockquote) value *= 0.8;
  if (tag == Tag::li || tag == Tag::td) value *= 0.6;
  if (is_heading(tag)) value *= 0.2;
  if (block.is_marked(marks::weak_drop)) value *= 0.3;
  return value;
}

namespace {

double largest_sum(const HtmlTree& tree, const SubtreeSums& sums) {
  double most = 0;
  for (NodeId id = 0; id < tree.size(); ++id) most = std::max(most, sums.of(tree, id));
  return most;
}

MainContent find_with_marks(const HtmlTree& tree, std::vector<std::uint32_t> own_marks,
                            const HtmlLexicon& lexicon) {
  undo_marks_on_most_text(tree, own_marks);
  const std::vector<HtmlBlock> blocks = find_html_blocks(tree, own_marks);
  const bool teasers = mark_teaser_rows(tree, blocks, own_marks);
  const bool figures = mark_figures(tree, blocks, lexicon, own_marks);
  if (teasers || figures) undo_marks_on_most_text(tree, own_marks);
  MainContent main;
  main.blocks = find_html_blocks(tree, own_marks);
  SubtreeSums sums(tree.size());
  for (const HtmlBlock& block : main.blocks) sums.add(block.first, prose_value(block, tree));
  sums.finish();
  const double most = largest_sum(tree, sums);
  double best = 0;
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree[id].tag == Tag::text) continue;
    double value = sums.of(tree, id);
    // One of many pieces of a text that are all marked gets no bonus.
    constexpr double main_part = 0.65;
    const bool marked = (own_marks[id] & marks::content) != 0;
    if (marked && value >= main_part * most) value *= 1.4;
    if (in_article_element(tree, id)) value *= 1.05;
    // The last of equal ones is the innermost.
    if (value >= best && value > 0) {
      best = value;
      main.root = id;
    }
  }
  // One paragraph alone: what stands beside it are short lines, which belong to it.
  if (tree[main.root].tag == Tag::p) main.root = tree[main.root].parent;
  main.prose = sums.of(tree, main.root);
  main.marks = std::move(own_marks);
  return main;
}

/// What only class words say, left out.
std::vector<std::uint32_t> without_class_words(const HtmlTree& tree,
                                               const std::vector<std::uint32_t>& own_marks) {
  std::vector<std::uint32_t> plain(own_marks.size(), 0);
  for (NodeId id = 0; id < tree.size(); ++id)
    plain[id] = own_marks[id] & marks_of_element(tree, id);
  return plain;
}

}  // namespace

MainContent find_main_content(const HtmlTree& tree, const std::vector<std::uint32_t>& own_marks,
                              const HtmlLexicon& lexicon) {
  constexpr double little = 40;
  constexpr double much_more = 3;
  MainContent main = find_with_marks(tree, own_marks, lexicon);
  if (main.prose >= little) return main;
  MainContent plain = find_with_marks(tree, without_class_words(tree, own_marks), lexicon);
  return plain.prose > little && plain.prose > much_more * main.prose ? plain : main;
}

}  // namespace onrecord
