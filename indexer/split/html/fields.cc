// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/fields.h"

#include <algorithm>

#include "common/article_text.h"
#include "common/language_code.h"
#include "indexer/split/dateline.h"
#include "indexer/split/html/byline.h"
#include "indexer/split/outlet_name.h"
#include "indexer/split/text_shape.h"
#include "indexer/split/written_date.h"

namespace onrecord {
namespace {

/// Blocks below the first one of the text where a date may stand: decks and pictures come first.
constexpr std::size_t behind_deck = 3;

class FieldFiller {
 public:
  FieldFiller(const HtmlPage& page, const HtmlLexicon& lexicon, Article& article, Explain explain)
      : page_(page),
        lexicon_(lexicon),
        words_(lexicon.words),
        article_(article),
        explains_(explain == Explain::yes) {}

  void run() {
    // The page's own address stands above the one it was fetched from: archives hold mirrors.
    note("headline", page_.headline.origin, page_.headline.runner_up,
         page_.headline.runner_up_origin);
    const std::string_view own = page_.metadata.first(PageField::url);
    if (!own.empty()) article_.url = std::string(own);
    set_language();
    set_dateline();
    set_published();
    set_byline();
    set_source();
    article_.section = std::string(page_.metadata.first(PageField::section));
    note_metadata("section", PageField::section, article_.section);
    note_metadata("url", PageField::url, article_.url);
  }

 private:
  // Evidence.

  void note(std::string field, std::string origin, std::string other, std::string other_origin) {
    if (!explains_ || origin.empty()) return;
    article_.evidence.push_back(
        {std::move(field), std::move(origin), std::move(other), std::move(other_origin)});
  }

  /// A field taken from the first of the metadata: the runner-up is the next that differs.
  void note_metadata(std::string_view field, PageField which, std::string_view value,
                     std::string origin = {}) {
    if (!explains_ || value.empty()) return;
    const PageValue* other = nullptr;
    for (const PageValue* candidate : page_.metadata.all(which)) {
      if (candidate->value == value) {
        if (origin.empty()) origin = candidate->origin;
      } else if (other == nullptr) {
        other = candidate;
      }
    }
    note(std::string(field), std::move(origin), other == nullptr ? "" : other->value,
         other == nullptr ? "" : other->origin);
  }

  /// The best metadata of another day.
  void note_published() {
    if (!explains_ || !article_.published) return;
    FieldEvidence evidence{"published", published_origin_, {}, {}};
    for (const PageValue* value : page_.metadata.all(PageField::published)) {
      const auto other = read_date_field(value->value, words_);
      if (!other || other->date == article_.published->date) continue;
      evidence.other = value->value;
      evidence.other_origin = value->origin;
      break;
    }
    article_.evidence.push_back(std::move(evidence));
  }

  void set_language() {
    for (const PageValue* value : page_.metadata.all(PageField::language)) {
      if (article_.language.empty()) article_.language = language_code(value->value);
    }
  }

  void set_dateline() {
    std::size_t paragraphs = 0;
    for (const HtmlParagraph& paragraph : page_.body.paragraphs) {
      if (paragraph.kind != ParagraphKind::body) continue;
      if (auto read = read_dateline(paragraph.text.text(), words_)) {
        article_.dateline = std::move(read->dateline);
        article_.agency = article_.dateline->agency;
        note("dateline", "text", {}, {});
        return;
      }
      if (++paragraphs == 3) return;
    }
  }

  // Date.

  void set_published() {
    find_published();
    note_published();
  }

  void find_published() {
    for (const PageValue* value : page_.metadata.all(PageField::published)) {
      if (take_date(value->value, value->origin)) return set_local_day();
    }
    if (take_time_element() || take_marked_date()) return;
    if (take_shown_date(page_.body.last_block + 8)) return;
    if (take_opening_date()) return;
    if (take_titled_date()) return;
    const std::string_view host = host_of(article_.url);
    if (host.empty()) return;
    const auto path_at = static_cast<std::size_t>(host.data() - article_.url.data()) + host.size();
    if (const auto date =
            find_date_in_path(std::string_view(article_.url).substr(path_at), words_)) {
      if (!article_.published || date->day != 0) {
        article_.published = Published{*date, std::nullopt};
        published_origin_ = "address";
      }
    }
  }

  bool take_date(std::string_view text, std::string_view origin) {
    auto read = read_date_field(text, words_);
    if (!read) return false;
    const bool whole_day = read->date.day != 0;
    // A month is kept until something better is found.
    if (whole_day || !article_.published) {
      article_.published = read;
      published_origin_ = origin;
    }
    return whole_day;
  }

  /// Software keeps UTC ("2024-03-12T01:25:00Z" for an evening in Lima), readers know the day of
  /// the place: that of metadata which give the same moment in its zone, or the one near the
  /// headline ("11 March 2024, 20:25") if it is that day somewhere on earth at the moment.
  void set_local_day() {
    const Published utc = *article_.published;
    if (!utc.time || utc.time->utc_offset_minutes != 0) return;
    for (const PageValue* value : page_.metadata.all(PageField::published)) {
      const auto other = read_date_field(value->value, words_);
      if (!other || !other->time || other->time->utc_offset_minutes.value_or(0) == 0) continue;
      if (utc_minutes(*other) != utc_minutes(utc)) continue;
      article_.published = other;
      published_origin_ = value->origin;
      return;
    }
    const std::string origin = std::move(published_origin_);
    article_.published.reset();
    const std::size_t head = page_.body.first_block + behind_deck;
    if (take_time_element() || take_shown_date(head)) {
      if (const auto local = local_time(utc, *article_.published)) {
        article_.published = local;
        return;
      }
    }
    article_.published = utc;
    published_origin_ = origin;
  }

  /// Minutes since 1970 in UTC of a full date with time and offset.
  static int utc_minutes(const Published& published) {
    const ClockTime& time = *published.time;
    return (days_from_epoch(published.date) * 24 + time.hour) * 60 + time.minute -
           time.utc_offset_minutes.value_or(0);
  }

  /// `shown`, with its offset where it has a clock time, if it can be the moment `utc` on another
  /// day; nothing if not.
  static std::optional<Published> local_time(const Published& utc, Published shown) {
    constexpr int west = -12 * 60;
    constexpr int east = 14 * 60;
    constexpr int step = 15;  // minutes, of which offsets are multiples
    if (shown.date.day == 0 || shown.date == utc.date) return std::nullopt;
    if (!shown.time) {
      const int days = days_from_epoch(shown.date) - days_from_epoch(utc.date);
      const bool evening = utc.time->hour >= 12;
      return days == (evening ? 1 : -1) ? std::optional(shown) : std::nullopt;
    }
    if (shown.time->utc_offset_minutes) return std::nullopt;  // another moment: an update
    const int offset = utc_minutes(shown) - utc_minutes(utc);
    if (offset < west || offset > east || offset % step != 0) return std::nullopt;
    shown.time->utc_offset_minutes = offset;
    return shown;
  }

  bool is_in_head(NodeId node) const {
    const auto& blocks = page_.main.blocks;
    const std::size_t last = std::min(page_.body.first_block + 1 + behind_deck, blocks.size());
    const NodeId end = last == 0 ? 0 : blocks[last - 1].end;
    return node < end;
  }

  /// What never changed bears both names: <time class="entry-date published updated">.
  bool is_update(NodeId id) const {
    if ((page_.main.marks[id] & marks::updated) == 0) return false;
    const std::string_view classes = page_.tree.attribute(id, "class");
    return classes.find("publish") == std::string_view::npos &&
           classes.find("entry-date") == std::string_view::npos;
  }

  bool take_time_element() {
    for (NodeId id = 0; id < page_.tree.size(); ++id) {
      if (page_.tree[id].tag != Tag::time || !is_in_head(id)) continue;
      if ((page_.main.marks[id] & marks::hidden) != 0 || is_update(id)) continue;
      if (take_date(page_.tree.value(id, "datetime"), "time element")) return true;
      if (take_date(text_of(page_.tree, id), "time element")) return true;
    }
    return false;
  }

  /// A line that the markup calls a date, near the headline: the day of the visit stands there, too.
  bool take_marked_date() {
    const auto& blocks = page_.main.blocks;
    const std::size_t headline =
        page_.headline.block == HtmlHeadline::nowhere ? 0 : page_.headline.block;
    const std::size_t end = std::min(page_.body.first_block + behind_deck, blocks.size());
    for (std::size_t i = headline > 6 ? headline - 6 : 0; i < end; ++i) {
      const HtmlBlock& block = blocks[i];
      if (!block.is_marked(marks::date) || block.is_marked(marks::updated | marks::hidden)) continue;
      if (!block.is_marked(marks::drop) && take_date(block.text.text(), "shown")) return true;
    }
    return false;
  }

  /// A line that holds a date, near the headline or below the text, up to the block `last`.
  bool take_shown_date(std::size_t last) {
    const auto& blocks = page_.main.blocks;
    const std::size_t from =
        page_.headline.block == HtmlHeadline::nowhere ? 0 : page_.headline.block;
    for (std::size_t i = from > 6 ? from - 6 : 0; i < blocks.size(); ++i) {
      const bool inside = i > page_.body.first_block && i < page_.body.last_block;
      if (inside && i > page_.body.first_block + behind_deck) continue;
      if (inside && blocks[i].words > 12) continue;
      if (i > last) break;
      const HtmlBlock& block = blocks[i];
      if (block.is_marked(marks::updated | marks::hidden)) continue;
      const std::string_view text = block.text.text();
      // "This entry was posted on 11 March 2024 and is filed under ..."
      constexpr std::size_t opening = 60;  // bytes
      const bool prose = block.words > 25;
      if (prose && i <= page_.body.last_block) continue;
      if (take_date(prose ? text.substr(0, opening) : text, "shown")) return true;
    }
    return false;
  }

  /// "11.03.2024 \u2013 The lake talks ...", "(11.03.2024) The lake talks ...": a date in front of
  /// the text, below a deck.
  bool take_opening_date() {
    constexpr std::size_t opening = 40;  // bytes
    std::size_t paragraphs = 0;
    for (const HtmlParagraph& paragraph : page_.body.paragraphs) {
      if (paragraph.kind != ParagraphKind::body) continue;
      std::string_view text = paragraph.text.text();
      if (text.starts_with('(')) text.remove_prefix(1);
      const auto dates = find_dates(text.substr(0, opening), words_);
      if (!dates.empty() && dates.front().begin == 0) {
        return take_date(text.substr(0, dates.front().end), "text");
      }
      if (++paragraphs == behind_deck) return false;
    }
    return false;
  }

  /// "Lake talks stall | The Courier | 11.03.2024": a date as a part of <title>.
  bool take_titled_date() {
    for (const std::string_view part : title_parts(page_.metadata.title)) {
      const auto dates = find_dates(part, words_);
      const bool whole =
          dates.size() == 1 && dates.front().begin == 0 && dates.front().end == part.size();
      if (whole && take_date(part, "title")) return true;
    }
    return false;
  }

  void set_byline() {
    HtmlByline byline = find_html_byline(page_, lexicon_);
    article_.byline = std::move(byline.people);
    article_.desks = std::move(byline.desks);
    if (!signatures_of(article_).empty()) {
      note("byline", byline.origin, byline.runner_up, byline.runner_up_origin);
    }
    if (article_.agency.empty()) article_.agency = std::move(byline.agency);
  }

  void set_source() {
    find_source();
    const bool told = article_.source == page_.metadata.first(PageField::source);
    note_metadata("source", PageField::source, article_.source, told ? "" : source_origin_);
  }

  void find_source() {
    article_.source = std::string(page_.metadata.first(PageField::source));
    if (article_.source.empty()) article_.source = site_in_title();
    source_origin_ = "title";
    if (!article_.source.empty()) return;
    source_origin_ = "address";
    std::vector<std::string_view> texts = {page_.metadata.title};
    for (const HtmlParagraph& paragraph : page_.body.paragraphs) {
      texts.push_back(paragraph.text.text());
    }
    article_.source = outlet_of_url(article_.url, texts, words_);
  }

  /// What <title> has beside the headline: "The Almer Courier: Lake talks stall".
  std::string site_in_title() const {
    const std::string key = title_key(page_.headline.text);
    const std::string_view title = page_.metadata.title;
    const auto parts = title_parts(title);
    if (parts.size() == 2 && title_key(parts[0]) == key) return std::string(parts[1]);
    if (parts.size() == 2 && title_key(parts[1]) == key) return std::string(parts[0]);
    const std::size_t colon = title.find(": ");
    const bool before = colon != std::string_view::npos && title_key(title.substr(colon)) == key;
    return before ? std::string(title.substr(0, colon)) : std::string();
  }

  const HtmlPage& page_;
  const HtmlLexicon& lexicon_;
  const SplitLexicon& words_;
  Article& article_;
  bool explains_ = false;
  std::string published_origin_;
  std::string source_origin_;
};

}  // namespace

void fill_html_fields(const HtmlPage& page, const HtmlLexicon& lexicon, Article& article,
                      Explain explain) {
  FieldFiller(page, lexicon, article, explain).run();
}

}  // namespace onrecord
