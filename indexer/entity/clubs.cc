// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/clubs.h"

#include <array>
#include <unordered_set>

#include "indexer/entity/evidence.h"
#include "indexer/entity/name_matches.h"

namespace onrecord {
namespace {

class ClubUse {
 public:
  ClubUse(const NameText& text, const Candidate& candidate)
      : text_(text),
        range_(candidate.tokens),
        paragraph_(text.paragraphs[text.tokens[candidate.tokens.first].paragraph]) {}

  bool plays() const { return beats() || is_beaten() || is_in_table(); }

  /// "in Bergen", "BERGEN, March 3", "Bergen, Norway": a place although a club has the name.
  bool is_place() const {
    const NameToken* before = at(range_.first, -1);
    if (before != nullptr && before->is(nw_preposition | nw_direction)) return true;
    const NameToken& first = text_.tokens[range_.first];
    if (first.all_upper && range_.first == paragraph_.first) return true;
    const NameToken* comma = at(range_.last, 0);
    const NameToken* next = at(range_.last, 1);
    if (comma == nullptr || comma->sign != ',' || next == nullptr || !next->upper) return false;
    GazetteerName name;
    return match_place(text_, range_.last + 1, paragraph_.last, name) > range_.last + 1;
  }

 private:
  /// Token `distance` from `from`; null outside the paragraph.
  const NameToken* at(std::uint32_t from, int distance) const {
    const std::int64_t i = std::int64_t{from} + distance;
    if (i < paragraph_.first || i >= paragraph_.last) return nullptr;
    return &text_.tokens[static_cast<std::uint32_t>(i)];
  }

  std::string_view word(std::uint32_t from, int distance) const {
    if (at(from, distance) == nullptr) return {};
    return text_.text_of(static_cast<std::uint32_t>(std::int64_t{from} + distance));
  }

  /// "Bergen beat Oslo", "Bergen drew 1-1", but not "Bergen beat off the storm", "drew crowds".
  bool beats() const {
    const NameToken* verb = at(range_.last, 0);
    const NameToken* next = at(range_.last, 1);
    if (verb == nullptr || next == nullptr || verb->upper || !verb->is(nw_match_verb)) return false;
    const std::string_view object = word(range_.last, 1);
    return next->is_name_word() || next->kind == TokenKind::number || object == "with" ||
           object == "at";
  }

  /// "beat Oslo", "lost to Oslo", "victory over Oslo"
  bool is_beaten() const {
    const NameToken* verb = at(range_.first, -1);
    if (verb == nullptr || verb->upper) return false;
    if (verb->is(nw_match_verb)) return true;
    struct Phrase {
      std::string_view verb, preposition;
    };
    constexpr std::array phrases = {
        Phrase{"lost", "to"},   Phrase{"loss", "to"},      Phrase{"drew", "with"},
        Phrase{"draw", "with"}, Phrase{"win", "over"},     Phrase{"victory", "over"},
        Phrase{"wins", "over"}, Phrase{"goal", "against"},
    };
    for (const Phrase& phrase : phrases) {
      if (word(range_.first, -1) == phrase.preposition && word(range_.first, -2) == phrase.verb) {
        return true;
      }
    }
    return false;
  }

  bool is_number(std::uint32_t from, int distance) const {
    const NameToken* token = at(from, distance);
    return token != nullptr && token->kind == TokenKind::number;
  }

  bool is_name(std::uint32_t from, int distance) const {
    const NameToken* token = at(from, distance);
    return token != nullptr && token->is_name_word() && !token->is(nw_calendar);
  }

  /// "Bergen 2 Oslo 1", "Bergen 17 11 4 2 58": a score, or a row of standings.
  bool is_in_table() const {
    if (!is_number(range_.last, 0)) return false;
    if (is_number(range_.first, -1) && is_name(range_.first, -2)) return true;
    if (is_name(range_.last, 1)) {
      return is_number(range_.last, 2) || (is_name(range_.last, 2) && is_number(range_.last, 3));
    }
    return is_number(range_.last, 1) && is_number(range_.last, 2) && is_number(range_.last, 3);
  }

  const NameText& text_;
  const TokenRange range_;
  const NameParagraph& paragraph_;
};

bool is_city(const NameText& text, const Candidate& candidate) {
  if (candidate.form != NameForm::open || candidate.titled) return false;
  const GazetteerName name = places_of(text, candidate);
  if (name.places.empty()) return false;
  const PlaceKind kind = text.gazetteer->place(name.places.front()).kind;
  return kind == PlaceKind::city || kind == PlaceKind::county || kind == PlaceKind::quarter;
}

}  // namespace

void mark_clubs(const NameText& text, std::vector<Candidate>& candidates) {
  std::unordered_set<std::uint64_t> clubs;
  for (const Candidate& candidate : candidates) {
    if (candidate.form == NameForm::open && ClubUse(text, candidate).plays() &&
        is_city(text, candidate) && text.hint(candidate.hash) == nullptr) {
      clubs.insert(candidate.hash);
    }
  }
  if (clubs.empty()) return;
  for (Candidate& candidate : candidates) {
    if (!clubs.contains(candidate.hash) || !is_city(text, candidate)) continue;
    const ClubUse use(text, candidate);
    if (use.plays() || !use.is_place()) candidate.form = NameForm::organization;
  }
}

}  // namespace onrecord
