// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/name_lines.h"

#include <algorithm>
#include <array>

#include "common/text_fold.h"
#include "indexer/split/byline.h"
#include "indexer/split/text_shape.h"
#include "indexer/split/written_date.h"

namespace onrecord {
namespace {

constexpr std::uint32_t most_words = 5;
constexpr std::uint32_t most_date_words = 12;

/// "Ana Ruiz,", "- Ana Ruiz", "| Ana Ruiz"
std::string_view without_separators(std::string_view text) {
  constexpr std::array<std::string_view, 8> separators = {",",      "|",      "-",      "/",
                                                          "\u2022", "\u00B7", "\u2013", "\u2014"};
  for (bool cut = true; cut;) {
    text = trim(text);
    cut = false;
    for (const std::string_view mark : separators) {
      if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        cut = true;
      } else if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        cut = true;
      }
    }
  }
  return text;
}

/// The first link that holds text of the block; 0 if there is none.
NodeId link_of(const HtmlTree& tree, const HtmlBlock& block) {
  for (NodeId id = block.first; id < block.end; ++id) {
    if (tree[id].tag != Tag::text || !tree[id].in_link) continue;
    NodeId link = tree[id].parent;
    while (link != 0 && tree[link].tag != Tag::a) link = tree[link].parent;
    return link;
  }
  return 0;
}

/// "/team/ana-ruiz", "/user/ruiz_ana.html"; not "/tag/ana-ruiz".
bool is_page_of_person(std::string_view address, std::string_view name) {
  constexpr std::array<std::string_view, 9> topics = {"/tag/",   "/tags/",      "/thema/",
                                                      "/themen", "/topic",      "/tema",
                                                      "/sujet",  "/stichwort/", "/search"};
  const std::string folded = fold(address);
  const std::string_view path = std::string_view(folded).substr(0, folded.find_first_of("?#"));
  for (const std::string_view topic : topics) {
    if (path.find(topic) != std::string_view::npos) return false;
  }
  // Letters beyond ASCII are written in many ways: "ruiz-munoz", "ruiz-muenoz".
  const std::string key = fold(name);
  std::size_t compared = 0;
  for (const std::string_view word : split_words(key)) {
    const bool plain =
        std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!plain) continue;
    ++compared;
    const std::size_t slash = path.find_last_of('/', path.size() - (path.ends_with('/') ? 2 : 1));
    if (path.substr(slash == std::string_view::npos ? 0 : slash).find(word) ==
        std::string_view::npos) {
      return false;
    }
  }
  return compared > 0;
}

class DateNeighbour {
 public:
  DateNeighbour(const HtmlPage& page, const SplitLexicon& words) : page_(page), words_(words) {}

  /// The next line in this direction, or the one behind the headline or a label ("on", "Opinion").
  bool is_next_to(std::size_t block, int step) const {
    constexpr std::uint32_t label = 2;  // words
    auto at = static_cast<std::ptrdiff_t>(block) + step;
    if (!exists(at)) return false;
    if (is_date(at)) return true;
    const bool skipped = blocks()[std::size_t(at)].words <= label || is_headline(std::size_t(at));
    return skipped && exists(at + step) && is_date(at + step);
  }

  bool is_close_to(std::size_t block) const {
    constexpr std::ptrdiff_t near = 4;
    const auto from = static_cast<std::ptrdiff_t>(block);
    for (std::ptrdiff_t at = from - near; at <= from + near; ++at) {
      if (exists(at) && is_date(at)) return true;
    }
    return false;
  }

 private:
  const std::vector<HtmlBlock>& blocks() const { return page_.main.blocks; }

  bool exists(std::ptrdiff_t at) const {
    return at >= 0 && at < static_cast<std::ptrdiff_t>(blocks().size());
  }

  bool is_headline(std::size_t block) const {
    return is_heading(page_.tree[blocks()[block].container].tag);
  }

  bool is_date(std::ptrdiff_t at) const {
    const HtmlBlock& block = blocks()[static_cast<std::size_t>(at)];
    if (block.words > most_date_words || block.is_marked(marks::drop | marks::hidden)) return false;
    const std::string text = block.text.text();
    constexpr std::uint32_t short_line = 6;  // words: "11 March, updated at 8 p.m."
    const bool digits = std::any_of(text.begin(), text.end(), is_digit);
    if (!digits || (block.words > short_line && ends_sentence(text))) return false;
    const auto dates = find_dates(text, words_);
    return std::any_of(dates.begin(), dates.end(),
                       [](const WrittenDate& date) { return date.published.date.day != 0; });
  }

  const HtmlPage& page_;
  const SplitLexicon& words_;
};

}  // namespace

std::string name_beside_date(const HtmlPage& page, std::size_t block, const SplitLexicon& words) {
  const HtmlBlock& line = page.main.blocks[block];
  if (line.words > most_words || is_heading(page.tree[line.container].tag)) return {};
  const std::string text = line.text.text();
  const std::string name(without_separators(text));
  if (!could_be_name(name, words)) return {};
  const DateNeighbour date(page, words);
  if (line.link_words > 0) {
    const NodeId link = link_of(page.tree, line);
    const bool own = link != 0 && is_page_of_person(page.tree.attribute(link, "href"), name);
    return own && date.is_close_to(block) ? name : std::string();
  }
  return date.is_next_to(block, -1) || date.is_next_to(block, 1) ? name : std::string();
}

}  // namespace onrecord
