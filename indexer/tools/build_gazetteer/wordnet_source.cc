// SPDX-License-Identifier: GPL-3.0-or-later
// WordNet's data.noun: one synset a line, "offset lexfile type count word id ... pointers | gloss";
// see wndb(5WN) for the format.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <unordered_map>

#include "indexer/tools/build_gazetteer/sources.h"

namespace onrecord {
namespace {

struct Synset {
  int file = 0;  ///< Lexicographer file: 15 places, 17 natural objects, 18 persons.
  std::vector<std::string> words;
  std::vector<std::string> classes;  ///< Offsets behind "@i": what it is an instance of.
  std::vector<std::string> wholes;   ///< Offsets behind "#p": what it is part of.
};

using Synsets = std::map<std::string, Synset>;

constexpr int file_location = 15;
constexpr int file_object = 17;
constexpr int file_person = 18;

Synset parse_synset(const std::string& line) {
  std::istringstream in(line);
  Synset synset;
  std::string offset, type, word, id, symbol, target, part, source;
  std::string count;
  in >> offset >> synset.file >> type >> count;
  for (int words = std::stoi(count, nullptr, 16); words > 0 && in >> word >> id; --words) {
    std::replace(word.begin(), word.end(), '_', ' ');
    synset.words.push_back(word);
  }
  int pointers = 0;
  in >> pointers;
  for (; pointers > 0 && in >> symbol >> target >> part >> source; --pointers) {
    if (symbol == "@i") synset.classes.push_back(target);
    if (symbol == "#p") synset.wholes.push_back(target);
  }
  return synset;
}

Synsets read_synsets(const std::filesystem::path& file) {
  Synsets synsets;
  for_each_line(file, [&](std::string_view line) {
    if (line.size() > 10 && line.front() != ' ') {
      synsets.emplace(std::string(line.substr(0, 8)), parse_synset(std::string(line)));
    }
  });
  return synsets;
}

struct KindOfWord {
  std::string_view word;
  PlaceKind kind;
  std::uint32_t weight;
};

/// What an instance of a class is, by a word of the class; the first row that fits decides.
constexpr std::array kinds = {
    KindOfWord{"national capital", PlaceKind::city, 300'000},
    KindOfWord{"state capital", PlaceKind::city, 100'000},
    KindOfWord{"provincial capital", PlaceKind::city, 100'000},
    KindOfWord{"city", PlaceKind::city, 80'000},
    KindOfWord{"port", PlaceKind::city, 80'000},
    KindOfWord{"town", PlaceKind::city, 20'000},
    KindOfWord{"resort", PlaceKind::city, 20'000},
    KindOfWord{"American state", PlaceKind::state, 5'000'000},
    KindOfWord{"state", PlaceKind::state, 500'000},
    KindOfWord{"province", PlaceKind::state, 500'000},
    KindOfWord{"administrative district", PlaceKind::state, 200'000},
    KindOfWord{"district", PlaceKind::region, 100'000},
    KindOfWord{"borough", PlaceKind::quarter, 200'000},
    KindOfWord{"geographical area", PlaceKind::region, 200'000},
    KindOfWord{"geographic area", PlaceKind::region, 200'000},
    KindOfWord{"region", PlaceKind::region, 200'000},
    KindOfWord{"river", PlaceKind::water, 50'000},
    KindOfWord{"lake", PlaceKind::water, 50'000},
    KindOfWord{"sea", PlaceKind::water, 50'000},
    KindOfWord{"ocean", PlaceKind::water, 50'000},
    KindOfWord{"bay", PlaceKind::water, 50'000},
    KindOfWord{"gulf", PlaceKind::water, 50'000},
    KindOfWord{"strait", PlaceKind::water, 50'000},
    KindOfWord{"channel", PlaceKind::water, 50'000},
    KindOfWord{"island", PlaceKind::island, 100'000},
    KindOfWord{"archipelago", PlaceKind::island, 100'000},
    KindOfWord{"peninsula", PlaceKind::region, 100'000},
    KindOfWord{"cape", PlaceKind::region, 20'000},
    KindOfWord{"desert", PlaceKind::region, 100'000},
    KindOfWord{"mountain peak", PlaceKind::mountain, 20'000},
    KindOfWord{"range", PlaceKind::mountain, 50'000},
    KindOfWord{"volcano", PlaceKind::mountain, 20'000},
};

bool is_class(const Synset& synset, const Synsets& all, std::string_view word) {
  for (const std::string& offset : synset.classes) {
    const auto found = all.find(offset);
    if (found == all.end()) continue;
    const auto& words = found->second.words;
    if (std::find(words.begin(), words.end(), word) != words.end()) return true;
  }
  return false;
}

const KindOfWord* kind_of(const Synset& synset, const Synsets& all) {
  const auto* found = std::find_if(kinds.begin(), kinds.end(), [&](const KindOfWord& row) {
    return is_class(synset, all, row.word);
  });
  return found == kinds.end() ? nullptr : found;
}

/// Countries of the wholes a place is part of, by following "#p" upwards.
void collect_countries(const GazetteerWriter& out, const Synsets& all, const Synset& synset,
                       int depth, std::set<std::string>& countries) {
  for (const std::string& offset : synset.wholes) {
    const auto found = all.find(offset);
    if (found == all.end()) continue;
    const std::string code = out.country_of(found->second.words);
    if (!code.empty()) {
      countries.insert(code);
    } else if (depth < 6) {
      collect_countries(out, all, found->second, depth + 1, countries);
    }
  }
}

/// Nicknames made of common words ("Windy City", "Hub") are not names to look for.
bool is_plain_name(const GazetteerWriter& out, const std::string& name) {
  if (name.size() < 4 || name.front() < 'A' || name.front() > 'Z') return false;
  std::istringstream in(name);
  for (std::string word; in >> word;) {
    if ((out.word(word) & (word_common | word_rare)) == 0) return true;
  }
  return false;
}

void add_location(GazetteerWriter& out, const Synsets& all, const Synset& synset) {
  const KindOfWord* kind = kind_of(synset, all);
  if (kind == nullptr) return;
  std::set<std::string> countries;
  collect_countries(out, all, synset, 0, countries);
  NewPlace place;
  place.country = countries.size() == 1 ? *countries.begin() : "";
  place.kind = kind->kind;
  place.weight = kind->weight;
  place.name = synset.words.front();
  if (!is_plain_name(out, place.name)) return;
  std::uint32_t number = out.find(place.name, place.country);
  if (number == GazetteerWriter::npos || place.country.empty()) number = out.add_place(place);
  for (const std::string& word : synset.words) {
    if (is_plain_name(out, word)) out.add_name(number, word);
  }
}

/// "Isaac M. Singer" gives the surname "Singer"; mythical beings stay out by their class.
void add_person(GazetteerWriter& out, const Synset& synset) {
  for (const std::string& name : synset.words) {
    const std::size_t blank = name.rfind(' ');
    if (blank == std::string::npos) continue;
    const std::string surname = name.substr(blank + 1);
    if (surname.size() >= 3 && surname.front() >= 'A' && surname.front() <= 'Z') {
      out.add_word(surname, word_famous);
    }
  }
}

/// Nouns whose first sense is a person, from index.noun: "word type senses ... offsets".
void add_person_nouns(GazetteerWriter& out, const std::filesystem::path& file, const Synsets& all) {
  for_each_line(file, [&](std::string_view line) {
    if (line.empty() || line.front() == ' ') return;
    std::istringstream in{std::string(line)};
    std::string word, type, field;
    int senses = 0, pointers = 0;
    in >> word >> type >> senses >> pointers;
    for (int skip = pointers + 2; skip > 0; --skip) in >> field;
    in >> field;
    const auto first = all.find(field);
    if (first == all.end() || first->second.file != file_person) return;
    if (word.find_first_of("_-.'") == std::string::npos && first->second.classes.empty()) {
      out.add_word(word, word_person);
    }
  });
}

}  // namespace

void add_wordnet(GazetteerWriter& out, const std::filesystem::path& folder) {
  const Synsets synsets = read_synsets(folder / "data.noun");
  for (const auto& [offset, synset] : synsets) {
    if (synset.classes.empty()) continue;
    if (synset.file == file_location || synset.file == file_object) {
      add_location(out, synsets, synset);
    } else if (synset.file == file_person) {
      add_person(out, synset);
    }
  }
  add_person_nouns(out, folder / "index.noun", synsets);
}

}  // namespace onrecord
