// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/tree.h"

#include <algorithm>
#include <array>

#include "common/text_fold.h"
#include "indexer/reader/markup.h"

namespace onrecord {
namespace {

constexpr std::size_t deepest = 200;

bool same_name(std::string_view written, std::string_view lower_name) {
  return std::equal(
      written.begin(), written.end(), lower_name.begin(), lower_name.end(),
      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b; });
}

bool is_table_row_part(Tag tag) {
  return tag == Tag::td || tag == Tag::th;
}

bool is_table_section(Tag tag) {
  return tag == Tag::tbody || tag == Tag::thead || tag == Tag::tfoot;
}

bool is_list(Tag tag) {
  return tag == Tag::ul || tag == Tag::ol || tag == Tag::menu;
}

}  // namespace

class HtmlTreeBuilder {
 public:
  explicit HtmlTreeBuilder(std::string_view page) : scanner_(page) {
    tree_.page_ = page;
    add_node(Tag::html);
    push(0);
  }

  HtmlTree run() {
    HtmlToken token;
    for (scanner_.next(token); token.kind != HtmlToken::Kind::end_of_input; scanner_.next(token)) {
      if (token.kind == HtmlToken::Kind::text) add_text(token.text);
      if (token.kind == HtmlToken::Kind::start_tag) start(token);
      if (token.kind == HtmlToken::Kind::end_tag) end(token);
    }
    pop_to(0);
    tree_.nodes_.front().end = tree_.size();
    return std::move(tree_);
  }

 private:
  NodeId top() const { return stack_.back(); }
  Tag top_tag() const { return tree_.nodes_[top()].tag; }

  NodeId add_node(Tag tag) {
    const auto id = static_cast<NodeId>(tree_.nodes_.size());
    HtmlNode node;
    node.tag = tag;
    node.parent = stack_.empty() ? 0 : top();
    node.depth = static_cast<std::uint16_t>(stack_.size());
    node.end = id + 1;
    tree_.nodes_.push_back(node);
    return id;
  }

  void push(NodeId id) {
    stack_.push_back(id);
    ++open_[static_cast<std::size_t>(tree_.nodes_[id].tag)];
  }

  void pop() {
    tree_.nodes_[top()].end = static_cast<NodeId>(tree_.nodes_.size());
    --open_[static_cast<std::size_t>(top_tag())];
    stack_.pop_back();
  }

  /// Closes everything above level `level` of the stack and that level itself; never the root.
  void pop_to(std::size_t level) {
    while (stack_.size() > std::max<std::size_t>(level, 1)) pop();
  }

  bool is_open(Tag tag) const { return open_[static_cast<std::size_t>(tag)] > 0; }

  void add_text(std::string_view text) {
    if (is_open(Tag::head) && text.find_first_not_of(" \t\r\n\f") == std::string_view::npos) return;
    if (top_tag() == Tag::head) pop();
    const NodeId id = add_node(Tag::text);
    tree_.nodes_[id].text = text;
    tree_.nodes_[id].in_link = in_link_;
  }

  void start(const HtmlToken& token) {
    if ((token.tag == Tag::html || token.tag == Tag::body) && seen(token)) return;
    if (top_tag() == Tag::head && !has_flag(token.tag, tag_flags::head_only)) pop();
    close_implied(token.tag);
    if (token.tag == Tag::a) in_link_ = holds_href(token);
    const NodeId id = add_node(token.tag);
    add_attributes(id, token);
    tree_.nodes_[id].text = token.tag == Tag::other ? token.name : token.text;
    const bool no_content = has_flag(token.tag, tag_flags::empty) ||
                            (token.self_closing && (token.tag == Tag::other || is_open(Tag::svg)));
    if (no_content) return;
    if (stack_.size() >= deepest) {
      ++too_deep_;
    } else {
      push(id);
    }
  }

  /// The root stands already, and a second body is no element; attributes go to the first.
  bool seen(const HtmlToken& token) {
    if (token.tag == Tag::html) {
      if (tree_.nodes_.front().attribute_count == 0) add_attributes(0, token);
      return true;
    }
    return is_open(Tag::body);
  }

  static bool holds_href(const HtmlToken& token) {
    return std::any_of(token.attributes.begin(), token.attributes.end(),
                       [](const HtmlAttribute& a) { return same_name(a.name, "href"); });
  }

  void add_attributes(NodeId id, const HtmlToken& token) {
    tree_.nodes_[id].first_attribute = static_cast<std::uint32_t>(tree_.attributes_.size());
    tree_.nodes_[id].attribute_count = static_cast<std::uint16_t>(token.attributes.size());
    tree_.attributes_.insert(tree_.attributes_.end(), token.attributes.begin(),
                             token.attributes.end());
  }

  /// Ends what a start tag ends without saying so: "<li>one<li>two".
  void close_implied(Tag tag) {
    if (has_flag(tag, tag_flags::closes_p) && is_open(Tag::p)) {
      close_up_to([](Tag t) { return t == Tag::p; },
                  [](Tag t) { return has_flag(t, tag_flags::scope); });
    }
    if (is_heading(tag) && is_heading(top_tag())) pop();
    if (tag == Tag::option && top_tag() == Tag::option) pop();
    const auto is_table = [](Tag t) { return t == Tag::table; };
    if (tag == Tag::li) close_up_to([](Tag t) { return t == Tag::li; }, is_list_or_scope);
    if (tag == Tag::dd || tag == Tag::dt) {
      close_up_to([](Tag t) { return t == Tag::dd || t == Tag::dt; },
                  [](Tag t) { return t == Tag::dl || has_flag(t, tag_flags::scope); });
    }
    if (is_table_row_part(tag)) {
      close_up_to(is_table_row_part, [](Tag t) { return t == Tag::tr || t == Tag::table; });
    }
    if (tag == Tag::tr) close_up_to([](Tag t) { return t == Tag::tr; }, is_table);
    if (is_table_section(tag)) close_up_to(is_table_section, is_table);
  }

  static bool is_list_or_scope(Tag tag) { return is_list(tag) || has_flag(tag, tag_flags::scope); }

  /// Closes the nearest open element that `matches`, unless one that `stops` lies above it.
  template <typename Matches, typename Stops>
  bool close_up_to(Matches matches, Stops stops) {
    for (std::size_t level = stack_.size(); level-- > 1;) {
      const Tag tag = tree_.nodes_[stack_[level]].tag;
      if (matches(tag)) {
        pop_to(level);
        return true;
      }
      if (stops(tag)) return false;
    }
    return false;
  }

  void end(const HtmlToken& token) {
    if (token.tag == Tag::a) in_link_ = false;
    if (token.tag == Tag::br) add_node(Tag::br);  // "</br>" is a line break in browsers
    if (token.tag == Tag::html || token.tag == Tag::body) return;
    if (has_flag(token.tag, tag_flags::empty)) return;
    if (too_deep_ > 0) {
      --too_deep_;
      return;
    }
    if (!is_open(token.tag)) return;
    if (token.tag == Tag::other) return end_custom(token.name);
    const bool inline_element = !is_block(token.tag) && !has_flag(token.tag, tag_flags::silent);
    close_up_to([&](Tag t) { return t == token.tag; },
                [&](Tag t) {
                  // "<b><div></b>": browsers keep the division open.
                  if (inline_element) return is_block(t);
                  return has_flag(t, tag_flags::scope) && !is_table_part(token.tag);
                });
  }

  /// Elements without a rule of their own are told apart by their names.
  void end_custom(std::string_view name) {
    for (std::size_t level = stack_.size(); level-- > 1;) {
      const HtmlNode& node = tree_.nodes_[stack_[level]];
      if (node.tag == Tag::other && node.text == name) return pop_to(level);
      if (has_flag(node.tag, tag_flags::scope)) return;
    }
  }

  static bool is_table_part(Tag tag) {
    return tag == Tag::table || tag == Tag::tr || is_table_section(tag) || is_table_row_part(tag);
  }

  HtmlScanner scanner_;
  HtmlTree tree_;
  std::vector<NodeId> stack_;
  std::array<std::uint32_t, 256> open_{};
  std::size_t too_deep_ = 0;
  bool in_link_ = false;
};

HtmlTree HtmlTree::parse(std::string_view page) {
  return HtmlTreeBuilder(page).run();
}

std::span<const HtmlAttribute> HtmlTree::attributes(NodeId id) const {
  return std::span(attributes_).subspan(nodes_[id].first_attribute, nodes_[id].attribute_count);
}

std::string_view HtmlTree::attribute(NodeId id, std::string_view name) const {
  for (const HtmlAttribute& attribute : attributes(id)) {
    if (same_name(attribute.name, name)) return attribute.value;
  }
  return {};
}

bool HtmlTree::has_attribute(NodeId id, std::string_view name) const {
  const auto all = attributes(id);
  return std::any_of(all.begin(), all.end(),
                     [&](const HtmlAttribute& a) { return same_name(a.name, name); });
}

std::string HtmlTree::value(NodeId id, std::string_view name) const {
  return squeeze_blanks(resolve_references(attribute(id, name)));
}

std::string text_of(const HtmlTree& tree, NodeId id) {
  std::string raw;
  NodeId last = id;  // the last text so far
  for (NodeId at = id; at < tree[id].end;) {
    const HtmlNode& node = tree[at];
    const bool silent = at != id && has_flag(node.tag, tag_flags::silent);
    if (node.tag == Tag::br || is_block(node.tag)) raw += ' ';
    if (node.tag == Tag::text) {
      // A block that ended between two texts parts them.
      for (NodeId open = last; !tree.contains(open, at); open = tree[open].parent) {
        if (is_block(tree[open].tag)) raw += ' ';
      }
      raw += node.text;
      last = at;
    }
    at = silent ? node.end : at + 1;
  }
  return squeeze_blanks(resolve_references(raw));
}

}  // namespace onrecord
