// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/tags.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace onrecord {
namespace {

using namespace tag_flags;

struct TagRow {
  std::string_view name;
  std::uint8_t flags = 0;
};

constexpr std::uint8_t paragraph_end = block | closes_p;

/// In the order of the enumeration, which is that of the alphabet from `a` on.
constexpr TagRow rows[] = {
    {"", 0},
    {"#text", 0},
    {"a", 0},
    {"address", paragraph_end},
    {"amp-img", empty},
    {"area", empty},
    {"article", paragraph_end},
    {"aside", paragraph_end},
    {"audio", silent},
    {"b", 0},
    {"base", empty | head_only},
    {"blockquote", paragraph_end},
    {"body", block},
    {"br", empty},
    {"button", block | scope},
    {"canvas", silent},
    {"caption", block | scope},
    {"center", paragraph_end},
    {"cite", 0},
    {"col", empty},
    {"dd", paragraph_end},
    {"details", paragraph_end},
    {"dialog", paragraph_end},
    {"div", paragraph_end},
    {"dl", paragraph_end},
    {"dt", paragraph_end},
    {"em", 0},
    {"embed", empty},
    {"fieldset", paragraph_end},
    {"figcaption", paragraph_end},
    {"figure", paragraph_end},
    {"font", 0},
    {"footer", paragraph_end},
    {"form", paragraph_end},
    {"frame", empty},
    {"h1", paragraph_end},
    {"h2", paragraph_end},
    {"h3", paragraph_end},
    {"h4", paragraph_end},
    {"h5", paragraph_end},
    {"h6", paragraph_end},
    {"head", block | silent},
    {"header", paragraph_end},
    {"hgroup", paragraph_end},
    {"hr", block | empty | closes_p},
    {"html", block},
    {"i", 0},
    {"iframe", block | raw | silent},
    {"img", empty},
    {"input", empty},
    {"label", 0},
    {"legend", block},
    {"li", paragraph_end},
    {"link", empty | head_only},
    {"main", paragraph_end},
    {"map", silent},
    {"menu", paragraph_end},
    {"meta", empty | head_only},
    {"nav", paragraph_end},
    {"noscript", silent | head_only},
    {"object", silent},
    {"ol", paragraph_end},
    {"option", block},
    {"p", paragraph_end},
    {"param", empty},
    {"picture", 0},
    {"pre", paragraph_end},
    {"q", 0},
    {"script", raw | silent | head_only},
    {"section", paragraph_end},
    {"select", block | silent},
    {"small", 0},
    {"source", empty},
    {"span", 0},
    {"strong", 0},
    {"style", raw | silent | head_only},
    {"sub", 0},
    {"summary", paragraph_end},
    {"sup", 0},
    {"svg", silent},
    {"table", block | scope},
    {"tbody", block},
    {"td", block | scope},
    {"template", silent | head_only},
    {"textarea", raw | silent},
    {"tfoot", block},
    {"th", block | scope},
    {"thead", block},
    {"time", 0},
    {"title", raw | silent | head_only},
    {"tr", block},
    {"track", empty},
    {"u", 0},
    {"ul", paragraph_end},
    {"video", silent},
    {"wbr", empty},
};
static_assert(std::size(rows) == static_cast<std::size_t>(Tag::wbr) + 1);

constexpr std::size_t longest_name = 10;
constexpr auto first_named = static_cast<std::size_t>(Tag::a);

}  // namespace

Tag tag_named(std::string_view name) {
  if (name.size() > longest_name) return Tag::other;
  std::array<char, longest_name> lower{};
  std::transform(name.begin(), name.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const std::string_view key(lower.data(), name.size());
  const auto* const begin = std::begin(rows) + first_named;
  const auto* const found =
      std::lower_bound(begin, std::end(rows), key,
                       [](const TagRow& row, std::string_view k) { return row.name < k; });
  if (found == std::end(rows) || found->name != key) return Tag::other;
  return static_cast<Tag>(found - std::begin(rows));
}

std::string_view tag_name(Tag tag) {
  return rows[static_cast<std::size_t>(tag)].name;
}

std::uint8_t flags_of(Tag tag) {
  return rows[static_cast<std::size_t>(tag)].flags;
}

}  // namespace onrecord
