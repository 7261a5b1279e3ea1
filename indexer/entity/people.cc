// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/people.h"

#include <algorithm>
#include <optional>

#include "common/text_fold.h"
#include "indexer/entity/name_likeness.h"
#include "indexer/entity/people_index.h"

namespace onrecord {
namespace {

constexpr int full_name_threshold = 22;
constexpr int single_name_threshold = 20;
constexpr int proof_of_person = 22;  // a title, a role or a relative before, "who", an age
constexpr int sure_place_use = 20;
constexpr int foreign_threshold = 33;  // a known given name and a word that can be a surname

std::vector<std::uint64_t> words_of(const NameText& text, TokenRange range) {
  std::vector<std::uint64_t> words;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const NameToken& token = text.tokens[i];
    if (token.is_word() && !token.is(nw_suffix)) words.push_back(token.hash);
  }
  return words;
}

std::uint64_t suffix_of(const NameText& text, TokenRange range) {
  const NameToken& last = text.tokens[range.last - 1];
  return last.is(nw_suffix) ? last.hash : 0;
}

/// First word of a name as it is compared: "Tim" and "Timothy" share it, "J" is the initial of
/// both.
std::string_view first_word(const NameText& text, TokenRange range) {
  return text.text_of(range.first);
}

class PeopleFinder {
 public:
  PeopleFinder(const NameText& text, const NameGroups& groups) : text_(text), groups_(groups) {
    found_.taken.resize(groups.candidates.size(), false);
  }

  PeopleFound run() {
    for (const NameGroup& group : groups_.groups) {
      if (is_full_name(group)) add_full_name(group);
    }
    resolve_short_names();
    for (PersonDraft& person : found_.people) {
      std::sort(person.candidates.begin(), person.candidates.end());
    }
    std::sort(found_.people.begin(), found_.people.end(),
              [](const PersonDraft& a, const PersonDraft& b) {
                return a.candidates.front() < b.candidates.front();
              });
    return std::move(found_);
  }

 private:
  const Candidate& candidate(std::uint32_t number) const { return groups_.candidates[number]; }

  bool is_full_name(const NameGroup& group) const {
    const Candidate& first = groups_.first_of(group);
    if (first.form != NameForm::open) return false;
    if (first.words < 2 || words_of(text_, first.tokens).size() < 2) return false;
    const Evidence& total = group.total;
    if (text_.foreign && group.form.person < foreign_threshold) return false;
    return total.person >= full_name_threshold && total.person > total.place &&
           total.person > total.organization;
  }

  /// What the user says of two names; nothing if the user does not.
  std::optional<bool> is_same_by_user(const PersonDraft& person, std::uint64_t hash) const {
    if (text_.user_hints == nullptr) return std::nullopt;
    for (const std::uint32_t number : person.candidates) {
      const std::uint64_t other = candidate(number).hash;
      if (text_.user_hints->are_different(hash, other)) return false;
      if (text_.user_hints->are_same(hash, other)) return true;
    }
    return std::nullopt;
  }

  bool is_same_person(const PersonDraft& person, const Candidate& mention) const {
    if (const auto settled = is_same_by_user(person, mention.hash)) return *settled;
    const TokenRange range = mention.tokens;
    const auto words = words_of(text_, range);
    if (person.suffix != suffix_of(text_, range)) return false;
    if (words == person.words) return true;
    if (is_contained(words, person.words) || is_contained(person.words, words)) return true;
    // "Tanaka Yuichiro" and "Yuichiro Tanaka": the surname first or last.
    if (is_subset(words, person.words) || is_subset(person.words, words)) return true;
    if (is_inflected(range, person.name) || is_inflected(person.name, range)) return true;
    if (is_other_gender(text_.tokens[range.first], text_.tokens[person.name.first])) return false;
    if (words.back() == person.words.back()) {
      return is_same_given_name(first_word(text_, range), first_word(text_, person.name));
    }
    return words.size() == person.words.size() &&
           std::equal(words.begin(), words.end() - 1, person.words.begin()) &&
           is_misspelling(fold(text_.text_of(range.last - 1)),
                          fold(text_.text_of(person.name.last - 1)));
  }

  /// "Ильи Зырянова" is "Илья Зырянов" in another case.
  bool is_inflected(TokenRange range, TokenRange base) const {
    if (text_.words->inflection().empty()) return false;
    std::uint32_t a = range.first, b = base.first;
    for (; a < range.last && b < base.last; ++a, ++b) {
      if (text_.tokens[a].is_word() != text_.tokens[b].is_word()) return false;
      if (text_.tokens[a].is_word() && text_.tokens[a].hash != text_.tokens[b].hash &&
          !is_case_of(a, b)) {
        return false;
      }
    }
    return a == range.last && b == base.last;
  }

  /// "Илья Зырянов" where the article has but "Ильи Зырянова": a known given name in another case
  /// tells that the surname stands in it too.
  void set_nominative(PersonDraft& person) const {
    person.nominative.clear();
    const NameInflection& inflection = text_.words->inflection();
    const NameToken& given = text_.tokens[person.name.first];
    if (inflection.empty() || !given.is(nw_given_case) || given.is(nw_given)) return;
    std::string first;
    for (const std::string& base :
         inflection.bases_of(text_.text_of(person.name.first), given.gender)) {
      const WordEntry* entry = text_.words->find(extend_name(0, hash_word(fold(base))));
      if (entry != nullptr && (entry->flags & nw_given) != 0) first = base;
    }
    if (first.empty()) return;
    person.nominative = first;
    person.words = {hash_word(fold(first))};
    for (std::uint32_t i = person.name.first + 1; i < person.name.last; ++i) {
      std::string word(text_.text_of(i));
      if (text_.tokens[i].is_name_word() && !text_.tokens[i].initial) {
        const auto bases = inflection.bases_of(word, given.gender);
        if (!bases.empty()) word = bases.front();
      }
      if (text_.tokens[i].is_word()) person.words.push_back(hash_word(fold(word)));
      if (text_.tokens[i].blank_before) person.nominative += ' ';
      person.nominative += word;
    }
  }

  bool is_case_of(std::uint32_t token, std::uint32_t base) const {
    const NameInflection& inflection = text_.words->inflection();
    return !inflection.empty() &&
           inflection.is_case_of(fold(text_.text_of(token)), fold(text_.text_of(base)));
  }

  void add_full_name(const NameGroup& group) {
    const TokenRange range = groups_.first_of(group).tokens;
    const auto words = words_of(text_, range);
    PersonDraft* person = nullptr;
    for (const std::uint32_t known : index_.find(words)) {
      if (is_same_person(found_.people[known], groups_.first_of(group))) {
        person = &found_.people[known];
      }
    }
    if (person == nullptr) {
      person = &found_.people.emplace_back();
      person->suffix = suffix_of(text_, range);
    }
    const bool nominative = is_inflected(person->name, range);
    const bool oblique = is_inflected(range, person->name) && !nominative;
    if (words.size() > person->words.size() || nominative ||
        (words.size() == person->words.size() && !oblique && longer_text(range, person->name))) {
      person->words = words;
      person->name = range;
      set_nominative(*person);
      index_.add(static_cast<std::uint32_t>(person - found_.people.data()), person->words);
    }
    for (const std::uint32_t number : group.candidates) take(*person, number);
    take_name_of_user(*person, groups_.first_of(group).hash);
  }

  void take_name_of_user(PersonDraft& person, std::uint64_t hash) const {
    if (text_.user_hints == nullptr) return;
    const std::string_view name = text_.user_hints->common_name(hash);
    if (!name.empty()) person.given_name = name;
  }

  bool longer_text(TokenRange a, TokenRange b) const {
    return text_.text_of(a.first, a.last).size() > text_.text_of(b.first, b.last).size();
  }

  void take(PersonDraft& person, std::uint32_t number) {
    person.candidates.push_back(number);
    if (words_of(text_, candidate(number).tokens).size() > 1) {
      auto& full = person.full;
      full.insert(std::upper_bound(full.begin(), full.end(), number), number);
    }
    found_.taken[number] = true;
    const Gender gender = candidate(number).gender;
    if (gender != Gender::unknown) person.gender = gender;
    if (person.gender == Gender::unknown) person.gender = gender_of_name(person);
  }

  Gender gender_of_name(const PersonDraft& person) const {
    const NameToken& given = text_.tokens[person.name.first];
    if (person.words.size() < 2 || !given.is_fact(word_given)) return Gender::unknown;
    const bool male = given.is_fact(word_given_male), female = given.is_fact(word_given_female);
    if (male == female) return Gender::unknown;
    return male ? Gender::male : Gender::female;
  }

  // ---- parts of names -----------------------------------------------------------------------

  void resolve_short_names() {
    // In text order, so that "the one last named in full" is known.
    for (std::uint32_t number = 0; number < groups_.candidates.size(); ++number) {
      const Candidate& mention = candidate(number);
      if (found_.taken[number] || mention.form != NameForm::open) continue;
      if (PersonDraft* person = find_owner(number); person != nullptr && !is_place_use(number)) {
        take(*person, number);
      }
    }
    for (const NameGroup& group : groups_.groups) add_single_name(group);
  }

  enum Fit : int { no_fit, given_name, spelling_variant, inner_name, inflected_surname, surname };

  /// How a short name fits a person: as surname, as another part, as given name.
  Fit fit_of(const PersonDraft& person, const std::vector<std::uint64_t>& words) const {
    if (person.words.size() < 2 || words.size() > person.words.size()) return no_fit;
    const auto tail = std::equal(words.rbegin(), words.rend(), person.words.rbegin());
    if (tail || is_surname_first(person, words)) return surname;
    const auto inner =
        std::search(person.words.begin() + 1, person.words.end(), words.begin(), words.end());
    if (inner != person.words.end()) return inner_name;
    return words.size() == 1 && words.front() == person.words.front() ? given_name : no_fit;
  }

  /// "Xi" of "Xi Jinping", "Han" of "Han Meiling".
  bool is_surname_first(const PersonDraft& person, const std::vector<std::uint64_t>& words) const {
    const NameToken& first = text_.tokens[person.name.first];
    const NameToken& last = text_.tokens[person.name.last - 1];
    return words.size() == 1 && words.front() == person.words.front() &&
           first.is_fact(word_surname) && !first.is_fact(word_given) && !last.is_fact(word_surname);
  }

  /// "Zelensky" for "Volodymyr Zelenskyy": a long surname, one letter away.
  Fit variant_of(const PersonDraft& person, const Candidate& mention) const {
    if (mention.words != 1 || person.words.size() < 2) return no_fit;
    if (is_case_of(mention.tokens.first, person.name.last - 1)) return inflected_surname;
    if (!person.nominative.empty() &&
        text_.words->inflection().is_case_of(
            fold(text_.text_of(mention.tokens.first)),
            fold(std::string_view(person.nominative).substr(person.nominative.rfind(' ') + 1)))) {
      return inflected_surname;
    }
    if (is_case_of(mention.tokens.first, person.name.first)) return given_name;
    const std::string_view word = text_.text_of(mention.tokens.last - 1);
    if (word.size() < 6 || text_.tokens[mention.tokens.first].is_fact(word_common)) return no_fit;
    const bool close = is_misspelling(fold(word), fold(text_.text_of(person.name.last - 1)));
    return close ? spelling_variant : no_fit;
  }

  bool is_gender_fit(const PersonDraft& person, const Candidate& mention) const {
    return mention.gender == Gender::unknown || person.gender == Gender::unknown ||
           mention.gender == person.gender;
  }

  PersonDraft* find_owner(std::uint32_t number) {
    const Candidate& mention = candidate(number);
    const auto words = words_of(text_, mention.tokens);
    if (words.empty()) return nullptr;
    PersonDraft* best = nullptr;
    std::pair<int, std::int64_t> best_rank{no_fit, 0};
    for (const std::uint32_t known : index_.find(words)) {
      PersonDraft& person = found_.people[known];
      Fit fit = std::max(fit_of(person, words), variant_of(person, mention));
      if (const auto settled = is_same_by_user(person, mention.hash)) {
        fit = *settled ? surname : no_fit;
      }
      if (fit == no_fit || !is_gender_fit(person, mention)) continue;
      if (fit == given_name && is_weak(number)) continue;
      const std::pair<int, std::int64_t> rank{fit, nearness(person, number)};
      if (best == nullptr || rank > best_rank) {
        best = &person;
        best_rank = rank;
      }
    }
    return best;
  }

  bool is_weak(std::uint32_t number) const { return candidate(number).weak_start; }

  /// Larger for the person named last before the mention; persons named only behind it come last.
  std::int64_t nearness(const PersonDraft& person, std::uint32_t number) const {
    const auto behind = std::lower_bound(person.full.begin(), person.full.end(), number);
    if (behind != person.full.begin()) return *(behind - 1);
    return behind == person.full.end() ? 0 : -std::int64_t{*behind} - 1;
  }

  /// A surname that is a place too: the mention's own surroundings decide.
  bool is_place_use(std::uint32_t number) const {
    const Candidate& mention = candidate(number);
    const NameHint* hint = text_.hint(mention.hash);
    const bool marked = hint != nullptr && hint->kind == HintKind::place;
    if (places_of(text_, mention).places.empty() && !marked) return false;
    const Evidence& context = groups_.contexts[number];
    return context.place - context.person >= sure_place_use;
  }

  /// Nothing is left but words that a sentence's beginning explains.
  bool is_all_taken(const NameGroup& group) const {
    return std::all_of(group.candidates.begin(), group.candidates.end(),
                       [this](std::uint32_t number) {
                         return found_.taken[number] || candidate(number).weak_start;
                       });
  }

  /// A word that is nobody's name as far as is known needs more than "said": companies say things
  /// too. A direction and a word of grammar are no names at all: "the West", "Doctor Who".
  bool is_single_name(const NameGroup& group) const {
    const Candidate& first = groups_.first_of(group);
    if (text_.hint(first.hash) != nullptr) return true;
    const NameToken& word = text_.tokens[first.tokens.first];
    if (text_.marked_bearer(first.tokens.first) != nullptr) return true;
    int strongest = 0;
    bool titled = false;
    for (const std::uint32_t number : group.candidates) {
      strongest = std::max(strongest, groups_.contexts[number].person);
      titled = titled || candidate(number).titled;
    }
    const bool known = word.is_fact(word_given | word_surname | word_famous);
    if (word.is(nw_function | nw_title | nw_role) && !known) return false;
    if (word.is(nw_direction)) return titled;
    return known || word.other_script || strongest >= proof_of_person;
  }

  /// "Mr Somsak", "President Olsen", "Olsen said": one word and no longer form.
  void add_single_name(const NameGroup& group) {
    const Candidate& first = groups_.first_of(group);
    if (first.form != NameForm::open || is_all_taken(group)) return;
    const NameHint* bearer = text_.marked_bearer(first.tokens.first);
    const bool marked = bearer != nullptr || text_.hint(first.hash) != nullptr;
    if ((text_.foreign && !marked) || first.words != 1 || group.always_weak ||
        words_of(text_, first.tokens).empty())
      return;
    const Evidence& total = group.total;
    if (!is_single_name(group)) return;
    if (total.person < single_name_threshold || total.person <= total.place ||
        total.person <= total.organization) {
      return;
    }
    PersonDraft& person = found_.people.emplace_back();
    person.words = words_of(text_, first.tokens);
    person.name = first.tokens;
    // "Torvald" of an article that the archive files under "Ilse Torvald".
    if (bearer != nullptr && is_written_as_name(bearer->name)) person.given_name = bearer->name;
    take_name_of_user(person, first.hash);
    for (const std::uint32_t number : group.candidates) {
      if (!found_.taken[number]) take(person, number);
    }
  }

  /// Some archives file names in small letters, "torvald"; these say who it is, not how to show it.
  static bool is_written_as_name(std::string_view name) {
    return std::any_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  const NameText& text_;
  const NameGroups& groups_;
  PeopleFound found_;
  PeopleIndex index_;  ///< Of found_.people.
};

}  // namespace

PeopleFound find_people(const NameText& text, const NameGroups& groups) {
  return PeopleFinder(text, groups).run();
}

}  // namespace onrecord
