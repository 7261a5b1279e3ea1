// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/posts.h"

#include <algorithm>
#include <unordered_map>

#include "common/text_fold.h"
#include "indexer/split/date_line.h"
#include "indexer/split/dateline.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::size_t fewest = 3;

class PostFinder {
 public:
  PostFinder(const HtmlTree& tree, const MainContent& main, const HtmlBody& body,
             const HtmlLexicon& lexicon)
      : tree_(tree),
        main_(main),
        body_(body),
        lexicon_(lexicon),
        words_(main.blocks.size() + 1, 0) {
    for (const HtmlParagraph& paragraph : body.paragraphs) {
      const bool text =
          paragraph.kind != ParagraphKind::caption && paragraph.kind != ParagraphKind::subhead;
      if (text) words_[index_of(*paragraph.block) + 1] += paragraph.block->words;
    }
    for (std::size_t i = 1; i < words_.size(); ++i) words_[i] += words_[i - 1];
  }

  /// Posts that the metadata announce, found by their headlines.
  std::vector<HtmlPost> announced(const JsonLdArticle& article) const {
    std::unordered_map<std::string, const JsonLdUpdate*> updates;
    for (const JsonLdUpdate& update : article.updates) {
      if (!update.published.empty()) updates.emplace(name_key(update.headline), &update);
    }
    std::vector<HtmlPost> posts;
    for (std::size_t i = body_.first_block; i < main_.blocks.size() && !updates.empty(); ++i) {
      const std::string& text = main_.blocks[i].text.text();
      const auto update = updates.find(name_key(text));
      if (update == updates.end()) continue;
      posts.push_back({text, update->second->published, i, i});
      updates.erase(update);
    }
    set_ends(posts);
    return posts;
  }

  /// Elements beside each other that begin with a heading and a time.
  std::vector<HtmlPost> beside_each_other() const {
    std::unordered_map<NodeId, std::vector<HtmlPost>> by_parent;
    for (std::size_t i = 0; i < main_.blocks.size(); ++i) {
      const HtmlBlock& heading = main_.blocks[i];
      if (!is_heading(tree_[heading.container].tag) || !tree_.contains(main_.root, heading.first)) {
        continue;
      }
      if (const NodeId post = post_around(i)) {
        std::string time = time_in(post);
        if (!time.empty()) {
          by_parent[tree_[post].parent].push_back(
              {heading.text.text(), std::move(time), first_block_in(post), end_of(post)});
        }
      }
    }
    const auto most =
        std::max_element(by_parent.begin(), by_parent.end(), [](const auto& a, const auto& b) {
          return a.second.size() != b.second.size() ? a.second.size() < b.second.size()
                                                    : a.first > b.first;
        });
    return most == by_parent.end() ? std::vector<HtmlPost>() : std::move(most->second);
  }

  /// Headings with a dateline right below, if no other subhead stands in the body.
  std::vector<HtmlPost> stories() const {
    std::vector<HtmlPost> posts;
    std::size_t subheads = 0;
    for (const HtmlParagraph& paragraph : body_.paragraphs) {
      if (paragraph.kind == ParagraphKind::subhead) ++subheads;
      if (paragraph.kind != ParagraphKind::body) continue;
      const std::size_t text = index_of(*paragraph.block);
      const std::size_t heading = heading_above(text);
      if (heading == text || !read_dateline(paragraph.text.text(), lexicon_.words)) continue;
      posts.push_back({main_.blocks[heading].text.text(), {}, heading, heading});
    }
    // What stands above the first line of the text is none of its subheads.
    const bool first_above = !posts.empty() && posts.front().begin < body_.first_block;
    if (posts.size() < subheads + (first_above ? 1 : 0)) posts.clear();
    set_ends(posts);
    return posts;
  }

  /// Do the posts hold most of the text, and is each long enough to be read by itself? A ticker's
  /// lines hang together: who speaks in one was introduced in another.
  bool are_articles(const std::vector<HtmlPost>& posts, std::size_t long_enough) const {
    if (posts.size() < fewest) return false;
    std::vector<std::size_t> lengths;
    std::size_t all = 0;
    for (const HtmlPost& post : posts) {
      lengths.push_back(words_[post.end] - words_[post.begin]);
      all += lengths.back();
    }
    const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::nth_element(lengths.begin(), middle, lengths.end());
    return *middle >= long_enough && all * 2 > words_.back();
  }

 private:
  std::size_t index_of(const HtmlBlock& block) const {
    return static_cast<std::size_t>(&block - main_.blocks.data());
  }

  std::size_t block_at(NodeId node) const {
    const auto found =
        std::partition_point(main_.blocks.begin(), main_.blocks.end(),
                             [node](const HtmlBlock& block) { return block.first < node; });
    return static_cast<std::size_t>(found - main_.blocks.begin());
  }
  std::size_t first_block_in(NodeId element) const { return block_at(element); }
  std::size_t end_of(NodeId element) const { return block_at(tree_[element].end); }

  /// The heading above a block, with at most a line between (the day, who wrote it); the block
  /// itself if there is none.
  std::size_t heading_above(std::size_t block) const {
    constexpr std::size_t near = 2;
    for (std::size_t back = 1; back <= std::min(block, near); ++back) {
      const HtmlBlock& above = main_.blocks[block - back];
      const Tag tag = tree_[above.container].tag;
      if (is_heading(tag) && tag != Tag::h1) return block - back;
      constexpr std::uint32_t longest_line = 8;
      if (above.words > longest_line) break;
    }
    return block;
  }

  /// A post ends where the next begins, the last one with the body.
  void set_ends(std::vector<HtmlPost>& posts) const {
    for (std::size_t i = 0; i < posts.size(); ++i) {
      posts[i].end = i + 1 < posts.size() ? posts[i + 1].begin
                                          : std::min(body_.last_block + 1, main_.blocks.size());
      posts[i].end = std::max(posts[i].end, posts[i].begin);
    }
  }

  /// The largest element that begins with this heading, but for a few short lines (the time, who
  /// wrote it), and goes on behind it; 0 if there is none.
  NodeId post_around(std::size_t heading) const {
    constexpr std::size_t most_lines = 3;
    constexpr std::uint32_t longest_line = 8;
    NodeId post = 0;
    for (NodeId id = main_.blocks[heading].container; id > main_.root; id = tree_[id].parent) {
      const std::size_t first = first_block_in(id);
      if (heading - first > most_lines) break;
      bool short_lines = true;
      for (std::size_t i = first; i < heading; ++i) {
        short_lines = short_lines && main_.blocks[i].words <= longest_line &&
                      !is_heading(tree_[main_.blocks[i].container].tag);
      }
      if (!short_lines) break;
      const std::size_t end = end_of(id);
      if (has_sibling_heading(heading, end)) break;
      if (words_[end] > words_[heading]) post = id;
    }
    return post;
  }

  /// A heading of the same level behind the first one: more than one post.
  bool has_sibling_heading(std::size_t heading, std::size_t end) const {
    constexpr std::size_t far = 60;
    const Tag level = tree_[main_.blocks[heading].container].tag;
    for (std::size_t i = heading + 1; i < std::min(end, heading + far); ++i) {
      if (tree_[main_.blocks[i].container].tag == level) return true;
    }
    return end > heading + far;
  }

  /// <time datetime>, or a line that is a date.
  std::string time_in(NodeId post) const {
    constexpr NodeId most_nodes = 400;
    for (NodeId id = post; id < std::min(tree_[post].end, post + most_nodes); ++id) {
      if (tree_[id].tag != Tag::time) continue;
      std::string value = tree_.value(id, "datetime");
      return value.empty() ? text_of(tree_, id) : value;
    }
    const std::size_t end = std::min(end_of(post), first_block_in(post) + 4);
    for (std::size_t i = first_block_in(post); i < end; ++i) {
      const std::string& text = main_.blocks[i].text.text();
      const auto line = read_date_line(text, lexicon_.words, DayOrder::unknown);
      if (line && line->published) return text;
    }
    return {};
  }

  const HtmlTree& tree_;
  const MainContent& main_;
  const HtmlBody& body_;
  const HtmlLexicon& lexicon_;
  std::vector<std::size_t> words_;  ///< Words of the body before each block.
};

}  // namespace

std::vector<HtmlPost> find_posts(const HtmlTree& tree, const MainContent& main,
                                 const HtmlBody& body, const PageMetadata& metadata,
                                 const HtmlLexicon& lexicon) {
  constexpr std::size_t report = 100;  // words: a post that can be read by itself
  constexpr std::size_t brief = 25;    // words: a story with a dateline
  const PostFinder finder(tree, main, body, lexicon);
  if (const JsonLdArticle* article = metadata.article()) {
    auto posts = finder.announced(*article);
    if (finder.are_articles(posts, report)) return posts;
  }
  auto posts = finder.beside_each_other();
  if (finder.are_articles(posts, report)) return posts;
  posts = finder.stories();
  if (finder.are_articles(posts, brief)) return posts;
  return {};
}

}  // namespace onrecord
