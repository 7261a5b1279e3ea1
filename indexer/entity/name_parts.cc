// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/name_parts.h"

#include <algorithm>
#include <array>

#include "common/text_fold.h"

namespace onrecord {

std::uint32_t NameParts::skip_sentence_words(std::uint32_t i, std::uint32_t last) const {
  while (i < last && match_hint(text_, i, end_) <= i + 1) {
    const NameToken& token = at(i);
    const bool initial = token.initial && is_sign(i + 1, '.') && is_glued(i + 1);  // "A. Torvald"
    const bool function =
        token.is(nw_function) && !token.all_upper && !initial && !is_name_use(i, last);
    const bool common = token.sentence_start && is_dictionary_word(i, last) && i + 1 < last &&
                        !token.is_fact(word_surname) && !token.is_fact(word_given) &&
                        !token.initial && is_explained(i, last);
    if (!function && !common) return i;
    ++i;
    while (i < last && !at(i).is_word()) ++i;
  }
  return i;
}

bool NameParts::is_dictionary_word(std::uint32_t i, std::uint32_t last) const {
  if (at(i).is_fact(word_common)) return true;
  if (!at(i).is_fact(word_rare)) return false;
  if (!text_.has_dictionary || last > i + 2) return true;
  const std::string_view word = text_.text_of(i);
  constexpr std::array endings = {"ed", "ing", "ly", "al", "ous", "ful", "less", "ive", "s"};
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

bool NameParts::is_name_use(std::uint32_t i, std::uint32_t last) const {
  const NameToken& token = at(i);
  if (i + 1 >= last) return false;
  if (token.is(nw_particle_start)) return true;
  // "He Jianming", "She Weidong": behind a pronoun no capital stands.
  const std::string_view word = text_.text_of(i);
  if (word == "He" || word == "She") return at(i + 1).is_name_word() && at(i + 1).words == 0;
  return !token.sentence_start && token.is_fact(word_given | word_surname);
}

bool NameParts::is_explained(std::uint32_t i, std::uint32_t last) const {
  GazetteerName name;
  if (at(i).is(nw_title | nw_role | nw_role_modifier | nw_demonym | nw_group | nw_calendar |
               nw_direction | nw_place_before | nw_org_first)) {
    return false;
  }
  if (i + 1 < last && at(i + 1).is(nw_facility)) return false;  // "Electric Avenue"
  if (is_inside_organization(i, last)) return false;            // "Amalgamated Traders Association"
  if (match_phrase(text_, i, last) != i || match_place(text_, i, last, name) > i + 1) return false;
  return !is_sign(i + 1, '-');
}

bool NameParts::follows_given(std::uint32_t begin, std::uint32_t i) const {
  if (i == begin) return false;
  std::uint32_t before = i - 1;
  while (before > begin && !at(before).is_word()) --before;
  return at(before).is_fact(word_given) || at(before).initial;
}

bool NameParts::name_follows(std::uint32_t i, std::uint32_t last) const {
  for (++i; i < last; ++i) {
    if (at(i).is_word() && !at(i).is(nw_suffix)) return true;
  }
  return false;
}

bool NameParts::is_office_acronym(std::uint32_t begin, std::uint32_t i, std::uint32_t last) const {
  return i > begin && at(i).all_upper && text_.text_of(i).size() <= 4 && name_follows(i, last) &&
         !at(i).is(nw_suffix) && at(i).blank_before && !at(i + 1).all_upper;
}

bool NameParts::is_abbreviated_state(std::uint32_t i) const {
  GazetteerName name;
  return is_sign(i + 1, '.') && is_glued(i + 1) && match_place(text_, i, i + 1, name) != i &&
         name.has(name_is_abbreviation);
}

bool NameParts::is_inside_marks(std::uint32_t begin, std::uint32_t i) const {
  bool inside = false;
  for (std::uint32_t n = begin; n < i; ++n) {
    if (at(n).sign == '"' || (at(n).sign == '\'' && (inside || at(n).blank_before))) {
      inside = !inside;
    }
  }
  return inside;
}

bool NameParts::is_partnership(std::uint32_t i, std::uint32_t last) const {
  return i + 2 < last && at(i).initial && is_sign(i + 1, '/') && is_glued(i + 1);
}

bool NameParts::is_surname_use(bool bound, std::uint32_t i, std::uint32_t last) const {
  if (!bound || !at(i).is_fact(word_surname | word_famous) || name_follows(i, last)) return false;
  GazetteerName name;  // "Israel Radio"
  return match_place(text_, i - 1, i, name) == i - 1 || !is_country(name);
}

bool NameParts::is_role_use(std::uint32_t begin, std::uint32_t i, std::uint32_t last,
                            bool bound) const {
  if (!at(i).is(nw_role)) return false;
  if (is_members(i) && has_organization_ahead(i, last)) return false;  // "Teachers Union"
  // "Refugee Council"
  if (i + 1 < last && at(i + 1).is(nw_org_word) && at(i + 1).is_fact(word_common) &&
      !at(i + 1).is_fact(word_surname) && at(i).is_fact(word_common)) {
    return false;
  }
  if (bound) return name_follows(i, last);
  if (is_bare_surname(i, last)) return false;
  if (i + 1 < last && is_office_link(i + 1)) return true;  // "Bishop of Torvik"
  return !(i == begin && at(i).is_fact(word_given) && name_follows(i, last));
}

bool NameParts::is_bare_surname(std::uint32_t i, std::uint32_t last) const {
  if (!text_.capital_nouns || !at(i).is_fact(word_surname) || name_follows(i, last)) return false;
  return i == begin_ || !at(i - 1).is(nw_determiner);
}

bool NameParts::role_behind(std::uint32_t i, std::uint32_t last) const {
  return i < std::max(last, end_) && i < end_ && at(i).is(nw_role);
}

bool NameParts::is_inside_organization(std::uint32_t i, std::uint32_t last) const {
  for (std::uint32_t n = i + 1; n < last && n < i + 4; ++n) {
    const NameToken& token = at(n);
    if (!token.is_word()) return false;
    if (token.is(nw_title | nw_role | nw_calendar) && !is_members(n)) return false;
    if (token.is(nw_org_word)) return n > i + 1 || !token.is_fact(word_surname);
    if (!token.is_fact(word_common) || token.is_fact(word_given)) return false;
  }
  return false;
}

bool NameParts::has_organization_ahead(std::uint32_t i, std::uint32_t last) const {
  for (std::uint32_t n = i + 1; n < last && n < i + 5; ++n) {
    if (at(n).is(nw_org_word)) return true;
    if (at(n).is(nw_title | nw_role) && !is_members(n)) return false;
    if (at(n).is_fact(word_given)) return false;
  }
  return false;
}

bool NameParts::is_inside_facility(std::uint32_t i, std::uint32_t last) const {
  return i + 1 < last && at(i + 1).is_word() && at(i + 1).blank_before &&
         at(i + 1).is(nw_facility) && !goes_on(i + 2, last);
}

bool NameParts::is_compound_title(std::uint32_t begin, std::uint32_t i, std::uint32_t last) const {
  return i == begin + 2 && at(i).is(nw_title | nw_role) && at(begin).is_fact(word_common) &&
         !at(begin).is_fact(word_given | word_surname) && name_follows(i, last);
}

bool NameParts::is_called_after(std::uint32_t begin, std::uint32_t i) const {
  return i >= begin + 2 && at(begin).is_fact(word_given) && at(i - 1).is_word() &&
         at(i - 1).is_fact(word_surname) && !at(i - 1).initial;
}

bool NameParts::is_plain(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i < last; ++i) {
    if (!at(i).is_word()) continue;
    if (!at(i).is_fact(word_common | word_rare) || at(i).is_fact(word_given | word_surname)) {
      return false;
    }
  }
  return true;
}

bool NameParts::is_location(std::uint32_t begin) const {
  constexpr std::uint8_t likely = 40;
  if (begin == begin_ || at(begin - 1).upper) return false;
  const NameToken& before = at(begin - 1);
  const std::string_view word = text_.text_of(begin - 1);
  return word == "on" || (before.is(nw_preposition) && before.percent >= likely && word != "to" &&
                          word != "from" && word != "between");
}

bool NameParts::goes_on(std::uint32_t i, std::uint32_t last) const {
  if (i >= last || !at(i).is_name_word() || !at(i).blank_before) return false;
  constexpr std::uint64_t other =
      nw_title | nw_role | nw_role_modifier | nw_calendar | nw_demonym | nw_group | nw_function;
  if (at(i).is(nw_org_word | nw_thing)) return true;
  return at(i).is_fact(word_common) && !at(i).is_fact(word_given | word_surname) &&
         !at(i).is(other);
}

bool NameParts::is_team(std::uint32_t first, std::uint32_t last) const {
  const NameToken& nickname = at(last - 1);
  const std::string_view word = text_.text_of(last - 1);
  if (last < first + 2 || word.size() < 4 || !word.ends_with('s') || word.ends_with("ss") ||
      !nickname.blank_before || nickname.words != 0 ||
      nickname.is_fact(word_given | word_surname | word_famous)) {
    return false;
  }
  GazetteerName name;
  if (match_place(text_, first, last, name) != last - 1) return false;
  // "Pearl Torvalds": a small town that is a given name too.
  constexpr std::uint32_t large = 500'000;
  const GazetteerPlace place = text_.gazetteer->place(name.places.front());
  if (at(first).is_fact(word_given) && place.weight < large) return false;
  return place.kind == PlaceKind::city || place.kind == PlaceKind::state;
}

bool NameParts::is_role_modifier(std::uint32_t i) const {
  const NameToken& token = at(i);
  if (token.is(nw_role_modifier | nw_role)) return true;
  if (token.is(nw_demonym | nw_calendar | nw_group)) return false;
  GazetteerName name;
  const bool place = match_place(text_, i, i + 1, name) != i;
  if (place) return is_continent(name);
  return token.is_fact(word_common) && !token.is_fact(word_given);
}

bool NameParts::is_country(const GazetteerName& name) const {
  return text_.gazetteer->place(name.places.front()).kind == PlaceKind::country;
}

bool NameParts::is_continent(const GazetteerName& name) const {
  return !name.places.empty() &&
         text_.gazetteer->place(name.places.front()).kind == PlaceKind::continent;
}

std::uint32_t NameParts::first_of_role(std::uint32_t begin, std::uint32_t i) const {
  std::uint32_t first = i;
  while (first > begin) {
    std::uint32_t before = first - 1;
    if (!at(before).is_word()) {
      if (!is_sign(before, '-') || before == begin) break;
      --before;
    }
    if (!is_role_modifier(before)) break;
    first = before;
  }
  return first;
}

std::uint32_t NameParts::end_of_first_form(std::uint32_t i, std::uint32_t last) const {
  constexpr std::uint64_t no_name = nw_title | nw_role | nw_calendar | nw_group | nw_thing;
  std::uint32_t end = i + 1;
  while (end < last && !at(end).is(no_name) && at(end).blank_before &&
         (at(end).upper || at(end).is(nw_particle))) {
    ++end;
  }
  while (end > i + 1 && !at(end - 1).upper) --end;
  return end;
}

bool NameParts::is_plain_word(std::uint32_t i) const {
  constexpr std::uint64_t other = nw_title | nw_role | nw_calendar | nw_group | nw_org_word |
                                  nw_org_name | nw_seat | nw_function;
  return at(i).is_name_word() && at(i).is_fact(word_common) && !at(i).is(other) &&
         !at(i).sentence_start && !at(i).is_fact(word_given | word_surname);
}

bool NameParts::is_inhabitant(std::uint32_t i) const {
  constexpr std::uint32_t well_known = 100'000;
  if (!is_name_word(i) || at(i).is_fact(word_given | word_surname)) return false;
  const std::string word = fold(text_.text_of(i));
  for (const std::string_view ending : {"n", "an", "ian", "er", "r", "ite"}) {
    if (!word.ends_with(ending) || word.size() < ending.size() + 4) continue;
    const std::string_view stem = std::string_view(word).substr(0, word.size() - ending.size());
    const GazetteerName name = text_.gazetteer->find(extend_name(0, hash_word(stem)));
    if (name.places.empty()) continue;
    if (text_.gazetteer->place(name.places.front()).weight >= well_known) return true;
  }
  return false;
}

std::uint32_t NameParts::end_of_complement(std::uint32_t i) const {
  std::uint32_t end = i;
  while (end + 1 < end_ && at(end).is_word() && !at(end).upper && is_joint(end)) {
    std::uint32_t n = end + 1;
    if (n < end_ && text_.text_of(n) == "the") ++n;
    if (!is_name_word(n)) break;
    if (text_.text_of(end) == "on" && !is_subject(end == i, n)) break;
    if (text_.text_of(end) == "and" && (end == i || !at(n).is_fact(word_common))) break;
    const std::uint32_t first = n;
    while (is_name_word(n) && (!at(n).is(nw_role | nw_title) || is_members(n)) &&
           (n == end + 1 || at(n).blank_before) && !(n > first && begins_bearer(n))) {
      ++n;
    }
    if (n == end + 1) break;
    end = n;
  }
  return end;
}

/// "the Ministry of Works Ilse Torvald", "the Bank of England Peer Olsen": behind a plain word or a
/// place a given name and a surname.
bool NameParts::begins_bearer(std::uint32_t i) const {
  if (!at(i).is_fact(word_given) || at(i).is_fact(word_common) || !at(i - 1).is_word())
    return false;
  if (!is_name_word(i + 1) || !at(i + 1).blank_before) return false;
  if (at(i + 1).is_fact(word_common) && !at(i + 1).is_fact(word_surname)) return false;
  GazetteerName place;
  return (at(i - 1).is_fact(word_common) && !at(i - 1).is_fact(word_given)) ||
         match_place(text_, i - 1, i, place) == i;
}

bool NameParts::is_office_link(std::uint32_t i) const {
  return !at(i).upper && (text_.text_of(i) == "of" || text_.text_of(i) == "for");
}

bool NameParts::is_field(std::uint32_t i, std::uint32_t last) const {
  if (i + 1 >= last || !at(i).is_name_word()) return false;
  if (at(i).is(nw_role_modifier) && text_.text_of(i + 1) == "and") return true;
  if (!at(i + 1).is_name_word()) return false;
  if (at(i).is(nw_role_modifier)) return true;
  const bool given = i + 2 < last && at(i + 1).is_fact(word_given) && at(i + 2).is_name_word();
  return given && at(i).is_fact(word_common) && !at(i).is(nw_title | nw_role);
}

bool NameParts::is_titled_surname(std::uint32_t i, std::uint32_t last) const {
  if (i + 1 != last || i == begin_) return false;
  const std::uint32_t title = is_sign(i - 1, '.') && i > begin_ + 1 ? i - 2 : i - 1;
  if (!at(title).upper || !at(title).is(nw_title)) return false;
  const bool other = at(i).is(nw_role | nw_title | nw_demonym | nw_calendar | nw_group);
  const bool name = at(i).is_fact(word_surname | word_given | word_famous);
  if (is_courtesy(title)) return name || !other;
  constexpr std::uint64_t thing = nw_facility | nw_place_after | nw_thing | nw_org_word;
  const bool noble = at(title).is(nw_title_role) && at(title).gender != Gender::unknown &&
                     !at(title).is(nw_kin);  // not "Father Christmas"
  const bool office = title > begin_ && fold(text_.text_of(title - 1)) == "the";
  return noble && name && !office && !at(i).is(thing);
}

bool NameParts::is_courtesy(std::uint32_t i) const {
  return at(i).is(nw_title) && !at(i).is(nw_role | nw_title_role) && !at(i).all_upper;
}

std::uint32_t NameParts::bearer_ahead(std::uint32_t i, std::uint32_t last) const {
  constexpr std::uint64_t no_part =
      nw_title | nw_role | nw_calendar | nw_demonym | nw_group | nw_particle;
  for (std::uint32_t n = i; n + 1 < last && at(n).is_name_word(); ++n) {
    if (at(n).initial || at(n).is(no_part)) return i;
    if (at(n).is_fact(word_given)) {
      const bool name = at(n + 1).is_name_word() && at(n + 1).blank_before;
      return name && at(n).blank_before && !at(n + 1).is(nw_org_word) ? n : i;
    }
  }
  return i;
}

bool NameParts::is_members(std::uint32_t i) const {
  return at(i).is(nw_role) && at(i).is_fact(word_common) && text_.text_of(i).ends_with('s');
}

bool NameParts::is_joint(std::uint32_t i) const {
  const std::string_view word = text_.text_of(i);
  return word == "of" || word == "for" || word == "and" || word == "on";
}

/// "Commission on Audit", but not "the Commission on Tuesday", "the Army on Torvik".
bool NameParts::is_subject(bool directly, std::uint32_t i) const {
  constexpr std::uint64_t other = nw_calendar | nw_demonym | nw_group | nw_title | nw_role;
  GazetteerName name;
  return directly && at(i).is_fact(word_common) && !at(i).is_fact(word_given | word_surname) &&
         !at(i).is(other) && match_place(text_, i, i + 1, name) == i;
}

bool NameParts::is_route(std::uint32_t behind) const {
  return behind < end_ && !at(behind).upper && at(behind).is(nw_route);
}

bool NameParts::is_short_month_as_name(std::uint32_t i, std::uint32_t last) const {
  constexpr std::size_t short_form = 3;
  const NameToken& token = at(i);
  if (!token.is(nw_calendar) || text_.text_of(i).size() > short_form) return false;
  const bool named = token.is_fact(word_given | word_surname) && at(i - 1).is_name_word();
  const bool dated = i + 1 < end_ && (at(i + 1).kind == TokenKind::number || is_sign(i + 1, '.'));
  return named && !dated && !name_follows(i, last);
}

}  // namespace onrecord
