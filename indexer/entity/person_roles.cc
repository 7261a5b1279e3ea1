// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/person_roles.h"

#include <algorithm>
#include <string>

#include "common/text_fold.h"

namespace onrecord {
namespace {

class RoleReader {
 public:
  RoleReader(const NameText& text, const Candidate& mention)
      : text_(text),
        mention_(mention),
        paragraph_(text.paragraphs[text.tokens[mention.tokens.first].paragraph]) {}

  /// The role in front of the name; empty if there is none.
  TokenRange before() const {
    if (!mention_.role.empty()) {
      const std::uint32_t rank = mention_.role.first;
      // "spokesman Lt. Gen. Olsen": a rank is a title, not part of the office.
      std::uint32_t last = rank;
      // "the mayor's wife, Lady Olsen"
      if (last > paragraph_.first + 1 && at(last - 1).sign == ',' && at(last - 2).is(nw_kin)) {
        --last;
      }
      const bool office = at(rank).is(nw_title) && !at(rank).is(nw_role) &&
                          last > paragraph_.first && is_head(last - 1);
      return without_outer_words(
          with_words_before(office ? TokenRange{last - 1, last} : mention_.role));
    }
    const std::uint32_t first = mention_.tokens.first;
    if (first == paragraph_.first) return {};
    std::uint32_t last = first;
    if (at(last - 1).sign == ',' && last - 1 > paragraph_.first) {
      // "Sweden's Minister of Justice, Peer Olsen, said"
      if (!is_head(last - 2)) return is_closed() ? before_with_complement(last - 1) : TokenRange{};
      --last;
    }
    if (!is_head(last - 1)) return before_with_complement(last);
    return without_outer_words(with_words_before({last - 1, last}));
  }

  /// The role in an apposition behind the name: ", the former mayor of Bergen,".
  TokenRange behind() const {
    std::uint32_t i = mention_.tokens.last;
    if (i >= paragraph_.last || at(i).sign != ',') return {};
    const std::uint32_t begin = ++i;
    std::uint32_t behind_owner = begin;
    const std::uint32_t limit = std::min(paragraph_.last, begin + 8);
    for (; i < limit; ++i) {
      const NameToken& token = at(i);
      if (token.kind == TokenKind::punctuation && token.sign != '-') return {};
      if (token.kind == TokenKind::clitic) behind_owner = i + 1;
      if (i + 1 < paragraph_.last && at(i + 1).kind == TokenKind::clitic) continue;
      if (token.is(nw_speech) && !token.is(nw_role)) return {};
      if (token.is(nw_role) && is_inside_office(i)) continue;
      if (token.is(nw_role) && !is_compound(i)) {
        if (token.is(nw_kin) && is_relative_of(begin, i)) return {};
        // "the mayor's wife": whose she is tells no office of hers
        const std::uint32_t first = token.is(nw_kin) ? behind_owner : begin;
        return without_outer_words({first, with_complement(i + 1)});
      }
      if (token.is(nw_preposition | nw_speech)) return {};
      const std::string_view word = text_.text_of(i);
      if (token.is(nw_function) && word != "the" && word != "a" && word != "an" &&
          !token.is(nw_determiner | nw_past) && word != "its" && word != "his" && word != "her") {
        return {};
      }
    }
    return {};
  }

 private:
  /// A comma behind the name ends the apposition; else it may be the first of a list.
  bool is_closed() const {
    return mention_.tokens.last < paragraph_.last && at(mention_.tokens.last).sign == ',';
  }

  /// "la ministra de Agricultura, Ana Solís", "директор театра Иван Чигирев": an office with what
  /// it is of, joined by a word of role_links.txt or, where names have cases, by its case.
  TokenRange before_with_complement(std::uint32_t last) const {
    constexpr std::uint32_t longest_complement = 8;
    const bool cases = !text_.words->inflection().empty();
    for (std::uint32_t i = last; i > paragraph_.first && last - i < longest_complement; --i) {
      const NameToken& token = at(i - 1);
      if (!token.is_word()) return {};
      // "Minister of Justice", "head of the Refugee Council": words of a name, not the office.
      const bool behind_link =
          i == last && i > paragraph_.first + 2 && token.upper && at(i - 2).is(nw_capital_link);
      const bool inside = !cases && i < last && token.upper && at(i).is_name_word();
      const bool field = behind_link || inside;
      if ((token.is(nw_role) || (token.is(nw_title_role) && token.upper)) &&
          !token.is(nw_function) && !field) {
        if (is_several(i - 1)) return {};
        const bool linked = i < last && (cases || at(i).is(nw_role_link)) &&
                            (!at(i).is(nw_capital_link) || is_named(i, last));
        return linked ? without_outer_words(with_words_before({i - 1, last})) : TokenRange{};
      }
      const bool article = i >= paragraph_.first + 2 && at(i - 2).is(nw_role_link);
      const bool joint = article || token.is(nw_role_link) || text_.text_of(i - 1) == "and";
      if (token.is(nw_speech | nw_calendar)) return {};
      if (token.is(nw_function) && !joint) return {};
    }
    return {};
  }

  /// "to Peru", "of the Harbour Board", "of state" behind an office and before the name of its
  /// bearer; "of the strikers met" may be anything.
  bool is_named(std::uint32_t link, std::uint32_t last) const {
    const NameToken& end = at(last - 1);
    const std::string_view word = text_.text_of(link);
    // "a spokesman for Mr Olsen", but "Minister of Justice"
    if (end.is(nw_title) && !(word == "of" && end.is(nw_role_modifier))) return false;
    if (last == link + 2 && (word == "of" || word == "for")) {
      return end.is_word() && !end.is(nw_function);
    }
    if (!at(last - 1).upper) return false;
    for (std::uint32_t i = link + 1; i < last; ++i) {
      const bool joint =
          at(i).is(nw_role_link) || text_.text_of(i) == "the" || text_.text_of(i) == "and";
      if (!at(i).upper && !joint) return false;
    }
    return true;
  }

  const NameToken& at(std::uint32_t i) const { return text_.tokens[i]; }

  bool is_head(std::uint32_t i) const {
    const NameToken& token = at(i);
    return token.is_word() && (!token.upper || token.all_upper) && !token.is(nw_function) &&
           (token.is(nw_role) || (token.is_fact(word_person) && !token.is(nw_kin)));
  }

  /// "prime minister": the head is not the last role word yet.
  bool is_compound(std::uint32_t i) const {
    return i + 1 < paragraph_.last && (at(i + 1).is(nw_role) || at(i + 1).sign == '-');
  }

  /// "chief commercial officer": the head is the role word behind one that is none.
  bool is_inside_office(std::uint32_t i) const {
    if (i + 2 >= paragraph_.last) return false;
    const NameToken& between = at(i + 1);
    const NameToken& head = at(i + 2);
    return between.is_word() && !between.upper && head.is_word() && !head.upper &&
           head.is(nw_role) && !head.is(nw_loose_role) &&
           !between.is(nw_function | nw_preposition | nw_speech | nw_role | nw_kin) &&
           (between.is_fact(word_common) || between.is(nw_role_modifier));
  }

  /// Words before the head that belong to the office: "deputy energy minister".
  TokenRange with_words_before(TokenRange role) const {
    while (role.first > paragraph_.first) {
      const NameToken& token = at(role.first - 1);
      const bool modifier = token.is(nw_role_modifier | nw_role) && !token.is(nw_function);
      // "front-runner" is one word, but not "a Torvik-chairman".
      const bool whole = !at(role.first).blank_before && !token.blank_before;
      const bool joint = token.sign == '-' && role.first - 1 > paragraph_.first &&
                         (at(role.first - 2).is(nw_role_modifier | nw_role) ||
                          (whole && at(role.first - 2).is_word() && !at(role.first - 2).upper));
      if (!modifier && !joint) break;
      role.first -= joint ? 2 : 1;
    }
    return with_past_before(role);
  }

  /// "former mayor", "ex-mayor", "former Norland mayor": no mayor any more. "Then Mayor Olsen left"
  /// says when.
  TokenRange with_past_before(TokenRange role) const {
    std::uint32_t i = role.first;
    while (i > paragraph_.first && at(i - 1).is(nw_demonym)) --i;
    if (i > paragraph_.first && at(i - 1).sign == '-') --i;
    if (i == paragraph_.first || !at(i - 1).is(nw_past)) return role;
    const bool adverb = at(i - 1).upper && text_.text_of(i - 1) == "Then" && at(i).sign != '-';
    return adverb ? role : TokenRange{i - 1, role.last};
  }

  /// "According to Olsen, his mother said": somebody else, unless a sign closes the apposition as
  /// in "Ilse Torvald, his mother, said".
  bool is_relative_of(std::uint32_t begin, std::uint32_t i) const {
    const std::string_view word = text_.text_of(begin);
    if (word != "his" && word != "her") return false;
    if (i + 1 >= paragraph_.last || !at(i + 1).is_word()) return false;
    return at(i + 1).is(nw_speech | nw_subject_verb) || !at(i + 1).is(nw_function);
  }

  /// "of Bergen", "of the Workers' Union" behind the head, as far as capitals go.
  std::uint32_t with_complement(std::uint32_t i) const {
    if (i + 1 >= paragraph_.last) return i;
    const std::string_view word = text_.text_of(i);
    const bool link = at(i).is(nw_role_link);
    if (word != "of" && word != "for" && word != "at" && !link) return i;
    std::uint32_t n = i + 1;
    if (text_.text_of(n) == "the" || text_.text_of(n) == "a" || at(n).is(nw_determiner)) ++n;
    const std::uint32_t first = n;
    const bool article = n > i + 1;
    if (n < paragraph_.last && at(n).is(nw_calendar)) return i;
    while (n < paragraph_.last && (at(n).is_name_word() || is_inside_name(n))) ++n;
    // "of a London-based think tank", "of the Taliban's leader": the name is not what it belongs
    // to.
    const bool cut = n < paragraph_.last && !at(n).blank_before &&
                     (at(n).sign == '-' || at(n).kind == TokenKind::clitic);
    // "in the Torvald administration": what it is of goes on.
    const bool goes_on = article && n < paragraph_.last && at(n).is_word() && at(n).blank_before &&
                         at(n).is_fact(word_common) &&
                         !at(n).is(nw_function | nw_speech | nw_subject_verb | nw_preposition);
    return n == first || cut || goes_on ? i : n;
  }

  bool is_inside_name(std::uint32_t n) const {
    const bool joint = at(n).sign == '-' || at(n).kind == TokenKind::clitic ||
                       text_.text_of(n) == "of" || text_.text_of(n) == "&";
    return joint && n + 1 < paragraph_.last && at(n + 1).is_name_word();
  }

  /// Articles, "new", demonyms and countries before the office are not part of it.
  TokenRange without_outer_words(TokenRange role) const {
    while (role.first + 1 < role.last && is_outer(role.first)) {
      role.first =
          at(role.first).kind == TokenKind::number ? end_of_compound(role) : role.first + 1;
    }
    while (role.last > role.first && !at(role.last - 1).is_word()) --role.last;
    // "spokesman Lt" of Lt. Olsen, "residents of": a rank is a title, not part of the office.
    while (role.last > role.first + 1 && is_behind_office(role.last - 1)) --role.last;
    return is_loose(role) ? TokenRange{} : role;
  }

  bool is_behind_office(std::uint32_t i) const {
    const NameToken& token = at(i);
    return token.is(nw_function) ||
           (token.is(nw_title) && !token.is(nw_role) && at(i - 1).is(nw_role));
  }

  /// "organizers", "Lawyers for Torvald"
  bool is_several(std::uint32_t i) const {
    const std::string_view word = text_.text_of(i);
    return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss");
  }

  /// What somebody is to another and no office, "counterpart"; several, "organizers"; a verb that
  /// is a noun elsewhere, "accused".
  bool is_loose(TokenRange role) const {
    if (role.last != role.first + 1) return false;
    const NameToken& token = at(role.first);
    return token.is(nw_loose_role) || (token.upper && token.is(nw_host_role)) ||
           (!token.upper && is_several(role.first)) || (!token.upper && token.is(nw_speech));
  }

  /// Behind "36-year-old", a word that begins with a number: an age, no part of an office.
  std::uint32_t end_of_compound(TokenRange role) const {
    std::uint32_t i = role.first + 1;
    while (i + 2 < role.last && at(i).sign == '-') i += 2;
    return i;
  }

  bool is_outer(std::uint32_t i) const {
    const NameToken& token = at(i);
    if (!token.is_word()) return true;
    if (token.is(nw_past)) return false;
    return token.is(nw_function | nw_time_modifier | nw_demonym);
  }

  const NameText& text_;
  const Candidate& mention_;
  const NameParagraph& paragraph_;
};

void add_role(const NameText& text, TokenRange range, Person& person) {
  if (range.empty()) return;
  const NameToken& first = text.tokens[range.first];
  Role role;
  role.text = std::string(text.text_of(range.first, range.last));
  // "the minister, Olsen," of a Foreign Minister says nothing new.
  const std::string shorter = ' ' + fold(role.text);
  if (std::any_of(person.roles.begin(), person.roles.end(),
                  [&](const Role& known) { return fold(known.text).ends_with(shorter); })) {
    return;
  }
  role.past = first.is(nw_past);
  role.where = {first.paragraph, {first.span.begin, text.tokens[range.last - 1].span.end}};
  // "spokeswoman" is surer than a given name, which may be either somewhere in the world.
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (text.tokens[i].is(nw_role) && text.tokens[i].gender != Gender::unknown) {
      person.gender = text.tokens[i].gender;
    }
  }
  person.roles.push_back(role);
}

}  // namespace

void add_roles(const NameText& text, const Candidate& mention, Person& person) {
  const RoleReader reader(text, mention);
  add_role(text, reader.before(), person);
  add_role(text, reader.behind(), person);
}

}  // namespace onrecord
