// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/marks.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

namespace onrecord {
namespace {

struct MarkName {
  std::string_view name;
  std::uint32_t mark;
};

constexpr MarkName mark_names[] = {
    {"drop", marks::drop},       {"weak", marks::weak_drop},       {"content", marks::content},
    {"caption", marks::caption}, {"credit", marks::credit},        {"byline", marks::byline},
    {"date", marks::date},       {"headline", marks::headline},    {"deck", marks::deck},
    {"kicker", marks::kicker},   {"pullquote", marks::pull_quote}, {"post", marks::post},
    {"paywall", marks::paywall}, {"live", marks::live_post},       {"hidden", marks::hidden},
    {"keep", marks::keep},       {"cookie", marks::cookie},        {"updated", marks::updated},
};

/// Words before a part's name that turn it into a statement about the element: "has-sidebar".
constexpr std::array<std::string_view, 9> stating_words = {"has",  "with",   "no",  "is", "without",
                                                           "show", "hasnot", "not", "js"};

constexpr std::size_t key_letters = 3;

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// "relatedLinks-box2" to related, links, box.
std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> words;
  bool open = false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (!is_upper(c) && !is_lower(c)) {
      open = false;
      continue;
    }
    const bool hump = is_upper(c) && i > 0 && is_lower(name[i - 1]);
    if (!open || hump) words.emplace_back();
    open = true;
    words.back() += is_upper(c) ? static_cast<char>(c + 32) : c;
  }
  return words;
}

std::uint32_t mark_named(std::string_view name) {
  const auto* const found = std::find_if(std::begin(mark_names), std::end(mark_names),
                                         [&](const MarkName& row) { return row.name == name; });
  return found == std::end(mark_names) ? 0 : found->mark;
}

std::string key_of(std::string_view word) {
  return std::string(word.substr(0, key_letters));
}

std::uint32_t marks_of_tag(Tag tag) {
  switch (tag) {
    case Tag::nav:
    case Tag::footer:
    case Tag::button:
    case Tag::dialog:
    case Tag::menu:
      return marks::drop;
    case Tag::aside:
    case Tag::form:
    case Tag::header:
    case Tag::label:
      return marks::weak_drop;
    case Tag::figcaption:
    case Tag::caption:
      return marks::caption;
    case Tag::time:
      return marks::date;
    case Tag::address:
      return marks::byline;
    default:
      return 0;
  }
}

std::uint32_t marks_of_role(std::string_view role) {
  constexpr std::array<std::string_view, 9> no_text = {"navigation", "search",      "contentinfo",
                                                       "banner",     "menu",        "menubar",
                                                       "dialog",     "alertdialog", "tablist"};
  if (std::find(no_text.begin(), no_text.end(), role) != no_text.end()) return marks::drop;
  return role == "complementary" ? marks::weak_drop : 0;
}

std::uint32_t marks_of_property(std::string_view property) {
  constexpr MarkName properties[] = {
      {"articleBody", marks::content},      {"reviewBody", marks::content},
      {"caption", marks::caption},          {"author", marks::byline},
      {"creator", marks::byline},           {"datePublished", marks::date},
      {"dateModified", marks::updated},     {"headline", marks::headline},
      {"alternativeHeadline", marks::deck},
  };
  std::uint32_t found = 0;
  for (const MarkName& row : properties) {
    if (property == row.name) found |= row.mark;
  }
  return found;
}

bool is_hidden(const HtmlTree& tree, NodeId id) {
  if (tree.has_attribute(id, "hidden")) return true;
  std::string style(tree.attribute(id, "style"));
  std::erase_if(style, [](char c) { return c == ' '; });
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

}  // namespace

Result<ClassWords> ClassWords::make(const DataTable& rows) {
  ClassWords table;
  for (const auto& columns : rows) {
    Row row;
    std::string_view phrase = columns.front();
    row.prefix = phrase.ends_with('*');
    row.whole = phrase.starts_with('=');
    row.words = words_of_name(phrase);
    row.mark = columns.size() < 2 ? 0 : mark_named(columns[1]);
    if (row.mark == 0 || row.words.empty()) {
      return fail(fmt::format("class_words.txt: '{}' has no known mark", columns.front()));
    }
    table.by_first_letters_[key_of(row.words.front())].push_back(table.rows_.size());
    table.rows_.push_back(std::move(row));
  }
  return table;
}

bool ClassWords::matches(const Row& row, const std::vector<std::string>& words,
                         std::size_t at) const {
  if (at + row.words.size() > words.size()) return false;
  if (row.whole && row.words.size() != words.size()) return false;
  for (std::size_t i = 0; i < row.words.size(); ++i) {
    const std::string& word = words[at + i];
    const bool last = i + 1 == row.words.size();
    const bool same = last && row.prefix ? word.starts_with(row.words[i]) : word == row.words[i];
    if (!same) return false;
  }
  return true;
}

std::uint32_t ClassWords::marks_of_name(std::string_view name) const {
  const std::vector<std::string> words = words_of_name(name);
  std::uint32_t found = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool stating =
        std::find(stating_words.begin(), stating_words.end(), words[at]) != stating_words.end();
    if (stating) return found;
    const auto candidates = by_first_letters_.find(key_of(words[at]));
    if (candidates == by_first_letters_.end()) continue;
    for (const std::size_t index : candidates->second) {
      if (matches(rows_[index], words, at)) found |= rows_[index].mark;
    }
  }
  return found;
}

std::uint32_t ClassWords::marks_of(std::string_view attribute) const {
  constexpr std::size_t longest = 2000;
  attribute = attribute.substr(0, longest);
  std::uint32_t found = 0;
  while (!attribute.empty()) {
    const std::size_t end = std::min(attribute.find_first_of(" \t\r\n"), attribute.size());
    // Utility classes of style frameworks ("md:hidden", "[&_p]:mb-2") say nothing about content.
    const std::string_view name = attribute.substr(0, end);
    if (name.find_first_of(":[") == std::string_view::npos) found |= marks_of_name(name);
    attribute.remove_prefix(std::min(end + 1, attribute.size()));
  }
  return found;
}

std::uint32_t marks_of_element(const HtmlTree& tree, NodeId id) {
  std::uint32_t found = marks_of_tag(tree[id].tag);
  if (tree[id].attribute_count == 0) return found;
  if (tree[id].tag == Tag::label && tree.has_attribute(id, "for")) found |= marks::drop;
  found |=
      marks_of_role(tree.attribute(id, "role")) | marks_of_property(tree.attribute(id, "itemprop"));
  return is_hidden(tree, id) ? found | marks::hidden : found;
}

namespace {

/// A field for what only readers know: its form is no text ("Phone number", "You can unsubscribe").
bool asks_the_reader(const HtmlTree& tree, NodeId id) {
  const std::string_view type = tree.attribute(id, "type");
  return tree[id].tag == Tag::input && (type == "email" || type == "tel" || type == "password");
}

/// Right behind a link, or inside of one.
bool is_beside_link(const HtmlTree& tree, NodeId text) {
  if (tree[text].in_link) return true;
  const NodeId element = tree[text].parent;
  if (element == 0) return false;
  NodeId before = element - 1;
  while (before > tree[element].parent && tree[before].parent != tree[element].parent) {
    before = tree[before].parent;
  }
  return tree[before].tag == Tag::a;
}

bool is_emphasis(Tag tag) {
  return tag == Tag::b || tag == Tag::strong || tag == Tag::em || tag == Tag::i;
}

/// An inline element that holds nothing but a note to screen readers: ", opens new tab". In bold
/// type the words are prose, except beside a link.
bool is_note(const HtmlTree& tree, NodeId text, const PhraseTable& page_lines) {
  constexpr std::size_t longest = 48;  // bytes
  const NodeId element = tree[text].parent;
  if (tree[text].text.size() > longest || element + 1 != text) return false;
  if (tree[element].end != text + 1 || is_block(tree[element].tag)) return false;
  const auto phrase = page_lines.find(tree[text].text);
  if (!phrase || phrase->kind != "note") return false;
  return !is_emphasis(tree[element].tag) || is_beside_link(tree, text);
}

}  // namespace

std::vector<std::uint32_t> find_marks(const HtmlTree& tree, const ClassWords& words,
                                      const PhraseTable& page_lines) {
  std::vector<std::uint32_t> found(tree.size(), 0);
  std::unordered_map<std::string_view, std::uint32_t> known;
  const auto marks_of = [&](std::string_view attribute) {
    if (attribute.empty()) return std::uint32_t{0};
    const auto [entry, added] = known.try_emplace(attribute, 0);
    if (added) entry->second = words.marks_of(attribute);
    return entry->second;
  };
  NodeId form = 0;
  for (NodeId id = 0; id < tree.size(); ++id) {
    const Tag tag = tree[id].tag;
    if (tag == Tag::form) form = id;
    if (form != 0 && id < tree[form].end && asks_the_reader(tree, id)) found[form] |= marks::drop;
    if (tag == Tag::text) {
      if (is_note(tree, id, page_lines)) found[tree[id].parent] |= marks::hidden;
      continue;
    }
    std::uint32_t own = marks_of_element(tree, id);
    if (tree[id].attribute_count > 0) {
      for (const char* name : {"class", "id", "data-component", "data-testid"}) {
        own |= marks_of(tree.attribute(id, name));
      }
    }
    // A page's body tells of the whole page, not of its text.
    if (tag == Tag::html || tag == Tag::body) own = 0;
    found[id] = own;
  }
  return found;
}

}  // namespace onrecord
