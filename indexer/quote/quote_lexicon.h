// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a language pack that matter for quotes, in one hash table: a word's classes with one
// look-up, no allocation. Built once for a pack; read-only and shared afterwards.
//
// Files read: cues.txt, complements.txt, cue_nouns.txt, speaker_nouns.txt, pronouns.txt,
// function_words.txt, not_quotes.txt, occasions.txt, spoken_days.txt, weekdays.txt, months.txt,
// traits.txt, issuing_verbs.txt, known_bodies.txt; of the names stage seats.txt, roles.txt,
// titles.txt, demonyms.txt, groups.txt, functions.txt.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/article.h"
#include "indexer/language/language_pack.h"

namespace onrecord {

/// What a word can be; a word may be several ("report": cue and document).
enum class WordClass : std::uint64_t {
  cue_finite = 1ULL << 0,       ///< said, says
  cue_participle = 1ULL << 1,   ///< saying
  cue_past = 1ULL << 2,         ///< "quoted", "described" after a form of be
  cue_base = 1ULL << 3,         ///< to say
  cue_manner = 1ULL << 4,       ///< sighed: a cue only right beside a quote
  cue_calling = 1ULL << 5,      ///< called, described: takes a name for something
  cue_noun = 1ULL << 6,         ///< statement, words
  determiner = 1ULL << 7,       ///< the, this
  indefinite = 1ULL << 8,       ///< a, some, several: points to nobody known
  possessive = 1ULL << 9,       ///< his, her, their
  preposition = 1ULL << 10,     ///< of, for
  conjunction = 1ULL << 11,     ///< and, but
  subordinator = 1ULL << 12,    ///< when, because: opens a clause
  relative = 1ULL << 13,        ///< who, which
  auxiliary = 1ULL << 14,       ///< has, would
  adverb = 1ULL << 15,          ///< also, later
  person_noun = 1ULL << 16,     ///< minister, woman
  people_noun = 1ULL << 17,     ///< officials, residents
  group_noun = 1ULL << 18,      ///< ministry, company
  document_noun = 1ULL << 19,   ///< report, lawsuit
  spokes_noun = 1ULL << 20,     ///< spokesman: speaks for another, yet himself
  title = 1ULL << 21,           ///< Mr, President
  personal = 1ULL << 22,        ///< he, she, they
  day = 1ULL << 23,             ///< Monday, yesterday
  term_before = 1ULL << 24,     ///< so-called, titled: what follows is no quote
  title_noun = 1ULL << 25,      ///< film, song, show: a title follows or went before
  elided = 1ULL << 26,          ///< cause, em: with an apostrophe in front
  according = 1ULL << 27,       ///< first word of "according to"
  complementizer = 1ULL << 28,  ///< that
  be = 1ULL << 29,              ///< was, is: before "quoted", "described"
  negation = 1ULL << 30,        ///< not, never
  cue_weak = 1ULL << 31,        ///< thinks, wants: a cue where there is no other
  demonym = 1ULL << 33,         ///< Spaniard, Kenyan, Democratic: no name by itself
  function = 1ULL << 35,        ///< No name even with a capital.
  office_noun = 1ULL << 36,     ///< judge, minister: of roles.txt
  sign_noun = 1ULL << 37,       ///< banner: what it reads is nobody's words
  cue_telling = 1ULL << 34,     ///< told: takes the one spoken to, never stands before its subject
  cue_phrasal = 1ULL << 32,     ///< point: a cue only with its particle, "point out"
  joining = 1ULL << 39,         ///< and: makes several of one
  state_noun = 1ULL << 38,      ///< country, government: a country can be meant
  issuing = 1ULL << 40,         ///< released, published: makes its subject a document's author
  source = 1ULL << 41,          ///< by, from: behind a document it names whose it is
  voice_noun = 1ULL << 43,      ///< narrator: heard, but nobody of the article without a role
  force_noun = 1ULL << 42,      ///< police: people, but a body when a place stands before it
};

/// What a verb of saying can take as the words that it reports; complements.txt says what each is.
enum class Complement : std::uint16_t {
  clause = 1U << 0,
  that = 1U << 1,
  whether = 1U << 2,
  object = 1U << 3,
  infinitive = 1U << 4,
  order = 1U << 5,
  on = 1U << 6,
  gerund = 1U << 7,
  of = 1U << 8,
  for_ = 1U << 9,
  against = 1U << 10,
  noun = 1U << 11,
  as = 1U << 12,
  about = 1U << 13,
  at = 1U << 14,
  naming = 1U << 15,
};

enum class PronounPerson : std::uint8_t { none, first, third };
enum class Number : std::uint8_t { singular, plural };

/// A word that says on which day something was said.
struct DayWord {
  std::int8_t weekday = 0;  ///< 1 Monday ... 7 Sunday; 0: none.
  std::int8_t month = 0;    ///< 1 ... 12; 0: none.
  bool relative = false;    ///< "yesterday": `shift` days from the day of publication.
  std::int8_t shift = 0;    ///< -1 for yesterday.
  bool previous = false;    ///< "last" before a weekday.
};

struct WordInfo {
  std::uint64_t classes = 0;
  std::uint16_t complements = 0;  ///< Of verbs of saying, in every form.
  DayWord day;
  bool occasion = false;         ///< statement, rally: "in a statement".
  bool occasion_opener = false;  ///< "in", "at": before an occasion.
  bool occasion_name = false;    ///< The same without an article: "on Twitter".
  std::string_view saying;       ///< Class of saying of the verb: "deny"; empty: no verb of saying.
  std::string_view noun_saying;  ///< The same of a noun for words said.
  std::string_view family;       ///< Of bodies: "company"; of documents: the noun of who issues it.
  Gender gender = Gender::unknown;  ///< Of pronouns and nouns for people.
  PronounPerson person = PronounPerson::none;
  Number number = Number::singular;
  bool subject_form = false;  ///< "he", not "him"
  bool impersonal = false;    ///< "it"

  bool has(WordClass one) const { return (classes & static_cast<std::uint64_t>(one)) != 0; }
  bool is_cue() const {
    return has(WordClass::cue_finite) || has(WordClass::cue_participle) ||
           has(WordClass::cue_past) || has(WordClass::cue_base);
  }
  bool takes(Complement one) const { return (complements & static_cast<std::uint16_t>(one)) != 0; }
  void add(WordClass one) { classes |= static_cast<std::uint64_t>(one); }
};

class QuoteLexicon {
 public:
  explicit QuoteLexicon(const LanguagePack& pack);

  /// Classes of a word in any case; an empty entry for an unknown word. No allocation.
  const WordInfo& find(std::string_view word) const;

  /// Is the verb one whose cue needs this second word ("point out", "put it")?
  bool is_particle_of(std::string_view verb, std::string_view particle) const;

  /// Class of saying of a verb with its particle, "call on": "order"; the verb's own without it.
  std::string_view saying(std::string_view verb, std::string_view particle) const;

  /// Can the noun mean the body of that name without being part of it: NATO is "the alliance"?
  bool is_called(std::string_view name, std::string_view noun) const;

  /// Length of the seat of an institution with which `text` begins, "Downing Street"; 0 if none
  /// of several words.
  std::size_t seat_at(std::string_view text) const;

  /// Is it a body of which known_bodies.txt says by what nouns it is called?
  bool is_known_body(std::string_view name) const { return bodies_.contains(name); }

  const LanguagePack& pack() const { return *pack_; }

  /// "..., dijo." says who spoke by its form alone (traits.txt).
  bool drops_subjects() const { return drops_subjects_; }

  /// Nouns have capitals, so that a capital alone makes no name (traits.txt).
  /// "foreign", "deputy": tells one minister from another. No word class, as these words are parts
  /// of names too.
  bool is_office_modifier(std::string_view folded) const {
    return office_modifiers_.contains(folded);
  }

  bool capital_nouns() const { return capital_nouns_; }

  /// "пообещала мэр": a noun without determiner may mean somebody known (traits.txt).
  bool no_articles() const { return no_articles_; }

  /// « Le chantier, explique Awa Diatta, n'a jamais commencé » (traits.txt).
  bool attributions_inside() const { return attributions_inside_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>{}(word);
    }
  };

  WordInfo& entry(std::string_view word);
  void read_cues();
  void read_complements();
  void add_cue_forms(const std::vector<std::string>& row);
  void read_function_words();
  void read_pronouns();
  void read_nouns();
  void read_heads(std::string_view table, WordClass one);
  void add_all(std::string_view table, WordClass one);
  void read_occasions();
  void read_days();
  void read_bodies();

  const LanguagePack* pack_;
  bool drops_subjects_;
  bool capital_nouns_;
  bool no_articles_;
  bool attributions_inside_;
  std::unordered_map<std::string, WordInfo, Hash, std::equal_to<>> words_;
  std::unordered_map<std::string, std::vector<std::string>, Hash, std::equal_to<>> particles_;
  std::unordered_set<std::string, Hash, std::equal_to<>> office_modifiers_;
  std::unordered_map<std::string, std::string_view, Hash, std::equal_to<>> phrasal_sayings_;
  std::unordered_map<std::string, std::vector<std::string_view>, Hash, std::equal_to<>> bodies_;
  /// Seats of several words by their first one.
  std::unordered_map<std::string, std::vector<std::string_view>, Hash, std::equal_to<>> seats_;
};

}  // namespace onrecord
