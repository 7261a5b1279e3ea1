// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/deck.h"

#include <algorithm>

#include "common/text_fold.h"
#include "indexer/split/html/page_lines.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::uint32_t no_deck =
    marks::drop | marks::hidden | marks::cookie | marks::caption | marks::credit;
constexpr std::uint32_t page_head = marks::byline | marks::date | marks::updated;

bool is_inside(const HtmlTree& tree, const HtmlBlock& block, Tag tag) {
  NodeId id = block.container;
  while (id != 0 && tree[id].tag != tag) id = tree[id].parent;
  return id != 0;
}

class DeckFinder {
 public:
  DeckFinder(const HtmlTree& tree, const HtmlHeadline& headline, const PageMetadata& metadata,
             const HtmlLexicon& lexicon)
      : tree_(tree), lexicon_(lexicon), headline_key_(name_key(headline.text)) {
    constexpr std::size_t most = 6;
    for (const PageValue* value : metadata.all(PageField::description)) {
      if (descriptions_.size() == most) break;
      descriptions_.push_back(name_key(value->value));
    }
  }

  bool may_be_deck(const HtmlBlock& block) const {
    return !block.is_marked(no_deck) && block.link_share() <= 0.5 &&
           !is_inside(tree_, block, Tag::figure) && name_key(block.text.text()) != headline_key_;
  }

  bool is_described(const HtmlBlock& block) const {
    constexpr std::uint32_t fewest = 6;
    return block.words >= fewest && is_description(name_key(block.text.text()));
  }

  bool is_marked_deck(const HtmlBlock& block) const {
    constexpr std::uint32_t fewest = 4;
    return block.is_marked(marks::deck) && block.words >= fewest && is_text(block);
  }

  /// "The council voted on Monday, and the pier will be gone by winter."
  bool is_long_line(const HtmlBlock& block) const {
    constexpr std::uint32_t fewest = 12;
    constexpr std::uint32_t most = 80;
    const bool ends = ends_sentence(block.text.text()) || is_heading(tree_[block.container].tag);
    return block.words >= fewest && block.words <= most && ends && is_text(block) &&
           !block.is_marked(marks::headline | marks::kicker) &&
           !is_inside(tree_, block, Tag::aside);
  }

 private:
  /// Neither a line of the page's head nor an appeal.
  bool is_text(const HtmlBlock& block) const {
    const std::string& text = block.text.text();
    return !block.is_marked(page_head) && !lexicon_.junk.find(text) &&
           !lexicon_.words.junk.find(text) && !is_signature(block, lexicon_) &&
           !is_dated(block, lexicon_);
  }

  /// The description may be cut at its end, or leave out the dateline in front.
  bool is_description(const std::string& key) const {
    constexpr std::size_t enough = 40;
    return std::any_of(descriptions_.begin(), descriptions_.end(), [&](const std::string& other) {
      if (other == key) return true;
      return key.size() > enough && other.size() > enough &&
             (other.starts_with(key.substr(0, enough)) ||
              key.find(other.substr(0, enough)) < enough);
    });
  }

  const HtmlTree& tree_;
  const HtmlLexicon& lexicon_;
  std::string headline_key_;
  std::vector<std::string> descriptions_;
};

}  // namespace

std::vector<std::size_t> find_deck(const HtmlTree& tree, const MainContent& main,
                                   const HtmlHeadline& headline, const PageMetadata& metadata,
                                   const HtmlLexicon& lexicon, std::size_t first_of_text,
                                   const std::vector<bool>& taken) {
  constexpr std::size_t far = 12;  // blocks above the text, where no headline is found
  const DeckFinder finder(tree, headline, metadata, lexicon);
  const bool titled = headline.block != HtmlHeadline::nowhere && headline.block < first_of_text;
  std::vector<std::size_t> deck;
  std::size_t i = titled ? headline.block + 1 : first_of_text - std::min(first_of_text, far);
  for (; i < first_of_text; ++i) {
    const HtmlBlock& block = main.blocks[i];
    if (taken[i] || !finder.may_be_deck(block)) continue;
    const bool below_headline =
        titled && (finder.is_marked_deck(block) || (deck.empty() && finder.is_long_line(block)));
    if (below_headline || finder.is_described(block)) deck.push_back(i);
  }
  return deck;
}

}  // namespace onrecord
