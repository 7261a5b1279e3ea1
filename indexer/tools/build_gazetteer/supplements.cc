// SPDX-License-Identifier: GPL-3.0-or-later
// Our own tables. Columns are separated by TAB, alternatives by "|"; `#` starts a comment line.
//
//   places.txt       name, country or "-", kind, other names or "-", weight (optional)
//   not_places.txt   names that no place shall be found by
//   given_names.txt  gender (m, f, - for both), names
//   surnames.txt     names
#include <algorithm>
#include <array>
#include <stdexcept>

#include <fmt/format.h>

#include "indexer/tools/build_gazetteer/sources.h"

namespace onrecord {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    if (at != 0 && !text.empty()) parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

using Row = std::vector<std::string>;

void for_each_row(const std::filesystem::path& file, std::size_t columns,
                  const std::function<void(const Row&)>& use) {
  int number = 0;
  for_each_line(file, [&](std::string_view line) {
    ++number;
    if (line.empty() || line.front() == '#') return;
    const Row row = split(line, '\t');
    if (row.size() < columns) {
      throw std::runtime_error(
          fmt::format("{}: line {}: fewer than {} columns", file.string(), number, columns));
    }
    use(row);
  });
}

struct KindName {
  std::string_view name;
  PlaceKind kind;
  std::uint32_t weight;
};

constexpr std::array kind_names = {
    KindName{"city", PlaceKind::city, 50'000},
    KindName{"quarter", PlaceKind::quarter, 100'000},
    KindName{"county", PlaceKind::county, 50'000},
    KindName{"state", PlaceKind::state, 5'000'000},
    KindName{"region", PlaceKind::region, 500'000},
    KindName{"country", PlaceKind::country, 100'000'000},
    KindName{"former", PlaceKind::former_country, 50'000'000},
    KindName{"continent", PlaceKind::continent, 90'000'000},
    KindName{"island", PlaceKind::island, 300'000},
    KindName{"water", PlaceKind::water, 100'000},
    KindName{"mountain", PlaceKind::mountain, 100'000},
};

const KindName& kind_named(std::string_view name) {
  const auto* found = std::find_if(kind_names.begin(), kind_names.end(),
                                   [&](const KindName& row) { return row.name == name; });
  if (found == kind_names.end()) throw std::runtime_error(fmt::format("no such kind: {}", name));
  return *found;
}

/// "US!" only in capitals, "N.C.~" an abbreviation behind a city.
void add_other_name(GazetteerWriter& out, std::uint32_t place, std::string name) {
  std::uint8_t flags = 0;
  if (name.back() == '!') flags = name_is_capitals;
  if (name.back() == '~') flags = name_is_abbreviation;
  if (flags != 0) name.pop_back();
  out.add_name(place, name, flags);
}

void add_place_row(GazetteerWriter& out, const Row& row) {
  const KindName& kind = kind_named(row[2]);
  NewPlace place;
  place.name = row[0];
  place.country = row[1] == "-" ? "" : row[1];
  place.kind = kind.kind;
  place.weight = row.size() > 4 ? static_cast<std::uint32_t>(std::stoul(row[4])) : kind.weight;
  const bool is_new_kind = place.kind != PlaceKind::city;
  std::uint32_t number = is_new_kind ? GazetteerWriter::npos : out.find(row[0], place.country);
  if (number == GazetteerWriter::npos) number = out.add_place(place);
  out.raise_weight(number, place.weight);
  if (row.size() < 4 || row[3] == "-") return;
  for (const std::string& name : split(row[3], '|')) add_other_name(out, number, name);
}

std::uint32_t given_of(std::string_view gender) {
  if (gender == "m") return word_given_male;
  if (gender == "f") return word_given_female;
  return word_given;
}

/// Our genders replace those of the packaged lists; a name in two rows has both.
void add_given_names(GazetteerWriter& out, const std::filesystem::path& file) {
  std::map<std::string, std::uint32_t> genders;
  for_each_row(file, 2, [&](const Row& row) {
    for (const std::string& name : split(row[1], ' ')) genders[name] |= given_of(row[0]);
  });
  for (const auto& [name, gender] : genders) out.set_given_name(name, gender);
}

}  // namespace

void add_supplements(GazetteerWriter& out, const std::filesystem::path& folder) {
  for_each_row(folder / "not_places.txt", 1, [&](const Row& row) { out.remove_name(row[0]); });
  for_each_row(folder / "places.txt", 3, [&](const Row& row) { add_place_row(out, row); });
  add_given_names(out, folder / "given_names.txt");
  for_each_row(folder / "surnames.txt", 1, [&](const Row& row) {
    for (const std::string& name : split(row[0], ' ')) out.add_word(name, word_surname);
  });
}

}  // namespace onrecord
