// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/people.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "common/text_fold.h"
#include "indexer/entity/letter_case.h"
#include "indexer/entity/person_roles.h"

namespace onrecord {
namespace {

constexpr int full_name_threshold = 22;
constexpr int single_name_threshold = 20;
constexpr int proof_of_person = 22;    // a title, a role or a relative before, "who", an age
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

/// At most one letter differs, is missing or is added, in words of five letters and more.
bool is_misspelling(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < 5 || b.size() - a.size() > 1) return false;
  std::size_t head = 0;
  while (head < a.size() && a[head] == b[head]) ++head;
  std::size_t tail = 0;
  while (tail + head < a.size() && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  return head > 0 && head + tail + 1 >= b.size();
}

/// A word without vowels and doubled letters, first letter kept: what transliterations share.
std::string consonants_of(std::string_view word) {
  std::string kept;
  for (const char c : word) {
    const bool vowel = std::string_view("aeiouy").find(c) != std::string_view::npos;
    if (!kept.empty() && (vowel || kept.back() == c)) continue;
    kept += c;
  }
  return kept;
}

/// "Tim" and "Timothy", "J" and "Jane", "Ilse" and "Ilsa".
bool is_same_given_name(std::string_view a, std::string_view b) {
  const std::string left = fold(a), right = fold(b);
  if (left.empty() || right.empty()) return false;
  const std::string& longer = left.size() >= right.size() ? left : right;
  const std::string& shorter = left.size() >= right.size() ? right : left;
  if (shorter.size() == 1 || shorter.find('.') != std::string::npos) {
    return longer.front() == shorter.front();
  }
  if (shorter.size() >= 3 && longer.starts_with(shorter)) return true;
  // "Mohammed", "Muhammad"; "Oleksandr", "Aleksandr" differ in their first letter.
  const std::string skeleton = consonants_of(left);
  if (skeleton.size() >= 4 && skeleton == consonants_of(right)) return true;
  return is_misspelling(left, right);
}

/// "Paul" and "Paula": alike, but a man and a woman.
bool is_other_gender(const NameToken& a, const NameToken& b) {
  const auto length = [](const NameToken& token) { return token.span.end - token.span.begin; };
  if (std::max(length(a), length(b)) - std::min(length(a), length(b)) > 2) return false;  // "Emi"
  const std::uint32_t left = a.facts & word_given, right = b.facts & word_given;
  return left != 0 && right != 0 && (left & right) == 0;
}

/// Are the words of `part` among those of `whole`, in the same order?
bool is_contained(const std::vector<std::uint64_t>& part, const std::vector<std::uint64_t>& whole) {
  std::size_t at = 0;
  for (const std::uint64_t word : whole) {
    if (at < part.size() && part[at] == word) ++at;
  }
  return at == part.size();
}

/// The same in any order.
bool is_subset(const std::vector<std::uint64_t>& part, const std::vector<std::uint64_t>& whole) {
  return std::all_of(part.begin(), part.end(), [&](std::uint64_t word) {
    return std::count(part.begin(), part.end(), word) <=
           std::count(whole.begin(), whole.end(), word);
  });
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
    PersonDraft* person = nullptr;
    for (PersonDraft& known : found_.people) {
      if (is_same_person(known, groups_.first_of(group))) person = &known;
    }
    if (person == nullptr) {
      person = &found_.people.emplace_back();
      person->suffix = suffix_of(text_, range);
    }
    const auto words = words_of(text_, range);
    const bool nominative = is_inflected(person->name, range);
    const bool oblique = is_inflected(range, person->name) && !nominative;
    if (words.size() > person->words.size() || nominative ||
        (words.size() == person->words.size() && !oblique && longer_text(range, person->name))) {
      person->words = words;
      person->name = range;
      set_nominative(*person);
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
    for (PersonDraft& person : found_.people) {
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
    std::int64_t before = -1, behind = -1;
    for (const std::uint32_t mention : person.candidates) {
      if (words_of(text_, candidate(mention).tokens).size() < 2) continue;
      if (mention < number) before = std::max<std::int64_t>(before, mention);
      if (mention > number && (behind < 0 || mention < behind)) behind = mention;
    }
    return before >= 0 ? before : -behind - 1;
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
};

/// Names of all people by the hash of their words, for lines in title case.
std::unordered_map<std::uint64_t, std::uint32_t> index_names(const PeopleFound& found) {
  std::unordered_map<std::uint64_t, std::uint32_t> names;
  for (std::uint32_t p = 0; p < found.people.size(); ++p) {
    const auto& words = found.people[p].words;
    // All tails ("de la Vega"), and the form without middle names.
    for (std::size_t first = 0; first < words.size(); ++first) {
      std::uint64_t hash = 0;
      for (std::size_t i = first; i < words.size(); ++i) hash = extend_name(hash, words[i]);
      names.emplace(hash, p);
    }
    names.emplace(extend_name(extend_name(0, words.front()), words.back()), p);
  }
  return names;
}

bool is_in_capitals(std::string_view word) {
  return std::none_of(word.begin(), word.end(),
                      [](char c) { return (c >= 'a' && c <= 'z') || c == '.'; });
}

/// "Dag TORVALD" and "ILSE TORVALD" are shown in small letters; "J.R." and "III" stay.
std::string plain_case(const NameText& text, TokenRange range) {
  std::string name;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const NameToken& token = text.tokens[i];
    if (i > range.first && token.blank_before) name += ' ';
    const std::string_view word = text.text_of(i);
    const bool capitals = word.size() > 3 && !token.is(nw_suffix) && is_in_capitals(word);
    name += capitals ? in_title_case(word) : std::string(word);
  }
  return name;
}

std::string name_text(const NameText& text, const PersonDraft& person) {
  if (!person.given_name.empty()) return person.given_name;
  std::string name = plain_case(text, person.name);
  const std::uint32_t behind = person.name.last;
  const bool stop = person.suffix != 0 && behind < text.tokens.size() &&
                    text.tokens[behind].sign == '.' && !text.tokens[behind].blank_before;
  return stop ? name + '.' : name;
}

Mention mention_of(const NameText& text, TokenRange range) {
  const NameToken& first = text.tokens[range.first];
  return {first.paragraph, {first.span.begin, text.tokens[range.last - 1].span.end}};
}

}  // namespace

PeopleFound find_people(const NameText& text, const NameGroups& groups) {
  return PeopleFinder(text, groups).run();
}

void match_title_case(const NameText& text, PeopleFound& found, std::vector<bool>& claimed) {
  const auto names = index_names(found);
  for (const NameParagraph& paragraph : text.paragraphs) {
    if (!paragraph.title_case) continue;
    for (std::uint32_t i = paragraph.first; i < paragraph.last; ++i) {
      if (!text.tokens[i].is_name_word()) continue;
      std::uint64_t hash = 0;
      std::uint32_t end = i, person = 0;
      for (std::uint32_t n = i; n < paragraph.last && n < i + 8; ++n) {
        const NameToken& token = text.tokens[n];
        if (token.kind == TokenKind::punctuation) continue;
        if (!token.is_word()) break;
        hash = extend_name(hash, token.hash);
        if (const auto known = names.find(hash); known != names.end()) {
          end = n + 1;
          person = known->second;
        }
      }
      if (end == i) continue;
      found.people[person].headline_mentions.push_back({i, end});
      for (std::uint32_t n = i; n < end; ++n) claimed[n] = true;
      i = end - 1;
    }
  }
}

std::vector<Person> make_people(const NameText& text, const NameGroups& groups,
                                const PeopleFound& found) {
  std::vector<Person> people;
  for (const PersonDraft& draft : found.people) {
    Person& person = people.emplace_back();
    person.name = draft.nominative.empty() ? name_text(text, draft) : draft.nominative;
    person.gender = draft.gender;
    for (const TokenRange& range : draft.headline_mentions) {
      person.mentions.push_back(mention_of(text, range));
    }
    for (const std::uint32_t number : draft.candidates) {
      person.mentions.push_back(mention_of(text, groups.candidates[number].tokens));
      add_roles(text, groups.candidates[number], person);
    }
    const auto in_text_order = [](const Mention& a, const Mention& b) {
      return std::pair(a.paragraph, a.span.begin) < std::pair(b.paragraph, b.span.begin);
    };
    std::sort(person.mentions.begin(), person.mentions.end(), in_text_order);
  }
  return people;
}

}  // namespace onrecord
