// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/place_choice.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace onrecord {
namespace {

// In powers of ten of the population: a country that the whole article speaks of outweighs a place
// fifty times as large elsewhere.
constexpr double country_factor = 1.7;
constexpr double state_bonus = 0.8;
constexpr double metropolis_bonus = 0.6;
constexpr double largest_weight = 7.6;

}  // namespace

PlaceChoice::PlaceChoice(const NameText& text, const std::vector<PlaceMention>& mentions)
    : text_(text), mentions_(mentions) {
  count_demonyms();
  for (const PlaceMention& mention : mentions) {
    count_mention(mention);
    count_states(mention);
  }
}

void PlaceChoice::vote(std::string_view country, double votes) {
  if (country.empty()) return;
  votes_[std::string(country)] += votes;
  all_votes_ += votes;
}

void PlaceChoice::count_demonyms() {
  for (const NameToken& token : text_.tokens) {
    if (token.is(nw_demonym) && token.upper && token.country[0] != 0) {
      vote({token.country.data(), 2}, 1.0);
    }
  }
}

/// The country a mention stands for whatever the article is about; empty if that is open.
std::string PlaceChoice::sure_country(const PlaceMention& mention) const {
  if (!mention.pair_country.empty()) return mention.pair_country;
  if (mention.options.places.empty()) return "";
  const GazetteerPlace first = text_.gazetteer->place(mention.options.places.front());
  for (const std::uint32_t number : mention.options.places) {
    const GazetteerPlace other = text_.gazetteer->place(number);
    const bool slight = other.weight < 1'000'000 && other.weight < first.weight / 20;
    if (other.country != first.country && !slight) return "";
  }
  return std::string(first.country);
}

void PlaceChoice::count_mention(const PlaceMention& mention) {
  vote(sure_country(mention), mention.pair_country.empty() ? 1.0 : 2.0);
  if (mention.dateline && !mention.options.places.empty()) {
    vote(text_.gazetteer->place(mention.options.places.front()).country, 1.0);
  }
}

void PlaceChoice::count_states(const PlaceMention& mention) {
  if (mention.pair_state != 0) ++states_[mention.pair_state];
  for (const std::uint32_t number : mention.options.places) {
    const GazetteerPlace place = text_.gazetteer->place(number);
    if (place.kind == PlaceKind::state) ++states_[hash_name(place.name)];
    if (place.kind == PlaceKind::city && place.state != 0) ++states_by_city_[place.state];
  }
}

double PlaceChoice::share(std::string_view country) const {
  const auto found = votes_.find(country);
  return found == votes_.end() || all_votes_ == 0 ? 0 : found->second / all_votes_;
}

double PlaceChoice::score(const GazetteerPlace& place, const PlaceMention& mention) const {
  double points = std::min(largest_weight, std::log10(static_cast<double>(place.weight) + 10));
  points += country_factor * share(place.country);
  if (place.kind == PlaceKind::city && place.weight > 2'000'000) points += metropolis_bonus;
  if (place.state != 0 && states_.contains(place.state)) points += state_bonus;
  if (place.kind == PlaceKind::state && states_by_city_.contains(hash_name(place.name))) {
    points += state_bonus;
  }
  if (!mention.pair_country.empty() && place.country == mention.pair_country) {
    points += place.kind == PlaceKind::country ? 0 : 10;
    if (mention.pair_state != 0 && place.state == mention.pair_state) points += 5;
  }
  return points;
}

std::uint32_t PlaceChoice::choose(const PlaceMention& mention) const {
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

std::string PlaceChoice::country_of_known(const PlaceMention& mention) const {
  const std::uint32_t number = choose(mention);
  const std::string home = country_instead(mention, number);
  return home.empty() ? std::string(text_.gazetteer->place(number).country) : home;
}

std::string PlaceChoice::country_of_paragraph(std::uint32_t paragraph) const {
  std::string country;
  for (const PlaceMention& mention : mentions_) {
    if (text_.tokens[mention.tokens.first].paragraph != paragraph) continue;
    if (mention.options.places.empty() && mention.pair_country.empty()) continue;
    const std::string other =
        mention.options.places.empty() ? mention.pair_country : country_of_known(mention);
    if (!country.empty() && other != country) return "";
    country = other;
  }
  return country;
}

std::string PlaceChoice::country_of_part(const PlaceMention& mention) const {
  if (!mention.pair_country.empty()) return mention.pair_country;
  std::string best;
  double best_share = 0;
  for (const std::uint32_t number : mention.options.places) {
    const GazetteerPlace place = text_.gazetteer->place(number);
    if (place.kind == PlaceKind::water || place.kind == PlaceKind::continent) continue;
    if (share(place.country) > best_share) {
      best = place.country;
      best_share = share(place.country);
    }
  }
  if (!best.empty()) return best;
  best = country_of_unknown(mention);
  return best.empty() ? std::string(text_.gazetteer->place(choose(mention)).country) : best;
}

std::string PlaceChoice::country_of_unknown(const PlaceMention& mention) const {
  if (!mention.pair_country.empty()) return mention.pair_country;
  std::string country = country_of_paragraph(text_.tokens[mention.tokens.first].paragraph);
  if (!country.empty()) return country;
  return main_country();
}

Reason PlaceChoice::why(const PlaceMention& mention, std::string_view country) const {
  const std::string code = country.empty() ? "none" : std::string(country);
  const auto percent = static_cast<int>(std::lround(share(country) * 100));
  const std::size_t places = mention.options.places.size();
  if (!mention.pair_country.empty() && mention.pair_country == country) {
    return {"country", code + ": named behind it, or by archive or user"};
  }
  if (places == 0) {
    return {"country", fmt::format("{}: not in the gazetteer; what paragraph or article speak of "
                                   "({} % of its signs)",
                                   code, percent)};
  }
  if (places == 1) return {"country", code + ": the only place of this name in the gazetteer"};
  return {"country", fmt::format("{}: of {} places of this name, by weight and what the article "
                                 "speaks of ({} % of its signs)",
                                 code, places, percent)};
}

/// The country of half of the article, or of a good part of it with no other near.
std::string PlaceChoice::main_country() const {
  std::string_view best;
  double most = 0, second = 0;
  for (const auto& [code, votes] : votes_) {
    if (votes > most) {
      second = std::exchange(most, votes);
      best = code;
    } else {
      second = std::max(second, votes);
    }
  }
  const bool clear = most >= all_votes_ * 0.5 || (most >= all_votes_ * 0.4 && most >= 2 * second);
  return clear && most > second ? std::string(best) : "";
}

std::string PlaceChoice::country_instead(const PlaceMention& mention, std::uint32_t chosen) const {
  constexpr double foreign_share = 0.15, home_share = 0.6, home_votes = 3;
  constexpr std::uint32_t well_known = 200'000;
  const GazetteerPlace place = text_.gazetteer->place(chosen);
  const bool settled = place.kind != PlaceKind::city && place.kind != PlaceKind::county &&
                       place.kind != PlaceKind::quarter && place.kind != PlaceKind::island;
  if (settled || place.weight >= well_known || !mention.pair_country.empty() || mention.dateline ||
      mention.options.has(name_is_abbreviation)) {
    return "";
  }
  const std::string home = main_country();
  const auto votes = votes_.find(home);
  if (home.empty() || home == place.country || votes->second < home_votes ||
      share(home) < home_share || share(place.country) > foreign_share) {
    return "";
  }
  return home;
}

}  // namespace onrecord
