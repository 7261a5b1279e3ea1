// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/body.h"

#include <algorithm>

#include "common/text_fold.h"
#include "indexer/split/html/author_boxes.h"
#include "indexer/split/html/deck.h"
#include "indexer/split/html/links.h"
#include "indexer/split/html/page_lines.h"
#include "indexer/split/html/repeats.h"
#include "indexer/split/html/text.h"
#include "indexer/split/photo_credit.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::uint32_t excluded = marks::drop | marks::hidden | marks::cookie;

enum class BlockRole : std::uint8_t {
  skip,
  prose,
  short_text,
  subhead,
  list_item,
  quote,
  caption,
  related
};

bool is_page_head(const HtmlBlock& block) {
  return block.is_marked(marks::byline | marks::date | marks::updated | marks::headline |
                         marks::kicker);
}

class BodyReader {
 public:
  BodyReader(const HtmlTree& tree, const MainContent& main, const HtmlHeadline& headline,
             const PageMetadata& metadata, const HtmlLexicon& lexicon)
      : tree_(tree),
        main_(main),
        headline_(headline),
        metadata_(metadata),
        lexicon_(lexicon),
        headline_key_(name_key(headline.text)),
        author_boxes_(metadata, lexicon) {}

  HtmlBody run() {
    roles_.assign(main_.blocks.size(), BlockRole::skip);
    link_lists_ = find_link_lists(tree_, main_.blocks);
    for (std::size_t i = 0; i < main_.blocks.size(); ++i) {
      const HtmlBlock& block = main_.blocks[i];
      if (tree_.contains(main_.root, block.first)) {
        roles_[i] = role_of(i);
      } else if (is_lead_caption(i)) {
        roles_[i] = BlockRole::caption;
      }
    }
    sum_prose();
    drop_other_articles();
    drop_boxes();
    drop_doubtful();
    sum_prose();
    find_ends();
    add_deck();
    for (std::size_t i = begin_; i < end_; ++i) add(i);
    drop_repeats(tree_, body_.paragraphs);
    author_boxes_.drop(body_.paragraphs);
    drop_loose_subheads();
    return std::move(body_);
  }

 private:
  Tag container_tag(const HtmlBlock& block) const { return tree_[block.container].tag; }

  /// The nearest element of that kind around a block, inside the main content; 0 if none.
  NodeId around(const HtmlBlock& block, Tag tag) const {
    for (NodeId id = block.container; id > main_.root; id = tree_[id].parent) {
      if (tree_[id].tag == tag) return id;
    }
    return 0;
  }

  /// The outermost <article> around a node inside the main content; 0 if none.
  NodeId article_around(NodeId node) const {
    NodeId article = 0;
    for (NodeId id = node; id > main_.root; id = tree_[id].parent) {
      if (tree_[id].tag == Tag::article) article = id;
    }
    return article;
  }

  /// Sites append the next article to one that is read to its end. Only the one with the headline
  /// counts, if that is where a good part of the text stands.
  void drop_other_articles() {
    if (headline_.block == HtmlHeadline::nowhere) return;
    const NodeId own = article_around(main_.blocks[headline_.block].container);
    if (own == 0) return;
    double inside = 0;
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      const HtmlBlock& block = main_.blocks[i];
      if (roles_[i] == BlockRole::prose && tree_.contains(own, block.first)) inside += block.words;
    }
    constexpr double much = 0.25;
    if (inside < much * prose_before(roles_.size())) return;
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      const NodeId article = article_around(main_.blocks[i].container);
      if (article != 0 && article != own) roles_[i] = BlockRole::skip;
    }
  }

  /// The picture between headline and text often stands outside of the text's element.
  bool is_lead_caption(std::size_t i) const {
    const HtmlBlock& block = main_.blocks[i];
    return headline_.block != HtmlHeadline::nowhere && i > headline_.block &&
           block.first < main_.root && block.is_marked(marks::caption) &&
           !block.is_marked(excluded) && !is_page_head(block) && !is_signature(block, lexicon_) &&
           !is_page_mark(tree_, block, lexicon_);
  }

  BlockRole role_of(std::size_t i) {
    const HtmlBlock& block = main_.blocks[i];
    if (block.is_marked(marks::caption) || around(block, Tag::figure) != 0) {
      return block.is_marked(excluded) ? BlockRole::skip : BlockRole::caption;
    }
    if (block.is_marked(marks::credit) && block.words < 15) return BlockRole::caption;
    const std::string& text = block.text.text();
    if (block.is_marked(excluded) || is_rule(text)) return BlockRole::skip;
    if (name_key(text) == headline_key_) return BlockRole::skip;
    const bool titled = is_heading(container_tag(block)) && !block.is_marked(marks::byline);
    if (is_page_head(block) && !titled && block.words < 25 && !reads_as_prose(block)) {
      return BlockRole::skip;
    }
    if (block.is_marked(marks::pull_quote)) return BlockRole::skip;
    if (const auto junk = lexicon_.junk.find(text)) return junk_role(*junk, i);
    if (const auto junk = lexicon_.words.junk.find(text)) return junk_role(*junk, i);
    if (heads_comments(text, lexicon_)) return junk_role({"end", 0, 0}, i);
    if (author_boxes_.is_head(text)) author_heads_.push_back(i);
    if (is_signature(block, lexicon_) || is_page_mark(tree_, block, lexicon_) ||
        is_announced_on_a_day(block, lexicon_)) {
      return BlockRole::skip;
    }
    if (block.words < 15 && read_credit(text, lexicon_.words)) return BlockRole::caption;
    const Tag tag = container_tag(block);
    if (is_heading(tag)) return block.link_share() > 0.8 ? BlockRole::related : BlockRole::subhead;
    if (around(block, Tag::blockquote) != 0) return BlockRole::quote;
    if (is_credited(block, lexicon_)) return BlockRole::caption;
    if (block.link_share() > 0.8 && !reads_as_prose(block)) return BlockRole::related;
    if (is_labelled_link(tree_, block)) return BlockRole::related;
    if (around(block, Tag::li) != 0) {
      const bool links = block.link_share() > 0.6 || link_lists_[i];
      return links ? BlockRole::related : BlockRole::list_item;
    }
    if (reads_as_prose(block))
      return block.link_share() > 0.9 ? BlockRole::related : BlockRole::prose;
    if (is_bold_line(block)) return BlockRole::subhead;
    return BlockRole::short_text;
  }

  BlockRole junk_role(const PhraseMatch& junk, std::size_t i) {
    if (junk.kind == "box") boxes_.push_back(i);
    if (junk.kind == "end" || junk.kind == "comments") ends_.push_back(i);
    if (junk.kind == "paywall") body_.cut_by_paywall = true;
    return junk.kind == "related" ? BlockRole::related : BlockRole::skip;
  }

  /// What stands below the head of a box, in the largest element that begins with it and holds
  /// little of the article; and all below the text's end.
  void drop_boxes() {
    for (const std::size_t head : boxes_) drop_box(head);
    constexpr double most = 0.6;
    for (const std::size_t head : author_heads_) {
      if (prose_before(head) >= most * prose_before(roles_.size())) drop_box(head);
    }
    for (const std::size_t head : ends_) {
      if (prose_before(head) < most * prose_before(roles_.size())) continue;
      drop(head, roles_.size());
      return;
    }
  }

  void drop_box(std::size_t head) {
    NodeId box = main_.blocks[head].container;
    for (NodeId id = box; id > main_.root; id = tree_[id].parent) {
      if (head > 0 && tree_.contains(id, main_.blocks[head - 1].first)) break;
      box = id;
    }
    const auto outside = std::partition_point(
        main_.blocks.begin() + static_cast<std::ptrdiff_t>(head), main_.blocks.end(),
        [&](const HtmlBlock& block) { return block.first < tree_[box].end; });
    const auto end = static_cast<std::size_t>(outside - main_.blocks.begin());
    constexpr double little = 0.3;
    const double prose = prose_before(end) - prose_before(head);
    if (prose <= little * prose_before(roles_.size())) drop(head, end);
  }

  /// Boxes, asides and headers that hold little beside the rest of the text, and offers to
  /// subscribe (the same class may be around the text that is paid for).
  void drop_doubtful() {
    const auto is_doubtful = [this](std::size_t i) {
      const HtmlBlock& block = main_.blocks[i];
      return block.is_marked(marks::weak_drop | marks::paywall) &&
             !block.is_marked(marks::deck | marks::keep | marks::post);
    };
    double doubtful = 0;
    double all = 0;
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      if (roles_[i] != BlockRole::prose) continue;
      all += main_.blocks[i].words;
      if (is_doubtful(i)) doubtful += main_.blocks[i].words;
    }
    constexpr double little = 0.3;
    if (all == 0 || doubtful > little * all) return;
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      if (is_doubtful(i) && roles_[i] != BlockRole::caption) roles_[i] = BlockRole::skip;
    }
  }

  /// Words of prose in the blocks before `end`.
  double prose_before(std::size_t end) const { return prose_sums_[end]; }

  void sum_prose() {
    prose_sums_.assign(roles_.size() + 1, 0);
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      const double words = roles_[i] == BlockRole::prose ? main_.blocks[i].words : 0;
      prose_sums_[i + 1] = prose_sums_[i] + words;
    }
  }

  void drop(std::size_t begin, std::size_t end) {
    std::fill(roles_.begin() + static_cast<std::ptrdiff_t>(begin),
              roles_.begin() + static_cast<std::ptrdiff_t>(end), BlockRole::skip);
  }

  static bool reads_as_prose(const HtmlBlock& block) {
    return block.words >= 10 || (block.words >= 4 && ends_sentence(block.text.text()));
  }

  static bool is_bold_line(const HtmlBlock& block) {
    return block.words <= 12 && std::size_t{10} * block.strong_chars >= block.text.size() * 9 &&
           !ends_sentence(block.text.text());
  }

  /// The text begins with its first prose behind the headline and ends with the last.
  void find_ends() {
    begin_ = 0;
    if (headline_.block != HtmlHeadline::nowhere) begin_ = headline_.block + 1;
    // A title that is repeated between the paragraphs is not where the text begins.
    constexpr double some = 0.1;
    if (prose_before(begin_) > some * prose_before(roles_.size())) begin_ = 0;
    // Where nothing is prose, the lines of what the page marks as its text are: verses, data
    // sheets.
    const bool lines = prose_before(roles_.size()) == 0;
    const auto is_prose = [this, lines](std::size_t i) {
      const bool line = roles_[i] == BlockRole::short_text || roles_[i] == BlockRole::list_item;
      return roles_[i] == BlockRole::prose ||
             (lines && line && main_.blocks[i].is_marked(marks::content));
    };
    std::size_t first = begin_;
    while (first < roles_.size() && !is_prose(first)) ++first;
    if (first == roles_.size() && begin_ > 0) {
      begin_ = 0;
      for (first = 0; first < roles_.size() && !is_prose(first);) ++first;
    }
    end_ = roles_.size();
    while (end_ > begin_ && !is_prose(end_ - 1) && roles_[end_ - 1] != BlockRole::list_item &&
           roles_[end_ - 1] != BlockRole::quote) {
      --end_;
    }
    body_.first_block = first;
    body_.last_block = end_ == 0 ? 0 : end_ - 1;
  }

  void add_deck() {
    std::vector<bool> taken(roles_.size(), false);
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      taken[i] = roles_[i] == BlockRole::caption || roles_[i] == BlockRole::related;
    }
    const std::size_t first = std::min(body_.first_block, roles_.size());
    for (const std::size_t i :
         find_deck(tree_, main_, headline_, metadata_, lexicon_, first, taken)) {
      add_paragraph(ParagraphKind::deck, main_.blocks[i]);
      roles_[i] = BlockRole::skip;
    }
  }

  void add(std::size_t i) {
    const HtmlBlock& block = main_.blocks[i];
    const bool early = i < body_.first_block;
    switch (roles_[i]) {
      case BlockRole::skip:
        return;
      case BlockRole::caption:
        return add_caption(block);
      case BlockRole::related:
        if (!early) body_.related.push_back(block.text.text());
        return;
      case BlockRole::short_text:
        if (!early) add_paragraph(ParagraphKind::body, block);
        return;
      case BlockRole::subhead:
        if (!early) add_paragraph(ParagraphKind::subhead, block);
        return;
      case BlockRole::list_item:
        return add_paragraph(ParagraphKind::list_item, block);
      case BlockRole::quote:
        return add_paragraph(ParagraphKind::block_quote, block);
      case BlockRole::prose:
        body_.prose += block.words;
        return add_paragraph(heads_text(block) ? ParagraphKind::deck : ParagraphKind::body, block);
    }
  }

  /// A deck inside the main content.
  bool heads_text(const HtmlBlock& block) const {
    constexpr std::uint32_t longest = 80;
    constexpr std::size_t most_above = 8;  // pictures and lines of a deck
    return block.is_marked(marks::deck) && block.words <= longest &&
           body_.paragraphs.size() <= most_above &&
           std::all_of(body_.paragraphs.begin(), body_.paragraphs.end(),
                       [](const HtmlParagraph& paragraph) {
                         return paragraph.kind == ParagraphKind::deck ||
                                paragraph.kind == ParagraphKind::caption;
                       });
  }

  void add_paragraph(ParagraphKind kind, const HtmlBlock& block) {
    body_.paragraphs.push_back({kind, &block, block.text, {}});
  }

  void add_caption(const HtmlBlock& block) {
    HtmlParagraph caption{ParagraphKind::caption, &block, block.text, {}};
    if (take_marked_credit(block, caption)) {
      body_.paragraphs.push_back(std::move(caption));
      return;
    }
    if (const auto read = read_caption(block.text.text(), 0, lexicon_.words)) {
      caption.text = block.text.slice(read->begin, read->end);
      caption.credit = read->credit;
    }
    body_.paragraphs.push_back(std::move(caption));
  }

  /// "<figcaption>Nets. <span class=credit>Li Wen</span></figcaption>": the part says what it is.
  bool take_marked_credit(const HtmlBlock& block, HtmlParagraph& caption) const {
    HtmlTextCollector text(tree_.page());
    HtmlTextCollector credit(tree_.page());
    for (NodeId id = block.first; id < block.end; ++id) {
      if (tree_[id].tag != Tag::text) continue;
      (is_in_credit(id, block.container) ? credit : text).append(tree_[id].text);
    }
    const std::string written = credit.take().text();
    caption.text = text.take();
    if (written.empty() || caption.text.empty()) {
      caption.text = block.text;
      return false;
    }
    caption.credit = read_credit(written, lexicon_.words).value_or(written);
    return true;
  }

  bool is_in_credit(NodeId text, NodeId container) const {
    for (NodeId id = tree_[text].parent; id > container; id = tree_[id].parent) {
      if ((main_.marks[id] & marks::credit) != 0) return true;
    }
    return false;
  }

  /// A subhead needs text below it; one with links in its place heads a box of them.
  void drop_loose_subheads() {
    const HtmlBlock* below = nullptr;  // the next block of the text, a subhead or not
    bool text_below = false;
    for (auto paragraph = body_.paragraphs.rbegin(); paragraph != body_.paragraphs.rend();
         ++paragraph) {
      if (paragraph->kind == ParagraphKind::caption) continue;
      if (paragraph->kind != ParagraphKind::subhead) {
        text_below = true;
      } else if (!text_below || heads_links(*paragraph->block, below)) {
        paragraph->block = nullptr;
        continue;
      }
      below = paragraph->kind == ParagraphKind::subhead ? paragraph->block : nullptr;
    }
    std::erase_if(body_.paragraphs, [](const HtmlParagraph& p) { return p.block == nullptr; });
  }

  /// Do links stand between a subhead and the one that follows it?
  bool heads_links(const HtmlBlock& subhead, const HtmlBlock* next) const {
    if (next == nullptr) return false;
    const auto index = [this](const HtmlBlock& block) {
      return static_cast<std::size_t>(&block - main_.blocks.data());
    };
    const auto begin = roles_.begin();
    return std::any_of(begin + static_cast<std::ptrdiff_t>(index(subhead)),
                       begin + static_cast<std::ptrdiff_t>(index(*next)),
                       [](BlockRole role) { return role == BlockRole::related; });
  }

  const HtmlTree& tree_;
  const MainContent& main_;
  const HtmlHeadline& headline_;
  const PageMetadata& metadata_;
  const HtmlLexicon& lexicon_;
  std::string headline_key_;
  AuthorBoxes author_boxes_;
  std::vector<BlockRole> roles_;
  std::vector<std::size_t> author_heads_;  ///< Blocks that may head a box about an author.
  std::vector<bool> link_lists_;           ///< Of each block: stands in a list of links.
  std::vector<double> prose_sums_;         ///< Words of prose before each block.
  std::vector<std::size_t> boxes_;         ///< Blocks that head a box to be taken out.
  std::vector<std::size_t> ends_;          ///< Blocks below which there is no text.
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  HtmlBody body_;
};

}  // namespace

HtmlBody read_html_body(const HtmlTree& tree, const MainContent& main, const HtmlHeadline& headline,
                        const PageMetadata& metadata, const HtmlLexicon& lexicon) {
  return BodyReader(tree, main, headline, metadata, lexicon).run();
}

}  // namespace onrecord
