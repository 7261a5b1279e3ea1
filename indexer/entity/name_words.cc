// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/name_words.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "common/text_fold.h"
#include "common/tokens.h"
#include "indexer/gazetteer/gazetteer_format.h"

namespace onrecord {
namespace {

struct Table {
  std::string_view name;
  std::uint64_t flag;
};

constexpr std::array tables = {
    Table{"titles", nw_title},
    Table{"roles", nw_role},
    Table{"role_modifiers", nw_role_modifier},
    Table{"kin", nw_kin},
    Table{"particles", nw_particle},
    Table{"suffixes", nw_suffix},
    Table{"org_words", nw_org_word},
    Table{"org_names", nw_org_name},
    Table{"seats", nw_seat},
    Table{"place_words", 0},
    Table{"place_nouns", nw_place_noun},
    Table{"org_nouns", nw_org_noun},
    Table{"thing_words", nw_thing},
    Table{"functions", nw_function},
    Table{"calendar", nw_calendar},
    Table{"months", nw_calendar},
    Table{"weekdays", nw_calendar},
    Table{"groups", nw_group},
    Table{"demonyms", nw_demonym},
    Table{"speech", nw_speech},
    Table{"place_prepositions", nw_preposition},
    Table{"directions", nw_direction},
    Table{"belongings", nw_belonging},
    Table{"share_words", 0},
    Table{"subject_verbs", nw_subject_verb},
    Table{"object_prepositions", nw_object_preposition},
    Table{"determiners", nw_determiner},
    Table{"role_links", nw_role_link},
    Table{"match_verbs", nw_match_verb},
};

Gender gender_named(std::string_view text) {
  if (text == "m") return Gender::male;
  return text == "f" ? Gender::female : Gender::unknown;
}

/// A word in a column beside the first: what it means does not depend on the table.
void apply_column(WordEntry& entry, std::string_view column, std::uint64_t table) {
  if (column == "m" || column == "f") entry.gender = gender_named(column);
  if (column == "role") entry.flags |= nw_title_role;
  if (column == "guests") entry.flags |= nw_host_role;
  if (column == "loose") entry.flags |= nw_loose_role;
  if (column == "time") entry.flags |= nw_time_modifier;
  if (column == "past") entry.flags |= nw_time_modifier | nw_past;
  if (column == "start") entry.flags |= nw_particle_start;
  if (column == "route") entry.flags |= nw_route;
  if (column == "eponym") entry.flags |= nw_eponym;
  if (column == "of") entry.flags |= nw_place_of;
  if (column == "after") entry.flags |= nw_place_after;
  if (column == "company") entry.flags |= nw_company;
  if (column == "first") entry.flags |= nw_org_first;
  if (column == "in") entry.flags |= nw_share;
  if (column == "capitals") entry.flags |= nw_capital_link;
  if (column == "site") entry.flags |= nw_site;
  if (column == "facility") entry.flags |= nw_facility;
  if (column == "water") entry.flags |= nw_open_water;
  if (column == "asset") entry.flags |= nw_asset;
  if (column == "before") entry.flags |= nw_place_before;
  if (table == nw_demonym && column.size() == 2) entry.country = {column[0], column[1]};
  if (table == nw_preposition) {
    std::from_chars(column.data(), column.data() + column.size(), entry.percent);
  }
}

bool is_capitals(std::string_view word) {
  return word.size() >= 2 &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

WordEntry& NameWords::entry(std::uint64_t hash) {
  if ((taken_ + 1) * 2 > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & mask;
  if (slots_[at].hash == 0) ++taken_;
  slots_[at].hash = hash;
  return slots_[at].entry;
}

void NameWords::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  taken_ = 0;
  for (const Slot& slot : old) {
    if (slot.hash != 0) entry(slot.hash) = slot.entry;
  }
}

/// "Presidents Torvald and Olsen", "CEOs".
void NameWords::add_plural(const std::string& word, std::uint64_t flag) {
  if (word.find_first_of(" .-") != std::string::npos || word.ends_with('s')) return;
  entry(extend_name(0, hash_word(fold(word + "s")))).flags |= flag;
}

void NameWords::add_row(const std::vector<std::string>& row, std::uint64_t flag) {
  std::uint64_t hash = 0;
  for (const Token& token : tokenize(row.front())) {
    if (token.kind == TokenKind::punctuation) continue;
    if (hash != 0) entry(hash).flags |= nw_continues;
    hash = extend_name(hash, hash_word(fold(text_of(row.front(), token))));
  }
  if (hash == 0) return;
  const bool neuter = row.size() < 2 || row[1] == "-";
  if (neuter && (flag & (nw_title | nw_role)) != 0) add_plural(row.front(), flag);
  WordEntry& added = entry(hash);  // valid until the next entry is made
  added.flags |= flag;
  if (flag == nw_org_name && is_capitals(row.front())) added.flags |= nw_capitals;
  for (std::size_t i = 1; i < row.size(); ++i) apply_column(added, row[i], flag);
}

void NameWords::add_short_forms(const std::vector<std::string>& row) {
  if (row.size() < 2) return;
  long_forms_[hash_name(row.front())] = row.front();
  for (std::size_t i = 1; i < row.size(); ++i) {
    add_row({row[i]}, nw_org_name);
    long_forms_[hash_name(row[i])] = row.front();
  }
}

std::string_view NameWords::long_form(std::uint64_t name_hash) const {
  const auto found = long_forms_.find(name_hash);
  return found == long_forms_.end() ? std::string_view() : found->second;
}

/// The past forms of the verbs of saying, which are no nouns as "reports" and "states" are. Verbs
/// of thinking and ways of speaking have other subjects too often.
void NameWords::add_cues(const LanguagePack& pack) {
  for (const auto& row : pack.table("cues")) {
    if (row.size() < 3 || row[1] == "think" || row[1] == "manner") continue;
    const std::string_view base = row.front();
    for (const Token& token : tokenize(row[2])) {
      const std::string_view form = text_of(row[2], token);
      const bool present = form.starts_with(base) && !form.ends_with("ed");
      if (base.find(' ') != std::string_view::npos || token.kind != TokenKind::word || present) {
        continue;
      }
      entry(extend_name(0, hash_word(fold(form)))).flags |= nw_speech;
    }
  }
}

/// "Илья", and "Ильи", "Илье", "Илью" by the endings of the language.
void NameWords::add_given_names(const LanguagePack& pack) {
  for (const auto& row : pack.table("given_names")) {
    const std::string name = fold(row.front());
    const Gender gender = row.size() < 2 ? Gender::unknown : gender_named(row[1]);
    for (const std::string& form : inflection_.cases_of(name, gender)) {
      WordEntry& other = entry(extend_name(0, hash_word(form)));
      if ((other.flags & (nw_given | nw_given_case)) == 0) other.gender = gender;
      other.flags |= nw_given_case;
    }
    WordEntry& added = entry(extend_name(0, hash_word(name)));
    added.flags |= nw_given;
    added.gender = gender;
  }
}

NameWords NameWords::compile(const LanguagePack& pack, std::span<const NameRow> more) {
  NameWords words;
  words.add_cues(pack);
  for (const Table& table : tables) {
    for (const auto& row : pack.table(table.name)) {
      const bool name = table.flag == nw_org_name;  // its other columns are short forms
      words.add_row(name ? NameRow::second_type{row.front()} : row, table.flag);
      if (name) words.add_short_forms(row);
    }
    for (const auto& [name, row] : more) {
      if (name == table.name) words.add_row(row, table.flag);
    }
  }
  words.inflection_ = NameInflection::compile(pack);
  words.add_given_names(pack);
  words.compound_nouns_ = pack.lists("traits", "compound nouns");
  return words;
}

const WordEntry* NameWords::find_office_within(std::string_view folded) const {
  constexpr std::size_t shortest_first = 3, shortest_office = 4;
  if (!compound_nouns_) return nullptr;
  for (std::size_t i = shortest_first; i + shortest_office <= folded.size(); ++i) {
    const WordEntry* entry = find(extend_name(0, hash_word(folded.substr(i))));
    if (entry != nullptr && (entry->flags & nw_role) != 0) return entry;
  }
  return nullptr;
}

const WordEntry* NameWords::find(std::uint64_t name_hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = name_hash & mask; slots_[at].hash != 0; at = (at + 1) & mask) {
    if (slots_[at].hash == name_hash) return &slots_[at].entry;
  }
  return nullptr;
}

}  // namespace onrecord
