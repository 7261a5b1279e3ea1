// SPDX-License-Identifier: GPL-3.0-or-later
// Which of several places of one name an article means.
//
// Decided by, in this order: the Y of "X, Y"; the countries the article speaks of (demonyms, names
// that only one country has, datelines) and the states it names; the weight of the place.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/entity/candidates.h"

namespace onrecord {

/// One mention of a place before its record is chosen.
struct PlaceMention {
  TokenRange tokens;
  GazetteerName options;     ///< No places: a name that the gazetteer does not know.
  bool whole = true;         ///< The options bear the whole name, not "Bergen" of "Bergen County".
  std::string pair_country;  ///< Of the Y in "X, Y".
  std::uint64_t pair_state = 0;
  bool dateline = false;
};

class PlaceChoice {
 public:
  /// `mentions` must outlive this.
  PlaceChoice(const NameText& text, const std::vector<PlaceMention>& mentions);

  /// Number of the meant place. The mention must have options.
  std::uint32_t choose(const PlaceMention& mention) const;

  /// Of a small place far from what the article is about there is rather a namesake at home that
  /// the gazetteer does not know: the country of most of the article; empty if the place may stay.
  std::string country_instead(const PlaceMention& mention, std::uint32_t chosen) const;

  /// Country for a name of which the gazetteer knows a part: "Moss County".
  std::string country_of_part(const PlaceMention& mention) const;

  /// Country for a name the gazetteer does not know: that of the pair, of the other places of the
  /// paragraph if they agree, of most of the article; else empty.
  std::string country_of_unknown(const PlaceMention& mention) const;

  /// What decided for that country, for explanations.
  Reason why(const PlaceMention& mention, std::string_view country) const;

 private:
  void count_demonyms();
  void count_mention(const PlaceMention& mention);
  void count_states(const PlaceMention& mention);
  void vote(std::string_view country, double votes);
  double share(std::string_view country) const;
  double score(const GazetteerPlace& place, const PlaceMention& mention) const;
  std::string main_country() const;
  std::string sure_country(const PlaceMention& mention) const;
  std::string country_of_known(const PlaceMention& mention) const;
  std::string country_of_paragraph(std::uint32_t paragraph) const;

  const NameText& text_;
  const std::vector<PlaceMention>& mentions_;
  std::map<std::string, double, std::less<>> votes_;
  double all_votes_ = 0;
  std::unordered_map<std::uint64_t, int> states_;          // named states, by name hash
  std::unordered_map<std::uint64_t, int> states_by_city_;  // states of the cities named
};

}  // namespace onrecord
