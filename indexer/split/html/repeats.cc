// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/repeats.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "common/text_fold.h"
#include "indexer/split/pull_quotes.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::uint32_t longest_words = 45;
constexpr std::uint32_t shortest_paragraph = 12;
constexpr std::size_t shortest_key = 25;  // bytes: shorter ones recur by chance
constexpr std::size_t longest_key = 600;
constexpr std::size_t most_candidates = 40;  // keeps the search linear

bool is_text(const HtmlParagraph& paragraph) {
  return paragraph.kind == ParagraphKind::body || paragraph.kind == ParagraphKind::block_quote ||
         paragraph.kind == ParagraphKind::list_item;
}

NodeId blockquote_around(const HtmlTree& tree, const HtmlParagraph& paragraph) {
  if (paragraph.kind != ParagraphKind::block_quote) return 0;
  NodeId id = paragraph.block->container;
  while (id != 0 && tree[id].tag != Tag::blockquote) id = tree[id].parent;
  return id;
}

class RepeatFinder {
 public:
  RepeatFinder(const HtmlTree& tree, const std::vector<HtmlParagraph>& paragraphs)
      : tree_(tree), paragraphs_(paragraphs), dropped_(paragraphs.size(), false) {
    for (const HtmlParagraph& paragraph : paragraphs)
      keys_.push_back(name_key(paragraph.text.text()));
  }

  std::vector<bool> run() {
    drop_equals();
    std::size_t candidates = 0;
    for (std::size_t i = 0; i < keys_.size() && candidates < most_candidates; ++i) {
      if (!may_be_pull_quote(i)) continue;
      ++candidates;
      if (stands_elsewhere(i)) drop_with_speaker(i);
    }
    return dropped_;
  }

 private:
  bool may_be_pull_quote(std::size_t i) const {
    const HtmlParagraph& paragraph = paragraphs_[i];
    const bool sentence =
        paragraph.kind == ParagraphKind::block_quote ||
        (paragraph.kind == ParagraphKind::body && ends_sentence(paragraph.text.text()));
    return !dropped_[i] && sentence && paragraph.block->words <= longest_words &&
           keys_[i].size() >= shortest_key && keys_[i].size() <= longest_key;
  }

  void drop_equals() {
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      if (!is_text(paragraphs_[i]) || paragraphs_[i].block->words < shortest_paragraph) continue;
      if (!seen.insert(keys_[i]).second) dropped_[i] = true;
    }
  }

  bool stands_elsewhere(std::size_t own) const {
    const auto sentences = sentence_keys(paragraphs_[own].text.text());
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      if (i == own || !is_text(paragraphs_[i]) || keys_[i].size() <= keys_[own].size()) continue;
      const std::string& there = keys_[i];
      if (std::all_of(sentences.begin(), sentences.end(), [&there](const std::string& sentence) {
            return there.find(sentence) != std::string::npos;
          })) {
        return true;
      }
    }
    return false;
  }

  /// The name below a pull quote goes with it.
  void drop_with_speaker(std::size_t i) {
    dropped_[i] = true;
    const NodeId quote = blockquote_around(tree_, paragraphs_[i]);
    if (quote == 0) return;
    constexpr std::uint32_t longest_name = 12;
    for (std::size_t k = i + 1; k < paragraphs_.size(); ++k) {
      if (blockquote_around(tree_, paragraphs_[k]) != quote) return;
      if (paragraphs_[k].block->words <= longest_name) dropped_[k] = true;
    }
  }

  const HtmlTree& tree_;
  const std::vector<HtmlParagraph>& paragraphs_;
  std::vector<std::string> keys_;
  std::vector<bool> dropped_;
};

}  // namespace

void drop_repeats(const HtmlTree& tree, std::vector<HtmlParagraph>& paragraphs) {
  const std::vector<bool> dropped = RepeatFinder(tree, paragraphs).run();
  std::size_t i = 0;
  std::erase_if(paragraphs, [&](const HtmlParagraph&) { return dropped[i++]; });
}

}  // namespace onrecord
