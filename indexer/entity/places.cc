// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/places.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "common/text_fold.h"

namespace onrecord {
namespace {

constexpr int place_threshold = 12;
constexpr int unknown_place_threshold = 27;

/// One mention of a place before its record is chosen.
struct PlaceMention {
  TokenRange tokens;
  GazetteerName options;     ///< None: a name that the gazetteer does not know.
  std::string pair_country;  ///< Of the Y in "X, Y".
  std::uint64_t pair_state = 0;
  bool dateline = false;
};

class PlaceFinder {
 public:
  PlaceFinder(const NameText& text, const NameGroups& groups, const PeopleFound& people,
              const std::vector<bool>& claimed)
      : text_(text), groups_(groups), people_(people), claimed_(claimed) {}

  std::vector<Place> run() {
    for (const NameGroup& group : groups_.groups) {
      if (is_place(group)) collect(group);
    }
    collect_title_case();
    std::sort(mentions_.begin(), mentions_.end(),
              [](const auto& a, const auto& b) { return a.tokens.first < b.tokens.first; });
    count_votes();
    for (const PlaceMention& mention : mentions_) resolve(mention);
    return std::move(places_);
  }

 private:
  // ---- which names --------------------------------------------------------------------------

  bool is_place(const NameGroup& group) const {
    const Candidate& first = groups_.first_of(group);
    if (first.form == NameForm::place) return true;
    if (first.form != NameForm::open) return false;
    const Evidence& total = group.total;
    const bool known = !places_of(text_, first).places.empty();
    if (group.always_weak && !known) return false;
    const int threshold = known ? place_threshold : unknown_place_threshold - unknown_bonus(first);
    return total.place >= threshold && total.place > total.person &&
           total.place > total.organization;
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
      add_mention(candidate.tokens, places_of(text_, candidate));
    }
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
    if (name.has(name_is_abbreviation)) return false;
    const GazetteerPlace place = text_.gazetteer->place(name.places.front());
    const NameToken& token = text_.tokens[first];
    const bool plain =
        end > first + 1 || !token.is_fact(word_common | word_given | word_surname | word_rare);
    if (place.kind == PlaceKind::country || place.kind == PlaceKind::continent) return true;
    return plain && place.weight > 50'000;
  }

  void add_mention(TokenRange tokens, const GazetteerName& options) {
    PlaceMention mention;
    mention.tokens = tokens;
    mention.options = options;
    read_pair(mention);
    mention.dateline = is_dateline(tokens);
    mentions_.push_back(mention);
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

  // ---- which country ------------------------------------------------------------------------

  void vote(std::string_view country, double votes) {
    if (country.empty()) return;
    votes_[std::string(country)] += votes;
    all_votes_ += votes;
  }

  void count_votes() {
    for (const NameToken& token : text_.tokens) {
      if (token.is(nw_demonym) && token.upper && token.country[0] > 'A' - 1) {
        vote({token.country.data(), 2}, 1.0);
      }
    }
    for (const PlaceMention& mention : mentions_) {
      if (!mention.pair_country.empty()) {
        vote(mention.pair_country, 2.0);
      } else if (!mention.options.places.empty()) {
        vote_for_options(mention);
      }
    }
  }

  void vote_for_options(const PlaceMention& mention) {
    const GazetteerPlace first = text_.gazetteer->place(mention.options.places.front());
    const bool sure = mention.options.places.size() == 1 || first.kind == PlaceKind::country;
    vote(first.country, (sure ? 1.0 : 0.3) * (mention.dateline ? 3.0 : 1.0));
  }

  double share(std::string_view country) const {
    const auto found = votes_.find(std::string(country));
    return found == votes_.end() || all_votes_ == 0 ? 0 : found->second / all_votes_;
  }

  double score(const GazetteerPlace& place, const PlaceMention& mention) const {
    double points = std::min(7.6, std::log10(static_cast<double>(place.weight) + 10));
    points += 1.4 * share(place.country);
    if (!mention.pair_country.empty() && place.country == mention.pair_country) {
      points += place.kind == PlaceKind::country ? 0 : 10;
      if (mention.pair_state != 0 && place.state == mention.pair_state) points += 5;
    }
    return points;
  }

  std::uint32_t choose(const PlaceMention& mention) const {
    std::uint32_t best = mention.options.places.front();
    double best_score = -1;
    for (const std::uint32_t number : mention.options.places) {
      const double points = score(text_.gazetteer->place(number), mention);
      if (points > best_score) {
        best = number;
        best_score = points;
      }
    }
    return best;
  }

  std::string main_country() const {
    for (const auto& [country, votes] : votes_) {
      if (votes / all_votes_ >= 0.6) return country;
    }
    return "";
  }

  // ---- output -------------------------------------------------------------------------------

  void resolve(const PlaceMention& mention) {
    if (mention.options.places.empty()) {
      const std::string country =
          mention.pair_country.empty() ? main_country() : mention.pair_country;
      add_to(name_of(mention), country, mention);
      return;
    }
    const GazetteerPlace place = text_.gazetteer->place(choose(mention));
    if (mention.options.has(name_is_abbreviation)) {
      add_abbreviation(place, mention);
      return;
    }
    const bool canonical = place.kind == PlaceKind::country;
    add_to(canonical ? std::string(place.name) : name_of(mention), std::string(place.country),
           mention);
    Place& entry = places_[last_];
    if (!entry.latitude && !std::isnan(place.latitude)) {
      entry.latitude = place.latitude;
      entry.longitude = place.longitude;
    }
  }

  /// "Flint, Mich.": the state is a mention only of an entry that exists already.
  void add_abbreviation(const GazetteerPlace& place, const PlaceMention& mention) {
    for (Place& known : places_) {
      if (known.name == place.name) known.mentions.push_back(mention_of(mention.tokens));
    }
  }

  std::string name_of(const PlaceMention& mention) const {
    const std::string_view name = text_.text_of(mention.tokens.first, mention.tokens.last);
    if (!text_.tokens[mention.tokens.first].all_upper || mention.options.places.empty()) {
      return std::string(name);
    }
    return std::string(text_.gazetteer->place(choose(mention)).name);
  }

  Mention mention_of(TokenRange range) const {
    const NameToken& first = text_.tokens[range.first];
    return {first.paragraph, {first.span.begin, text_.tokens[range.last - 1].span.end}};
  }

  void add_to(const std::string& name, const std::string& country, const PlaceMention& mention) {
    const std::string key = name_key(name) + '|' + country;
    const auto [found, is_new] = numbers_.emplace(key, places_.size());
    if (is_new) places_.push_back({name, country, {}, {}, {}});
    last_ = found->second;
    places_[last_].mentions.push_back(mention_of(mention.tokens));
  }

  const NameText& text_;
  const NameGroups& groups_;
  const PeopleFound& people_;
  const std::vector<bool>& claimed_;
  std::vector<PlaceMention> mentions_;
  std::map<std::string, double> votes_;
  double all_votes_ = 0;
  std::map<std::string, std::size_t> numbers_;
  std::size_t last_ = 0;
  std::vector<Place> places_;
};

}  // namespace

std::vector<Place> find_places(const NameText& text, const NameGroups& groups,
                               const PeopleFound& people, const std::vector<bool>& claimed) {
  return PlaceFinder(text, groups, people, claimed).run();
}

}  // namespace onrecord
