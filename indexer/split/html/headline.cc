// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/headline.h"

#include <algorithm>
#include <utility>

#include "indexer/split/source_text.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_headline = 400;  // bytes
constexpr std::uint32_t excluded = marks::drop | marks::hidden | marks::cookie;

/// One title holds the other: metadata add the site's name, headings add a kicker. A word of a long
/// title may be the name of a section.
bool agree(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return false;
  const std::string& longer = a.size() > b.size() ? a : b;
  const std::string& shorter = a.size() > b.size() ? b : a;
  const std::size_t least_share = shorter.size() < 8 ? 2 : 5;
  if (shorter.size() * least_share < longer.size()) return false;
  return longer.find(shorter) != std::string::npos;
}

struct Title {
  std::string text;
  std::string origin;
  std::string key;
};

struct Heading {
  NodeId node = 0;
  std::string text;
  std::string key;
  std::string kicker;
  bool excluded = false;
};

/// The texts of a heading's parts: "<h1><span>Opinion</span> Lake talks stall</h1>" has two.
struct HeadingPart {
  std::string text;
  std::uint32_t marks = 0;
};

class HeadlineFinder {
 public:
  HeadlineFinder(const HtmlTree& tree, const MainContent& main, const PageMetadata& metadata,
                 const SiteNames& site)
      : tree_(tree), main_(main), metadata_(metadata), site_(site) {}

  HtmlHeadline run() {
    collect_titles();
    collect_headings();
    HtmlHeadline headline;
    std::string shown;  // what the page's text begins with
    if (const Heading* heading = choose_heading()) {
      headline.text = shown = site_.strip_from(heading->text);
      headline.kicker = heading->kicker;
      headline.origin = std::string(tag_name(tree_[heading->node].tag));
      const Title* better = editors_title(*heading);
      if (better == nullptr) better = title_with_kicker(*heading);
      if (better != nullptr) {
        headline.text = better->text;
        headline.origin = better->origin;
        headline.runner_up = shown;
        headline.runner_up_origin = tag_name(tree_[heading->node].tag);
      }
    } else if (!titles_.empty()) {
      headline.text = titles_.front().text;
      headline.origin = titles_.front().origin;
      if (const Heading* above = last_above_text(Tag::h1)) shown = above->text;
    }
    headline.text = clean_text(headline.text).squeezed().text();
    find_block(shown.empty() ? headline.text : shown, headline);
    if (headline.runner_up.empty()) find_runner_up(headline);
    return headline;
  }

 private:
  void add_title(std::string_view text, std::string_view origin) {
    std::string stripped = site_.strip_from(text);
    if (stripped.empty() || site_.is_site(stripped)) return;
    std::string key = title_key(stripped);
    titles_.push_back({std::move(stripped), std::string(origin), std::move(key)});
  }

  void collect_titles() {
    for (const PageValue* value : metadata_.all(PageField::headline)) {
      add_title(value->value, value->origin);
    }
    add_title(metadata_.title, "title");
    for (const std::string_view part : title_parts(metadata_.title)) {
      if (!site_.is_site(part)) part_keys_.push_back(title_key(part));
    }
  }

  const Title* title_with(const std::string& key) const {
    const auto found = std::find_if(titles_.begin(), titles_.end(),
                                    [&](const Title& title) { return title.key == key; });
    return found == titles_.end() ? nullptr : &*found;
  }

  bool is_title(const std::string& key) const { return title_with(key) != nullptr; }

  bool is_title_or_part(const std::string& key) const {
    return is_title(key) ||
           std::find(part_keys_.begin(), part_keys_.end(), key) != part_keys_.end();
  }

  bool is_confirmed(const Heading& heading) const {
    return std::any_of(titles_.begin(), titles_.end(),
                       [&](const Title& title) { return agree(heading.key, title.key); });
  }

  /// Many newsrooms write one title for search engines and one for readers. Where heading, <title>
  /// and all meta elements hold one and the same ("Ferry fire: what we know") and JSON-LD, which
  /// knows no other article and tells its titles apart, another ("Night of fear on the Torvik
  /// ferry"), that is the editors'. Where <title> or a meta element agrees with JSON-LD, theirs is
  /// the one for search engines, and the heading stands.
  const Title* editors_title(const Heading& heading) const {
    const auto& articles = metadata_.json_ld.articles;
    if (articles.size() != 1 || !articles.front().alternative_headline) return nullptr;
    const Title* editors = nullptr;
    std::size_t agreeing = 0;
    for (const Title& title : titles_) {
      if (agree(title.key, heading.key)) {
        ++agreeing;
      } else if (title.origin == "json-ld headline" && count_words(title.text) > 2) {
        editors = &title;
      } else {
        return nullptr;
      }
    }
    return agreeing > 1 && titles_.back().origin == "title" ? editors : nullptr;
  }

  /// A kicker that JSON-LD, og:title and <title> all join to the heading is a part of the headline,
  /// wherever the page shows it ("Almer: Night on the pier"); the name of a section is not.
  const Title* title_with_kicker(const Heading& heading) const {
    const Title* joined = title_of("json-ld headline");
    const Title* social = title_of("og:title");
    const Title* title = title_of("title");
    if (joined == nullptr || social == nullptr || title == nullptr) return nullptr;
    if (social->key != joined->key || !title->key.starts_with(joined->key)) return nullptr;
    if (joined->key.size() <= heading.key.size() || !joined->key.ends_with(heading.key)) {
      return nullptr;
    }
    const auto kicker =
        std::string_view(joined->key).substr(0, joined->key.size() - heading.key.size());
    for (const PageValue* section : metadata_.all(PageField::section)) {
      if (title_key(section->value) == kicker) return nullptr;
    }
    return social;
  }

  const Title* title_of(std::string_view origin) const {
    const auto found = std::find_if(titles_.begin(), titles_.end(),
                                    [&](const Title& title) { return title.origin == origin; });
    return found == titles_.end() ? nullptr : &*found;
  }

  void collect_headings() {
    std::vector<bool> inside(tree_.size(), false);
    for (NodeId id = 1; id < tree_.size(); ++id) {
      inside[id] = inside[tree_[id].parent] || (main_.marks[id] & excluded) != 0;
      if (!is_heading(tree_[id].tag) || is_logo(id)) continue;
      Heading heading;
      heading.node = id;
      heading.excluded = inside[id];
      read_heading(id, heading);
      heading.key = title_key(heading.text);
      if (heading.key.empty() || heading.text.size() > longest_headline) continue;
      if (!site_.is_site(heading.text)) headings_.push_back(std::move(heading));
    }
  }

  std::vector<HeadingPart> parts_of(NodeId id) const {
    std::vector<HeadingPart> parts;
    for (NodeId child = id + 1; child < tree_[id].end; child = tree_[child].end) {
      if ((main_.marks[child] & marks::hidden) != 0) continue;
      HeadingPart part{text_of(tree_, child), main_.marks[child]};
      if (tree_[child].tag == Tag::text) part.marks = 0;
      if (is_time(child, part.text)) part.marks |= marks::date;
      if (!part.text.empty()) parts.push_back(std::move(part));
    }
    // "<h1><a><span>..</span>..</a></h1>": the parts are further down.
    if (parts.size() == 1) {
      for (NodeId child = id + 1; child < tree_[id].end; child = tree_[child].end) {
        if (tree_[child].tag != Tag::text && !text_of(tree_, child).empty()) return parts_of(child);
      }
    }
    return parts;
  }

  /// <span class=supertitle><time>11 March 2024</time></span>
  bool is_time(NodeId id, const std::string& text) const {
    for (NodeId inner = id; inner < tree_[id].end; ++inner) {
      if (tree_[inner].tag == Tag::time) return text_of(tree_, inner) == text;
    }
    return false;
  }

  static std::string join(const std::vector<HeadingPart>& parts, std::size_t begin,
                          std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) text += (i > begin ? " " : "") + parts[i].text;
    return text;
  }

  /// The heading without parts around it that are kickers, dates or subtitles, by their marks or
  /// because the rest is a title of the page.
  void read_heading(NodeId id, Heading& heading) const {
    heading.text = text_of(tree_, id);
    const auto parts = parts_of(id);
    constexpr std::size_t most_parts = 6;
    if (parts.size() < 2 || parts.size() > most_parts) return;
    // "Opinion" and "Lake talks stall" in one heading are "Opinion: Lake talks stall" in the head;
    // where only <title> or the heading itself says so, it is a kicker.
    const Title* whole = title_with(title_key(heading.text));
    const bool doubtful =
        whole == nullptr || whole->origin == "title" || whole->origin == "itemprop headline";
    if (cut_untitled_kicker(parts, heading)) return;
    if (doubtful && cut_marked_kicker(parts, heading)) return;
    if (whole != nullptr) {
      heading.text = whole->text;
      return;
    }
    if (drop_marked_parts(parts, heading)) return;
    for (std::size_t begin = 0; begin < parts.size(); ++begin) {
      for (std::size_t end = parts.size(); end > begin; --end) {
        std::string text = join(parts, begin, end);
        if (!is_title(title_key(text))) continue;
        heading.kicker = join(parts, 0, begin);
        heading.text = std::move(text);
        return;
      }
    }
  }

  /// A part that the markup calls a kicker, or that a dash or colon of its own sets off.
  static bool cut_marked_kicker(const std::vector<HeadingPart>& parts, Heading& heading) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      const bool separator = i > 0 && title_key(parts[i].text).empty();
      if ((i == begin && (parts[i].marks & (marks::kicker | marks::deck)) != 0) || separator) {
        begin = i + 1;
      }
    }
    if (begin == 0) return false;
    heading.kicker = join(parts, 0, begin);
    heading.text = join(parts, begin, parts.size());
    return true;
  }

  bool cut_untitled_kicker(const std::vector<HeadingPart>& parts, Heading& heading) const {
    for (std::size_t begin = 1; begin < parts.size(); ++begin) {
      const Title* title = title_with(title_key(join(parts, begin, parts.size())));
      if (title == nullptr || title->origin == "title") continue;
      heading.kicker = join(parts, 0, begin);
      heading.text = title->text;
      return true;
    }
    return false;
  }

  /// The site's name in a heading leads to the front page.
  bool is_logo(NodeId id) const {
    for (NodeId link = id + 1; link < tree_[id].end; ++link) {
      if (tree_[link].tag != Tag::a) continue;
      if (text_of(tree_, link) != text_of(tree_, id)) return false;
      std::string_view address = tree_.attribute(link, "href");
      const std::size_t scheme = address.find("//");
      if (scheme != std::string_view::npos) {
        address.remove_prefix(std::min(address.find('/', scheme + 2), address.size()));
      } else if (address.empty()) {
        return false;
      }
      return address.empty() || address == "/";
    }
    return false;
  }

  static bool drop_marked_parts(const std::vector<HeadingPart>& parts, Heading& heading) {
    constexpr std::uint32_t aside =
        marks::kicker | marks::date | marks::byline | marks::updated | marks::drop;
    std::size_t begin = 0;
    std::size_t end = parts.size();
    while (begin + 1 < end && (parts[begin].marks & aside) != 0) ++begin;
    while (end > begin + 1 && (parts[end - 1].marks & (aside | marks::deck)) != 0) --end;
    if (begin == 0 && end == parts.size()) return false;
    // "Talks on the lake:" is the first half of a headline, whatever the class of the second.
    if (parts[end - 1].text.ends_with(':')) return false;
    // A dash that set the kicker off: "Eskalation - <headline>".
    while (begin + 1 < end && title_key(parts[begin].text).empty()) ++begin;
    heading.kicker = join(parts, 0, begin);
    heading.text = join(parts, begin, end);
    return true;
  }

  /// An h1 that a title confirms; a lower heading that is a title; the h1 nearest above the text,
  /// unless all titles agree on another; a heading right above the text where no title is one.
  /// Headings in navigation come last: sites repeat the title for search engines in the
  /// breadcrumbs.
  const Heading* choose_heading() const {
    if (const Heading* heading = confirmed_h1(false)) return heading;
    for (const Heading& heading : headings_) {
      if (heading.excluded || count_words(heading.text) < 2) continue;
      if (is_title_or_part(heading.key)) return &heading;
    }
    // Of a heading that no title confirms the page's titles may all know better.
    const Heading* above = last_above_text(Tag::h1);
    if (above != nullptr && !titles_agree()) return above;
    if (const Heading* heading = confirmed_h1(true)) return heading;
    const bool untitled = titles_.empty() || titles_.front().origin == "title";
    return untitled ? last_above_text(Tag::h3) : nullptr;
  }

  /// JSON-LD, og:title and <title>, all of them, have one and the same.
  bool titles_agree() const {
    const Title* first = title_of("json-ld headline");
    const Title* social = title_of("og:title");
    const Title* title = title_of("title");
    return first != nullptr && social != nullptr && title != nullptr && first->key == social->key &&
           title->key.starts_with(first->key);
  }

  const Heading* confirmed_h1(bool excluded_ones) const {
    const Heading* confirmed = nullptr;
    const NodeId text = first_prose();
    for (const Heading& heading : headings_) {
      if (tree_[heading.node].tag != Tag::h1 || heading.excluded != excluded_ones) continue;
      if (is_title(heading.key)) return &heading;
      // "Our partners - Swimming" below the text of a page called "Swimming" is none.
      if (confirmed == nullptr && heading.node < text && is_confirmed(heading)) {
        confirmed = &heading;
      }
    }
    return confirmed;
  }

  /// The last heading of at least this level before the first prose, else the first in the text.
  const Heading* last_above_text(Tag lowest) const {
    const NodeId text = first_prose();
    const Heading* found = nullptr;
    for (const Heading& heading : headings_) {
      if (heading.excluded || tree_[heading.node].tag > lowest || count_words(heading.text) < 2) {
        continue;
      }
      if (heading.node > text && found != nullptr) break;
      found = &heading;
      if (heading.node > text) break;
    }
    return found;
  }

  NodeId first_prose() const {
    constexpr double some_words = 8;
    for (const HtmlBlock& block : main_.blocks) {
      if (tree_.contains(main_.root, block.first) && prose_value(block, tree_) > some_words) {
        return block.first;
      }
    }
    return tree_.size();
  }

  void find_block(const std::string& shown, HtmlHeadline& headline) const {
    const std::string key = title_key(shown);
    for (std::size_t i = 0; i < main_.blocks.size(); ++i) {
      const HtmlBlock& block = main_.blocks[i];
      if (block.is_marked(excluded) || block.text.size() > longest_headline * 2) continue;
      const bool heading = is_heading(tree_[block.container].tag);
      if (block.link_share() > 0.5 && !heading) continue;
      const std::string own = title_key(block.text.text());
      if (own != key && !(heading && agree(own, key))) continue;
      headline.block = i;
      return;
    }
  }

  void find_runner_up(HtmlHeadline& headline) const {
    const std::string key = title_key(headline.text);
    const auto other = std::find_if(titles_.begin(), titles_.end(),
                                    [&](const Title& title) { return title.key != key; });
    if (other == titles_.end()) return;
    headline.runner_up = other->text;
    headline.runner_up_origin = other->origin;
  }

  const HtmlTree& tree_;
  const MainContent& main_;
  const PageMetadata& metadata_;
  const SiteNames& site_;
  std::vector<Title> titles_;
  std::vector<std::string> part_keys_;
  std::vector<Heading> headings_;
};

}  // namespace

HtmlHeadline find_headline(const HtmlTree& tree, const MainContent& main,
                           const PageMetadata& metadata, const SiteNames& site) {
  return HeadlineFinder(tree, main, metadata, site).run();
}

}  // namespace onrecord
