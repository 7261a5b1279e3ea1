// SPDX-License-Identifier: GPL-3.0-or-later
// What a language pack says of words in and around names, as one table for one look-up a word.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/article.h"
#include "indexer/entity/name_inflection.h"
#include "indexer/language/language_pack.h"

namespace onrecord {

/// Bits of WordEntry::flags; each is a data file of the pack, where examples stand.
enum NameWord : std::uint64_t {
  nw_title = 1U << 0,
  nw_role = 1U << 1,
  nw_role_modifier = 1U << 2,
  nw_time_modifier = 1U << 3,  ///< "new": stands with a role, is not part of the office.
  nw_kin = 1U << 4,
  nw_particle = 1U << 5,
  nw_particle_start = 1U << 6,
  nw_suffix = 1U << 7,
  nw_org_word = 1U << 8,
  nw_place_after = 1U << 9,
  nw_place_before = 1U << 10,
  nw_thing = 1U << 11,
  nw_function = 1U << 12,
  nw_calendar = 1U << 13,
  nw_group = 1U << 14,
  nw_demonym = 1U << 15,
  nw_speech = 1U << 16,
  nw_preposition = 1U << 17,
  nw_direction = 1U << 18,
  nw_org_name = 1U << 19,
  nw_seat = 1U << 20,
  nw_capitals = 1U << 21,            ///< Counts only when written in capitals: "WHO".
  nw_continues = 1U << 22,           ///< A longer phrase begins with these words.
  nw_title_role = 1U << 23,          ///< A title that is an office: "Sen."
  nw_place_of = 1U << 24,            ///< "Gulf of Torvik"
  nw_place_noun = 1U << 25,          ///< "residents of Torvik"
  nw_route = 1U << 26,               ///< "the Torvik-Solberg road"
  nw_belonging = 1U << 27,           ///< "the Olsen campaign"
  nw_subject_verb = 1U << 28,        ///< "Olsen has", "Olsen will"
  nw_object_preposition = 1U << 29,  ///< "by Olsen", "against Olsen"
  nw_eponym = 1U << 30,              ///< "Olsen's disease"
  nw_company = 1ULL << 31,           ///< "Inc": what stands before is a company's name.
  nw_org_first = 1ULL << 32,         ///< "Banque", "Radio": a name may begin with it.
  nw_share = 1ULL << 33,             ///< "a stake in Torvik"
  nw_asset = 1ULL << 34,             ///< "Torvik shares"
  nw_site = 1ULL << 35,              ///< "the Torvik prison"
  nw_open_water = 1ULL << 36,        ///< "Solberg Sea": no country's own.
  nw_determiner = 1ULL << 37,        ///< Of a language that writes nouns with capitals: "am Ende".
  nw_given = 1ULL << 38,             ///< A given name of the language: "Илья".
  nw_given_case = 1ULL << 39,        ///< Another case of one: "Ильи".
  nw_role_link = 1ULL << 40,         ///< "de" of "ministra de Agricultura"
  nw_org_noun = 1ULL << 41,          ///< "the utility Torvik", "Torvik, a fishing cooperative"
  nw_host_role = 1ULL << 42,         ///< "Host Olsen": who receives guests, no office.
  nw_loose_role = 1ULL << 43,        ///< "counterpart": shows a person, is no office.
  nw_facility = 1ULL << 44,          ///< "Torvald Street": built, and a place of its own name.
  nw_past = 1ULL << 47,              ///< "former": no longer in office.
  nw_match_verb = 1ULL << 45,        ///< "Torvik beat Solberg": what clubs do to each other.
  nw_capital_link = 1ULL << 46,      ///< A role link with capitals behind it: "ambassador to Peru".
};

struct WordEntry {
  std::uint64_t flags = 0;
  Gender gender = Gender::unknown;
  std::uint8_t percent = 0;          ///< Of a preposition: how sure a place follows.
  std::array<char, 2> country = {};  ///< Of a demonym; NULs if none.
};

/// A row beside those of a pack, and the table it is for: {"titles", {"ratu", "m"}}.
using NameRow = std::pair<std::string, std::vector<std::string>>;

class NameWords {
 public:
  static NameWords compile(const LanguagePack& pack, std::span<const NameRow> more = {});

  /// The office that a compound noun ends with: "senator" of "Kultursenator"; null if there is none
  /// or the language does not make such words (traits.txt).
  const WordEntry* find_office_within(std::string_view folded) const;

  bool has_compounds() const { return compound_nouns_; }

  const NameInflection& inflection() const { return inflection_; }

  /// The long form of a known organization's name, "United Nations" of "UN"; empty if the table has
  /// none. Both forms have it.
  std::string_view long_form(std::uint64_t name_hash) const;

  /// The entry of a phrase, by `extend_name` over its words; null if there is none.
  const WordEntry* find(std::uint64_t name_hash) const;

 private:
  void add_row(const std::vector<std::string>& row, std::uint64_t flag);

  void add_given_names(const LanguagePack& pack);

  void add_cues(const LanguagePack& pack);

  void add_short_forms(const std::vector<std::string>& row);

  void add_plural(const std::string& word, std::uint64_t flag);

  struct Slot {
    std::uint64_t hash = 0;  // 0: free
    WordEntry entry;
  };

  WordEntry& entry(std::uint64_t hash);
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(16);  // a power of two, at most half taken
  std::size_t taken_ = 0;
  std::unordered_map<std::uint64_t, std::string> long_forms_;
  NameInflection inflection_;
  bool compound_nouns_ = false;
};

}  // namespace onrecord
