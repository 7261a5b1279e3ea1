// SPDX-License-Identifier: GPL-3.0-or-later
// Pages made to be slow: the work grows with the page, not with its square.
#include <algorithm>
#include <ctime>
#include <string>

#include <gtest/gtest.h>

#include "tests/indexer/split/html/pages.h"

namespace onrecord {
namespace {

/// Processor time of this thread, whatever else runs on the machine.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

struct Hostile {
  const char* name;
  const char* before;
  const char* piece;
};

constexpr const char* head =
    "<title>Pier to close</title><meta name=description content='Engineers found cracks in four of "
    "its pillars, and the council acted'><h1>Pier to close</h1>";

constexpr Hostile hostile_pages[] = {
    {"nested", "", "<div>"},
    {"nested with text", "", "<div>The boats stayed out."},
    {"siblings", "", "<p>a"},
    {"one text", "<p>", "The boats stayed out on Monday. "},
    {"one word", "<p>", "boats"},
    {"pictures", "", "<div><img><p>Nets on the quay</div>"},
    {"pictures in one element", "<div>", "<img>"},
    {"list of links", "<ul>", "<li><a href=/1>Ferry line orders new boats</a>"},
    {"nested lists", "", "<ul><li><a href=/1>Ferry line orders new boats</a>"},
    {"equal paragraphs", "",
     "<p>Nobody on the quay could say on that day what the vote would bring to them."},
    {"block quotes", "", "<blockquote><p>Nobody on the quay can say what it brings.</blockquote>"},
    {"decks", "", "<p class=deck>Nobody can say what it brings."},
    {"headings", "", "<h3>What is next</h3>"},
    {"posts", "",
     "<div><time>18:20</time><h3>What is next</h3><p>Nobody can say what it brings.</div>"},
    {"posts without an end", "",
     "<div><time>18:20</time><h3>What is next</h3><p>Nobody can say it."},
    {"boxes", "", "<div><p>Related stories</p><p>Nobody on the quay can say what it brings.</p>"},
    {"articles", "", "<article><h2>Pier</h2><p>Nobody on the quay can say what it brings."},
    {"dates", "", "<p>11 March 2024 "},
    {"dates in one line", "<p>", "11 March 2024 "},
    {"authors in one byline", "<h1>Pier</h1><div class=byline>", "<span class=author><i></i>"},
    {"authors beside each other", "<h1>Pier</h1><div class=byline>",
     "<a href=/authors/1><i></i></a>"},
    {"authors and names", "<h1>Pier</h1>",
     "<meta name=author content='Ana Ruiz'><p>Tom Okafor</p><p>11 March 2024</p>"},
    {"links to authors", "<h1>Pier</h1>",
     "<p>By <a rel=author href=/a>Ana Ruiz</a> and Tom Okafor</p>"},
    {"addresses", "<h1>Pier</h1>", "<address>Li Wen<span>By</span></address>"},
    {"captions", "",
     "<figure><figcaption>Nets. <span class=credit>Li Wen</span></figcaption></figure>"},
    {"cells", "<table>", "<tr><td>Boats<td>900"},
};

std::string page_of(const Hostile& hostile, std::size_t size) {
  std::string page = std::string(head) + hostile.before;
  while (page.size() < size) page += hostile.piece;
  return page;
}

double seconds_for(const Hostile& hostile, std::size_t size) {
  const std::string page = page_of(hostile, size);
  const double start = cpu_seconds();
  static_cast<void>(test::split_into_articles(page).has_value());
  return cpu_seconds() - start;
}

class HtmlHostile : public testing::TestWithParam<Hostile> {};

TEST_P(HtmlHostile, WorkGrowsWithThePage) {
  constexpr std::size_t small = 60'000;
  constexpr double times = 8;
  constexpr double slack = 3;  // caches, growing tables
  const double least = 0.004;  // seconds: below, the clock decides
  const double before = std::max(least, seconds_for(GetParam(), small));
  const double after = seconds_for(GetParam(), static_cast<std::size_t>(small * times));
  EXPECT_LT(after, before * times * slack) << before << " s for the small page";
}

INSTANTIATE_TEST_SUITE_P(Pages, HtmlHostile, testing::ValuesIn(hostile_pages),
                         [](const auto& page) {
                           std::string name = page.param.name;
                           std::replace(name.begin(), name.end(), ' ', '_');
                           return name;
                         });

}  // namespace
}  // namespace onrecord
