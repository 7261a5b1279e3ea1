// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/published.h"

#include <algorithm>

#include "common/text_fold.h"
#include "indexer/split/day_order.h"
#include "indexer/split/outlet_name.h"
#include "indexer/split/text_shape.h"
#include "indexer/split/written_date.h"

namespace onrecord {
namespace {

/// Blocks below the first one of the text where a date may stand: decks and pictures come first.
constexpr std::size_t behind_deck = 3;

class PublishedFinder {
 public:
  PublishedFinder(const HtmlPage& page, const HtmlLexicon& lexicon, const std::string& url)
      : page_(page), words_(lexicon.words), url_(url), order_(order_of_page()) {}

  HtmlPublished run() {
    find();
    return {published_, origin_};
  }

 private:
  void find() {
    for (const PageValue* value : page_.metadata.all(PageField::published)) {
      if (is_below_text(value->node) || !take_metadata(*value)) continue;
      return is_vague(value->origin) ? prefer_shown_day() : set_local_day();
    }
    if (take_labelled_date(&PublishedFinder::is_above_text)) return prefer_time_element();
    if (take_time_element() || take_marked_date()) return;
    if (take_labelled_date(&PublishedFinder::is_below_text)) return;
    if (take_shown_date(page_.body.last_block + 8)) return;
    if (take_opening_date()) return;
    if (take_titled_date()) return;
    if (take_address_date()) return;
    for (const PageValue* value : page_.metadata.all(PageField::published)) {
      if (take_metadata(*value)) return;
    }
    if (!published_) take_update();
  }

  /// Numeric dates of pages in other languages than English begin with the day.
  DayOrder order_of_page() const {
    for (const PageValue* value : page_.metadata.all(PageField::language)) {
      const DayOrder order = order_of_language(value->value);
      if (order != DayOrder::unknown) return order;
    }
    return order_of_host(host_of(url_));
  }

  /// Microdata stand in teasers of other articles, too.
  bool is_below_text(NodeId node) const {
    const auto& blocks = page_.main.blocks;
    return node != 0 && page_.body.last_block < blocks.size() &&
           node >= blocks[page_.body.last_block].end;
  }

  /// Elements that many fill in with the day of the last change.
  static bool is_vague(std::string_view origin) {
    return origin == "date" || origin == "dc.date" || origin == "dcterms.date";
  }

  /// The day that the page shows as its own, if there is one, else that of the metadata.
  void prefer_shown_day() {
    const std::optional<Published> vague = published_;
    const std::string origin = origin_;
    published_.reset();
    const bool shown = take_labelled_date(&PublishedFinder::is_above_text) || take_time_element() ||
                       take_marked_date();
    if (shown && published_->date != vague->date) return;
    published_ = vague;
    origin_ = origin;
    set_local_day();
  }

  bool take_address_date() {
    const auto date = date_of_address();
    if (!date || (published_ && date->day == 0)) return false;
    published_ = Published{*date, std::nullopt};
    origin_ = "address";
    return date->day != 0;
  }

  std::optional<Date> date_of_address() const {
    const std::string_view host = host_of(url_);
    if (host.empty()) return std::nullopt;
    const auto path_at = static_cast<std::size_t>(host.data() - url_.data()) + host.size();
    return find_date_in_path(std::string_view(url_).substr(path_at), words_);
  }

  /// The day of the last change, where the page tells no other.
  void take_update() {
    constexpr std::uint32_t longest = 20;  // words
    const auto& blocks = page_.main.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const HtmlBlock& block = blocks[i];
      if (!is_above_text(i) && !is_below_text(i)) continue;
      if (block.words > longest || block.is_marked(marks::hidden)) continue;
      if (take_date(block.text.text(), "updated")) return;
    }
  }

  /// Software writes 03/04/2024 in its own order, not in that of the page.
  bool take_metadata(const PageValue& value) {
    return take_date(value.value, value.origin, DayOrder::unknown);
  }

  bool take_date(std::string_view text, std::string_view origin) {
    return take_date(text, origin, order_);
  }

  bool take_date(std::string_view text, std::string_view origin, DayOrder order) {
    auto read = read_date_field(text, words_, order);
    if (!read) return false;
    const bool whole_day = read->date.day != 0;
    // A month is kept until something better is found.
    if (whole_day || !published_) {
      published_ = read;
      origin_ = origin;
    }
    return whole_day;
  }

  /// Software keeps UTC ("2024-03-12T01:25:00Z" for an evening in Lima), readers know the day of
  /// the place: that of metadata which give the same moment in its zone, or the one near the
  /// headline ("11 March 2024, 20:25") if it is that day somewhere on earth at the moment.
  void set_local_day() {
    const Published utc = *published_;
    if (!utc.time || utc.time->utc_offset_minutes != 0) return;
    for (const PageValue* value : page_.metadata.all(PageField::published)) {
      const auto other = read_date_field(value->value, words_);
      if (!other || !other->time || other->time->utc_offset_minutes.value_or(0) == 0) continue;
      if (utc_minutes(*other) != utc_minutes(utc)) continue;
      published_ = other;
      origin_ = value->origin;
      return;
    }
    if (const auto local = shown_local_time(utc)) {
      published_ = local;
      origin_ = "shown";
      return;
    }
    const auto day = date_of_address();
    if (day && day->day != 0 && may_be_local_day(utc, *day)) {
      published_ = Published{*day, std::nullopt};
      origin_ = "address";
    }
  }

  /// Where people live it can be `day` at the moment `utc`, though it is another in UTC.
  static bool may_be_local_day(const Published& utc, const Date& day) {
    // In UTC: from then on the next day has begun in New Zealand, and until then the day before has
    // not ended in Hawaii.
    constexpr int next_day = 11;
    constexpr int day_before = 10;
    const int days = days_from_epoch(day) - days_from_epoch(utc.date);
    return (days == 1 && utc.time->hour >= next_day) || (days == -1 && utc.time->hour < day_before);
  }

  /// The moment `utc` as a short line near the headline gives it; nothing if none does.
  std::optional<Published> shown_local_time(const Published& utc) const {
    constexpr std::uint32_t longest = 12;  // words
    for (std::size_t i = 0; i < page_.main.blocks.size(); ++i) {
      const HtmlBlock& block = page_.main.blocks[i];
      if (!is_above_text(i) || block.words > longest) continue;
      if (block.is_marked(marks::updated | marks::hidden)) continue;
      const std::string_view text = block.text.text();
      std::size_t end = 0;
      for (const WrittenDate& date : find_dates(text, words_, order_)) {
        const bool update = label_before(text.substr(end, date.begin - end)) == "updated";
        end = date.end;
        if (update) continue;
        if (auto local = local_time(utc, date.published)) return local;
      }
    }
    return std::nullopt;
  }

  /// Minutes since 1970 in UTC of a full date with time and offset.
  static int utc_minutes(const Published& published) {
    const ClockTime& time = *published.time;
    return (days_from_epoch(published.date) * 24 + time.hour) * 60 + time.minute -
           time.utc_offset_minutes.value_or(0);
  }

  /// `shown`, with its offset where it has a clock time, if it can be the moment `utc` on another
  /// day; nothing if not. Without a time only the day before: the day behind may be that of an
  /// update or of a visit.
  static std::optional<Published> local_time(const Published& utc, Published shown) {
    constexpr int west = -12 * 60;
    constexpr int east = 14 * 60;
    constexpr int step = 15;  // minutes, of which offsets are multiples
    if (shown.date.day == 0 || shown.date == utc.date) return std::nullopt;
    if (!shown.time) {
      const int days = days_from_epoch(shown.date) - days_from_epoch(utc.date);
      const bool morning = utc.time->hour < 12;
      return days == -1 && morning ? std::optional(shown) : std::nullopt;
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

  /// Of the same day, a time element says more: the second and the zone.
  void prefer_time_element() {
    const std::optional<Published> shown = published_;
    const std::string origin = origin_;
    if (take_time_element() && published_->date == shown->date) return;
    published_ = shown;
    origin_ = origin;
  }

  /// Blocks from a little above the headline to the deck.
  bool is_above_text(std::size_t block) const {
    const std::size_t headline =
        page_.headline.block == HtmlHeadline::nowhere ? 0 : page_.headline.block;
    return block + 6 >= headline && block < page_.body.first_block + behind_deck;
  }

  bool is_below_text(std::size_t block) const {
    return block >= page_.body.last_block && block <= page_.body.last_block + 8;
  }

  using Where = bool (PublishedFinder::*)(std::size_t) const;

  /// "Published on 11 March 2024", "changed on 12 March, published on 11 March 2024".
  bool take_labelled_date(Where is_there) {
    constexpr std::uint32_t longest = 40;  // words
    for (std::size_t i = 0; i < page_.main.blocks.size(); ++i) {
      const HtmlBlock& block = page_.main.blocks[i];
      if (!(this->*is_there)(i) || block.words > longest || block.is_marked(marks::hidden))
        continue;
      const std::string_view text = block.text.text();
      std::size_t end = 0;
      for (const WrittenDate& date : find_dates(text, words_, order_)) {
        if (label_before(text.substr(end, date.begin - end)) == "published" &&
            take_date(text.substr(date.begin, date.end - date.begin), "shown")) {
          return true;
        }
        end = date.end;
      }
    }
    return false;
  }

  /// What the last such word close before a date says of it: "published", "updated"; else nothing.
  std::string_view label_before(std::string_view before) const {
    constexpr std::size_t farthest = 4;  // words: "published on Monday, the"
    const std::string key = name_key(before);
    const auto parts = split_words(key);
    for (std::size_t i = 0; i < std::min(farthest, parts.size()); ++i) {
      const std::string* kind = words_.date_words.find(parts[parts.size() - 1 - i]);
      if (kind != nullptr && (*kind == "published" || *kind == "updated")) return *kind;
    }
    return {};
  }

  /// A line that the markup calls a date, below the headline or else above it: the day of the visit
  /// and those of other articles stand there, too.
  bool take_marked_date() {
    const auto& blocks = page_.main.blocks;
    const std::size_t headline =
        page_.headline.block == HtmlHeadline::nowhere ? 0 : page_.headline.block;
    const std::size_t end = std::min(page_.body.first_block + behind_deck, blocks.size());
    return take_marked_date(headline, end) ||
           take_marked_date(headline > 6 ? headline - 6 : 0, std::min(headline, end));
  }

  bool take_marked_date(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const HtmlBlock& block = page_.main.blocks[i];
      if (!block.is_marked(marks::date) || block.is_marked(marks::updated | marks::hidden))
        continue;
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
      const auto dates = find_dates(text.substr(0, opening), words_, order_);
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
      const auto dates = find_dates(part, words_, order_);
      const bool whole =
          dates.size() == 1 && dates.front().begin == 0 && dates.front().end == part.size();
      if (whole && take_date(part, "title")) return true;
    }
    return false;
  }

  const HtmlPage& page_;
  const SplitLexicon& words_;
  const std::string& url_;
  DayOrder order_;
  std::optional<Published> published_;
  std::string origin_;
};

}  // namespace

HtmlPublished find_html_published(const HtmlPage& page, const HtmlLexicon& lexicon,
                                  const std::string& url) {
  return PublishedFinder(page, lexicon, url).run();
}

}  // namespace onrecord
