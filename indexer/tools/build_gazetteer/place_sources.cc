// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include <fmt/format.h>
#include <geonames.h>

#include "indexer/tools/build_gazetteer/sources.h"

namespace onrecord {
namespace {

constexpr std::uint32_t country_weight = 100'000'000;
constexpr std::uint32_t subdivision_weight = 150'000;

nlohmann::json read_json(const std::filesystem::path& file, const char* key) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(fmt::format("{}: cannot be read", file.string()));
  return nlohmann::json::parse(in).at(key);
}

/// "Bolivia, Plurinational State of" gives "Bolivia"; "Sinai, South [x]" gives "Sinai, South".
std::string short_name(std::string name, char end) {
  const std::size_t at = name.find(end);
  if (at != std::string::npos) name.resize(at);
  while (!name.empty() && name.back() == ' ') name.pop_back();
  return name;
}

std::string text_or(const nlohmann::json& entry, const char* key, const std::string& other) {
  return entry.value(key, other);
}

void add_countries(GazetteerWriter& out, const std::filesystem::path& folder) {
  for (const auto& entry : read_json(folder / "iso_3166-1.json", "3166-1")) {
    const std::string name = entry.at("name");
    NewPlace place;
    place.country = entry.at("alpha_2");
    place.kind = PlaceKind::country;
    place.weight = country_weight;
    place.name = text_or(entry, "common_name", short_name(name, ','));
    const std::uint32_t number = out.add_place(place);
    if (name.find(',') == std::string::npos) out.add_name(number, name);
    if (entry.contains("official_name")) {
      const std::string official = entry.at("official_name");
      if (official.find(',') == std::string::npos) out.add_name(number, official);
    }
  }
}

/// Single common words are left out ("Central", "In", "As" are subdivisions somewhere).
bool is_usable_subdivision(const GazetteerWriter& out, const std::string& name) {
  return name.size() >= 4 && name.find_first_of(",/()*") == std::string::npos &&
         (name.find(' ') != std::string::npos || (out.word(name) & word_common) == 0);
}

void add_subdivisions(GazetteerWriter& out, const std::filesystem::path& folder) {
  for (const auto& entry : read_json(folder / "iso_3166-2.json", "3166-2")) {
    NewPlace place;
    place.name = short_name(entry.at("name"), '[');
    if (!is_usable_subdivision(out, place.name)) continue;
    place.country = entry.at("code").get<std::string>().substr(0, 2);
    place.kind = entry.contains("parent") ? PlaceKind::county : PlaceKind::state;
    place.weight = subdivision_weight;
    out.add_place(place);
  }
}

struct City {
  GeonamesCity* city;
  explicit City(int index) : city(geonames_get_city(index)) {}
  City(const City&) = delete;
  City& operator=(const City&) = delete;
  ~City() { geonames_city_free(city); }
};

/// "State of Maine" is Maine.
std::string plain_state(const std::string& name) {
  constexpr std::string_view state_of = "State of ";
  return name.starts_with(state_of) ? name.substr(state_of.size()) : name;
}

std::string text_of_city(const gchar* text) {
  return text == nullptr ? std::string() : std::string(text);
}

}  // namespace

void add_iso_codes(GazetteerWriter& out, const std::filesystem::path& folder) {
  add_countries(out, folder);
  add_subdivisions(out, folder);
}

void add_geonames(GazetteerWriter& out) {
  for (int i = 0; i < geonames_get_n_cities(); ++i) {
    const City entry(i);
    NewPlace place;
    place.name = text_of_city(geonames_city_get_name(entry.city));
    place.country = text_of_city(geonames_city_get_country_code(entry.city));
    place.weight = geonames_city_get_population(entry.city);
    place.latitude = static_cast<float>(geonames_city_get_latitude(entry.city));
    place.longitude = static_cast<float>(geonames_city_get_longitude(entry.city));
    const std::string state = plain_state(text_of_city(geonames_city_get_state(entry.city)));
    place.state = state.empty() ? 0 : hash_name(state);
    if (place.name.size() >= 3) out.add_place(place);
  }
}

}  // namespace onrecord
