// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/byline.h"

#include <algorithm>

#include "common/text_fold.h"
#include "indexer/split/byline.h"
#include "indexer/split/desk.h"
#include "indexer/split/html/author_check.h"
#include "indexer/split/html/author_elements.h"
#include "indexer/split/html/byline_lines.h"
#include "indexer/split/html/name_lines.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::uint32_t no_byline =
    marks::drop | marks::hidden | marks::caption | marks::credit | marks::pull_quote;
constexpr std::uint32_t most_line_words = 30;
const std::string author_link(author_link_origin);

class BylineFinder {
 public:
  BylineFinder(const HtmlPage& page, const HtmlLexicon& lexicon)
      : page_(page), words_(lexicon.words), check_(page, lexicon) {}

  HtmlByline run() {
    take_metadata();
    if (byline_.people.empty()) take_labelled_metadata();
    if (byline_.people.empty()) take_shown();
    if (byline_.people.empty()) byline_.origin = desk_origin_;
    if (!byline_.people.empty()) byline_.desks.clear();
    return std::move(byline_);
  }

 private:
  // Metadata.

  void take_metadata() {
    std::string origin;
    for (const PageValue* value : page_.metadata.all(PageField::byline)) {
      if (!is_usable(*value)) continue;
      if (!byline_.people.empty() && is_below_text(value->node)) continue;
      if (!byline_.people.empty() && value->origin != origin) {
        byline_.runner_up = value->value;
        byline_.runner_up_origin = value->origin;
        return;
      }
      origin = value->origin;
      const bool shown = value->node != 0 && value->value == text_of(page_.tree, value->node);
      take(shown ? name_in(page_.tree, value->node, words_) : value->value, origin);
      complete_from_line(value->node);
    }
  }

  /// Microdata and links to authors stand in teasers of other articles, too.
  bool is_below_text(NodeId node) const {
    return node != 0 && page_.body.last_block < blocks().size() &&
           node >= blocks()[page_.body.last_block].end;
  }

  /// "By <a rel=author>Ana Ruiz</a> and Tom Okafor": not all of those who sign have a page.
  void complete_from_line(NodeId node) {
    if (node == 0 || byline_.people.empty()) return;
    const auto after = std::partition_point(blocks().begin(), blocks().end(),
                                            [&](const HtmlBlock& b) { return b.end <= node; });
    if (after == blocks().end() || after->first > page_.tree[node].end) return;
    const auto line = may_hold_byline(*after) ? announced_byline(*after) : std::nullopt;
    if (!line || !line->announced || line->people.size() <= byline_.people.size()) return;
    const std::string origin = byline_.origin;
    const auto listed = [&](const std::string& name) {
      return std::find(line->people.begin(), line->people.end(), name) != line->people.end();
    };
    if (std::all_of(byline_.people.begin(), byline_.people.end(), listed)) take(*line, origin);
  }

  /// "Written by" and "Ana Ruiz", a pair for the cards of social networks.
  void take_labelled_metadata() {
    for (const auto& [label, value] : page_.metadata.labelled) {
      std::string line = label;
      line.append(": ").append(value);
      const auto phrase = words_.bylines.find(line);
      const bool author = phrase && phrase->kind == "strong" && phrase->end > label.size();
      if (author && check_.is_shown(value)) take(value, "label");
    }
  }

  bool is_usable(const PageValue& value) const {
    return value.node == 0 ||
           (!is_inside(value.node, no_byline) && !is_in_figure(page_.tree, value.node) &&
            !is_in_review(page_.tree, value.node));
  }

  bool is_inside(NodeId node, std::uint32_t mark) const {
    for (NodeId id = node; id != 0; id = page_.tree[id].parent) {
      if ((page_.main.marks[id] & mark) != 0) return true;
    }
    return false;
  }

  void take(std::string_view text, const std::string& origin) {
    take(read_byline_field(plain_byline(text, words_), words_), origin);
    if (byline_.people.empty()) keep_desk(text, origin);
  }

  void take(const Byline& byline, const std::string& origin) {
    if (byline_.agency.empty()) byline_.agency = byline.agency;
    for (const std::string& name : byline.people) {
      if (check_.is_person(name, origin)) add(name, origin);
    }
    if (byline_.people.empty()) keep_desk(byline.desk, origin);
  }

  /// Who signs if no person is found. Of metadata, what is more than the site's own name is better.
  void keep_desk(std::string_view text, const std::string& origin) {
    if (const auto announced = words_.bylines.find(text)) text.remove_prefix(announced->end);
    std::string desk = read_desk(text, words_);
    if (desk.empty() || !check_.is_desk(desk, origin)) return;
    std::vector<std::string>& desks = byline_.desks;
    const bool shown = origin == "shown" || origin == author_link;
    const bool better = !desks.empty() && !shown && page_.site.is_site(desks.front());
    if (better && !page_.site.is_site(desk)) desks.clear();
    if (!desks.empty() && (shown || desk_origin_ != origin)) return;
    if (std::find(desks.begin(), desks.end(), desk) != desks.end()) return;
    desks.push_back(std::move(desk));
    desk_origin_ = origin;
  }

  void add(std::string_view written, const std::string& origin) {
    std::string name = said_once(written);
    const std::string key = name_key(name);
    const bool known =
        std::any_of(byline_.people.begin(), byline_.people.end(),
                    [&](const std::string& other) { return name_key(other) == key; });
    if (known) return;
    byline_.people.push_back(std::move(name));
    byline_.origin = origin;
  }

  // What the page shows.

  const std::vector<HtmlBlock>& blocks() const { return page_.main.blocks; }

  bool may_hold_byline(const HtmlBlock& block) const {
    std::uint32_t no = no_byline & ~marks::drop;
    if (is_in_address(page_.tree, block.container)) no &= ~marks::caption;
    if (block.is_marked(marks::byline)) no &= ~marks::credit;
    return block.words <= most_line_words && !block.is_marked(no) &&
           !is_in_figure(page_.tree, block.container) &&
           !is_in_comments(page_.tree, block.container) &&
           !is_licence(page_.tree, block.first, block.end);
  }

  void take_shown() {
    const bool titled = page_.headline.block != HtmlHeadline::nowhere;
    const std::size_t headline = titled ? page_.headline.block : 0;
    const std::size_t first = std::min(page_.body.first_block + 1, blocks().size());
    const std::size_t last = std::min(page_.body.last_block + 8, blocks().size());
    const std::size_t above = headline > 6 ? headline - 6 : 0;
    const std::size_t marked = std::min(first + 4, blocks().size());
    take_lines(headline, marked, &BylineFinder::marked_byline);
    take_lines(headline, marked, &BylineFinder::announced_byline);
    take_labelled(headline, marked);
    take_author_links(headline, marked);
    take_lines(headline, marked, &BylineFinder::named_byline);
    take_lines(headline, first, &BylineFinder::dated_byline);
    take_lines(first, marked, &BylineFinder::short_dated_byline);
    take_names_beside_dates(above, marked);
    take_author_links(above, headline);
    take_lines(above, headline, &BylineFinder::marked_byline);
    take_lines(above, headline, &BylineFinder::announced_byline);
    take_lines(above, headline, &BylineFinder::dated_byline);
    take_lines(page_.body.last_block, last, &BylineFinder::marked_byline);
    take_lines(page_.body.last_block, last, &BylineFinder::announced_byline);
    take_lines(page_.body.last_block, last, &BylineFinder::dated_byline);
    take_credited(page_.body.last_block, last);
    take_labelled(page_.body.last_block, last);
    take_author_links(page_.body.last_block, last);
    take_closing_name();
    take_signed_box();
    take_opening_names(headline, marked);
  }

  using ReadLine = std::optional<Byline> (BylineFinder::*)(const HtmlBlock&) const;

  std::optional<Byline> marked_byline(const HtmlBlock& block) const {
    if (!block.is_marked(marks::byline)) return std::nullopt;
    if (auto named = named_byline(block)) return named;
    if (auto part = announced_part(block)) return part;
    return read_marked_line(block.text.text(), words_);
  }

  /// The innermost such element: "<span class=author><a href=/profile/7>Ana Ruiz</a> Staff</span>".
  bool holds_name(NodeId id) const {
    if (!may_be_name_element(page_.tree, id, page_.main.marks[id])) return false;
    for (NodeId inner = id + 1; inner < page_.tree[id].end; ++inner) {
      if (may_be_name_element(page_.tree, inner, page_.main.marks[inner])) return false;
    }
    return true;
  }

  /// Names that stand in elements of their own: lines run them together with what is beside them
  /// ("Ana Ruiz" and "Twitter").
  std::optional<Byline> named_byline(const HtmlBlock& block) const {
    Byline byline;
    for (NodeId id = block.container + 1; id < block.end; ++id) {
      if (page_.tree[id].end <= block.first || !holds_name(id)) continue;
      const std::string whole = name_in(page_.tree, id, words_);
      std::string_view shown = whole;
      if (const auto announced = words_.bylines.find(shown)) shown.remove_prefix(announced->end);
      const std::string text = without_job(trim(shown), words_);
      if (!could_be_name(text, words_) && !is_whole_name(text)) continue;
      if (std::find(byline.people.begin(), byline.people.end(), text) == byline.people.end()) {
        byline.people.push_back(text);
      }
      id = page_.tree[id].end - 1;
    }
    return byline.people.empty() ? std::nullopt : std::optional(std::move(byline));
  }

  std::optional<Byline> dated_byline(const HtmlBlock& block) const {
    return read_dated_line(block.text.text(), words_);
  }

  /// Below a deck that is taken for the first paragraph; prose has dates, too.
  std::optional<Byline> short_dated_byline(const HtmlBlock& block) const {
    constexpr std::uint32_t longest = 10;  // words
    return block.words <= longest ? dated_byline(block) : std::nullopt;
  }

  std::optional<Byline> announced_byline(const HtmlBlock& block) const {
    if (auto part = announced_part(block)) return part;
    return read_announced_line(block.text.text(), words_);
  }

  /// "<span>By Ana Ruiz</span><span>Associated Press</span>": an element that says "By" itself.
  std::optional<Byline> announced_part(const HtmlBlock& block) const {
    for (NodeId id = block.container + 1; id < block.end; ++id) {
      if (page_.tree[id].tag == Tag::text || page_.tree[id].end <= block.first) continue;
      const std::string text = text_of(page_.tree, id);
      if (count_words(text) < 2 || text.size() >= block.text.size()) continue;
      auto byline = read_byline(plain_byline(text, words_), words_);
      if (byline && byline->announced && !byline->people.empty()) return byline;
    }
    return std::nullopt;
  }

  /// "Text - Planning" in breadcrumbs.
  static bool is_navigation(const HtmlBlock& block) {
    return block.link_words == block.words && !block.is_marked(marks::byline);
  }

  void take_lines(std::size_t begin, std::size_t end, ReadLine read) {
    // Teasers name their authors too, so what is surely beside the text comes last.
    for (const bool dropped : {false, true}) {
      for (std::size_t i = begin; i < end && byline_.people.empty(); ++i) {
        if (blocks()[i].is_marked(marks::drop) != dropped || !may_hold_byline(blocks()[i]))
          continue;
        if (dropped && is_navigation(blocks()[i])) continue;
        if (auto byline = (this->*read)(blocks()[i])) take(*byline, "shown");
      }
    }
  }

  /// "Text: Ana Ruiz" among the credits below.
  void take_credited(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end && byline_.people.empty(); ++i) {
      const HtmlBlock& block = blocks()[i];
      if (!block.is_marked(marks::credit) || block.words > most_line_words) continue;
      if (is_in_figure(page_.tree, block.container)) continue;
      const auto byline = read_byline(block.text.text(), words_);
      if (byline && byline->announced) take(*byline, "shown");
    }
  }

  /// "By" in a line of its own and "Ana Ruiz" in the next one.
  void take_labelled(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i + 1 < end && byline_.people.empty(); ++i) {
      std::string_view label = blocks()[i].text.text();
      while (!label.empty() && (label.back() == ':' || is_blank(label.back()))) {
        label.remove_suffix(1);
      }
      if (count_words(label, 4) > 3 || !may_hold_byline(blocks()[i + 1])) continue;
      const std::string line = std::string(label) + ": " + blocks()[i + 1].text.text();
      const auto phrase = words_.bylines.find(line);
      if (!phrase || phrase->kind != "strong" || phrase->end < label.size()) continue;
      std::string_view name = blocks()[i + 1].text.text();
      if (name.ends_with(',')) name = trim(name.substr(0, name.size() - 1));
      if (could_be_name(name, words_)) take(name, "shown");
    }
  }

  void take_names_beside_dates(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end && byline_.people.empty(); ++i) {
      if (blocks()[i].is_marked(marks::drop) || !may_hold_byline(blocks()[i])) continue;
      const std::string name = name_beside_date(page_, i, words_);
      if (!name.empty() && check_.is_person(name, "shown")) add(name, "shown");
    }
  }

  /// Names that the markup says are the author's, whatever they look like: bloggers sign as
  /// "lakewalker" or "the gardener".
  void take_author_links(std::size_t begin, std::size_t end) {
    if (begin >= end || !byline_.people.empty()) return;
    const NodeId last = blocks()[end - 1].end;
    for (NodeId id = blocks()[begin].first; id < last && byline_.people.empty(); ++id) {
      if (!is_author_name(page_.tree, id) || !is_usable_link(id)) continue;
      const std::string whole = name_in(page_.tree, id, words_);
      std::string_view text = whole;
      if (const auto announced = words_.bylines.find(text)) text.remove_prefix(announced->end);
      text = trim(text);
      if (text.empty() || count_words(text, 5) > 4 || ends_sentence(text)) continue;
      if (check_.is_person(std::string(text), author_link)) {
        add(text, author_link);
      } else {
        keep_desk(text, author_link);
      }
    }
  }

  bool is_usable_link(NodeId id) const {
    return !is_inside(id, no_byline & ~marks::drop) && !is_in_figure(page_.tree, id) &&
           !is_in_comments(page_.tree, id);
  }

  /// A name alone as the last paragraph, or in bold below it: the author has signed.
  void take_closing_name() {
    if (page_.body.paragraphs.size() < 2) return;
    const std::size_t end = std::min(page_.body.last_block + 2, blocks().size());
    for (std::size_t i = page_.body.last_block; i < end && byline_.people.empty(); ++i) {
      const HtmlBlock& block = blocks()[i];
      if (block.is_marked(no_byline | marks::weak_drop) ||
          is_in_figure(page_.tree, block.container))
        continue;
      if (is_heading(page_.tree[block.container].tag) || block.link_words > 0) continue;
      if (i != page_.body.last_block && block.strong_chars < block.text.size()) continue;
      const std::string text = block.text.text();
      if (could_be_name(text, words_)) take(text, "signed");
      const auto names = read_bare_names(text, words_);
      for (const std::string& name : names) {
        if (names.size() > 1 && check_.is_person(name, "signed")) add(name, "signed");
      }
    }
  }

  /// "<p><b>Ana Ruiz</b></p></div>", "Autoren Ana Ruiz und Tom Okafor": the last line of the box
  /// that holds the text, where offers of the house in boxes of their own look like more text.
  void take_signed_box() {
    constexpr std::size_t least_above = 3;  // blocks of text in the same box
    const std::size_t end = std::min(page_.body.last_block, blocks().size());
    for (std::size_t i = page_.body.first_block + least_above; i < end; ++i) {
      const HtmlBlock& block = blocks()[i];
      const NodeId box = page_.tree[block.container].parent;
      const bool ends_box =
          i + 1 == blocks().size() || blocks()[i + 1].first >= page_.tree[box].end;
      if (!ends_box || blocks()[i - least_above].first < box || block.link_words > 0) continue;
      if (is_heading(page_.tree[block.container].tag) || !may_hold_byline(block)) continue;
      const std::string text = block.text.text();
      if (block.strong_chars >= text.size() && could_be_name(text, words_)) take(text, "signed");
      if (const auto byline = read_byline(text, words_); byline && byline->announced) {
        take(*byline, "signed");
      }
      if (!byline_.people.empty()) return;
    }
  }

  /// "Ana Ruiz/Tom Okafor" in bold in a line of its own above the text. A single name could be a
  /// subhead ("Open Data").
  void take_opening_names(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end && byline_.people.empty(); ++i) {
      const HtmlBlock& block = blocks()[i];
      if (block.strong_chars < block.text.size() || !may_hold_byline(block)) continue;
      const auto names = read_bare_names(block.text.text(), words_);
      for (const std::string& name : names) {
        if (names.size() > 1 && check_.is_person(name, "shown")) add(name, "shown");
      }
    }
  }

  const HtmlPage& page_;
  const SplitLexicon& words_;
  AuthorCheck check_;
  HtmlByline byline_;
  std::string desk_origin_;
};

}  // namespace

HtmlByline find_html_byline(const HtmlPage& page, const HtmlLexicon& lexicon) {
  return BylineFinder(page, lexicon).run();
}

}  // namespace onrecord
