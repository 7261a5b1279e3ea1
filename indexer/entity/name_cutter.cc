// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/name_cutter.h"

#include "common/text_fold.h"

namespace onrecord {

void NameCutter::reset() {
  role_ = {};
  titled_ = false;
  gender_ = Gender::unknown;
}

void NameCutter::flush(std::uint32_t first, std::uint32_t last, bool role_follows) {
  first = skip_signs(first, last);
  while (last > first && !at(last - 1).is_word()) --last;
  // "Stadt Berlin": where nouns have capitals, what kind of place it is stands before its name.
  while (text_.capital_nouns && last > first + 1 && at(first).is(nw_place_noun)) {
    first = skip_signs(first + 1, last);
  }
  if (first == last) return;
  if (at(first).initial && is_sign(first + 1, '-')) return;  // "(D-Mont.)"
  if (split_hyphen(first, last, role_follows)) return;
  if (split_country(first, last, role_follows)) return;
  if (split_place(first, last, role_follows)) return;
  if (split_before_given(first, last)) return;
  if (is_team(first, last)) return add(first, last, NameForm::organization, role_follows);
  if (split_at_nouns(first, last)) return;
  first = behind_plain_words(first, last);
  add(first, last, NameForm::open, role_follows);
  reset();
}

std::uint32_t NameCutter::behind_plain_words(std::uint32_t first, std::uint32_t last) const {
  std::uint32_t i = first;
  while (i < last && is_plain_word(i) && at(i).words == 0) ++i;
  if (i == first && i + 2 < last && is_inhabitant(i)) ++i;
  const bool name = i > first && i + 1 < last && at(i).is_fact(word_given) &&
                    !at(i).is_fact(word_common) && at(i).blank_before && at(i + 1).is_word();
  return name ? i : first;
}

bool NameCutter::split_hyphen(std::uint32_t first, std::uint32_t last, bool role_follows) {
  for (std::uint32_t i = first + 1; i + 1 < last; ++i) {
    if (!is_sign(i, '-') && !is_sign(i, '_')) continue;
    GazetteerName left, right, whole;
    if (match_place(text_, first, last, whole) == last) return false;
    const bool dash = is_sign(i, '_') || is_route(last);
    const bool places =
        match_place(text_, first, i, left) == i && match_place(text_, i + 1, last, right) == last;
    if (!places && !dash) continue;
    if (places && !dash && at(first).is_fact(word_given)) continue;
    flush(first, i, false);
    flush(i + 1, last, role_follows);
    return true;
  }
  return false;
}

bool NameCutter::split_country(std::uint32_t first, std::uint32_t last, bool role_follows) {
  GazetteerName name;
  const std::uint32_t place = match_place(text_, first, last, name);
  if (place != first + 1 || place == last || !at(first).all_upper || !is_country(name))
    return false;
  if (!at(place).is_word() || !at(place).blank_before) return false;
  add(first, place, NameForm::open, false);
  flush(place, last, role_follows);
  return true;
}

bool NameCutter::split_place(std::uint32_t first, std::uint32_t last, bool role_follows) {
  GazetteerName name;
  const std::uint32_t place = match_place(text_, first, last, name);
  if (place == first || place + 2 > last || at(first).is_fact(word_given | word_surname)) {
    return false;
  }
  if (!at(place).is_word() || at(place).is_fact(word_common)) return false;
  const bool country = text_.gazetteer->place(name.places.front()).kind == PlaceKind::country;
  const bool surname = country && at(place).is_fact(word_surname);
  if (!at(place).is_fact(word_given) && !surname) return false;
  add(first, place, NameForm::open, false);
  flush(place, last, role_follows);
  return true;
}

bool NameCutter::split_before_given(std::uint32_t first, std::uint32_t last) {
  if (!text_.capital_nouns && text_.words->inflection().empty()) return false;
  std::uint32_t given = first;
  while (given < last && !at(given).is_fact(word_given)) {
    constexpr std::uint64_t of_names = nw_title | nw_particle | nw_suffix;
    if (at(given).initial || at(given).is(of_names) || at(given).sign == '.') return false;
    ++given;
  }
  while (given > first + 1 && is_sign(given - 1, '-')) given -= 2;  // "Gion-Andrea"
  std::uint32_t surname = given + 1;
  while (surname < last && (!at(surname).is_word() || is_sign(surname - 1, '-'))) ++surname;
  if (given == first || surname >= last) return false;
  if (!text_.capital_nouns) {
    const TokenRange role = role_;
    const bool titled = titled_;
    const Gender gender = gender_;
    reset();
    GazetteerName place;
    const bool known = match_place(text_, first, given, place) == given;
    add(first, given, known ? NameForm::open : NameForm::other, false);
    role_ = role;
    titled_ = titled;
    gender_ = gender;
  }
  add(given, last, NameForm::open, false);
  reset();
  return true;
}

bool NameCutter::split_at_nouns(std::uint32_t first, std::uint32_t last) {
  if (!text_.capital_nouns || last - first < 2) return false;
  bool cut = false;
  std::uint32_t begin = first;
  for (std::uint32_t i = first; i <= last; ++i) {
    if (i < last && (!is_noun(begin, i) || (i + 1 == last && is_behind_von(begin, i)))) continue;
    cut = cut || i < last;
    if (!cut) return false;
    std::uint32_t end = i;
    while (end > begin && !at(end - 1).is_name_word()) --end;
    begin = skip_signs(begin, std::max(begin, end));
    if (begin < end) add(begin, end, NameForm::open, false);
    begin = i + 1;
    reset();
  }
  return true;
}

bool NameCutter::is_noun(std::uint32_t begin, std::uint32_t i) const {
  if (!at(i).is_name_word() || at(i).is_fact(word_given)) return false;
  const bool behind_article = i > begin && at(i - 1).is(nw_determiner);
  if (at(i).is_fact(word_surname) && !behind_article) return false;
  if (!at(i).is_fact(word_local) && !is_compound(i)) return false;
  if (i == begin ? titled_ : at(i - 1).is_fact(word_given)) return false;
  GazetteerName place;
  return match_place(text_, i, i + 1, place) == i;
}

bool NameCutter::is_behind_von(std::uint32_t begin, std::uint32_t i) const {
  if (i < begin + 2 || !at(i - 1).is(nw_particle)) return false;
  return !at(i - 1).is(nw_determiner) || at(i - 2).is(nw_particle);
}

bool NameCutter::is_compound(std::uint32_t i) const {
  constexpr std::size_t shortest = 4;  // bytes of a part
  constexpr std::size_t longest = 60;  // bytes of a word
  if (text_.text_of(i).size() > longest) return false;
  const std::string word = fold(text_.text_of(i));
  const auto is_german = [&](std::string_view part) {
    return (text_.gazetteer->word(hash_word(part)) & word_german) != 0;
  };
  for (std::size_t cut = shortest; cut + shortest <= word.size(); ++cut) {
    const std::string_view head = std::string_view(word).substr(0, cut);
    if (!is_german(std::string_view(word).substr(cut))) continue;
    if (is_german(head) || (head.ends_with('s') && is_german(head.substr(0, cut - 1)))) return true;
  }
  return false;
}

NameForm NameCutter::form_of(const NameHint& hint) {
  if (hint.kind == HintKind::nothing) return NameForm::other;
  return hint.kind == HintKind::organization ? NameForm::organization : NameForm::open;
}

void NameCutter::add(std::uint32_t first, std::uint32_t last, NameForm form, bool role_follows) {
  first = form == NameForm::open ? first : skip_signs(first, last);
  if (first >= last) return;
  Candidate candidate;
  candidate.tokens = {first, last};
  candidate.hash = name_hash(text_, first, last);
  if (const NameHint* hint = text_.hint(candidate.hash)) form = form_of(*hint);
  candidate.form = form;
  for (std::uint32_t i = first; i < last; ++i) {
    const bool joined = i > first && !at(i).blank_before && at(i - 1).sign == '-';
    if (at(i).is_word() && !joined) ++candidate.words;
  }
  if (candidate.words == 0) return;
  candidate.weak_start =
      at(first).sentence_start && at(first).is_fact(word_common) && !at(first).initial;
  candidate.titled = titled_ && form == NameForm::open;
  candidate.role_follows = role_follows;
  candidate.gender = gender_;
  candidate.role = form == NameForm::open ? role_ : TokenRange{};
  out_.push_back(candidate);
  consumed_ = std::max(consumed_, last);
}

}  // namespace onrecord
