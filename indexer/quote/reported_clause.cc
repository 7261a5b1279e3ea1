// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/reported_clause.h"

#include <algorithm>
#include <optional>

#include "indexer/quote/clause.h"
#include "indexer/quote/complement.h"

namespace onrecord {
namespace {

// Osei said the pier would close.
constexpr AttributionRule reported{"reported", 0.95F};
// The pier would close, Osei said.
constexpr AttributionRule reported_before{"reported-before", 0.95F};
// According to Osei, the pier would close.
constexpr AttributionRule reported_according{"reported-according", 0.96F};
// Osei was accused by Brandt of closing the pier.
constexpr AttributionRule reported_passive{"reported-passive", 0.7F};
// Osei's claim that the pier would close
constexpr AttributionRule reported_noun{"reported-noun", 0.8F};
// Osei: Pier will close
constexpr AttributionRule reported_colon{"reported-colon", 0.85F};

/// A sentence with more items is no sentence: a table, a list without stops.
constexpr std::uint32_t longest_frame = 400;
constexpr std::uint32_t fewest_items = 2;

class FrameReports {
 public:
  FrameReports(const Scene& scene, std::uint32_t number, std::vector<ReportedClause>& found)
      : scene_(scene),
        number_(number),
        frame_(scene.frames[number]),
        clause_(scene, frame_),
        complements_(scene, frame_, clause_),
        found_(found) {}

  void run() {
    if (is_headline()) read_headline_colon();
    for (std::uint32_t i = frame_.begin; i < frame_.end; ++i) {
      const Item& one = item(i);
      if (clause_.is_according(i)) {
        read_according(i);
      } else if (complements_.is_reporting_verb(i)) {
        read_verb(i);
      } else if (one.has(WordClass::cue_noun)) {
        read_noun(i);
      }
    }
  }

 private:
  const Item& item(std::uint32_t i) const { return scene_.items[i]; }
  bool inside(std::uint32_t i) const { return clause_.inside(i); }
  const MentionReader& mentions() const { return clause_.mentions(); }

  bool is_headline() const {
    return scene_.article->paragraphs[frame_.paragraph].kind == ParagraphKind::headline;
  }

  /// "Osei: Pier will close"
  void read_headline_colon() {
    if (frame_.end - frame_.begin < 4 || !item(frame_.begin + 1).is(ItemKind::colon)) return;
    if (!item(frame_.begin).is(ItemKind::person)) return;
    add({frame_.begin + 1, frame_.begin + 2}, mentions().name_at(frame_.begin), reported_colon,
        {{frame_.begin + 2, complements_.end_of(frame_.begin + 2)}});
  }

  // --- verbs

  void read_verb(std::uint32_t verb) {
    const std::uint32_t after = complements_.behind_verb(verb);
    if (const SpeakerMention speaker = inverted_subject(verb)) {
      // Toll to rise, says Osei
      if (!follows_quote(verb)) add_before(verb, verb, speaker.end, speaker);
      return;
    }
    const VerbSubject subject = subject_of(verb);
    if (is_author(subject.mention)) return;
    const std::uint32_t first = first_of(subject, verb);
    if (follows_quote(first)) return;
    if (const auto complement = complements_.find(verb, after, usage(subject, verb))) {
      if (is_negated(verb) && !complement->question) return;
      if (usage(subject, verb).unsaid && !complement->question) return;
      add_behind(verb, subject, *complement);
      return;
    }
    if (subject.form != VerbForm::finite || !clause_.is_finite(verb)) return;
    const std::uint32_t behind = complements_.skip_company(verb);
    if (is_parenthetical(first, verb) && complements_.can_follow_clause(verb) &&
        is_closed(behind)) {
      add_before(first, verb, behind, subject.mention);
    }
  }

  /// "Asked whether he would go, Osei laughed.": somebody else asks.
  VerbSubject subject_of(std::uint32_t verb) const {
    if (verb != frame_.begin || !item(verb).has(WordClass::cue_past)) return clause_.subject(verb);
    VerbSubject nobody;
    nobody.form = VerbForm::without_agent;
    return nobody;
  }

  VerbUsage usage(const VerbSubject& subject, std::uint32_t verb) const {
    VerbUsage usage;
    usage.passive = subject.form == VerbForm::by_agent || subject.form == VerbForm::without_agent;
    usage.infinitive = subject.form == VerbForm::infinitive;
    usage.unsaid = usage.infinitive && !is_done(verb);
    usage.negated = is_negated(verb);
    usage.doubtful = complements_.is_doubtful(verb);
    return usage;
  }

  /// "I wrote that": the author reports nobody.
  bool is_author(const SpeakerMention& mention) const {
    return mention.kind == MentionKind::pronoun &&
           item(mention.head).info->person == PronounPerson::first;
  }

  /// "went on to say", "appeared to suggest": said all the same; not so "it would be petty to say".
  bool is_done(std::uint32_t infinitive) const {
    if (infinitive < frame_.begin + 2 || !item(infinitive - 2).is(ItemKind::word)) return false;
    const std::string_view word = scene_.text(frame_, item(infinitive - 2).span);
    return word.ends_with("ed") || word == "on";
  }

  /// Nothing that the verb could take follows: "Osei said on Monday."
  bool is_closed(std::uint32_t behind) const {
    if (!inside(behind)) return true;
    const Item& next = item(behind);
    return !next.is_name() && !next.is(ItemKind::quote) && !next.is(ItemKind::number) &&
           (!next.is(ItemKind::word) || next.has(WordClass::conjunction) ||
            next.has(WordClass::subordinator));
  }

  /// The first item that belongs to the verb: its subject's, where that stands before it.
  static std::uint32_t first_of(const VerbSubject& subject, std::uint32_t verb) {
    const bool before = subject.mention && subject.mention.begin < verb;
    return before ? subject.mention.begin : verb;
  }

  /// "No," Osei said ... - what is reported stands between marks.
  bool follows_quote(std::uint32_t first) const {
    std::uint32_t i = first;
    while (i > frame_.begin &&
           (item(i - 1).is(ItemKind::comma) || item(i - 1).is(ItemKind::dash))) {
      --i;
    }
    if (i == frame_.begin || !item(i - 1).is(ItemKind::quote)) return false;
    return i < first || scene_.ends_with_comma(item(i - 1)) || scene_.ends_strongly(item(i - 1));
  }

  /// ", said Osei" at the end of what he said.
  SpeakerMention inverted_subject(std::uint32_t verb) const {
    if (verb == frame_.begin || !clause_.is_finite(verb) ||
        item(verb).has(WordClass::cue_telling) || item(verb).has(WordClass::cue_calling)) {
      return {};
    }
    const Item& before = item(verb - 1);
    if (!before.is(ItemKind::comma) && !before.is(ItemKind::quote)) return {};
    const SpeakerMention speaker = mentions().starting_at(verb + 1);
    if (!inside(verb + 1) || !speaker || !clause_.is_plausible(speaker)) return {};
    const std::uint32_t end = complements_.skip_circumstances(speaker.end);
    const bool ends = !inside(end) || item(end).is(ItemKind::stop) ||
                      item(end).is(ItemKind::comma) || item(end).has(WordClass::relative);
    const SpeakerMention other = mentions().subject_of(verb, frame_.begin);
    return ends && other.kind != MentionKind::person ? speaker : SpeakerMention{};
  }

  /// "..., Osei said." and "..., Osei said, ..."
  bool is_parenthetical(std::uint32_t first, std::uint32_t verb) const {
    if (first == verb || first < frame_.begin + 2) return false;
    std::uint32_t i = first;
    while (i > frame_.begin && item(i - 1).has(WordClass::title)) --i;
    return item(i - 1).is(ItemKind::comma) || item(i - 1).is(ItemKind::dash) ||
           clause_.is_word(i - 1, "as");
  }

  /// "did not say that": the clause is what was not said. Other verbs may be denied too.
  bool is_negated(std::uint32_t verb) const {
    for (std::uint32_t i = verb; i > frame_.begin && verb - i < 3; --i) {
      if (item(i - 1).has(WordClass::negation)) return true;
    }
    return false;
  }

  ItemRange cue_words(std::uint32_t verb) const {
    std::uint32_t begin = verb;
    // "declined to say", "did not say"
    if (begin >= frame_.begin + 2 && clause_.is_word(begin - 1, "to") &&
        item(begin - 2).is(ItemKind::word)) {
      begin -= 2;
    } else {
      while (begin > frame_.begin &&
             (item(begin - 1).has(WordClass::negation) ||
              (begin < verb && item(begin - 1).has(WordClass::auxiliary)))) {
        --begin;
      }
    }
    return {begin, complements_.behind_verb(verb)};
  }

  void add_behind(std::uint32_t verb, const VerbSubject& subject, const FoundComplement& found) {
    const bool passive =
        subject.form == VerbForm::by_agent || subject.form == VerbForm::without_agent;
    std::vector<ItemRange> pieces = {found.words};
    if (verb == frame_.begin) pieces.front().end = main_clause_behind(found.words);
    if (item(found.words.begin).has(WordClass::auxiliary)) {
      const auto antecedent = relative_antecedent(subject, verb);
      if (!antecedent) return;
      pieces.insert(pieces.begin(), *antecedent);
    }
    add(cue_words(verb), subject.mention, passive ? reported_passive : reported, std::move(pieces));
  }

  /// "Asked whether he would go, | Osei laughed."
  std::uint32_t main_clause_behind(ItemRange opening) const {
    for (std::uint32_t i = opening.begin + 1; i < opening.end; ++i) {
      if (item(i).is(ItemKind::comma) && inside(i + 1) &&
          !item(i + 1).has(WordClass::conjunction) && !item(i + 1).has(WordClass::relative)) {
        return i;
      }
    }
    return opening.end;
  }

  /// "the pier, which Osei said would close": the pier is what closes.
  std::optional<ItemRange> relative_antecedent(const VerbSubject& subject,
                                               std::uint32_t verb) const {
    const std::uint32_t first = first_of(subject, verb);
    if (first < frame_.begin + 2 || first == verb || !item(first - 1).has(WordClass::relative)) {
      return std::nullopt;
    }
    std::uint32_t end = first - 1;
    while (end > frame_.begin && item(end - 1).is(ItemKind::comma)) --end;
    if (end == frame_.begin) return std::nullopt;
    return ItemRange{mentions().begin_of_phrase(end - 1), end};
  }

  // --- the words before

  /// What stands before a cue that is thrown in, and behind it where the sentence goes on.
  void add_before(std::uint32_t first, std::uint32_t verb, std::uint32_t behind,
                  const SpeakerMention& speaker) {
    std::uint32_t end = first;
    const bool as = end > frame_.begin && clause_.is_word(end - 1, "as");
    if (as) --end;
    while (end > frame_.begin &&
           (item(end - 1).is(ItemKind::comma) || item(end - 1).is(ItemKind::dash))) {
      --end;
    }
    std::vector<ItemRange> pieces;
    const std::uint32_t begin = clause_begin(end);
    const bool more =
        inside(behind + 1) && item(behind).is(ItemKind::comma) && complements_.goes_on(behind);
    // "Rowing alone, she said, can be a danger": the two belong together.
    const bool split = more && item(behind + 1).has(WordClass::auxiliary);
    if (begin < end && (split || complements_.can_stand_alone({begin, end}))) {
      pieces.push_back({begin, end});
    }
    if (more) pieces.push_back({behind + 1, complements_.end_of(behind + 1)});
    add({verb, complements_.behind_verb(verb)}, speaker, reported_before, std::move(pieces));
  }

  /// Where a clause begins that ends before item `end`: behind the last report or semicolon.
  std::uint32_t clause_begin(std::uint32_t end) const {
    std::uint32_t begin = frame_.begin;
    for (std::uint32_t i = frame_.begin; i < end; ++i) {
      if (item(i).is(ItemKind::semicolon)) begin = i + 1;
    }
    if (!found_.empty() && found_.back().frame == number_) {
      for (const ItemRange& piece : found_.back().pieces) {
        if (piece.end < end) begin = std::max(begin, piece.end);
      }
    }
    while (begin < end &&
           (item(begin).is(ItemKind::comma) || item(begin).has(WordClass::conjunction) ||
            item(begin).is(ItemKind::other) || item(begin).is(ItemKind::dash))) {
      ++begin;
    }
    return begin;
  }

  // --- other cues

  void read_according(std::uint32_t i) {
    // "according to", „laut“
    std::uint32_t source = i + 1;
    while (inside(source) && item(source).has(WordClass::preposition)) ++source;
    if (!inside(source)) return;
    const bool pronoun =
        item(source).has(WordClass::personal) && !item(source).has(WordClass::possessive);
    const SpeakerMention speaker =
        pronoun ? mentions().pronoun_at(source) : mentions().starting_at(source);
    if (!speaker) return;
    std::vector<ItemRange> pieces;
    std::uint32_t end = i;
    while (end > frame_.begin &&
           (item(end - 1).is(ItemKind::comma) || item(end - 1).is(ItemKind::dash) ||
            item(end - 1).has(WordClass::conjunction))) {
      --end;
    }
    const std::uint32_t begin = clause_begin(end);
    if (begin < end) pieces.push_back({begin, end});
    const std::uint32_t comma = complements_.comma_behind(speaker);
    if (inside(comma + 1) && (pieces.empty() || complements_.goes_on(comma))) {
      pieces.push_back({comma + 1, complements_.end_of(comma + 1)});
    }
    add({i, source}, speaker, reported_according, std::move(pieces));
  }

  /// Osei's claim that the pier would close
  void read_noun(std::uint32_t noun) {
    if (!inside(noun + 2) || !clause_.is_word(noun + 1, "that")) return;
    const SpeakerMention owner = mentions().owner_of(noun, frame_.begin);
    if (!owner) return;
    add({noun, noun + 1}, owner, reported_noun, {{noun + 2, complements_.end_of(noun + 2)}});
  }

  void add(ItemRange cue, const SpeakerMention& mention, const AttributionRule& rule,
           std::vector<ItemRange> pieces) {
    std::uint32_t words = 0;
    for (ItemRange& piece : pieces) {
      trim(piece);
      words += piece.end - piece.begin;
    }
    std::erase_if(pieces, [](const ItemRange& piece) { return piece.begin >= piece.end; });
    if (words < fewest_items || pieces.empty() || is_mostly_quoted(pieces)) return;
    found_.push_back({number_, cue, mention, std::move(pieces), &rule});
  }

  /// Signs at either end are the reporter's.
  void trim(ItemRange& piece) const {
    const auto is_sign = [&](std::uint32_t i) {
      const ItemKind kind = item(i).kind;
      return kind == ItemKind::comma || kind == ItemKind::stop || kind == ItemKind::colon ||
             kind == ItemKind::semicolon || kind == ItemKind::dash || kind == ItemKind::other;
    };
    while (piece.begin < piece.end && is_sign(piece.begin)) ++piece.begin;
    while (piece.begin < piece.end && is_sign(piece.end - 1)) --piece.end;
  }

  /// What stands between marks is given as a quotation of its own.
  bool is_mostly_quoted(const std::vector<ItemRange>& pieces) const {
    std::uint32_t all = 0;
    std::uint32_t quoted = 0;
    for (const ItemRange& piece : pieces) {
      for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
        const std::uint32_t length = item(i).span.end - item(i).span.begin;
        all += length;
        if (item(i).is(ItemKind::quote)) quoted += length;
      }
    }
    return 2 * quoted >= all;
  }

  const Scene& scene_;
  std::uint32_t number_;
  const Frame& frame_;
  Clause clause_;
  ComplementReader complements_;
  std::vector<ReportedClause>& found_;
};

}  // namespace

std::vector<ReportedClause> find_reported_clauses(const Scene& scene) {
  std::vector<ReportedClause> found;
  for (std::uint32_t f = 0; f < scene.frames.size(); ++f) {
    if (scene.frames[f].end - scene.frames[f].begin > longest_frame) continue;
    FrameReports(scene, f, found).run();
  }
  return found;
}

}  // namespace onrecord
