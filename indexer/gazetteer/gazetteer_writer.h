// SPDX-License-Identifier: GPL-3.0-or-later
// Collects places and words and writes them as the table that Gazetteer maps.
#pragma once

#include <filesystem>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/gazetteer/gazetteer.h"

namespace onrecord {

struct NewPlace {
  std::string name;
  std::string country;  ///< ISO 3166-1 alpha-2; empty if none.
  PlaceKind kind = PlaceKind::city;
  std::uint32_t weight = 0;
  float latitude = std::numeric_limits<float>::quiet_NaN();
  float longitude = std::numeric_limits<float>::quiet_NaN();
  std::uint64_t state = 0;
};

class GazetteerWriter {
 public:
  /// Adds a place under its own name and returns its number. A place of the same name, country and
  /// kind is the same place: what is known of it is completed. A country is known by its code, and
  /// the last name given becomes the one shown.
  std::uint32_t add_place(const NewPlace& place);

  /// Adds another name of a place.
  void add_name(std::uint32_t place, std::string_view name, std::uint8_t flags = 0);

  /// Number of the heaviest place of this name in this country (any if empty); none: npos.
  std::uint32_t find(std::string_view name, std::string_view country) const;
  static constexpr std::uint32_t npos = 0xffff'ffff;

  /// Number of the country with this code; none: npos.
  std::uint32_t find_country(const std::string& code) const;

  /// Code of the country that bears one of these names; empty if none does.
  std::string country_of(const std::vector<std::string>& names) const;

  /// Is this the name of a place, or was it until it was taken out?
  bool knows(std::string_view name) const;

  /// Takes a name out: no place is found by it.
  void remove_name(std::string_view name);

  /// Adds WordFact bits to a word, which is folded first.
  void add_word(std::string_view word, std::uint32_t facts);

  /// Makes a word a given name of just this gender.
  void set_given_name(std::string_view word, std::uint32_t gender);

  /// WordFact bits so far.
  std::uint32_t word(std::string_view word) const;

  /// Sets the coordinates of a place that has none yet.
  void set_coordinates(std::uint32_t place, float latitude, float longitude);

  void raise_weight(std::uint32_t place, std::uint32_t weight);

  /// Writes the table. Throws std::runtime_error if the file cannot be written.
  void write(const std::filesystem::path& file) const;

 private:
  struct Name {
    std::vector<std::uint32_t> places;
    std::uint8_t flags = 0;
  };

  bool lists(std::uint64_t name, std::uint32_t place) const;

  std::vector<NewPlace> places_;
  std::map<std::string, std::uint32_t> numbers_;  // by name key, country and kind
  std::map<std::uint64_t, Name> names_;           // ordered: the same input gives the same file
  std::map<std::uint64_t, std::uint32_t> words_;
};

}  // namespace onrecord
