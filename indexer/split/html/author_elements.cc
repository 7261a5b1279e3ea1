// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/author_elements.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/split/html/marks.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

bool has_class(std::string_view classes, std::string_view name) {
  const auto words = split_words(classes);
  return std::find(words.begin(), words.end(), name) != words.end();
}

/// Parts of addresses that lead to the page of a person; beside them the name must look like one.
constexpr std::array<std::string_view, 17> people_paths = {
    "/authors/", "/autoren/",  "/autores/",    "/auteur/",      "/auteurs/",     "/author-",
    "/autor-",   "/reporter/", "/reporters/",  "/profile/",     "/profil/",      "/journalist/",
    "/people/",  "/staff/",    "/columnists/", "/contributor/", "/contributors/"};

/// Microdata's "name" is that of breadcrumbs, too.
bool is_of_author(const HtmlTree& tree, NodeId id) {
  for (; id != 0; id = tree[id].parent) {
    const std::string_view property = tree.attribute(id, "itemprop");
    if (property == "author" || property == "creator") return true;
  }
  return false;
}

}  // namespace

bool is_author_name(const HtmlTree& tree, NodeId id) {
  if (tree[id].tag == Tag::text) return false;
  const std::string_view classes = tree.attribute(id, "class");
  if (has_class(classes, "fn") || has_class(classes, "username")) return true;
  if (tree[id].tag != Tag::a) return false;
  if (tree.attribute(id, "rel").find("author") != std::string_view::npos) return true;
  const std::string_view address = tree.attribute(id, "href");
  return address.find("/author/") != std::string_view::npos ||
         address.find("/autor/") != std::string_view::npos;
}

bool may_be_name_element(const HtmlTree& tree, NodeId id, std::uint32_t own_marks) {
  if (tree[id].tag == Tag::text) return false;
  if (is_author_name(tree, id)) return true;
  if (tree.attribute(id, "itemprop") == "name" && is_of_author(tree, id)) return true;
  if ((own_marks & marks::byline) != 0) return true;
  if (tree[id].tag != Tag::a) return false;
  const std::string_view address = tree.attribute(id, "href");
  return std::any_of(people_paths.begin(), people_paths.end(), [&](std::string_view path) {
    return address.find(path) != std::string_view::npos;
  });
}

}  // namespace onrecord
