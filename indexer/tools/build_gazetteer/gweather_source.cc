// SPDX-License-Identifier: GPL-3.0-or-later
// Locations.xml of libgweather: nested <country>, <state>, <city> and weather stations
// (<location>), one tag a line, so that a line reader is enough.
#include <string>

#include "indexer/tools/build_gazetteer/sources.h"

namespace onrecord {
namespace {

constexpr std::uint32_t city_weight = 60'000;
constexpr std::uint32_t station_weight = 10'000;
constexpr std::uint32_t state_weight = 200'000;

std::string_view trimmed(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  return first == std::string_view::npos ? std::string_view() : line.substr(first);
}

/// The text of `<tag>text</tag>`; empty if the line is something else.
std::string_view text_of_tag(std::string_view line, std::string_view tag) {
  const std::string open = "<" + std::string(tag) + ">";
  const std::size_t end = line.rfind("</");
  if (!line.starts_with(open) || end == std::string_view::npos) return {};
  return line.substr(open.size(), end - open.size());
}

/// Follows the nesting and adds a place when its element ends.
class LocationsReader {
 public:
  explicit LocationsReader(GazetteerWriter& out) : out_(out) {}

  void read(std::string_view raw) {
    const std::string_view line = trimmed(raw);
    if (line == "<state>") begin(PlaceKind::state, state_weight);
    if (line == "<city>") begin(PlaceKind::city, city_weight);
    if (line == "<location>" && !in_city_) begin(PlaceKind::city, station_weight);
    if (line == "<city>") in_city_ = true;
    if (line == "</city>") in_city_ = false;
    if (line == "</country>") country_.clear();
    if (const auto code = text_of_tag(line, "iso-code"); !code.empty()) country_ = code;
    for (const char* tag : {"_name", "name"}) {
      if (const auto name = text_of_tag(line, tag); !name.empty()) take_name(name);
    }
    if (const auto at = text_of_tag(line, "coordinates"); !at.empty()) take_coordinates(at);
  }

 private:
  void begin(PlaceKind kind, std::uint32_t weight) {
    place_ = {};
    place_.kind = kind;
    place_.weight = weight;
    open_ = true;
    number_ = GazetteerWriter::npos;
  }

  /// The first name behind the opening tag is the place's own.
  void take_name(std::string_view name) {
    if (!open_ || country_.empty()) return;
    open_ = false;
    place_.name = name;
    place_.country = country_;
    const bool airport = name.find("Air") != std::string_view::npos ||
                         name.find_first_of("&;/,") != std::string_view::npos;
    const bool common = (out_.word(place_.name) & word_common) != 0;
    if (airport || common || name.size() < 4) return;
    number_ = out_.find(place_.name, country_);
    if (number_ == GazetteerWriter::npos) number_ = out_.add_place(place_);
  }

  void take_coordinates(std::string_view text) {
    if (number_ == GazetteerWriter::npos || place_.kind == PlaceKind::state) return;
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos) return;
    out_.set_coordinates(number_, std::stof(std::string(text.substr(0, blank))),
                         std::stof(std::string(text.substr(blank + 1))));
    number_ = GazetteerWriter::npos;
  }

  GazetteerWriter& out_;
  NewPlace place_;
  std::string country_;
  bool open_ = false;
  bool in_city_ = false;
  std::uint32_t number_ = GazetteerWriter::npos;
};

}  // namespace

void add_gweather(GazetteerWriter& out, const std::filesystem::path& file) {
  LocationsReader reader(out);
  for_each_line(file, [&](std::string_view line) { reader.read(line); });
}

}  // namespace onrecord
