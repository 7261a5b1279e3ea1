// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/places.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "common/text_fold.h"
#include "indexer/entity/letter_case.h"
#include "indexer/entity/name_matches.h"
#include "indexer/entity/place_choice.h"

namespace onrecord {
namespace {

constexpr int place_threshold = 12;
constexpr int unknown_place_threshold = 27;
constexpr int foreign_place_form = 18;  // countries, large cities, names of several words

class PlaceFinder {
 public:
  PlaceFinder(const NameText& text, const NameGroups& groups, const PeopleFound& people,
              const std::vector<bool>& claimed, Explain explain)
      : text_(text), groups_(groups), people_(people), claimed_(claimed), explain_(explain) {}

  std::vector<Place> run() {
    for (const NameGroup& group : groups_.groups) {
      if (is_place(group)) collect(group);
    }
    collect_title_case();
    std::sort(mentions_.begin(), mentions_.end(),
              [](const auto& a, const auto& b) { return a.tokens.first < b.tokens.first; });
    const PlaceChoice choice(text_, mentions_);
    for (const PlaceMention& mention : mentions_) {
      last_place_ = none;
      resolve(mention, choice);
      if (explain_ == Explain::no || last_place_ == none) continue;
      Place& place = places_[last_place_];
      if (place.why.empty()) place.why.push_back(choice.why(mention, place.country));
    }
    return std::move(places_);
  }

 private:
  // ---- which names --------------------------------------------------------------------------

  bool is_place(const NameGroup& group) const {
    const Candidate& first = groups_.first_of(group);
    if (first.form == NameForm::place) return !text_.foreign;
    if (first.form != NameForm::open) return false;
    const Evidence& total = group.total;
    const bool known = !places_of(text_, first).places.empty();
    if (group.always_weak && !known) return false;
    if (is_marked(first)) return group.total.place > group.total.person;
    if (text_.capital_nouns && (!known || is_noun(group))) return false;
    if (text_.foreign) return known && group.form.place >= foreign_place_form;
    const int threshold = known ? place_threshold : unknown_place_threshold - unknown_bonus(first);
    return total.place >= threshold && total.place > total.person &&
           total.place > total.organization;
  }

  bool is_marked(const Candidate& candidate) const {
    const NameHint* hint = text_.hint(candidate.hash);
    return hint != nullptr && hint->kind == HintKind::place;
  }

  /// "am Ende", "der Boden": where nouns have capitals, what stands behind an article is one,
  /// although towns have that name. "im Iran", "am Rhein" are none of these.
  bool is_noun(const NameGroup& group) const {
    const Candidate& first = groups_.first_of(group);
    if (first.words != 1) return false;
    for (const std::uint32_t number : places_of(text_, first).places) {
      const PlaceKind kind = text_.gazetteer->place(number).kind;
      if (kind != PlaceKind::city && kind != PlaceKind::quarter && kind != PlaceKind::county) {
        return false;
      }
    }
    return std::any_of(group.candidates.begin(), group.candidates.end(), [&](auto number) {
      const std::uint32_t i = groups_.candidates[number].tokens.first;
      return i > 0 && text_.tokens[i - 1].is(nw_determiner);
    });
  }

  /// Words that no dictionary knows are rather a small place than a thing.
  int unknown_bonus(const Candidate& candidate) const {
    for (std::uint32_t i = candidate.tokens.first; i < candidate.tokens.last; ++i) {
      const NameToken& token = text_.tokens[i];
      if (token.is_word() && token.is_fact(word_common | word_rare | word_proper)) return 0;
    }
    return 6;
  }

  void collect(const NameGroup& group) {
    for (const std::uint32_t number : group.candidates) {
      if (people_.taken[number]) continue;
      const Candidate& candidate = groups_.candidates[number];
      add_candidate(candidate);
    }
  }

  void add_candidate(const Candidate& candidate) {
    GazetteerName name;
    const bool whole = match_place(text_, candidate.tokens.first, candidate.tokens.last, name) ==
                       candidate.tokens.last;
    if (whole) return add_mention(candidate.tokens, name);
    add_mention(candidate.tokens, options_of_core(candidate.tokens));
    mentions_.back().whole = false;
  }

  /// "Moss" of "Moss County", "Norway" of "western Norway": where it lies, not what it is.
  GazetteerName options_of_core(TokenRange range) const {
    constexpr std::uint64_t outer = nw_place_after | nw_place_before | nw_direction | nw_function;
    while (range.first < range.last && text_.tokens[range.first].is(outer)) ++range.first;
    while (range.first < range.last && text_.tokens[range.last - 1].is(outer)) --range.last;
    GazetteerName name;
    const bool known =
        !range.empty() && match_place(text_, range.first, range.last, name) == range.last;
    return known ? name : GazetteerName();
  }

  /// Places in headlines: only what is well known, and no part of another name.
  void collect_title_case() {
    for (const NameParagraph& paragraph : text_.paragraphs) {
      if (!paragraph.title_case) continue;
      for (std::uint32_t i = paragraph.first; i < paragraph.last; ++i) {
        if (claimed_[i] || !text_.tokens[i].is_name_word()) continue;
        const std::uint32_t phrase = match_phrase(text_, i, paragraph.last);
        GazetteerName name;
        const std::uint32_t end = match_place(text_, i, paragraph.last, name);
        if (phrase > i && phrase >= end) {
          i = phrase - 1;
          continue;
        }
        if (end == i) continue;
        if (is_headline_place(i, end, name, paragraph)) add_mention({i, end}, name);
        i = end - 1;
      }
    }
  }

  bool is_headline_place(std::uint32_t first, std::uint32_t end, const GazetteerName& name,
                         const NameParagraph& paragraph) const {
    if (end < paragraph.last && text_.tokens[end].is(nw_org_word | nw_thing)) return false;
    const NameHint* hint = text_.hint(name_hash(text_, first, end));
    if (hint != nullptr) return hint->kind == HintKind::place;
    if (name.has(name_is_abbreviation)) return false;
    // "CANADIAN PRICES", "WEST AFRICAN RAINS": adjectives, although there are towns of that name.
    if (text_.tokens[end - 1].is(nw_demonym | nw_calendar | nw_function)) return false;
    const bool acronym = text_.tokens[first].all_upper && !paragraph.capitals &&
                         !name.has(name_is_capitals) && end == first + 1 &&
                         text_.text_of(first).find('.') == std::string_view::npos;
    if (acronym) return false;
    const GazetteerPlace place = text_.gazetteer->place(name.places.front());
    if (place.kind == PlaceKind::city && is_team_line(first, end, paragraph)) return false;
    const NameToken& token = text_.tokens[first];
    const bool plain =
        end > first + 1 || !token.is_fact(word_common | word_given | word_surname | word_rare);
    if (place.kind == PlaceKind::country || place.kind == PlaceKind::continent) return true;
    return plain && place.weight > 50'000;
  }

  /// "BERGEN 14 4 .778", "BERGEN AT OSLO": standings and fixtures of clubs.
  bool is_team_line(std::uint32_t first, std::uint32_t end, const NameParagraph& paragraph) const {
    const auto is_number = [&](std::uint32_t i) {
      return i < paragraph.last && text_.tokens[i].kind == TokenKind::number;
    };
    const auto is_at = [&](std::uint32_t i) {
      return i < paragraph.last && text_.tokens[i].is_word() && text_.text_of(i) == "AT";
    };
    if (is_number(end) && text_.text_of(end).size() <= 3 &&
        (is_number(end + 1) || end + 1 == paragraph.last || text_.tokens[end + 1].is_name_word())) {
      return true;
    }
    constexpr std::uint32_t longest_fixture = 7;
    if (paragraph.last - paragraph.first > longest_fixture) return false;
    return (first == paragraph.first && is_at(end)) ||
           (end == paragraph.last && first > paragraph.first && is_at(first - 1));
  }

  void add_mention(TokenRange tokens, const GazetteerName& options) {
    PlaceMention mention;
    mention.tokens = tokens;
    mention.options = options;
    read_pair(mention);
    mention.dateline = is_dateline(tokens);
    take_country_of_hint(mention);
    mentions_.push_back(mention);
  }

  void take_country_of_hint(PlaceMention& mention) const {
    const NameHint* hint = text_.hint(name_hash(text_, mention.tokens.first, mention.tokens.last));
    if (hint == nullptr || hint->kind != HintKind::place || hint->country.empty()) return;
    mention.pair_country = hint->country;
    mention.pair_state = 0;
    const auto lies_there = [&](std::uint32_t number) {
      return text_.gazetteer->place(number).country == hint->country;
    };
    const auto& places = mention.options.places;
    if (std::none_of(places.begin(), places.end(), lies_there)) mention.options = {};
  }

  bool is_dateline(TokenRange tokens) const {
    const NameToken& token = text_.tokens[tokens.first];
    return token.all_upper && text_.paragraphs[token.paragraph].first == tokens.first;
  }

  /// "Bergen, Norway", "Flint, Mich.", "Reno (Nevada)".
  void read_pair(PlaceMention& mention) const {
    const std::uint32_t i = mention.tokens.last;
    const NameParagraph& paragraph = text_.paragraphs[text_.tokens[mention.tokens.first].paragraph];
    if (i + 1 >= paragraph.last || (text_.tokens[i].sign != ',' && text_.tokens[i].sign != '(')) {
      return;
    }
    GazetteerName name;
    if (match_place(text_, i + 1, paragraph.last, name) == i + 1) return;
    for (const std::uint32_t& number : mention.options.places) {
      // "Washington, D.C.": two names of one place.
      if (std::find(name.places.begin(), name.places.end(), number) == name.places.end()) continue;
      mention.options.places = std::span(&number, 1);
      return;
    }
    for (const std::uint32_t number : name.places) {
      const GazetteerPlace place = text_.gazetteer->place(number);
      if (place.kind != PlaceKind::country && place.kind != PlaceKind::state) continue;
      const std::uint64_t state = place.kind == PlaceKind::state ? hash_name(place.name) : 0;
      if (!has_option_in(mention, place.country, state)) continue;
      mention.pair_country = place.country;
      mention.pair_state = state;
      return;
    }
  }

  bool has_option_in(const PlaceMention& mention, std::string_view country,
                     std::uint64_t state) const {
    if (mention.options.places.empty()) return true;
    return std::any_of(mention.options.places.begin(), mention.options.places.end(),
                       [&](std::uint32_t number) {
                         const GazetteerPlace place = text_.gazetteer->place(number);
                         return place.country == country && place.kind != PlaceKind::country &&
                                (state == 0 || place.state == 0 || place.state == state);
                       }) ||
           state == 0;
  }

  // ---- output -------------------------------------------------------------------------------

  void resolve(const PlaceMention& mention, const PlaceChoice& choice) {
    if (mention.options.places.empty()) {
      add_to(text_key(mention), name_of(mention), choice.country_of_unknown(mention), mention);
      return;
    }
    if (!mention.whole) {
      const bool water =
          text_.tokens[mention.tokens.first].is(nw_place_of) || is_open_water(mention.tokens);
      add_to(text_key(mention), name_of(mention), water ? "" : choice.country_of_part(mention),
             mention);
      return;
    }
    if (is_open_water(mention.tokens)) {
      add_to(text_key(mention), name_of(mention), "", mention);
      return;
    }
    const std::uint32_t number = choice.choose(mention);
    if (const std::string home = choice.country_instead(mention, number); !home.empty()) {
      add_to(text_key(mention), name_of(mention), home, mention);
      return;
    }
    const GazetteerPlace place = text_.gazetteer->place(number);
    if (mention.options.has(name_is_abbreviation)) {
      add_abbreviation(place, mention);
    } else {
      add_known(number, place, mention);
    }
  }

  /// "Davis Strait", "Gulf of Aden": seas and straits belong to no country.
  bool is_open_water(TokenRange range) const {
    const bool of = range.first + 1 < range.last && text_.text_of(range.first + 1) == "of";
    const NameToken& word = text_.tokens[of ? range.first : range.last - 1];
    return word.is(nw_open_water) && range.last > range.first + 1;
  }

  void add_known(std::uint32_t number, const GazetteerPlace& place, const PlaceMention& mention) {
    // "U.S." and "D.C." are shown as "United States" and "Washington, D.C."
    const bool initials = text_.text_of(mention.tokens.first).find('.') != std::string_view::npos;
    const bool canonical = place.kind == PlaceKind::country || initials;
    Place& entry =
        add_to(std::to_string(number), canonical ? std::string(place.name) : name_of(mention),
               std::string(place.country), mention);
    if (!std::isnan(place.latitude)) {
      entry.latitude = place.latitude;
      entry.longitude = place.longitude;
    }
  }

  std::string text_key(const PlaceMention& mention) const {
    return name_key(text_.text_of(mention.tokens.first, mention.tokens.last));
  }

  /// "Flint, Mich.": the state is a mention only of an entry that exists already.
  void add_abbreviation(const GazetteerPlace& place, const PlaceMention& mention) {
    for (Place& known : places_) {
      if (known.name == place.name) known.mentions.push_back(mention_of(mention.tokens));
    }
  }

  static bool is_in_capitals(std::string_view name) {
    return std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  std::string name_of(const PlaceMention& mention) const {
    const std::string name(text_.text_of(mention.tokens.first, mention.tokens.last));
    if (!is_in_capitals(name)) return name;
    const bool acronym = mention.options.has(name_is_capitals) || name.find('.') != name.npos;
    return acronym ? name : in_title_case(name);
  }

  Mention mention_of(TokenRange range) const {
    const NameToken& first = text_.tokens[range.first];
    return {first.paragraph, {first.span.begin, text_.tokens[range.last - 1].span.end}};
  }

  Place& add_to(const std::string& key, const std::string& name, const std::string& country,
                const PlaceMention& mention) {
    const auto [found, is_new] = numbers_.emplace(key, places_.size());
    if (is_new) places_.push_back({name, country, {}, {}, {}});
    last_place_ = found->second;
    Place& place = places_[found->second];
    place.mentions.push_back(mention_of(mention.tokens));
    return place;
  }

  const NameText& text_;
  const NameGroups& groups_;
  const PeopleFound& people_;
  const std::vector<bool>& claimed_;
  Explain explain_;
  std::vector<PlaceMention> mentions_;
  static constexpr std::size_t none = SIZE_MAX;
  std::size_t last_place_ = none;  ///< Of the mention resolved last.
  std::map<std::string, std::size_t> numbers_;
  std::vector<Place> places_;
};

}  // namespace

std::vector<Place> find_places(const NameText& text, const NameGroups& groups,
                               const PeopleFound& people, const std::vector<bool>& claimed,
                               Explain explain) {
  return PlaceFinder(text, groups, people, claimed, explain).run();
}

}  // namespace onrecord
