// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/candidates.h"

#include <algorithm>

#include "indexer/entity/name_cutter.h"
#include "indexer/entity/name_runs.h"

namespace onrecord {
namespace {

/// Cuts one paragraph into runs of capitals, and each run into names.
class CandidateFinder : private NameCutter {
 public:
  CandidateFinder(const NameText& text, const NameParagraph& paragraph, std::vector<Candidate>& out)
      : NameCutter(text, paragraph, out), runs_(text, paragraph) {}

  void scan() {
    for (std::uint32_t i = begin_; i < end_;) {
      if (!at(i).is_name_word()) {
        ++i;
        continue;
      }
      const std::uint32_t run_end = runs_.end_of_run(i);
      consumed_ = run_end;
      split_run(runs_.with_particles_before(i), run_end);
      i = consumed_;
    }
  }

 private:
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

  /// Recognises the part at `i`; returns the token behind it, or `i` if it is part of a name.
  std::uint32_t part_at(std::uint32_t begin, std::uint32_t i, std::uint32_t last) {
    const NameToken& token = at(i);
    if (!token.is_word()) return i;
    if (!token.upper && token.is(nw_function) && !runs_.is_particle_inside(begin, i)) {
      flush(begin, i, false);
      reset();  // "the Sultan of Torvik": the title is not that of what follows
      return skip_signs(i + 1, last);
    }
    if (!token.upper && !token.is(nw_particle)) return i;
    if (is_inside_marks(begin, i)) return i;
    if (i == begin) {
      if (const std::uint32_t next = hint_part(i, last); next != i) return next;
    }
    if (i == begin && titled_ && is_titled_surname(i, last)) return i;
    if (is_partnership(i, last)) return organization_part(begin, i, last);
    if (is_office_acronym(begin, i, last)) {
      flush(begin, i, false);
      return skip_signs(i + 1, last);
    }
    if (i > begin && !token.blank_before && is_sign(i - 1, '-')) {
      if (!is_compound_title(begin, i, last)) return i;  // "Sione-Park"
      role_ = {begin, i + 1};
      titled_ = true;
      return skip_signs(i + 1, last);
    }
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
    if (i > begin && is_short_month_as_name(i, last)) return i;
    if (token.is(nw_calendar | nw_demonym | nw_group)) return boundary_part(begin, i, last, bound);
    if (token.is(nw_suffix)) return i;
    if (token.is(nw_org_word) && !is_surname_use(bound, i, last)) {
      if (i == begin && !token.is(nw_org_first) && is_inside_organization(i, last)) return i;
      if (is_inside_facility(i, last)) return i;
      return organization_part(begin, i, last);
    }
    // "Chief of Staff Ilse Torvald", "Commissioner for Transport", but "Gen. Peer Olsen".
    const bool office = token.is(nw_role) && i + 1 < last && is_office_link(i + 1);
    // "Tilman Graf von Solberg": behind a given name and before a particle it is part of the name.
    const bool noble = bound && i + 1 < last && at(i + 1).is(nw_particle) && !at(i + 1).upper;
    const bool surname = is_courtesy(i) && i + 2 == last;  // "Mr Hill", "Mrs Church"
    // "King County"
    const bool county = !surname && i + 1 < last && at(i + 1).is(nw_place_after);
    if (token.is(nw_title) && !office && !noble && !county && (!bound || name_follows(i, last))) {
      return !surname && is_inside_organization(i, last) ? i : title_part(begin, i, last);
    }
    if (is_role_use(begin, i, last, bound)) return role_part(begin, i, last);
    if (token.is(nw_thing) && i == begin && !token.sentence_start) {
      if (const std::uint32_t next = thing_of_part(i, last); next != i) return next;
    }
    if (token.is(nw_facility) && i > begin &&
        (is_location(begin) || is_called_after(begin, i) || !is_surname_use(bound, i, last))) {
      return facility_part(begin, i, last);
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

  /// Days, peoples and parties end a name: "Tuesday Torvald", "Republican Ilse Torvald".
  std::uint32_t boundary_part(std::uint32_t begin, std::uint32_t i, std::uint32_t last,
                              bool bound) {
    const NameToken& token = at(i);
    const bool more = name_follows(i, last);
    // "Chief Sunday Friday Torvald"
    if (token.is(nw_calendar) && titled_ && more && i < begin + 2) return i;
    if (bound && !more && (token.is_fact(word_surname | word_given) || i == begin + 1)) return i;
    if (token.is_fact(word_given) && more && i == begin && !token.is(nw_group)) {
      constexpr std::uint64_t no_name = nw_title | nw_role | nw_calendar | nw_demonym | nw_group;
      if (!at(i + 1).is_fact(word_common) && !at(i + 1).is(no_name)) return i;
    }
    if (has_organization_ahead(i, last)) return i;
    flush(begin, i, false);
    return skip_signs(i + 1, last);
  }

  std::uint32_t title_part(std::uint32_t begin, std::uint32_t i, std::uint32_t last) {
    flush(begin, i, at(i).is(nw_title_role));
    if (at(i).is(nw_title_role)) {
      if (role_.empty()) role_ = {i, i + 1};
      if (goes_on_with(i)) role_.last = i + 1;
    }
    titled_ = true;
    if (at(i).gender != Gender::unknown) gender_ = at(i).gender;
    return skip_signs(i + 1, last);
  }

  /// "Lt. Col. Torvald", "Detective Inspector Torvald", "Attorney General Torvald": one office.
  bool goes_on_with(std::uint32_t i) const {
    if (role_.empty() || skip_signs(role_.last, i) != i) return false;
    if (at(role_.last - 1).is(nw_title) && !at(role_.last - 1).is(nw_role)) return true;
    // not "Chief of Staff General Torvald"
    return role_.last == role_.first + 1 && at(i).is(nw_role) && at(i).is(nw_role_modifier);
  }

  // ---- offices ------------------------------------------------------------------------------

  /// "Deputy Energy Minister", "Secretary of State": everything before the word that modifies it.
  std::uint32_t role_part(std::uint32_t begin, std::uint32_t i, std::uint32_t last) {
    const std::uint32_t first = first_of_role(begin, i);
    flush(begin, first, true);
    std::uint32_t end = end_of_role(i, last);
    // "MP for Torvik", "Mayor of Torvik": what is left behind the link is not its bearer.
    if (end > i + 1 && (is_office_link(end - 1) || text_.text_of(end - 1) == "the")) {
      reset();
      return skip_signs(end, last);
    }
    role_ = {role_.empty() || !titled_ ? first : role_.first, end};
    titled_ = true;
    if (at(i).gender != Gender::unknown) gender_ = at(i).gender;
    return skip_signs(end, last);
  }

  /// "Secretary of State John ...", "Prime Minister of Mongolia L. ...": "of" and what belongs to
  /// it, up to the word that must be the name.
  std::uint32_t end_of_role(std::uint32_t i, std::uint32_t last) {
    std::uint32_t n = i + 1;
    if (n >= last || !at(n).is_word() || at(n).upper) return i + 1;
    if (!is_office_link(n)) return i + 1;
    n = text_.text_of(n + 1) == "the" ? n + 2 : n + 1;
    GazetteerName name;
    const std::uint32_t place = match_place(text_, n, last, name);
    if (place != n) {
      reset();
      add(n, place, NameForm::open, false);
      return place;
    }
    if (is_field(n, last)) ++n;
    while (n < last && is_of_office(n) && !at(n).is_fact(word_given) &&
           (!at(n).is(nw_title | nw_role) || text_.text_of(n - 1) == "and")) {
      ++n;
      while (n < last && !at(n).is_word()) ++n;
    }
    const std::uint32_t bearer = at(i).is(nw_kin) ? n : bearer_ahead(n, last);
    if (bearer == n) return n;
    // "CEO of Torvik Ilse Solberg"
    reset();
    // What has the form of somebody's name is a body here: "CEO of Renault Ilse Torvald".
    const bool body = std::any_of(
        text_.tokens.begin() + n, text_.tokens.begin() + bearer, [](const NameToken& token) {
          return token.is(nw_org_word) || token.is_fact(word_given | word_surname);
        });
    add(n, bearer, body ? NameForm::organization : NameForm::open, false);
    return bearer;
  }

  bool is_of_office(std::uint32_t i) const {
    const std::string_view word = text_.text_of(i);
    return !at(i).initial && (at(i).is_fact(word_common) || word == "for" || word == "and");
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

  /// "the Bergen and Solberg Railway": the place just found was its beginning.
  std::uint32_t with_place_before_and(std::uint32_t begin) {
    if (out_.empty() || out_.back().tokens.last + 1 != begin || out_.back().titled) return begin;
    const std::uint32_t first = out_.back().tokens.first;
    if (first == begin_ || text_.text_of(first - 1) != "the") return begin;
    GazetteerName name;
    if (match_place(text_, first, begin - 1, name) != begin - 1 || is_country(name)) return begin;
    out_.pop_back();
    return first;
  }

  /// "Fisheries and Forests Ministry": plain words before "and" belong to the name.
  std::uint32_t with_words_before_and(std::uint32_t begin, std::uint32_t i) {
    if (begin < begin_ + 2 || begin == i) return begin;
    if (text_.text_of(begin - 1) != "and" && !is_sign(begin - 1, '&')) return begin;
    if (const std::uint32_t line = with_place_before_and(begin); line != begin) return line;
    for (std::uint32_t n = begin; n < i; ++n) {
      if (!is_plain_word(n)) return begin;
    }
    std::uint32_t first = begin - 1;
    // "Securities and Exchange Commission": a word of organizations that is a plain word too
    const auto is_part = [&](std::uint32_t n) {
      return is_plain_word(n) || (is_name_word(n) && at(n).is(nw_org_word) &&
                                  at(n).is_fact(word_common) && text_.text_of(n).ends_with('s'));
    };
    while (first > begin_ && first + 4 > begin && is_part(first - 1)) --first;
    if (first == begin - 1) return begin;
    while (!out_.empty() && out_.back().tokens.first >= first) out_.pop_back();
    return !out_.empty() && out_.back().tokens.last > first ? begin : first;
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

  /// "Torvald Street", "Torvik Park Avenue", but not "Torvik Airport Authority", "Torvald Bridge
  /// Festival".
  std::uint32_t facility_part(std::uint32_t begin, std::uint32_t i, std::uint32_t last) {
    std::uint32_t end = i + 1;
    while (end < last && at(end).is_word() && at(end).is(nw_facility | nw_place_after)) ++end;
    if (goes_on(end, last)) return i;
    // "Silk Road", "Millennium Bridge": plain words before a route are rather a plan's.
    const bool plan = at(end - 1).is(nw_route) && is_plain(begin, end - 1);
    // "City Hall", "Police Station": any town has one.
    const bool any = i == begin + 1 && at(begin).is(nw_place_after | nw_org_word);
    add(begin, end, plan || any ? NameForm::other : NameForm::place, false);
    reset();
    return skip_signs(end, last);
  }

  std::uint32_t place_part(std::uint32_t begin, std::uint32_t i, std::uint32_t last) {
    const std::uint32_t next = skip_signs(i + 1, last);
    if (next < last && (at(next).is(nw_place_after) || goes_on(next, last))) return i;
    GazetteerName name;
    if (match_place(text_, begin, last, name) > i + 1) return i;
    add(begin, i + 1, NameForm::place, false);
    reset();
    return next;
  }

  /// "Lake Torvik", "Gulf of Torvik": the word first, then the name.
  std::uint32_t place_name_part(std::uint32_t i, std::uint32_t last) {
    std::uint32_t n = skip_signs(i + 1, last);
    if (n >= last || (at(i).is(nw_place_after) && goes_on(n, last))) return i;  // "River Otters"
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

  const NameRuns runs_;
};

}  // namespace

std::vector<Candidate> find_candidates(const NameText& text) {
  std::vector<Candidate> candidates;
  for (const NameParagraph& paragraph : text.paragraphs) {
    if (!paragraph.title_case) CandidateFinder(text, paragraph, candidates).scan();
  }
  return candidates;
}

}  // namespace onrecord
