// SPDX-License-Identifier: GPL-3.0-or-later
// The table of places and of what is known of single words ("a given name", "a common word");
// read-only and shared between threads.
//
// Compiled at build time from packaged data and indexer/data/gazetteer/ (docs/data-sources.md).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "common/result.h"
#include "indexer/gazetteer/gazetteer_format.h"

namespace onrecord {

enum class PlaceKind : std::uint8_t {
  city,
  quarter,  ///< Part of a city.
  county,
  state,   ///< First-level subdivision.
  region,  ///< Part of a country without an administration of its own, or across borders.
  country,
  former_country,
  continent,  ///< And other areas larger than a country.
  island,
  water,
  mountain,
};

/// What is known of a name beside its places; bits.
enum NameFlag : std::uint8_t {
  name_continues = 1,        ///< A longer name begins with these words.
  name_is_capitals = 2,      ///< Only when written in capitals: "US", "UAE".
  name_is_abbreviation = 4,  ///< "Mich.", "N.C.": a state behind its city.
};

/// What is known of a word; bits.
enum WordFact : std::uint32_t {
  word_given_male = 1U << 0,
  word_given_female = 1U << 1,
  word_surname = 1U << 2,
  word_common = 1U << 3,  ///< A frequent word in lower case: "long", "reading".
  word_rare = 1U << 4,    ///< A word of the dictionary, but a rare one.
  word_proper = 1U << 5,  ///< In the dictionary only with a capital: "Internet", "Baptist".
  word_person = 1U << 6,  ///< A noun for people, first of all: "pollster".
  word_famous = 1U << 7,  ///< Surname of a historical person.
  word_german = 1U << 8,  ///< In a German dictionary, whose nouns have capitals, too.
  word_spanish = 1U << 9,
  word_french = 1U << 10,
  word_local = 1U << 15,  ///< In the dictionary of the article's language; not in the gazetteer.
};
/// The fact that says that a word is one of the language; 0 where no dictionary is known.
std::uint32_t word_of_language(std::string_view code);

constexpr std::uint32_t word_given = word_given_male | word_given_female;

struct GazetteerPlace {
  std::string_view name;
  std::string_view country;  ///< ISO 3166-1 alpha-2; empty if none.
  PlaceKind kind = PlaceKind::city;
  std::uint32_t weight = 0;
  float latitude = 0;  ///< NaN if unknown.
  float longitude = 0;
  std::uint64_t state = 0;
};

/// A name with the numbers of the places that bear it, heaviest first.
struct GazetteerName {
  std::span<const std::uint32_t> places;
  std::uint8_t flags = 0;
  bool has(NameFlag flag) const { return (flags & flag) != 0; }
};

class Gazetteer {
 public:
  /// An empty table: knows no name.
  Gazetteer() = default;

  /// Maps the compiled table (share/onrecord/gazetteer.bin) into memory and checks it.
  static Result<Gazetteer> open(const std::filesystem::path& file);

  /// The name with this hash (`extend_name`); no places and no flags if there is none.
  GazetteerName find(std::uint64_t name_hash) const;

  /// WordFact bits of a word (`hash_word`).
  std::uint32_t word(std::uint64_t word_hash) const;

  /// `number` must come from `GazetteerName::places`.
  GazetteerPlace place(std::uint32_t number) const;

  std::size_t place_count() const { return places_.size(); }

 private:
  std::shared_ptr<const void> mapping_;  // shared: copies of the table see the same mapping
  std::span<const PlaceRecord> places_;
  std::span<const std::uint32_t> references_;
  std::span<const NameSlot> names_;
  std::span<const WordSlot> words_;
  std::string_view text_;
};

}  // namespace onrecord
