// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/author_elements.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/text_fold.h"
#include "indexer/split/byline.h"
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

std::string name_in(const HtmlTree& tree, NodeId id, const SplitLexicon& words) {
  std::string own;
  bool parted = false;
  for (NodeId child = id + 1; child < tree[id].end; child = tree[child].end) {
    if (tree[child].tag == Tag::text) {
      own += tree[child].text;
    } else {
      parted = true;
    }
  }
  own = squeeze_blanks(own);
  return parted && could_be_name(own, words) ? own : text_of(tree, id);
}

bool is_in_comments(const HtmlTree& tree, NodeId node) {
  for (NodeId id = node; id != 0; id = tree[id].parent) {
    for (const char* attribute : {"class", "id"}) {
      if (fold(tree.attribute(id, attribute)).find("comment") != std::string::npos) return true;
    }
  }
  return is_in_review(tree, node);
}

bool is_in_review(const HtmlTree& tree, NodeId node) {
  constexpr std::array<std::string_view, 6> properties = {
      "review", "reviews", "comment", "comments", "suggestedAnswer", "acceptedAnswer"};
  for (NodeId id = node; id != 0; id = tree[id].parent) {
    const std::string_view property = tree.attribute(id, "itemprop");
    if (std::find(properties.begin(), properties.end(), property) != properties.end()) return true;
  }
  return false;
}

bool is_in_figure(const HtmlTree& tree, NodeId node) {
  for (NodeId id = node; id != 0; id = tree[id].parent) {
    if (tree[id].tag == Tag::address) return false;
    if (tree[id].tag == Tag::figure) return true;
  }
  return false;
}

bool is_in_address(const HtmlTree& tree, NodeId node) {
  for (NodeId id = node; id != 0; id = tree[id].parent) {
    if (tree[id].tag == Tag::address) return true;
  }
  return false;
}

bool is_licence(const HtmlTree& tree, NodeId first, NodeId end) {
  constexpr std::array<std::string_view, 3> hosts = {"//creativecommons.org/licenses",
                                                     "//commons.wikimedia.org", "flickr.com/"};
  for (NodeId id = first == 0 ? 0 : tree[first].parent; id < end; ++id) {
    if (tree[id].tag != Tag::a) continue;
    const std::string_view address = tree.attribute(id, "href");
    const bool licence = std::any_of(hosts.begin(), hosts.end(), [&](std::string_view host) {
      return address.find(host) != std::string_view::npos;
    });
    if (licence) return true;
  }
  return false;
}

}  // namespace onrecord
