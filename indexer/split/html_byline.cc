// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html_byline.h"

#include <algorithm>

#include "common/text_fold.h"
#include "indexer/split/byline.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::uint32_t no_byline =
    marks::drop | marks::hidden | marks::caption | marks::credit | marks::pull_quote;
constexpr std::uint32_t most_line_words = 30;

/// "ByAna Ruiz": the word and the name stand in two elements without a blank.
std::string_view cut_glued_by(std::string_view text) {
  const bool glued = text.size() > 3 && text.starts_with("By") && text[2] >= 'A' && text[2] <= 'Z';
  return glued ? text.substr(2) : text;
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

  bool is_in_figure(NodeId node) const {
    for (NodeId id = node; id != 0; id = page_.tree[id].parent) {
      if (page_.tree[id].tag == Tag::figure) return true;
    }
    return false;
  }

  void take(std::string_view text, const std::string& origin) {
    take(read_byline_field(cut_glued_by(trim(text)), words_), origin);
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
      return lexicon_.organization_words.has(word);
    });
    if (organization || lexicon_.organization_words.has(name)) return false;
    // Software fills in the owner of the site where no author is named.
    const bool doubtful = origin == "author" || origin == "json-ld author";
    return !doubtful || is_shown(name);
  }

  bool is_shown(std::string_view name) {
    if (shown_.empty()) {
      for (const HtmlBlock& block : page_.main.blocks) {
        if (!block.is_marked(marks::hidden)) (shown_ += name_key(block.text.text())) += '\n';
      }
      shown_ += '\n';
    }
    return shown_.find(name_key(name)) != std::string::npos;
  }

  // What the page shows.

  const std::vector<HtmlBlock>& blocks() const { return page_.main.blocks; }

  bool may_hold_byline(const HtmlBlock& block) const {
    return block.words <= most_line_words && !block.is_marked(no_byline) &&
           !is_in_figure(block.container);
  }

  void take_shown() {
    const bool titled = page_.headline.block != HtmlHeadline::nowhere;
    const std::size_t headline = titled ? page_.headline.block : 0;
    const std::size_t first = std::min(page_.body.first_block + 1, blocks().size());
    const std::size_t last = std::min(page_.body.last_block + 8, blocks().size());
    const std::size_t above = headline > 6 ? headline - 6 : 0;
    take_lines(headline, first, &BylineFinder::marked_byline);
    take_lines(headline, first, &BylineFinder::announced_byline);
    take_lines(above, headline, &BylineFinder::marked_byline);
    take_lines(page_.body.last_block, last, &BylineFinder::marked_byline);
    take_lines(page_.body.last_block, last, &BylineFinder::announced_byline);
  }

  using ReadLine = std::optional<Byline> (BylineFinder::*)(const HtmlBlock&) const;

  void take_lines(std::size_t begin, std::size_t end, ReadLine read) {
    for (std::size_t i = begin; i < end && byline_.people.empty(); ++i) {
      if (!may_hold_byline(blocks()[i])) continue;
      if (auto byline = (this->*read)(blocks()[i])) take(*byline, "shown");
    }
  }

  std::optional<Byline> marked_byline(const HtmlBlock& block) const {
    if (!block.is_marked(marks::byline)) return std::nullopt;
    const std::string_view text = cut_glued_by(block.text.text());
    if (auto byline = read_byline(text, words_)) return byline;
    return read_byline_field(text, words_);
  }

  std::optional<Byline> announced_byline(const HtmlBlock& block) const {
    auto byline = read_byline(cut_glued_by(block.text.text()), words_);
    if (!byline) byline = read_closing_byline(block.text.text(), words_);
    return byline;
  }

  const HtmlPage& page_;
  const HtmlLexicon& lexicon_;
  const SplitLexicon& words_;
  HtmlByline byline_;
  std::string shown_;  ///< All text of the page as name keys, made when first asked for.
};

}  // namespace

HtmlByline find_html_byline(const HtmlPage& page, const HtmlLexicon& lexicon) {
  return BylineFinder(page, lexicon).run();
}

}  // namespace onrecord
