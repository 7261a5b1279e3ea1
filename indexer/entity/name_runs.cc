// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/name_runs.h"

#include <algorithm>

#include "indexer/entity/name_matches.h"

namespace onrecord {

/// "said van der Meer": lower-case particles before a capital belong to the name.
std::uint32_t NameRuns::with_particles_before(std::uint32_t i) const {
  std::uint32_t first = i;
  while (!text_.foreign && first > begin_ && at(first - 1).is(nw_particle_start) &&
         !at(first - 1).upper && !at(first - 1).is(nw_function) && is_particle_use(first)) {
    --first;
  }
  return first;
}

/// "van" is a vehicle and "la" a note: only directly before a capital or another particle.
bool NameRuns::is_particle_use(std::uint32_t next) const {
  return at(next).is_word() && at(next).blank_before && text_.text_of(next - 1).size() <= 5 &&
         !(at(next - 1).is_fact(word_common) && text_.text_of(next - 1) != "van");
}

std::uint32_t NameRuns::end_of_run(std::uint32_t i) const {
  constexpr std::uint32_t longest = 100;  // tokens: what goes on is a table, not a name
  const std::uint32_t last = i + longest;
  while (true) {
    const std::uint32_t next = step(i);
    if (next == i || next >= last) return i + 1;
    i = next;
  }
}

/// The next word of the run behind word `i`; `i` if the run ends there.
std::uint32_t NameRuns::step(std::uint32_t i) const {
  const std::uint32_t n = i + 1;
  if (n >= end_) return i;
  if (at(n).is_name_word() && at(n).blank_before && !at(n).sentence_start) return n;
  if (const std::uint32_t hyphen = step_hyphen(i); hyphen != i) return hyphen;
  if (const std::uint32_t stop = step_full_stop(i); stop != i) return stop;
  if (const std::uint32_t particle = step_particles(i); particle != i) return particle;
  if (const std::uint32_t possessive = step_possessive(i); possessive != i) return possessive;
  if (is_sign(n, '/') && at(i).initial && is_name_word(n + 1) && at(n + 1).initial) return n + 1;
  if (is_sign(n, ',') && n + 1 < end_ && at(n + 1).is(nw_suffix) && at(n + 1).upper) return n + 1;
  if (at(n).is(nw_suffix) && at(n).blank_before && at(i).is_name_word()) return n;  // "Olsen jr."
  if (const std::uint32_t of = step_role_complement(i); of != i) return of;
  if (const std::uint32_t more = step_second_field(i); more != i) return more;
  if (const std::uint32_t of = step_place_complement(i); of != i) return of;
  return step_nickname(i);
}

/// "Jean-Luc", "Al-Harbi", "Jong-un", but "Bergen-based" ends behind "Bergen".
std::uint32_t NameRuns::step_hyphen(std::uint32_t i) const {
  const std::uint32_t n = i + 1;
  const bool hyphen = is_sign(n, '-') || is_sign(n, '_');
  if (!hyphen || !is_glued(n) || !is_glued(n + 1) || !at(n + 1).is_word()) return i;
  if (at(n + 1).upper) return n + 1;
  // "Shu-fen", "Kuo-hsiung"; "fen" is a word too, but not behind the surname "Chen".
  const std::size_t length = text_.text_of(n + 1).size();
  const bool behind_surname =
      i > begin_ && at(i - 1).is_name_word() && at(i - 1).is_fact(word_surname) && length <= 4;
  const bool word = at(n + 1).is_fact(word_common | word_person) && !behind_surname;
  return is_sign(n, '-') && !word && length <= 7 ? n + 1 : i;
}

/// "J. Olsen", "R. de Vries", "St. Louis", "Sen. Torvald", "L.Oyun".
std::uint32_t NameRuns::step_full_stop(std::uint32_t i) const {
  if (!is_sign(i + 1, '.') || !is_glued(i + 1)) return i;
  const bool particle = at(i).initial && i + 3 < end_ && at(i + 2).is(nw_particle_start) &&
                        !at(i + 2).upper && is_name_word(i + 3);
  if (particle) return i + 3;
  if (!is_name_word(i + 2)) return i;
  const bool abbreviation = at(i).initial || at(i).is(nw_title) ||
                            at(i).is(nw_suffix | nw_place_before | nw_particle_start);
  return abbreviation && !at(i + 2).sentence_start ? i + 2 : i;
}

/// "Ana de la Vega", "Nasser al-Harbi", "Catarina d'Orey", "Wouter 't Hart", "Toninho do Porto".
std::uint32_t NameRuns::step_particles(std::uint32_t i) const {
  std::uint32_t n = i + 1;
  if (text_.foreign) return i;  // its articles and prepositions look like particles
  const bool grammar = is_behind_given(i);
  bool plain = true;
  while (n < end_ && n < i + 4 && is_particle(n, grammar)) {
    plain = plain && is_particle(n, false);
    ++n;
    if ((is_sign(n, '-') || is_sign(n, '\'')) && is_glued(n)) ++n;
  }
  if (is_sign(n, '\'') && at(n).blank_before && n + 2 < end_ && is_glued(n + 1) &&
      text_.text_of(n + 1) == "t") {
    n += 2;
  }
  if (n == i + 1 || !is_name_word(n)) return i;
  GazetteerName place;  // "Ana de Lima" may be from there, "Ana Solís de la Fuente" is not
  return plain || match_place(text_, n, end_, place) == n ? n : i;
}

/// "Ignacio", "Ignacio Queralt": behind it "de la", "von" are part of a name.
bool NameRuns::is_behind_given(std::uint32_t i) const {
  if (at(i).is_fact(word_given)) return true;
  if (i < begin_ + 2 || !at(i - 1).is_word()) return i > begin_ + 1 && is_sign(i - 1, '-');
  return at(i - 1).is_name_word() && at(i - 1).is_fact(word_given);
}

bool NameRuns::is_particle_inside(std::uint32_t begin, std::uint32_t i) const {
  std::uint32_t name = i;
  while (name > begin && at(name).is(nw_particle) && !at(name).upper) --name;
  return name < i && at(name).is_name_word() && step_particles(name) > i;
}

/// Words of grammar are particles behind a given name only. "do" is a word of English grammar too,
/// but does not stand between two capitals then.
bool NameRuns::is_particle(std::uint32_t i, bool grammar) const {
  if (at(i).upper || !at(i).is_word()) return false;
  if (at(i).is(nw_particle)) {
    return grammar || !at(i).is(nw_function) || text_.text_of(i) == "do";
  }
  const std::string_view word = text_.text_of(i);  // "d'" of "d'Orey"
  return word.starts_with('d') && word.size() > 1 && word.size() <= 4 && is_glued(i + 1) &&
         (word[1] == '\'' || word.substr(1) == "\u2019");
}

/// "Secretary of State Ilse Torvald", "Prime Minister of Mongolia B. Ganbat", "Minister of State
/// for Fisheries Ilse Torvald".
std::uint32_t NameRuns::step_role_complement(std::uint32_t i) const {
  if (i + 2 >= end_ || (text_.text_of(i + 1) != "of" && text_.text_of(i + 1) != "for")) return i;
  const bool of_role = i >= begin_ + 2 && at(i - 2).is(nw_role) && at(i - 2).upper &&
                       text_.text_of(i - 1) == "of" && at(i).is_fact(word_common);
  if (!at(i).is(nw_role) && !of_role) return i;
  const std::uint32_t n = text_.text_of(i + 2) == "the" ? i + 3 : i + 2;
  return is_name_word(n) ? n : i;
}

/// "Minister of Works and Housing Ilse Torvald": a second field of an office.
std::uint32_t NameRuns::step_second_field(std::uint32_t i) const {
  constexpr std::uint32_t longest = 5;
  constexpr std::uint64_t no_field = nw_title | nw_role | nw_org_word | nw_calendar | nw_demonym;
  if (i + 2 >= end_ || text_.text_of(i + 1) != "and" || !is_name_word(i + 2)) return i;
  const NameToken& field = at(i + 2);
  if (field.is_fact(word_given) || !field.is_fact(word_common)) return i;
  if (field.is(no_field) && !field.is(nw_role_modifier)) return i;
  for (std::uint32_t n = i; n > begin_ && n + longest > i; --n) {
    if (text_.text_of(n) == "for" || text_.text_of(n) == "of") {
      return at(n - 1).is(nw_role) && at(n - 1).upper ? i + 2 : i;
    }
    if (!at(n).is_name_word()) return i;
  }
  return i;
}

/// "Tamil Workers' Congress", "St Olav's Hospital": the possessive is inside the name of an
/// organization or a known place.
std::uint32_t NameRuns::step_possessive(std::uint32_t i) const {
  const std::uint32_t n = i + 1;
  const bool apostrophe =
      n < end_ && is_glued(n) && (at(n).kind == TokenKind::clitic || at(n).sign == '\'');
  if (!apostrophe || !is_name_word(n + 1) || !at(n + 1).blank_before) return i;
  GazetteerName name;
  if (match_place(text_, i, std::min(end_, i + 4), name) > n + 1) return n + 1;
  const bool members = at(n).sign == '\'' && text_.text_of(i).ends_with('s');
  if (!members || !at(i).is_fact(word_common)) return i;
  for (std::uint32_t k = n + 1; is_name_word(k) && k < n + 5; ++k) {
    if (at(k).is(nw_org_word)) return n + 1;
  }
  return i;
}

/// "Gulf of Torvik", and what the gazetteer knows: "Isle of Man", "Bosnia and Herzegovina".
std::uint32_t NameRuns::step_place_complement(std::uint32_t i) const {
  const NameToken& next = at(i + 1);
  if (next.kind == TokenKind::punctuation || next.upper) return i;
  GazetteerName name;
  const std::uint32_t place = match_place(text_, i, std::min(end_, i + 6), name);
  if (place > i + 2) return place - 1;
  return at(i).is(nw_place_of) && text_.text_of(i + 1) == "of" && is_name_word(i + 2) ? i + 2 : i;
}

bool NameRuns::is_unknown(std::uint32_t i) const {
  constexpr std::uint32_t known = word_common | word_rare | word_proper;
  return at(i).is_name_word() && at(i).words == 0 && !at(i).is_fact(known);
}

/// "Peer 'Pip' Torvald", "Peer (Pip) Torvald".
std::uint32_t NameRuns::step_nickname(std::uint32_t i) const {
  const std::uint32_t open = i + 1;
  if (open + 3 >= end_) return i;
  const char sign = at(open).sign;
  // "Peer Mailes "Pip" Torvald", "Charalam "Bambos" Torvald": marks of a nickname leave no blank.
  const bool given = at(i).is_fact(word_given) ||
                     (sign == '"' && (is_behind_given(i) || is_unknown(i)) && is_glued(open + 1) &&
                      is_sign(open + 2, '"') && is_glued(open + 2));
  if (!given) return i;
  if (sign != '"' && sign != '\'' && sign != '(') return i;
  const std::uint32_t close = is_name_word(open + 2) ? open + 3 : open + 2;
  const bool closed = is_sign(close, sign == '(' ? ')' : sign);
  const bool goes_on =
      is_name_word(close + 1) ||
      (close + 2 < end_ && at(close + 1).is(nw_particle) && is_name_word(close + 2));
  if (!is_name_word(open + 1) || !closed || !goes_on) return i;
  const bool plain = at(close + 1).is_fact(word_common) && !at(close + 1).initial;
  return plain && sign != '(' ? i : close + 1;
}

}  // namespace onrecord
