// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/body_text.h"

#include <algorithm>
#include <utility>

#include "common/text_fold.h"
#include "indexer/split/outlet_name.h"
#include "indexer/split/photo_credit.h"
#include "indexer/split/pull_quotes.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_subhead = 14;  // words
constexpr std::size_t longest_subhead_bytes = 110;
constexpr std::size_t longest_question = 10;       // words of a subhead that asks or exclaims
constexpr std::size_t longest_quoted_subhead = 6;  // words: "Nobody asked us"
constexpr std::size_t first_blocks = 4;            // where the headline may come once more
constexpr std::size_t last_blocks = 4;             // where a byline may stand below the text

std::string_view list_mark(std::string_view text) {
  for (const std::string_view mark :
       {"\u2022", "\u25AA", "\u25CF", "\u2023", "\u25E6", "* ", "- ", "\u2013 "}) {
    if (text.substr(0, mark.size()) == mark) return mark;
  }
  return {};
}

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

/// "Taxes? Foundation", but not "1. The dam" and "St. Petersburg".
bool holds_sentence_end(std::string_view text) {
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    const std::string_view before = text.substr(0, at);
    if (ends_sentence(before) && last_word(before).size() > 3) return true;
  }
  return false;
}

bool starts_with_quote(std::string_view text) {
  return text.front() == '"' || text.substr(0, 3) == "\u201C";
}

/// Short, begins like a heading and does not end like a sentence or in the middle of one.
bool looks_like_subhead(std::string_view text, const SplitLexicon& lexicon) {
  if (text.size() > longest_subhead_bytes || starts_lower(text) || !has_letter(text)) return false;
  if (count_words(text, longest_subhead + 1) > longest_subhead) return false;
  const char last = text.back();
  if (last == '.' || last == ',' || last == ';' || last == ':' || last == '-') return false;
  const std::string_view bare = skip_closing_marks(text);
  if (bare.empty() || bare.back() == '.' || bare.back() == ',') return false;
  if (text.substr(0, 3) == "\u2014") return false;  // who wrote the post above
  const std::size_t words = count_words(text);
  if ((last == '?' || last == '!') && words > longest_question) return false;
  if (last == '?' && text.find(": ") != std::string_view::npos) return false;  // "Q: Why?"
  if (lexicon.open_endings.has(last_word(text))) return false;
  return !holds_sentence_end(text) && (words <= longest_quoted_subhead || !starts_with_quote(text));
}

bool is_prose(std::string_view text) {
  return count_words(text, longest_subhead + 2) > longest_subhead || ends_sentence(text);
}

class BodyReader {
 public:
  BodyReader(std::size_t deck_end, std::string_view headline, BodyOrigin origin,
             const LineJoiner& joiner, const SplitLexicon& lexicon)
      : deck_end_(deck_end),
        headline_key_(name_key(headline)),
        origin_(origin),
        joiner_(joiner),
        lexicon_(lexicon) {}

  BodyText read(std::vector<Block> blocks) {
    for (std::size_t i = 0; i < blocks.size() && !comments_begin_; ++i) {
      add_block(blocks[i], i, blocks.size() - i);
    }
    cut_signature();
    if (marked_) return std::move(body_);
    // "We were never asked" alone above the paragraph that quotes it is a heading of a clean body.
    if (origin_ == BodyOrigin::page) drop_pull_quotes(body_.items, lexicon_);
    mark_subheads();
    return std::move(body_);
  }

 private:
  void add_block(Block& block, std::size_t from_start, std::size_t from_end) {
    const std::string_view text = block.text.text();
    if (from_start < first_blocks && repeats_headline(text)) return;
    if (block.mark && block.mark->kind != ParagraphKind::body) return add_marked(block);
    if (is_rule(text) || take_signature(text, from_end) || take_copyright(text, from_end) ||
        take_caption(block) || take_closing_byline(text, from_end) || take_junk(text)) {
      interrupted_ = true;
      return;
    }
    add_text(block);
  }

  bool repeats_headline(std::string_view text) const {
    return text.size() < 400 && !headline_key_.empty() && name_key(text) == headline_key_;
  }

  /// An agency's or outlet's name alone below the text.
  bool take_signature(std::string_view text, std::size_t from_end) {
    if (from_end > last_blocks || text.size() > 40 || open_ == none) return false;
    if (is_desk_signature(text)) return true;
    const std::string* agency = lexicon_.agencies.find(bare_signature(text));
    const bool outlet = agency == nullptr && from_end <= 2 && count_words(text) > 1 &&
                        is_outlet_name(text, lexicon_);
    if (agency != nullptr) body_.agency = *agency;
    if (outlet) body_.source = std::string(text);
    return agency != nullptr || outlet;
  }

  /// "rt/ph/os", "AFP sn": initials of desks and editors below a story.
  bool is_desk_signature(std::string_view text) {
    const auto words = split_words(text);
    if (words.size() != 1 && words.size() != 2) return false;
    const std::string_view last = words.back();
    if (last.size() > 14) return false;
    if (words.size() == 2) {
      const std::string* agency = lexicon_.agencies.find(words.front());
      const bool initials = last.size() <= 4 && (all_capitals(last) || ascii_lower(last) == last) &&
                            !ends_sentence(last);
      if (agency != nullptr && initials) body_.agency = *agency;
      return agency != nullptr && initials;
    }
    const bool letters = std::all_of(last.begin(), last.end(),
                                     [](char c) { return (c >= 'a' && c <= 'z') || c == '/'; });
    return letters && std::count(last.begin(), last.end(), '/') > 0;
  }

  /// "... on Monday. (AFP)", "... on Monday. PTI"
  void cut_signature() {
    if (open_ == none || !body_.agency.empty()) return;
    MappedText& last = body_.items[open_].text;
    const std::string_view text = last.text();
    const std::string_view word = last_word(text);
    const std::string_view rest = trim(text.substr(0, text.size() - word.size()));
    const std::string* agency = lexicon_.agencies.find(bare_signature(word));
    const bool set_apart = word.front() == '(' || all_capitals(word);
    if (agency == nullptr || !set_apart || !ends_sentence(rest)) return;
    body_.agency = *agency;
    last.drop_last(text.size() - rest.size());
  }

  static std::string_view bare_signature(std::string_view text) {
    text = skip_opening_marks(skip_closing_marks(trim(text)));
    for (const std::string_view mark : {"\u2014", "\u2013", "--", "-", "/"}) {
      if (text.substr(0, mark.size()) == mark) return trim(text.substr(mark.size()));
    }
    return text;
  }

  bool take_caption(const Block& block) {
    const std::string_view text = block.text.text();
    auto caption = read_caption(text, block.last_line, lexicon_);
    if (!caption && block.floating) caption = read_floating_caption(text, lexicon_);
    if (!caption || caption->begin >= caption->end) return false;
    MappedText own = block.text.slice(caption->begin, caption->end);
    const bool repeated =
        std::any_of(body_.items.begin(), body_.items.end(), [&](const BodyItem& item) {
          return item.kind == ParagraphKind::caption && item.text.text() == own.text();
        });
    if (!repeated) {
      body_.items.push_back({ParagraphKind::caption, std::move(own), caption->credit});
    }
    return true;
  }

  /// Without a year, the sign stands before the credit of a picture more often than below a story.
  bool take_copyright(std::string_view text, std::size_t from_end) {
    auto line = read_copyright(text);
    if (!line) return false;
    const bool credit = lexicon_.photo_agencies.has(line->holder);
    if (line->year == 0 && (credit || from_end > last_blocks)) return false;
    body_.copyrights.push_back(std::move(*line));
    return true;
  }

  bool take_closing_byline(std::string_view text, std::size_t from_end) {
    if (from_end > last_blocks || text.size() > 300 || open_ == none) return false;
    auto byline = read_closing_byline(text, lexicon_);
    if (!byline) byline = read_author_box(text, lexicon_);
    if (!byline) return false;
    body_.bylines.push_back(std::move(*byline));
    return true;
  }

  bool take_junk(std::string_view text) {
    const auto junk = lexicon_.junk.find(text);
    if (!junk) return false;
    if (junk->kind == "related") {
      const std::string_view headline = skip_closing_brackets(text.substr(junk->end));
      if (count_words(headline, 3) < 3) return !headline.empty() && false;
      body_.related.emplace_back(headline);
    }
    body_.cut_by_paywall = body_.cut_by_paywall || junk->kind == "paywall";
    comments_begin_ = junk->kind == "comments" && open_ != none;
    return true;
  }

  /// What the format says to be a caption, a subhead, a list item: taken at its word.
  void add_marked(Block& block) {
    marked_ = true;
    BodyItem item{block.mark->kind, block.text, block.mark->credit};
    if (item.kind == ParagraphKind::caption && item.credit.empty()) {
      if (const auto caption = read_caption(item.text.text(), 0, lexicon_)) {
        item.text = block.text.slice(caption->begin, caption->end);
        item.credit = caption->credit;
      }
      if (item.text.empty()) return;
    } else if (item.kind == ParagraphKind::caption) {
      item.credit = read_credit(item.credit, lexicon_).value_or(item.credit);
    }
    body_.items.push_back(std::move(item));
    interrupted_ = false;
  }

  static std::string_view skip_closing_brackets(std::string_view text) {
    text = trim(text);
    while (!text.empty() && (text.back() == ']' || text.back() == ')')) text.remove_suffix(1);
    return text;
  }

  void add_text(Block& block) {
    const std::string_view text = block.text.text();
    const bool apart = interrupted_ || block.broken;
    if (block.mark) {
      marked_ = true;
      open_ = body_.items.size();
      body_.items.push_back({ParagraphKind::body, std::move(block.text), {}});
      interrupted_ = false;
      return;
    }
    if (open_ != none && runs_into(body_.items[open_].text.text(), text, block.broken, lexicon_) &&
        (apart || starts_lower(text))) {
      joiner_.add_text(body_.items[open_].text, block.text);
      interrupted_ = false;
      return;
    }
    const ParagraphKind kind = kind_of(block);
    open_ = body_.items.size();
    MappedText own = std::move(block.text);
    if (kind == ParagraphKind::list_item) {
      own = own.slice(list_mark(own.text()).size(), own.size()).squeezed();
    }
    if (own.empty()) {
      open_ = none;
      return;
    }
    body_.items.push_back({kind, std::move(own), {}});
    interrupted_ = false;
  }

  ParagraphKind kind_of(const Block& block) const {
    if (block.lines.back() < deck_end_) return ParagraphKind::deck;
    if (!list_mark(block.text.text()).empty()) return ParagraphKind::list_item;
    return ParagraphKind::body;
  }

  /// A heading stands between prose; of several short lines in a row only the last one can be it,
  /// and a row of three is a list.
  void mark_subheads() {
    std::size_t short_lines = 0;
    bool text_above = false;
    for (std::size_t i = 0; i < body_.items.size(); ++i) {
      BodyItem& item = body_.items[i];
      if (item.kind == ParagraphKind::caption) continue;
      const bool first = !std::exchange(text_above, true);
      const bool candidate = !first && item.kind == ParagraphKind::body &&
                             looks_like_subhead(item.text.text(), lexicon_);
      short_lines = candidate ? short_lines + 1 : 0;
      if (!candidate || short_lines > 2) continue;
      const std::size_t next = next_text(i + 1);
      if (next < body_.items.size() && is_prose(body_.items[next].text.text())) {
        item.kind = ParagraphKind::subhead;
      }
    }
  }

  std::size_t next_text(std::size_t i) const {
    while (i < body_.items.size() && body_.items[i].kind == ParagraphKind::caption) ++i;
    return i;
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::size_t deck_end_;
  std::string headline_key_;
  BodyOrigin origin_;
  const LineJoiner& joiner_;
  const SplitLexicon& lexicon_;
  BodyText body_;
  std::size_t open_ = none;  ///< The item that text may still run on from.
  bool interrupted_ = false;
  bool comments_begin_ = false;
  bool marked_ = false;  ///< The format says what each paragraph is.
};

}  // namespace

BodyText read_body(std::vector<Block> blocks, std::size_t deck_end, std::string_view headline,
                   BodyOrigin origin, const LineJoiner& joiner, const SplitLexicon& lexicon) {
  return BodyReader(deck_end, headline, origin, joiner, lexicon).read(std::move(blocks));
}

}  // namespace onrecord
