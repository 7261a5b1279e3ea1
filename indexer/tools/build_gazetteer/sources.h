// SPDX-License-Identifier: GPL-3.0-or-later
// One function a source of the gazetteer; docs/data-sources.md tells origin and licence of each.
//
// All of them throw std::runtime_error naming the file when it cannot be read: the build stops.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "indexer/gazetteer/gazetteer_writer.h"

namespace onrecord {

/// Calls `use` with every line of a text file.
void for_each_line(const std::filesystem::path& file,
                   const std::function<void(std::string_view)>& use);

/// Frequent and rare words and words with a capital, from SCOWL's word lists.
void add_scowl(GazetteerWriter& out, const std::filesystem::path& folder);

/// The words of a language in all their forms, one a line; names only where nouns have capitals.
void add_dictionary(GazetteerWriter& out, const std::filesystem::path& file, std::string_view code);

/// Given names with gender, from link-grammar's English dictionary.
void add_link_grammar(GazetteerWriter& out, const std::filesystem::path& folder);

/// Given names and surnames of some sixty countries, from the data files of php-faker. Must come
/// behind `add_scowl`: words that are something else first are left out.
void add_faker(GazetteerWriter& out, const std::filesystem::path& folder);

/// Countries, subdivisions and former countries, from the JSON files of iso-codes.
void add_iso_codes(GazetteerWriter& out, const std::filesystem::path& folder);

/// Cities with population, from libgeonames.
void add_geonames(GazetteerWriter& out);

/// States and towns under their English names, from libgweather's Locations.xml.
void add_gweather(GazetteerWriter& out, const std::filesystem::path& file);

/// Regions, waters, mountains, islands and cities; nouns for people; surnames of known persons,
/// from WordNet's database files.
void add_wordnet(GazetteerWriter& out, const std::filesystem::path& folder);

/// Names of places in other languages ("Deutschland", "Moskau"): countries from ICU, cities from
/// libgweather's translations below `locales`, as far as these are installed. A name that is taken
/// by a place, was taken out by our tables, or is an English word or a name of people is left out,
/// so this comes last.
void add_local_names(GazetteerWriter& out, const std::filesystem::path& locales);

/// Our own tables in indexer/data/gazetteer/: they have the last word.
void add_supplements(GazetteerWriter& out, const std::filesystem::path& folder);

}  // namespace onrecord
