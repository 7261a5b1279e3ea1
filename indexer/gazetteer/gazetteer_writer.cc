// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/gazetteer/gazetteer_writer.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <stdexcept>

#include <xxhash.h>

#include "common/text_fold.h"
#include "common/tokens.h"

namespace onrecord {
namespace {

/// Appends the bytes of `items` and fills up to a multiple of eight.
template <typename T>
void append_part(std::string& out, const std::vector<T>& items) {
  out.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T));
  out.resize((out.size() + 7) / 8 * 8, '\0');
}

/// Puts a slot at the first free place from its hash on.
template <typename Slot>
void put_slot(std::vector<Slot>& slots, std::uint64_t hash, const Slot& slot) {
  const auto is_taken = [](const Slot& other) {
    if constexpr (requires { other.tag; })
      return other.tag != 0;
    else
      return other.hash != 0;
  };
  std::size_t at = hash & (slots.size() - 1);
  while (is_taken(slots[at])) at = (at + 1) & (slots.size() - 1);
  slots[at] = slot;
}

/// Room for `count` slots, at most half of it taken.
std::size_t slots_for(std::size_t count) {
  return std::bit_ceil(std::max<std::size_t>(count, 1) * 2);
}

std::vector<std::uint64_t> word_hashes(std::string_view name) {
  std::vector<std::uint64_t> hashes;
  for (const Token& token : tokenize(name)) {
    if (token.kind == TokenKind::punctuation) continue;
    hashes.push_back(hash_word(fold(text_of(name, token))));
  }
  return hashes;
}

/// A code stands for one country, whatever a source calls it: "Russian Federation", "Russia".
std::string identity_of(const NewPlace& place) {
  const bool country = place.kind == PlaceKind::country;
  return (country ? std::string() : name_key(place.name)) + '|' + place.country + '|' +
         std::to_string(static_cast<int>(place.kind)) + '|' + std::to_string(place.state);
}

}  // namespace

std::uint32_t GazetteerWriter::add_place(const NewPlace& place) {
  const bool country = place.kind == PlaceKind::country;
  const std::string identity = identity_of(place);
  const auto [known, is_new] =
      numbers_.emplace(identity, static_cast<std::uint32_t>(places_.size()));
  if (is_new) {
    places_.push_back(place);
    add_name(known->second, place.name);
    return known->second;
  }
  NewPlace& old = places_[known->second];
  if (country) {
    old.name = place.name;
    add_name(known->second, place.name);
  }
  old.weight = std::max(old.weight, place.weight);
  if (std::isnan(old.latitude)) {
    old.latitude = place.latitude;
    old.longitude = place.longitude;
  }
  return known->second;
}

bool GazetteerWriter::lists(std::uint64_t name, std::uint32_t place) const {
  const auto found = names_.find(name);
  return found != names_.end() &&
         std::count(found->second.places.begin(), found->second.places.end(), place) > 0;
}

void GazetteerWriter::add_name(std::uint32_t place, std::string_view name, std::uint8_t flags) {
  std::uint64_t hash = 0;
  const auto words = word_hashes(name);
  for (const std::uint64_t word : words) {
    if (hash != 0) names_[hash].flags |= name_continues;
    hash = extend_name(hash, word);
  }
  if (hash == 0) return;
  names_[hash].flags = static_cast<std::uint8_t>(names_[hash].flags | flags);
  if (!lists(hash, place)) names_[hash].places.push_back(place);
}

std::uint32_t GazetteerWriter::find(std::string_view name, std::string_view country) const {
  const auto found = names_.find(hash_name(name));
  std::uint32_t best = npos;
  if (found == names_.end()) return best;
  for (const std::uint32_t place : found->second.places) {
    if (!country.empty() && places_[place].country != country) continue;
    if (best == npos || places_[place].weight > places_[best].weight) best = place;
  }
  return best;
}

std::uint32_t GazetteerWriter::find_country(const std::string& code) const {
  NewPlace country;
  country.country = code;
  country.kind = PlaceKind::country;
  const auto found = numbers_.find(identity_of(country));
  return found == numbers_.end() ? npos : found->second;
}

std::string GazetteerWriter::country_of(const std::vector<std::string>& names) const {
  for (const std::string& name : names) {
    const std::uint32_t place = find(name, "");
    if (place != npos && places_[place].kind == PlaceKind::country) return places_[place].country;
  }
  return "";
}

bool GazetteerWriter::knows(std::string_view name) const {
  const auto found = names_.find(hash_name(name));
  // The beginning of a longer name has an entry too.
  return found != names_.end() &&
         (!found->second.places.empty() || (found->second.flags & name_continues) == 0);
}

void GazetteerWriter::remove_name(std::string_view name) {
  const auto found = names_.find(hash_name(name));
  if (found != names_.end()) found->second.places.clear();
}

void GazetteerWriter::add_word(std::string_view word, std::uint32_t facts) {
  words_[hash_word(fold(word))] |= facts;
}

void GazetteerWriter::set_given_name(std::string_view word, std::uint32_t gender) {
  std::uint32_t& facts = words_[hash_word(fold(word))];
  facts = (facts & ~word_given) | gender;
}

std::uint32_t GazetteerWriter::word(std::string_view word) const {
  const auto found = words_.find(hash_word(fold(word)));
  return found == words_.end() ? 0 : found->second;
}

void GazetteerWriter::set_coordinates(std::uint32_t place, float latitude, float longitude) {
  if (!std::isnan(places_[place].latitude)) return;
  places_[place].latitude = latitude;
  places_[place].longitude = longitude;
}

void GazetteerWriter::raise_weight(std::uint32_t place, std::uint32_t weight) {
  places_[place].weight = std::max(places_[place].weight, weight);
}

void GazetteerWriter::write(const std::filesystem::path& file) const {
  std::vector<PlaceRecord> records;
  std::string text(1, '\0');
  for (const NewPlace& place : places_) {
    PlaceRecord record;
    record.state = place.state;
    record.name = static_cast<std::uint32_t>(text.size());
    record.weight = place.weight;
    record.latitude = place.latitude;
    record.longitude = place.longitude;
    if (place.country.size() == 2) std::memcpy(record.country, place.country.data(), 2);
    record.kind = static_cast<std::uint8_t>(place.kind);
    text += place.name;
    text += '\0';
    records.push_back(record);
  }
  std::vector<std::uint32_t> references;
  std::vector<NameSlot> name_slots(slots_for(names_.size()));
  for (const auto& [hash, name] : names_) {
    std::vector<std::uint32_t> places = name.places;
    std::stable_sort(places.begin(), places.end(), [this](std::uint32_t a, std::uint32_t b) {
      return places_[a].weight > places_[b].weight;
    });
    NameSlot slot;
    slot.hash = hash;
    slot.first = static_cast<std::uint32_t>(references.size());
    slot.count = static_cast<std::uint16_t>(places.size());
    slot.flags = name.flags;
    put_slot(name_slots, hash, slot);
    references.insert(references.end(), places.begin(), places.end());
  }
  std::vector<WordSlot> word_slots(slots_for(words_.size()));
  for (const auto& [hash, facts] : words_) {
    put_slot(word_slots, hash, WordSlot{tag_of_word(hash), facts});
  }

  std::string parts;
  append_part(parts, records);
  append_part(parts, references);
  append_part(parts, name_slots);
  append_part(parts, word_slots);
  append_part(parts, std::vector<char>(text.begin(), text.end()));
  GazetteerHeader header;
  header.places = static_cast<std::uint32_t>(records.size());
  header.references = static_cast<std::uint32_t>(references.size());
  header.name_slots = static_cast<std::uint32_t>(name_slots.size());
  header.word_slots = static_cast<std::uint32_t>(word_slots.size());
  header.text_bytes = static_cast<std::uint32_t>(text.size());
  header.checksum = XXH3_64bits(parts.data(), parts.size());
  std::ofstream out(file, std::ios::binary);
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  out.write(parts.data(), static_cast<std::streamsize>(parts.size()));
  out.close();
  if (!out) throw std::runtime_error(file.string() + ": cannot be written");
}

}  // namespace onrecord
