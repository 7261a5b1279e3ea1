// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/byline.h"

#include <algorithm>
#include <array>

#include "common/text_fold.h"
#include "indexer/split/byline.h"
#include "indexer/split/text_shape.h"
#include "indexer/split/written_date.h"

namespace onrecord {
namespace {

constexpr std::uint32_t no_byline =
    marks::drop | marks::hidden | marks::caption | marks::credit | marks::pull_quote;
constexpr std::uint32_t most_line_words = 30;
const std::string author_link = "author link";

/// "ByAna Ruiz": the word and the name stand in two elements without a blank.
std::string_view cut_glued_by(std::string_view text) {
  const bool glued = text.size() > 3 && text.starts_with("By") && text[2] >= 'A' && text[2] <= 'Z';
  return glued ? text.substr(2) : text;
}

/// "Ana Ruiz og Tom Okafor", "Ana Ruiz y Tom Okafor": with the "and" that the grammar knows. Short
/// ones also stand inside of names ("Ortega y Gasset"), so full names must stand on both sides.
std::string with_english_and(std::string_view text) {
  constexpr std::array<std::string_view, 8> words = {"og",   "och", "et", "ve",
                                                     "oraz", "ja",  "y",  "e"};
  const auto parts = split_words(text);
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool listed = std::find(words.begin(), words.end(), parts[i]) != words.end();
    const bool between = i >= 2 && i + 2 < parts.size() && !parts[i - 1].ends_with(',');
    if (!out.empty()) out += ' ';
    out += listed && between ? std::string_view("and") : parts[i];
  }
  return out;
}

/// The parts of a line of particulars: "Ana Ruiz | 11 March 2024 \u2022 3 min".
std::vector<std::string_view> particulars(std::string_view line) {
  constexpr std::array<std::string_view, 4> marks_between = {"|", "\u2022", "\u00B7", " - "};
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    for (const std::string_view mark : marks_between) {
      if (!line.substr(at).starts_with(mark)) continue;
      parts.push_back(trim(line.substr(begin, at - begin)));
      begin = at + mark.size();
    }
  }
  parts.push_back(trim(line.substr(begin)));
  return parts;
}

bool has_class(std::string_view classes, std::string_view name) {
  const auto words = split_words(classes);
  return std::find(words.begin(), words.end(), name) != words.end();
}

/// The element that holds the author's name and nothing else: hCard's "fn", a link to the author's
/// page, the user name of a forum.
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

class BylineFinder {
 public:
  BylineFinder(const HtmlPage& page, const HtmlLexicon& lexicon)
      : page_(page), lexicon_(lexicon), words_(lexicon.words) {}

  HtmlByline run() {
    take_metadata();
    if (byline_.people.empty()) take_shown();
    return std::move(byline_);
  }

 private:
  // Metadata.

  void take_metadata() {
    std::string origin;
    for (const PageValue* value : page_.metadata.all(PageField::byline)) {
      if (!is_usable(*value)) continue;
      if (!byline_.people.empty() && value->origin != origin) {
        byline_.runner_up = value->value;
        byline_.runner_up_origin = value->origin;
        return;
      }
      origin = value->origin;
      take(value->value, origin);
    }
  }

  bool is_usable(const PageValue& value) const {
    return value.node == 0 || (!is_inside(value.node, no_byline) && !is_in_figure(value.node));
  }

  bool is_inside(NodeId node, std::uint32_t mark) const {
    for (NodeId id = node; id != 0; id = page_.tree[id].parent) {
      if ((page_.main.marks[id] & mark) != 0) return true;
    }
    return false;
  }

  /// Readers who comment are named in the same way as authors.
  bool is_in_comments(NodeId node) const {
    for (NodeId id = node; id != 0; id = page_.tree[id].parent) {
      for (const char* attribute : {"class", "id"}) {
        if (fold(page_.tree.attribute(id, attribute)).find("comment") != std::string::npos) {
          return true;
        }
      }
    }
    return false;
  }

  bool is_in_figure(NodeId node) const {
    for (NodeId id = node; id != 0; id = page_.tree[id].parent) {
      if (page_.tree[id].tag == Tag::figure) return true;
    }
    return false;
  }

  void take(std::string_view text, const std::string& origin) {
    take(read_byline_field(with_english_and(cut_glued_by(trim(text))), words_), origin);
  }

  void take(const Byline& byline, const std::string& origin) {
    if (byline_.agency.empty()) byline_.agency = byline.agency;
    for (const std::string& name : byline.people) {
      if (is_person(name, origin)) add(name, origin);
    }
  }

  void add(const std::string& name, const std::string& origin) {
    const std::string key = name_key(name);
    const bool known =
        std::any_of(byline_.people.begin(), byline_.people.end(),
                    [&](const std::string& other) { return name_key(other) == key; });
    if (known) return;
    byline_.people.push_back(name);
    byline_.origin = origin;
  }

  bool is_person(const std::string& name, const std::string& origin) {
    const auto parts = split_words(name);
    if (parts.empty() || parts.size() > 6 || page_.site.is_site(name)) return false;
    const bool organization = std::any_of(parts.begin(), parts.end(), [&](std::string_view word) {
      return lexicon_.organization_words.has(word) ||
             word.find_first_of(origin == author_link ? "/@:" : "_/@:") != std::string_view::npos;
    });
    if (organization || lexicon_.organization_words.has(name)) return false;
    if (origin == author_link && is_desk(parts.back())) return false;
    // Software fills in the owner of the site where no author is named.
    // So do names of accounts: "Ana" alone, in scripts that part words.
    const bool account = parts.size() == 1 && static_cast<unsigned char>(name.front()) < 0x80;
    const bool doubtful =
        origin == "author" || origin == "json-ld author" || origin == "dc.creator";
    if (account && origin == "json-ld person") return is_shown_alone(name);
    return !doubtful || is_shown(name);
  }

  /// "Courier Reporters", "Courier-Team"
  bool is_desk(std::string_view word) const {
    const std::string_view part = word.substr(std::min(word.rfind('-') + 1, word.size()));
    return words_.byline_jobs.has(part) || lexicon_.organization_words.has(part);
  }

  bool is_shown(std::string_view name) { return shown().find(name_key(name)) != std::string::npos; }

  bool is_shown_alone(std::string_view name) {
    std::string line(1, '\n');
    line += name_key(name);
    line += '\n';
    return shown().find(line) != std::string::npos;
  }

  const std::string& shown() {
    if (!shown_.empty()) return shown_;
    shown_.push_back('\n');
    for (const HtmlBlock& block : page_.main.blocks) {
      if (block.is_marked(marks::hidden)) continue;
      shown_ += name_key(block.text.text());
      shown_ += '\n';
    }
    return shown_;
  }

  // What the page shows.

  const std::vector<HtmlBlock>& blocks() const { return page_.main.blocks; }

  bool may_hold_byline(const HtmlBlock& block) const {
    return block.words <= most_line_words && !block.is_marked(no_byline & ~marks::drop) &&
           !is_in_figure(block.container) && !is_in_comments(block.container);
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
    take_author_links(above, marked);
    take_lines(headline, first, &BylineFinder::dated_byline);
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
  }

  using ReadLine = std::optional<Byline> (BylineFinder::*)(const HtmlBlock&) const;

  void take_lines(std::size_t begin, std::size_t end, ReadLine read) {
    // Teasers name their authors too, so what is surely beside the text comes last.
    for (const bool dropped : {false, true}) {
      for (std::size_t i = begin; i < end && byline_.people.empty(); ++i) {
        if (blocks()[i].is_marked(marks::drop) != dropped || !may_hold_byline(blocks()[i]))
          continue;
        if (auto byline = (this->*read)(blocks()[i])) take(*byline, "shown");
      }
    }
  }

  std::optional<Byline> marked_byline(const HtmlBlock& block) const {
    if (!block.is_marked(marks::byline)) return std::nullopt;
    const std::string text = with_english_and(cut_glued_by(block.text.text()));
    if (auto byline = read_byline(text, words_)) return byline;
    if (auto byline = dated_byline(block)) return byline;
    Byline byline = read_byline_field(text, words_);
    // Buttons and labels stand in the same boxes: a lone word needs "By" in front.
    std::erase_if(byline.people, [this, &byline](const std::string& name) {
      return !byline.announced && !could_be_name(name, words_);
    });
    return byline;
  }

  /// "Ana Ruiz | 11 March 2024", "Posted 11 March 2024 by Ana Ruiz": a name beside a date.
  std::optional<Byline> dated_byline(const HtmlBlock& block) const {
    const std::string& text = block.text.text();
    const auto dates = find_dates(text, words_);
    if (dates.empty()) return std::nullopt;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= dates.size(); ++i) {
      const std::size_t end = i < dates.size() ? dates[i].begin : text.size();
      const auto piece = std::string_view(text).substr(begin, end - begin);
      for (const std::string_view part : particulars(piece)) {
        if (auto byline = byline_in(part)) return byline;
      }
      if (i < dates.size()) begin = dates[i].end;
    }
    return std::nullopt;
  }

  /// A name alone, or one that is announced somewhere in the line. The announced one comes first:
  /// "von Ana Ruiz" looks like a name as "von Amsberg" does.
  std::optional<Byline> byline_in(std::string_view part) const {
    if (auto byline = announced_in(part)) return byline;
    if (could_be_name(part, words_)) return Byline{{std::string(part)}, {}, {}, false};
    return std::nullopt;
  }

  std::optional<Byline> announced_in(std::string_view part) const {
    for (const std::string_view word : split_words(part)) {
      const auto at = static_cast<std::size_t>(word.data() - part.data());
      std::string_view rest = before_label(part.substr(at));
      while (!rest.empty() && (rest.back() == ',' || rest.back() == ':')) rest.remove_suffix(1);
      auto byline = read_byline(with_english_and(rest), words_);
      if (byline && byline->announced && !byline->people.empty()) return byline;
    }
    return std::nullopt;
  }

  /// "Author: Ana Ruiz Source: The Almer Courier" up to the second label.
  static std::string_view before_label(std::string_view part) {
    const auto parts = split_words(part);
    for (std::size_t i = 2; i < parts.size(); ++i) {
      if (!parts[i].ends_with(':')) continue;
      return trim(part.substr(0, static_cast<std::size_t>(parts[i].data() - part.data())));
    }
    return part;
  }

  std::optional<Byline> announced_byline(const HtmlBlock& block) const {
    auto byline = read_byline(with_english_and(cut_glued_by(block.text.text())), words_);
    if (!byline) byline = read_closing_byline(block.text.text(), words_);
    return byline;
  }

  /// "Text: Ana Ruiz" among the credits below.
  void take_credited(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end && byline_.people.empty(); ++i) {
      const HtmlBlock& block = blocks()[i];
      if (!block.is_marked(marks::credit) || block.words > most_line_words) continue;
      if (is_in_figure(block.container)) continue;
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
      if (!could_be_name(blocks()[i + 1].text.text(), words_)) continue;
      take(blocks()[i + 1].text.text(), "shown");
    }
  }

  /// Names that the markup says are the author's, whatever they look like: bloggers sign as
  /// "lakewalker" or "the gardener".
  void take_author_links(std::size_t begin, std::size_t end) {
    if (begin >= end || !byline_.people.empty()) return;
    const NodeId last = blocks()[end - 1].end;
    for (NodeId id = blocks()[begin].first; id < last && byline_.people.empty(); ++id) {
      if (!is_author_name(page_.tree, id) || !is_usable_link(id)) continue;
      std::string_view text = text_view(id);
      if (const auto announced = words_.bylines.find(text)) text.remove_prefix(announced->end);
      text = trim(text);
      if (text.empty() || count_words(text, 5) > 4 || ends_sentence(text)) continue;
      if (is_person(std::string(text), author_link)) add(std::string(text), author_link);
    }
  }

  bool is_usable_link(NodeId id) const {
    return !is_inside(id, no_byline & ~marks::drop) && !is_in_figure(id) && !is_in_comments(id);
  }

  std::string_view text_view(NodeId id) {
    link_text_ = text_of(page_.tree, id);
    return link_text_;
  }

  /// A name alone as the last paragraph, or in bold below it: the author has signed.
  void take_closing_name() {
    if (page_.body.paragraphs.size() < 3) return;
    const std::size_t end = std::min(page_.body.last_block + 2, blocks().size());
    for (std::size_t i = page_.body.last_block; i < end && byline_.people.empty(); ++i) {
      const HtmlBlock& block = blocks()[i];
      if (block.is_marked(no_byline | marks::weak_drop) || is_in_figure(block.container)) continue;
      if (is_heading(page_.tree[block.container].tag) || block.link_words > 0) continue;
      if (i != page_.body.last_block && block.strong_chars < block.text.size()) continue;
      if (could_be_name(block.text.text(), words_)) take(block.text.text(), "signed");
    }
  }

  const HtmlPage& page_;
  const HtmlLexicon& lexicon_;
  const SplitLexicon& words_;
  HtmlByline byline_;
  std::string link_text_;
  std::string shown_;  ///< All text of the page as name keys, made when first asked for.
};

}  // namespace

HtmlByline find_html_byline(const HtmlPage& page, const HtmlLexicon& lexicon) {
  return BylineFinder(page, lexicon).run();
}

}  // namespace onrecord
