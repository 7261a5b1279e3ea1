// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/tree.h"

#include <chrono>
#include <string>

#include <gtest/gtest.h>

namespace onrecord {
namespace {

/// Elements with their content, texts as written: "<p>a<b>c</b></p>". Empty elements end with "/".
std::string shape(const HtmlTree& tree, NodeId id = 0) {
  const HtmlNode& node = tree[id];
  if (node.tag == Tag::text) return std::string(node.text);
  const std::string name(node.tag == Tag::other ? node.text : tag_name(node.tag));
  std::string inside;
  for (NodeId child = id + 1; child < node.end; child = tree[child].end) {
    inside += shape(tree, child);
  }
  if (inside.empty()) return "<" + name + "/>";
  return "<" + name + ">" + inside + "</" + name + ">";
}

std::string parsed(std::string_view page) {
  const std::string all = shape(HtmlTree::parse(page));
  const std::string open = "<html>";
  return all.size() > 13 ? all.substr(open.size(), all.size() - 13) : "";
}

TEST(HtmlTree, EndsElementsAsBrowsersDo) {
  EXPECT_EQ(parsed("<p>One<p>Two"), "<p>One</p><p>Two</p>");
  EXPECT_EQ(parsed("<p>One<div>Two</div>"), "<p>One</p><div>Two</div>");
  EXPECT_EQ(parsed("<ul><li>a<ul><li>b<li>c</ul><li>d</ul>"),
            "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>");
  EXPECT_EQ(parsed("<table><tr><td>a<td>b<tr><td>c</table>d"),
            "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>d");
  EXPECT_EQ(parsed("<dl><dt>a<dd>b<dt>c</dl>"), "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>");
}

TEST(HtmlTree, IgnoresStrayEndTags) {
  EXPECT_EQ(parsed("<div>a</p></span>b</div>c"), "<div>ab</div>c");
  EXPECT_EQ(parsed("<div><table><tr><td>a</div>b</td></tr></table>c</div>"),
            "<div><table><tr><td>ab</td></tr></table>c</div>");
  EXPECT_EQ(parsed("a</body></html>b"), "ab");
}

TEST(HtmlTree, ReadsTagsWithAnyQuotes) {
  const HtmlTree tree = HtmlTree::parse("<a HREF='x>y' title=\"a 'b'\" data-n=7 hidden>t</a>");
  EXPECT_EQ(tree.attribute(1, "href"), "x>y");
  EXPECT_EQ(tree.attribute(1, "title"), "a 'b'");
  EXPECT_EQ(tree.attribute(1, "data-n"), "7");
  EXPECT_TRUE(tree.has_attribute(1, "hidden"));
  EXPECT_FALSE(tree.has_attribute(1, "class"));
  EXPECT_TRUE(tree[2].in_link);
}

TEST(HtmlTree, LeavesCommentsAndScriptsOut) {
  EXPECT_EQ(parsed("a<!-- <p>b</p> -->c<!DOCTYPE x><?php y ?>d"), "acd");
  const HtmlTree tree = HtmlTree::parse("<script>if (a < b) { '</p>' }</script>c");
  EXPECT_EQ(tree[1].text, "if (a < b) { '</p>' }");
  EXPECT_EQ(text_of(tree, 0), "c");
}

TEST(HtmlTree, KeepsSignsThatAreNoTags) {
  EXPECT_EQ(text_of(HtmlTree::parse("3 < 5 and a<1 &amp; 7 > 2"), 0), "3 < 5 and a<1 & 7 > 2");
}

TEST(HtmlTree, KeepsTextBehindWhatIsNeverClosed) {
  EXPECT_EQ(text_of(HtmlTree::parse("<p>a<!-- b</p>c"), 0), "a b c");
  EXPECT_EQ(text_of(HtmlTree::parse("<p title=\"a>b</p>c"), 0), "b c");
}

/// Hostile pages take linear time: a megabyte in a small part of the time that is allowed here.
TEST(HtmlTree, StaysLinear) {
  constexpr std::size_t size = 1'000'000;
  const auto repeat = [](std::string_view what) {
    std::string page;
    while (page.size() < size) page += what;
    return page;
  };
  for (const char* piece :
       {"<", "<div>", "<a href=\"", "<!--", "<title>", "<p><b><i>", "</div><span>", "<a b c d",
        "<li><ul>", "<td></table>", "&#", "<script", "<p/></x>"}) {
    const std::string page = repeat(piece);
    const auto start = std::chrono::steady_clock::now();
    const HtmlTree tree = HtmlTree::parse(page);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_GT(tree.size(), 0U);
    EXPECT_LT(took.count(), 5) << piece;
    for (const HtmlNode& node : tree.nodes()) ASSERT_LE(node.depth, 256);
  }
}

}  // namespace
}  // namespace onrecord
