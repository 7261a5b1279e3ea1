// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/candidates.h"

#include <algorithm>

namespace onrecord {
namespace {

/// Cuts one paragraph into runs of capitals, and each run into names.
class CandidateFinder {
 public:
  CandidateFinder(const NameText& text, std::vector<Candidate>& out) : text_(text), out_(out) {}

  void scan(const NameParagraph& paragraph) {
    end_ = paragraph.last;
    begin_ = paragraph.first;
    for (std::uint32_t i = paragraph.first; i < paragraph.last;) {
      if (!tokens()[i].is_name_word()) {
        ++i;
        continue;
      }
      const std::uint32_t run_end = end_of_run(i);
      consumed_ = run_end;
      split_run(with_particles_before(i), run_end);
      i = consumed_;
    }
  }

 private:
  const std::vector<NameToken>& tokens() const { return text_.tokens; }
  const NameToken& at(std::uint32_t i) const { return text_.tokens[i]; }
  bool is_sign(std::uint32_t i, char sign) const { return i < end_ && at(i).sign == sign; }
  bool is_name_word(std::uint32_t i) const { return i < end_ && at(i).is_name_word(); }
  bool is_glued(std::uint32_t i) const { return i < end_ && !at(i).blank_before; }

  // ---- runs -------------------------------------------------------------------------------

  /// "said van der Meer": lower-case particles before a capital belong to the name.
  std::uint32_t with_particles_before(std::uint32_t i) const {
    std::uint32_t first = i;
    while (!text_.foreign && first > begin_ && at(first - 1).is(nw_particle_start) &&
           !at(first - 1).upper && !at(first - 1).is(nw_function) && is_particle_use(first)) {
      --first;
    }
    return first;
  }

  /// "van" is a vehicle and "la" a note: only directly before a capital or another particle.
  bool is_particle_use(std::uint32_t next) const {
    return at(next).is_word() && at(next).blank_before && text_.text_of(next - 1).size() <= 5 &&
           !(at(next - 1).is_fact(word_common) && text_.text_of(next - 1) != "van");
  }

  std::uint32_t end_of_run(std::uint32_t i) const {
    while (true) {
      const std::uint32_t next = step(i);
      if (next == i) return i + 1;
      i = next;
    }
  }

  /// The next word of the run behind word `i`; `i` if the run ends there.
  std::uint32_t step(std::uint32_t i) const {
    const std::uint32_t n = i + 1;
    if (n >= end_) return i;
    if (at(n).is_name_word() && at(n).blank_before && !at(n).sentence_start) return n;
    if (const std::uint32_t hyphen = step_hyphen(i); hyphen != i) return hyphen;
    if (const std::uint32_t stop = step_full_stop(i); stop != i) return stop;
    if (const std::uint32_t particle = step_particles(i); particle != i) return particle;
    if (const std::uint32_t possessive = step_possessive(i); possessive != i) return possessive;
    if (is_sign(n, '/') && at(i).initial && is_name_word(n + 1) && at(n + 1).initial) return n + 1;
    if (is_sign(n, ',') && n + 1 < end_ && at(n + 1).is(nw_suffix) && at(n + 1).upper) return n + 1;
    if (const std::uint32_t of = step_role_complement(i); of != i) return of;
    if (const std::uint32_t of = step_place_complement(i); of != i) return of;
    return step_nickname(i);
  }

  /// "Jean-Luc", "Al-Harbi", "Jong-un", but "Bergen-based" ends behind "Bergen".
  std::uint32_t step_hyphen(std::uint32_t i) const {
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

  /// "J. Olsen", "St. Louis", "Sen. Torvald", "L.Oyun".
  std::uint32_t step_full_stop(std::uint32_t i) const {
    if (!is_sign(i + 1, '.') || !is_glued(i + 1) || !is_name_word(i + 2)) return i;
    const bool abbreviation = at(i).initial || at(i).is(nw_title) ||
                              at(i).is(nw_suffix | nw_place_before | nw_particle_start);
    return abbreviation && !at(i + 2).sentence_start ? i + 2 : i;
  }

  /// "Ana de la Vega", "Nasser al-Harbi".
  std::uint32_t step_particles(std::uint32_t i) const {
    std::uint32_t n = i + 1;
    if (text_.foreign) return i;  // its articles and prepositions look like particles
    const bool grammar = is_behind_given(i);
    bool plain = true;
    while (n < end_ && n < i + 4 && at(n).is(nw_particle) && !at(n).upper &&
           (grammar || !at(n).is(nw_function))) {
      plain = plain && !at(n).is(nw_function);
      ++n;
      if (is_sign(n, '-') && is_glued(n)) ++n;
    }
    if (n == i + 1 || !is_name_word(n)) return i;
    GazetteerName place;  // "Ana de Lima" may be from there, "Ana Solís de la Fuente" is not
    return plain || match_place(text_, n, end_, place) == n ? n : i;
  }

  /// "Ignacio", "Ignacio Queralt": behind it "de la", "von" are part of a name.
  bool is_behind_given(std::uint32_t i) const {
    if (at(i).is_fact(word_given)) return true;
    if (i < begin_ + 2 || !at(i - 1).is_word()) return i > begin_ + 1 && is_sign(i - 1, '-');
    return at(i - 1).is_name_word() && at(i - 1).is_fact(word_given);
  }

  /// "de la" of "Queralt de la Fuente": grammar that the run has taken for a part of the name.
  bool is_particle_inside(std::uint32_t begin, std::uint32_t i) const {
    std::uint32_t name = i;
    while (name > begin && at(name).is(nw_particle) && !at(name).upper) --name;
    return name < i && at(name).is_name_word() && step_particles(name) > i;
  }

  /// "Secretary of State Ilse Torvald", "Prime Minister of Mongolia B. Ganbat".
  std::uint32_t step_role_complement(std::uint32_t i) const {
    if (!at(i).is(nw_role) || i + 2 >= end_) return i;
    if (text_.text_of(i + 1) != "of" && text_.text_of(i + 1) != "for") return i;
    const std::uint32_t n = text_.text_of(i + 2) == "the" ? i + 3 : i + 2;
    return is_name_word(n) ? n : i;
  }

  /// "Tamil Workers' Congress", "St Olav's Hospital": the possessive is inside the name of an
  /// organization or a known place.
  std::uint32_t step_possessive(std::uint32_t i) const {
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
  std::uint32_t step_place_complement(std::uint32_t i) const {
    const NameToken& next = at(i + 1);
    if (next.kind == TokenKind::punctuation || next.upper) return i;
    GazetteerName name;
    const std::uint32_t place = match_place(text_, i, std::min(end_, i + 6), name);
    if (place > i + 2) return place - 1;
    return at(i).is(nw_place_of) && text_.text_of(i + 1) == "of" && is_name_word(i + 2) ? i + 2 : i;
  }

  /// "Peer 'Pip' Torvald", "Peer (Pip) Torvald".
  std::uint32_t step_nickname(std::uint32_t i) const {
    const std::uint32_t open = i + 1;
    if (open + 3 >= end_ || !at(i).is_fact(word_given)) return i;
    const char sign = at(open).sign;
    if (sign != '"' && sign != '\'' && sign != '(') return i;
    const std::uint32_t close = is_name_word(open + 2) ? open + 3 : open + 2;
    const bool closed = is_sign(close, sign == '(' ? ')' : sign);
    const bool goes_on =
        is_name_word(close + 1) ||
        (close + 2 < end_ && at(close + 1).is(nw_particle) && is_name_word(close + 2));
    if (!is_name_word(open + 1) || !closed || !goes_on) return i;
    return at(close + 1).is_fact(word_common) && sign != '(' ? i : close + 1;
  }

  // ---- parts of a run -----------------------------------------------------------------------

  void split_run(std::uint32_t first, std::uint32_t last) {
    role_ = {};
    titled_ = false;
    gender_ = Gender::unknown;
    std::uint32_t begin = skip_sentence_words(first, last);
    std::uint32_t i = begin;
    while (i < last) {
      const std::uint32_t next = part_at(begin, i, last);
      if (next == i) {
        ++i;  // an ordinary word of a name
        continue;
      }
      // An office may reach over the run's end: "Chairman of its board".
      i = begin = std::min(next, last);
    }
    flush(begin, last, false);
  }

  /// "But Torvald", "Former President", "Officials": words whose capital the sentence explains.
  std::uint32_t skip_sentence_words(std::uint32_t i, std::uint32_t last) const {
    while (i < last && match_hint(text_, i, end_) <= i + 1) {
      const NameToken& token = at(i);
      const bool function = token.is(nw_function) && !token.all_upper && !is_name_use(i, last);
      const bool common = token.sentence_start && token.is_fact(word_common | word_rare) &&
                          i + 1 < last && !token.is_fact(word_surname) &&
                          !token.is_fact(word_given) && !token.initial && is_explained(i, last);
      if (!function && !common) return i;
      ++i;
      while (i < last && !at(i).is_word()) ++i;
    }
    return i;
  }

  /// "De Ruyter", "Will Olsen", "He Jianming": words that begin names too, if no sentence begins
  /// with them.
  bool is_name_use(std::uint32_t i, std::uint32_t last) const {
    const NameToken& token = at(i);
    if (i + 1 >= last) return false;
    if (token.is(nw_particle_start)) return true;
    // "He Jianming", "She Weidong": behind a pronoun no capital stands.
    const std::string_view word = text_.text_of(i);
    if (word == "He" || word == "She") return at(i + 1).is_name_word() && at(i + 1).words == 0;
    return !token.sentence_start && token.is_fact(word_given | word_surname);
  }

  /// A common first word stays when it is part of something known by its other words.
  bool is_explained(std::uint32_t i, std::uint32_t last) const {
    GazetteerName name;
    if (at(i).is(nw_title | nw_role | nw_role_modifier | nw_demonym | nw_group | nw_calendar |
                 nw_direction | nw_place_before)) {
      return false;
    }
    if (match_phrase(text_, i, last) != i || match_place(text_, i, last, name) > i + 1)
      return false;
    return !is_sign(i + 1, '-');
  }

  bool follows_given(std::uint32_t begin, std::uint32_t i) const {
    if (i == begin) return false;
    std::uint32_t before = i - 1;
    while (before > begin && !at(before).is_word()) --before;
    return at(before).is_fact(word_given) || at(before).initial;
  }

  /// Does a name follow token `i` inside the run?
  bool name_follows(std::uint32_t i, std::uint32_t last) const {
    for (++i; i < last; ++i) {
      if (at(i).is_word() && !at(i).is(nw_suffix)) return true;
    }
    return false;
  }

  /// Recognises the part at `i`; returns the token behind it, or `i` if it is part of a name.
  std::uint32_t part_at(std::uint32_t begin, std::uint32_t i, std::uint32_t last) {
    const NameToken& token = at(i);
    if (!token.is_word()) return i;
    if (!token.upper && token.is(nw_function) && !is_particle_inside(begin, i)) {
      flush(begin, i, false);
      reset();  // "the Sultan of Torvik": the title is not that of what follows
      return skip_signs(i + 1, last);
    }
    if (!token.upper && !token.is(nw_particle)) return i;
    if (is_inside_marks(begin, i)) return i;
    if (i == begin) {
      if (const std::uint32_t next = hint_part(i, last); next != i) return next;
    }
    if (is_partnership(i, last)) return organization_part(begin, i, last);
    if (is_office_acronym(begin, i, last)) {
      flush(begin, i, false);
      return skip_signs(i + 1, last);
    }
    if (i > begin && !token.blank_before && is_sign(i - 1, '-')) return i;  // "Sione-Park"
    const bool bound = follows_given(begin, i);  // "Steve King": the surname is a title too
    if (!bound || i > begin + 2) {
      if (const std::uint32_t next = phrase_part(begin, i, last); next != i) return next;
    }
    if (i == begin) {
      if (const std::uint32_t next = long_place_part(i, last); next != i) return next;
    }
    if (i > begin && is_abbreviated_state(i)) {
      flush(begin, i, false);
      add(i, i + 1, NameForm::open, false);
      return skip_signs(i + 1, last);
    }
    if (token.is(nw_calendar | nw_demonym | nw_group)) return boundary_part(begin, i, last, bound);
    if (token.is(nw_suffix)) return i;
    if (token.is(nw_org_word) && !is_surname_use(bound, i, last)) {
      if (i == begin && !token.is(nw_org_first) && is_inside_organization(i, last)) return i;
      return organization_part(begin, i, last);
    }
    // "Chief of Staff Ilse Torvald", but "Gen. Peer Olsen".
    const bool office = token.is(nw_role) && i + 1 < last && text_.text_of(i + 1) == "of";
    // "Tilman Graf von Solberg": behind a given name and before a particle it is part of the name.
    const bool noble = bound && i + 1 < last && at(i + 1).is(nw_particle) && !at(i + 1).upper;
    if (token.is(nw_title) && !office && !noble && (!bound || name_follows(i, last))) {
      return is_inside_organization(i, last) ? i : title_part(begin, i, last);
    }
    if (is_role_use(begin, i, last, bound)) return role_part(begin, i, last);
    if (token.is(nw_thing) && i == begin && !token.sentence_start) {
      if (const std::uint32_t next = thing_of_part(i, last); next != i) return next;
    }
    if (token.is(nw_thing) && i > begin && !is_surname_use(bound, i, last)) {
      return thing_part(begin, i, last);
    }
    if (token.is(nw_place_after) && i > begin && !is_surname_use(bound, i, last))
      return place_part(begin, i, last);
    if (token.is(nw_place_before | nw_place_of) && i == begin) return place_name_part(i, last);
    return i;
  }

  /// What archive or user mark as one name, whatever its words are: "May Bank", "Rose of Torvik";
  /// but not in the middle of a longer name.
  std::uint32_t hint_part(std::uint32_t i, std::uint32_t last) {
    const std::uint32_t end = match_hint(text_, i, end_);
    if (end == i) return i;
    const std::uint32_t next = skip_signs(end, std::max(last, end));
    if (next < last && !at(next).is(nw_role | nw_title | nw_calendar)) return i;
    add(i, end, NameForm::open, role_behind(end, last));
    reset();
    return next;
  }

  /// "United States", "Gulf of Aden": known places of several words, whatever the words are, but
  /// not "United States Army", "New York Ballet".
  std::uint32_t long_place_part(std::uint32_t i, std::uint32_t last) {
    GazetteerName name;
    const std::uint32_t end = match_place(text_, i, last, name);
    if (end <= i + 1 || (at(i).is_fact(word_given) && !is_country(name))) return i;
    const std::uint32_t next = skip_signs(end, last);
    const bool ends_here = next == last || at(next).is(nw_role | nw_title | nw_calendar);
    if (!ends_here) return i;
    add(i, end, NameForm::open, next < last);
    reset();
    return next;
  }

  /// "Bergen DA Ilse Torvald": capitals between two names, but not "Dag TORVALD".
  bool is_office_acronym(std::uint32_t begin, std::uint32_t i, std::uint32_t last) const {
    return i > begin && at(i).all_upper && text_.text_of(i).size() <= 4 && name_follows(i, last) &&
           !at(i).is(nw_suffix) && at(i).blank_before && !at(i + 1).all_upper;
  }

  /// "Moss Fla.": a state's abbreviation with its full stop.
  bool is_abbreviated_state(std::uint32_t i) const {
    GazetteerName name;
    return is_sign(i + 1, '.') && is_glued(i + 1) && match_place(text_, i, i + 1, name) != i &&
           name.has(name_is_abbreviation);
  }

  /// "Ilse Church", "Peer Hall": a surname that is also a common last word of other names.
  /// "Peer 'The Dentist' Torvald": a nickname may be any word.
  bool is_inside_marks(std::uint32_t begin, std::uint32_t i) const {
    bool inside = false;
    for (std::uint32_t n = begin; n < i; ++n) {
      if (at(n).sign == '"' || (at(n).sign == '\'' && (inside || at(n).blank_before))) {
        inside = !inside;
      }
    }
    return inside;
  }

  /// "Torvald A/S", "Solberg K/S"
  bool is_partnership(std::uint32_t i, std::uint32_t last) const {
    return i + 2 < last && at(i).initial && is_sign(i + 1, '/') && is_glued(i + 1);
  }

  bool is_surname_use(bool bound, std::uint32_t i, std::uint32_t last) const {
    return bound && at(i).is_fact(word_surname | word_famous) && !name_follows(i, last);
  }

  /// "Foreign Minister", but not the given name in "Dean Torvald".
  bool is_role_use(std::uint32_t begin, std::uint32_t i, std::uint32_t last, bool bound) const {
    if (!at(i).is(nw_role)) return false;
    if (is_members(i) && has_organization_ahead(i, last)) return false;  // "Teachers Union"
    if (bound) return name_follows(i, last);
    if (is_bare_surname(i, last)) return false;
    return !(i == begin && at(i).is_fact(word_given) && name_follows(i, last));
  }

  /// "Fischer klagte": where nouns have capitals and articles, an office without one may be a name.
  bool is_bare_surname(std::uint32_t i, std::uint32_t last) const {
    if (!text_.capital_nouns || !at(i).is_fact(word_surname) || name_follows(i, last)) return false;
    return i == begin_ || !at(i - 1).is(nw_determiner);
  }

  std::uint32_t phrase_part(std::uint32_t begin, std::uint32_t i, std::uint32_t last) {
    const std::uint32_t end = match_phrase(text_, i, last);
    if (end == i) return i;
    // "Fox News Channel": the known name goes on with a word of organizations.
    if (end < last && at(end).is_word() && at(end).is(nw_org_word)) return i;
    // "Bergen Apple Festival": in the middle of another name it says nothing.
    if (end == i + 1 && i > begin) return i;
    flush(begin, i, false);
    const WordEntry* entry = text_.words->find(name_hash(text_, i, end));
    const bool seat = entry != nullptr && (entry->flags & nw_seat) != 0;
    add(i, end, seat ? NameForm::other : NameForm::organization, role_behind(end, last));
    reset();
    return end;
  }

  bool role_behind(std::uint32_t i, std::uint32_t last) const {
    return i < std::max(last, end_) && i < end_ && at(i).is(nw_role);
  }

  /// Days, peoples and parties end a name: "Tuesday Torvald", "Republican Ilse Torvald".
  std::uint32_t boundary_part(std::uint32_t begin, std::uint32_t i, std::uint32_t last,
                              bool bound) {
    const NameToken& token = at(i);
    const bool more = name_follows(i, last);
    if (bound && !more && (token.is_fact(word_surname | word_given) || i == begin + 1)) return i;
    if (token.is_fact(word_given) && more && i == begin && !token.is(nw_group)) {
      constexpr std::uint64_t no_name = nw_title | nw_role | nw_calendar | nw_demonym | nw_group;
      if (!at(i + 1).is_fact(word_common) && !at(i + 1).is(no_name)) return i;
    }
    if (has_organization_ahead(i, last)) return i;
    flush(begin, i, false);
    return skip_signs(i + 1, last);
  }

  /// "General Motors Corp", "International Business Machines": a title or a word of organizations
  /// that is only the beginning of a name.
  bool is_inside_organization(std::uint32_t i, std::uint32_t last) const {
    for (std::uint32_t n = i + 1; n < last && n < i + 4; ++n) {
      const NameToken& token = at(n);
      if (!token.is_word() || token.is(nw_title | nw_role | nw_calendar)) return false;
      if (token.is(nw_org_word)) return n > i + 1 || !token.is_fact(word_surname);
      if (!token.is_fact(word_common) || token.is_fact(word_given)) return false;
    }
    return false;
  }

  /// "Russian Foreign Ministry", "Democratic Party": the adjective belongs to the organization.
  bool has_organization_ahead(std::uint32_t i, std::uint32_t last) const {
    for (std::uint32_t n = i + 1; n < last && n < i + 5; ++n) {
      if (at(n).is(nw_org_word)) return true;
      if (at(n).is(nw_title | nw_role) || at(n).is_fact(word_given)) return false;
    }
    return false;
  }

  std::uint32_t skip_signs(std::uint32_t i, std::uint32_t last) const {
    while (i < last && !at(i).is_word()) ++i;
    return i;
  }

  std::uint32_t title_part(std::uint32_t begin, std::uint32_t i, std::uint32_t last) {
    flush(begin, i, at(i).is(nw_title_role));
    if (role_.empty() && at(i).is(nw_title_role)) role_ = {i, i + 1};
    titled_ = true;
    if (at(i).gender != Gender::unknown) gender_ = at(i).gender;
    return skip_signs(i + 1, last);
  }

  // ---- offices ------------------------------------------------------------------------------

  /// "Deputy Energy Minister", "Secretary of State": everything before the word that modifies it.
  std::uint32_t role_part(std::uint32_t begin, std::uint32_t i, std::uint32_t last) {
    const std::uint32_t first = first_of_role(begin, i);
    flush(begin, first, true);
    std::uint32_t end = end_of_role(i, last);
    role_ = {role_.empty() || !titled_ ? first : role_.first, end};
    titled_ = true;
    if (at(i).gender != Gender::unknown) gender_ = at(i).gender;
    return skip_signs(end, last);
  }

  bool is_role_modifier(std::uint32_t i) const {
    const NameToken& token = at(i);
    if (token.is(nw_role_modifier | nw_role)) return true;
    if (token.is(nw_demonym | nw_calendar | nw_group)) return false;
    GazetteerName name;
    const bool place = match_place(text_, i, i + 1, name) != i;
    if (place) return is_continent(name);
    return token.is_fact(word_common) && !token.is_fact(word_given);
  }

  /// "Sri Lanka", although "Sri" is a title and a given name.
  bool is_country(const GazetteerName& name) const {
    return text_.gazetteer->place(name.places.front()).kind == PlaceKind::country;
  }

  bool is_continent(const GazetteerName& name) const {
    return !name.places.empty() &&
           text_.gazetteer->place(name.places.front()).kind == PlaceKind::continent;
  }

  std::uint32_t first_of_role(std::uint32_t begin, std::uint32_t i) const {
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

  /// "Secretary of State John ...", "Prime Minister of Mongolia L. ...": "of" and what belongs to
  /// it, up to the word that must be the name.
  std::uint32_t end_of_role(std::uint32_t i, std::uint32_t last) {
    std::uint32_t n = i + 1;
    if (n >= last || !at(n).is_word() || at(n).upper) return i + 1;
    if (text_.text_of(n) != "of" && text_.text_of(n) != "for") return i + 1;
    n = text_.text_of(n + 1) == "the" ? n + 2 : n + 1;
    GazetteerName name;
    const std::uint32_t place = match_place(text_, n, last, name);
    if (place != n) {
      reset();
      add(n, place, NameForm::open, false);
      return place;
    }
    while (n < last && at(n).is_fact(word_common) && !at(n).is_fact(word_given) &&
           !at(n).is(nw_title | nw_role)) {
      ++n;
      while (n < last && !at(n).is_word()) ++n;
    }
    return n;
  }

  // ---- organizations, places, things --------------------------------------------------------

  std::uint32_t organization_part(std::uint32_t begin, std::uint32_t i, std::uint32_t last) {
    std::uint32_t end = is_partnership(i, last) ? i + 3 : i + 1;
    if (i == begin && at(i).is(nw_org_first)) end = end_of_first_form(i, last);
    while (end < last && at(end).is_word() && at(end).is(nw_org_word) && !at(end).is(nw_title))
      ++end;
    if (end + 1 < last && is_sign(end, '&')) {
      end += 2;
    }
    // "Torvald Inc of Bergen": behind a firm's form "of" tells where it is.
    const bool firm = at(end - 1).is(nw_company) && !at(end - 1).is_fact(word_common);
    const std::uint32_t complement = firm ? end : end_of_complement(end);
    const bool alone = begin == i && complement == end;
    if (complement > end) end = complement;
    if (begin == i && end == i + 1) {
      // "the Ministry", "Congress": a word of its own, not a name.
      flush(begin, i, false);
      return skip_signs(end, last);
    }
    if (!alone || end > i + 1) {
      const std::uint32_t first = with_words_before_and(begin, i);
      add(first, end, NameForm::organization, role_behind(end, last));
    }
    reset();
    return skip_signs(end, std::max(last, end));
  }

  /// "Banque Solberg", "Radio Torvik", "Universidad de Torvik": the word first, then the name.
  std::uint32_t end_of_first_form(std::uint32_t i, std::uint32_t last) const {
    constexpr std::uint64_t no_name = nw_title | nw_role | nw_calendar | nw_group | nw_thing;
    std::uint32_t end = i + 1;
    while (end < last && !at(end).is(no_name) && at(end).blank_before &&
           (at(end).upper || at(end).is(nw_particle))) {
      ++end;
    }
    while (end > i + 1 && !at(end - 1).upper) --end;
    return end;
  }

  /// "Fisheries and Forests Ministry": plain words before "and" belong to the name.
  std::uint32_t with_words_before_and(std::uint32_t begin, std::uint32_t i) {
    if (begin < begin_ + 2 || begin == i) return begin;
    if (text_.text_of(begin - 1) != "and" && !is_sign(begin - 1, '&')) return begin;
    for (std::uint32_t n = begin; n < i; ++n) {
      if (!is_plain_word(n)) return begin;
    }
    std::uint32_t first = begin - 1;
    while (first > begin_ && first + 4 > begin && is_plain_word(first - 1)) --first;
    if (first == begin - 1) return begin;
    while (!out_.empty() && out_.back().tokens.first >= first) out_.pop_back();
    return !out_.empty() && out_.back().tokens.last > first ? begin : first;
  }

  bool is_plain_word(std::uint32_t i) const {
    constexpr std::uint64_t other = nw_title | nw_role | nw_calendar | nw_group | nw_org_word |
                                    nw_org_name | nw_seat | nw_function;
    return at(i).is_name_word() && at(i).is_fact(word_common) && !at(i).is(other) &&
           !at(i).sentence_start && !at(i).is_fact(word_given | word_surname);
  }

  /// "of Norway", "of Foreign Affairs", "for Clean Air", "of Health and Human Services".
  std::uint32_t end_of_complement(std::uint32_t i) const {
    std::uint32_t end = i;
    while (end + 1 < end_ && at(end).is_word() && !at(end).upper && is_joint(end)) {
      std::uint32_t n = end + 1;
      if (n < end_ && text_.text_of(n) == "the") ++n;
      if (!is_name_word(n)) break;
      if (text_.text_of(end) == "and" && (end == i || !at(n).is_fact(word_common))) break;
      while (is_name_word(n) && (!at(n).is(nw_role | nw_title) || is_members(n)) &&
             (n == end + 1 || at(n).blank_before)) {
        ++n;
      }
      if (n == end + 1) break;
      end = n;
    }
    return end;
  }

  /// "Producers", "Teachers": what a body consists of.
  bool is_members(std::uint32_t i) const {
    return at(i).is(nw_role) && at(i).is_fact(word_common) && text_.text_of(i).ends_with('s');
  }

  bool is_joint(std::uint32_t i) const {
    const std::string_view word = text_.text_of(i);
    return word == "of" || word == "for" || word == "and";
  }

  /// "the Treaty of Torvik", "the Battle of Solberg".
  std::uint32_t thing_of_part(std::uint32_t i, std::uint32_t last) {
    if (i + 1 >= end_ || text_.text_of(i + 1) != "of") return i;
    const std::uint32_t end = end_of_complement(i + 1);
    if (end == i + 1) return i;
    add(i, end, NameForm::other, false);
    reset();
    return skip_signs(end, std::max(last, end));
  }

  std::uint32_t thing_part(std::uint32_t begin, std::uint32_t i, std::uint32_t last) {
    std::uint32_t end = i + 1;
    while (end < last && at(end).is_word() && at(end).is(nw_thing)) ++end;
    if (end < last && at(end).is(nw_org_word)) return i;
    add(begin, end, NameForm::other, false);
    reset();
    return skip_signs(end, last);
  }

  std::uint32_t place_part(std::uint32_t begin, std::uint32_t i, std::uint32_t last) {
    const std::uint32_t next = skip_signs(i + 1, last);
    if (next < last && at(next).is(nw_org_word | nw_thing | nw_place_after)) return i;
    GazetteerName name;
    if (match_place(text_, begin, last, name) > i + 1) return i;
    add(begin, i + 1, NameForm::place, false);
    reset();
    return next;
  }

  /// "Lake Torvik", "Gulf of Torvik": the word first, then the name.
  std::uint32_t place_name_part(std::uint32_t i, std::uint32_t last) {
    std::uint32_t n = skip_signs(i + 1, last);
    if (n >= last) return i;
    if (text_.text_of(n) == "of") {
      ++n;
    } else if (!at(i).is(nw_place_before)) {
      return i;
    }
    std::uint32_t end = n;
    while (end < last && at(end).is_name_word() && !at(end).is(nw_org_word | nw_thing | nw_role)) {
      ++end;
    }
    if (end == n || (end < last && at(end).is(nw_org_word | nw_thing))) return i;
    add(i, end, NameForm::place, false);
    reset();
    return skip_signs(end, last);
  }

  // ---- output -------------------------------------------------------------------------------

  void reset() {
    role_ = {};
    titled_ = false;
    gender_ = Gender::unknown;
  }

  /// The ordinary words [first, last) are one name or several.
  void flush(std::uint32_t first, std::uint32_t last, bool role_follows) {
    first = skip_signs(first, last);
    while (last > first && !at(last - 1).is_word()) --last;
    if (first == last) return;
    if (at(first).initial && is_sign(first + 1, '-')) return;  // "(D-Mont.)"
    if (split_hyphen(first, last, role_follows)) return;
    if (split_country(first, last, role_follows)) return;
    if (split_place(first, last, role_follows)) return;
    if (split_before_given(first, last)) return;
    add(first, last, NameForm::open, role_follows);
    reset();
  }

  /// "Russia-Ukraine", "Oslo–Bergen": two places, not one name.
  bool split_hyphen(std::uint32_t first, std::uint32_t last, bool role_follows) {
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

  /// "U.S. Patriot missiles", "UK Coal": a country in initials, then something of it.
  bool split_country(std::uint32_t first, std::uint32_t last, bool role_follows) {
    GazetteerName name;
    const std::uint32_t place = match_place(text_, first, last, name);
    if (place != first + 1 || place == last || !at(first).all_upper || !is_country(name))
      return false;
    if (!at(place).is_word() || !at(place).blank_before) return false;
    add(first, place, NameForm::open, false);
    flush(place, last, role_follows);
    return true;
  }

  /// "mayor of Bergen Ilse Torvald": a place, then a given name.
  bool split_place(std::uint32_t first, std::uint32_t last, bool role_follows) {
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

  /// "Hirt Kasimir Wójcik", "Кирова Дмитрий Перевощиков": a noun, or whose office it is, in front
  /// of a known given name, where grammar puts it there without a word between.
  bool split_before_given(std::uint32_t first, std::uint32_t last) {
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

  /// "the Torvik-Solberg road", "the Torvik-Solberg line": two ends of something.
  bool is_route(std::uint32_t behind) const {
    return behind < end_ && !at(behind).upper && at(behind).is(nw_route);
  }

  static NameForm form_of(const NameHint& hint) {
    if (hint.kind == HintKind::nothing) return NameForm::other;
    return hint.kind == HintKind::organization ? NameForm::organization : NameForm::open;
  }

  void add(std::uint32_t first, std::uint32_t last, NameForm form, bool role_follows) {
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
    candidate.weak_start = at(first).sentence_start && at(first).is_fact(word_common);
    candidate.titled = titled_ && form == NameForm::open;
    candidate.role_follows = role_follows;
    candidate.gender = gender_;
    candidate.role = form == NameForm::open ? role_ : TokenRange{};
    out_.push_back(candidate);
    consumed_ = std::max(consumed_, last);
  }

  const NameText& text_;
  std::vector<Candidate>& out_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  std::uint32_t consumed_ = 0;  // names may reach behind their run: "Bank of Norway"
  TokenRange role_;
  bool titled_ = false;
  Gender gender_ = Gender::unknown;
};

}  // namespace

std::uint32_t match_place(const NameText& text, std::uint32_t at, std::uint32_t end,
                          GazetteerName& name) {
  std::uint64_t hash = 0;
  std::uint32_t best = at;
  for (std::uint32_t i = at; i < end; ++i) {
    const NameToken& token = text.tokens[i];
    if (token.kind == TokenKind::punctuation) {
      if (token.sign == '-' || token.sign == '.' || token.sign == '\'') continue;
      break;
    }
    hash = extend_name(hash, token.hash);
    const GazetteerName found = text.gazetteer->find(hash);
    if (!found.places.empty() && token.is_name_word() &&
        (!found.has(name_is_capitals) || i > at || text.text_of(i).size() > 3 || token.all_upper)) {
      best = i + 1;
      name = found;
    }
    if (!found.has(name_continues)) break;
  }
  return best;
}

std::uint32_t match_phrase(const NameText& text, std::uint32_t at, std::uint32_t end) {
  std::uint64_t hash = 0;
  std::uint32_t best = at;
  for (std::uint32_t i = at; i < end; ++i) {
    const NameToken& token = text.tokens[i];
    if (token.kind == TokenKind::punctuation) continue;
    hash = extend_name(hash, token.hash);
    const WordEntry* entry = text.words->find(hash);
    if (entry == nullptr) break;
    const bool known = (entry->flags & (nw_org_name | nw_seat)) != 0;
    const bool capitals = (entry->flags & nw_capitals) == 0 || token.all_upper ||
                          text.text_of(i).find('.') != std::string_view::npos;
    if (known && capitals && token.upper) best = i + 1;
    if ((entry->flags & nw_continues) == 0) break;
  }
  return best;
}

std::vector<Candidate> find_candidates(const NameText& text) {
  std::vector<Candidate> candidates;
  CandidateFinder finder(text, candidates);
  for (const NameParagraph& paragraph : text.paragraphs) {
    if (!paragraph.title_case) finder.scan(paragraph);
  }
  return candidates;
}

}  // namespace onrecord
