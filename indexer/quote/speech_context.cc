// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/speech_context.h"

#include <algorithm>
#include <charconv>

#include "indexer/quote/clause.h"

namespace onrecord {
namespace {

constexpr std::uint32_t longest_occasion = 7;  // items from the preposition to its noun

/// Items [begin, end) of one frame.
struct Run {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

class ContextReader {
 public:
  ContextReader(const Scene& scene, const Frame& frame, const Attribution& attribution,
                std::optional<std::uint32_t> reported)
      : scene_(scene),
        frame_(frame),
        clause_(scene, frame),
        attribution_(attribution),
        end_(reported && *reported > *attribution.cue ? *reported : frame.end) {}

  SpeechContext read() const {
    SpeechContext context;
    const std::uint32_t cue = *attribution_.cue;
    context.cue_class = class_of(cue);
    const Run behind = run_behind(cue);
    const Run before = run_before(cue);
    const Run told = addressee(cue, behind);
    context.addressee = text_of(told);
    context.occasion = text_of(occasion(behind));
    if (context.occasion.empty()) context.occasion = text_of(occasion(before));
    context.said_on = day_in(behind);
    if (!context.said_on) context.said_on = day_in(before);
    return context;
  }

 private:
  const Item& item(std::uint32_t i) const { return scene_.items[i]; }
  bool inside(std::uint32_t i) const { return i >= frame_.begin && i < frame_.end; }
  std::string_view word(std::uint32_t i) const { return scene_.text(frame_, item(i).span); }

  std::string text_of(const Run& run) const {
    if (run.begin >= run.end) return {};
    return std::string(
        scene_.text(frame_, {item(run.begin).span.begin, item(run.end - 1).span.end}));
  }

  std::string class_of(std::uint32_t cue) const {
    const Item& one = item(cue);
    if (one.has(WordClass::according)) return "say";
    if (one.has(WordClass::cue_noun) && !clause_.is_verb(cue)) {
      return std::string(one.info->noun_saying);
    }
    if (one.info == nullptr) return {};
    if (inside(cue + 1) && item(cue + 1).is(ItemKind::word)) {
      return std::string(scene_.lexicon->saying(word(cue), word(cue + 1)));
    }
    return std::string(one.info->saying);
  }

  /// What follows the cue in its own clause: "told reporters at a rally in Lima on Thursday".
  Run run_behind(std::uint32_t cue) const {
    Run run{cue + 1, cue + 1};
    std::uint32_t subject_end = cue;
    if (attribution_.mention && attribution_.mention.begin > cue) {
      subject_end = attribution_.mention.end;
    }
    while (run.end < end_ && !(run.end >= subject_end && ends_clause(run.end))) ++run.end;
    return run;
  }

  /// From the beginning of the clause to the cue: "On Thursday, Osei told".
  Run run_before(std::uint32_t cue) const {
    Run run{cue, cue};
    while (run.begin > frame_.begin && !opens_clause(run.begin - 1)) --run.begin;
    return run;
  }

  bool ends_clause(std::uint32_t i) const {
    const Item& one = item(i);
    return one.is(ItemKind::quote) || one.is(ItemKind::stop) || one.is(ItemKind::semicolon) ||
           one.is(ItemKind::colon) || one.is(ItemKind::dash) || one.has(WordClass::relative) ||
           one.has(WordClass::complementizer) || one.has(WordClass::conjunction) ||
           (one.has(WordClass::personal) && one.info->subject_form) ||
           (one.has(WordClass::auxiliary) && !one.has(WordClass::cue_base)) ||
           (one.has(WordClass::subordinator) && !one.has(WordClass::preposition));
  }

  bool opens_clause(std::uint32_t i) const {
    const Item& one = item(i);
    return one.is(ItemKind::quote) || one.is(ItemKind::semicolon) || one.is(ItemKind::colon) ||
           one.has(WordClass::complementizer) || one.has(WordClass::conjunction) ||
           one.has(WordClass::relative) || clause_.is_finite(i);
  }

  // --- to whom

  /// "told the committee", "said to reporters"; not the speaker of "told Osei".
  Run addressee(std::uint32_t cue, const Run& behind) const {
    if (item(cue).has(WordClass::cue_noun) && !clause_.is_verb(cue)) return {};
    std::uint32_t i = cue + 1;
    while (i < behind.end && item(i).has(WordClass::adverb)) ++i;
    if (i >= behind.end) return {};
    const bool to = item(i).has(WordClass::preposition) && word(i) == "to";
    if (to) {
      ++i;
    } else if (!takes_addressee(item(cue))) {
      return {};
    }
    return noun_phrase(i, behind.end);
  }

  static bool takes_addressee(const Item& cue) {
    const std::string_view saying = cue.info == nullptr ? "" : cue.info->saying;
    return cue.has(WordClass::cue_telling) || saying == "ask" || saying == "warn" ||
           saying == "thank" || saying == "promise" || saying == "order";
  }

  /// A name, a pronoun or a noun with what "of" adds to it.
  Run noun_phrase(std::uint32_t i, std::uint32_t end) const {
    if (i >= end) return {};
    if (item(i).has(WordClass::personal) && !item(i).has(WordClass::possessive)) return {i, i + 1};
    SpeakerMention mention = clause_.mentions().starting_at(i);
    // "told reporters that it": the word that opens what was said is a determiner elsewhere.
    if (!mention || mention.end > end) mention = clause_.mentions().ending_at(end - 1, i);
    if (!mention || mention.begin != i || mention.head >= end ||
        mention.head == attribution_.mention.head) {
      return {};
    }
    if (!is_addressee(mention)) return {};
    Run run{i, mention.end};
    if (run.end + 1 < end && word(run.end) == "of") {
      const SpeakerMention more = clause_.mentions().starting_at(run.end + 1);
      if (more && more.end <= end) run.end = more.end;
    }
    return run;
  }

  bool is_addressee(const SpeakerMention& mention) const {
    if (mention.kind != MentionKind::description) return true;
    const Item& head = item(mention.head);
    return head.has(WordClass::person_noun) || head.has(WordClass::people_noun) ||
           head.has(WordClass::group_noun) || head.has(WordClass::state_noun) ||
           head.has(WordClass::demonym);
  }

  // --- on what occasion

  /// The first phrase of a preposition and a noun for an occasion.
  Run occasion(const Run& where) const {
    for (std::uint32_t i = where.begin; i < where.end; ++i) {
      if (!item(i).has(WordClass::preposition) || !item(i).info->occasion_opener) continue;
      const std::uint32_t noun = occasion_noun_behind(i, where.end);
      if (noun != 0) return {i, end_of_occasion(noun + 1, where.end)};
    }
    return {};
  }

  /// The item of the noun; 0 if there is none.
  std::uint32_t occasion_noun_behind(std::uint32_t preposition, std::uint32_t end) const {
    std::uint32_t noun = 0;
    for (std::uint32_t k = preposition + 1; k < end && k <= preposition + longest_occasion; ++k) {
      const Item& one = item(k);
      if (one.has(WordClass::preposition) || one.is(ItemKind::comma) || is_day(k)) break;
      if (one.info == nullptr || !one.info->occasion) {
        // "on CNN", "on Radio Pampa"
        if (k == preposition + 1 && word(preposition) == "on" && one.is(ItemKind::organization)) {
          return k;
        }
        continue;
      }
      if (k == preposition + 1 && !one.info->occasion_name) continue;
      noun = k;
    }
    return noun;
  }

  /// "in an interview | with Radio Pampa", "at a rally | in Lima"
  std::uint32_t end_of_occasion(std::uint32_t i, std::uint32_t end) const {
    if (i + 1 >= end || !item(i).has(WordClass::preposition) || is_day(i + 1)) return i;
    const SpeakerMention more = clause_.mentions().starting_at(i + 1);
    if (!more || more.end > end || more.kind == MentionKind::pronoun) return i;
    for (std::uint32_t k = i + 1; k < more.end; ++k) {
      if (is_day(k)) return i;
    }
    return more.end;
  }

  // --- on which day

  const DayWord* day_word(std::uint32_t i) const {
    return item(i).info == nullptr ? nullptr : &item(i).info->day;
  }

  bool is_day(std::uint32_t i) const {
    const DayWord* day = day_word(i);
    return day != nullptr && (day->weekday != 0 || day->relative || is_month(i));
  }

  /// "March", but neither "may" nor "march".
  bool is_month(std::uint32_t i) const { return item(i).upper && day_word(i)->month != 0; }

  std::optional<Date> day_in(const Run& run) const {
    const auto& published = scene_.article->published;
    if (!published || published->date.day == 0) return std::nullopt;
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      if (!is_day(i) || (inside(i + 1) && item(i + 1).is(ItemKind::possessive))) continue;
      const DayWord& day = *day_word(i);
      if (day.relative) return date_from_days(days_from_epoch(published->date) + day.shift);
      if (day.weekday != 0 && item(i).upper) {
        const bool previous =
            i > run.begin && day_word(i - 1) != nullptr && day_word(i - 1)->previous;
        return weekday_before(published->date, day.weekday, previous);
      }
      if (day.month != 0) return date_at(i, published->date);
    }
    return std::nullopt;
  }

  int number_at(std::uint32_t i) const {
    if (!inside(i) || !item(i).is(ItemKind::number)) return 0;
    const std::string_view text = word(i);
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
  }

  /// "March 3", "3 March", "March 3, 2021", "March": as precise as it is written.
  std::optional<Date> date_at(std::uint32_t i, const Date& published) const {
    Date date;
    date.month = static_cast<unsigned char>(day_word(i)->month);
    const int behind = number_at(i + 1);
    std::uint32_t next = i + 1;
    if (behind >= 1 && behind <= 31) {
      date.day = behind;
      ++next;
    } else if (i > frame_.begin && number_at(i - 1) >= 1 && number_at(i - 1) <= 31) {
      date.day = number_at(i - 1);
    }
    if (inside(next) && item(next).is(ItemKind::comma)) ++next;
    // "in March", but not "after a warm March"
    if (date.day == 0 &&
        (i == frame_.begin || item(i - 1).info == nullptr || !item(i - 1).info->occasion_opener)) {
      return std::nullopt;
    }
    date.year = number_at(next) > 1500 ? number_at(next) : published.year;
    // Without a year the latest such day that is not ahead of the publication.
    if (number_at(next) <= 1500 && first_day(date) > published) --date.year;
    return is_valid(date) ? std::optional(date) : std::nullopt;
  }

  const Scene& scene_;
  const Frame& frame_;
  Clause clause_;
  const Attribution& attribution_;
  std::uint32_t end_;  ///< Of what the reporter says behind the cue.
};

}  // namespace

Date weekday_before(const Date& published, int weekday, bool previous) {
  const int today = days_from_epoch(published);
  const int weekday_today = ((today + 3) % 7 + 7) % 7 + 1;  // 1970-01-01 was a Thursday
  int back = (weekday_today - weekday + 7) % 7;
  if (previous && back == 0) back = 7;
  return date_from_days(today - back);
}

SpeechContext context_of(const Scene& scene, const Attribution& attribution,
                         std::optional<std::uint32_t> reported) {
  if (!attribution.cue) return {};
  const std::uint32_t cue = *attribution.cue;
  const Frame& frame = *std::partition_point(scene.frames.begin(), scene.frames.end(),
                                             [&](const Frame& one) { return one.end <= cue; });
  return ContextReader(scene, frame, attribution, reported).read();
}

}  // namespace onrecord
