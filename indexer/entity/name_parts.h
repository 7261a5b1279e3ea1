// SPDX-License-Identifier: GPL-3.0-or-later
// What the words of a run of capitals are to each other: which of them is an office, the rest of an
// organization's name, an ordinary word. Only questions; candidates.cc acts on the answers.
#pragma once

#include <string_view>

#include "indexer/entity/name_matches.h"
#include "indexer/entity/paragraph_tokens.h"

namespace onrecord {

/// `begin` is where the part that is being read began, `i` a token in it, `last` the run's end.
class NameParts : protected ParagraphTokens {
 protected:
  using ParagraphTokens::ParagraphTokens;

  /// "But Torvald", "Former President", "Officials": words whose capital the sentence explains.
  std::uint32_t skip_sentence_words(std::uint32_t i, std::uint32_t last) const;

  /// "Embattled Torvald": a word that a sentence may begin with; "Arvo Torvald": some rare words
  /// are names elsewhere, so before a single name only those that look like an adjective or a
  /// plural.
  bool is_dictionary_word(std::uint32_t i, std::uint32_t last) const;

  /// "De Ruyter", "Will Olsen", "He Jianming": words that begin names too, if no sentence begins
  /// with them.
  bool is_name_use(std::uint32_t i, std::uint32_t last) const;

  /// A common first word stays when it is part of something known by its other words.
  bool is_explained(std::uint32_t i, std::uint32_t last) const;

  bool follows_given(std::uint32_t begin, std::uint32_t i) const;

  /// Does a name follow token `i` inside the run?
  bool name_follows(std::uint32_t i, std::uint32_t last) const;

  /// "Bergen DA Ilse Torvald": capitals between two names, but not "Dag TORVALD".
  bool is_office_acronym(std::uint32_t begin, std::uint32_t i, std::uint32_t last) const;

  /// "Moss Fla.": a state's abbreviation with its full stop.
  bool is_abbreviated_state(std::uint32_t i) const;

  /// "Peer 'The Dentist' Torvald": a nickname may be any word.
  bool is_inside_marks(std::uint32_t begin, std::uint32_t i) const;

  /// "Torvald A/S", "Solberg K/S"
  bool is_partnership(std::uint32_t i, std::uint32_t last) const;

  /// "Ilse Church", "Peer Hall": a surname that is also a common last word of other names.
  bool is_surname_use(bool bound, std::uint32_t i, std::uint32_t last) const;

  /// "Foreign Minister", but not the given name in "Dean Torvald".
  bool is_role_use(std::uint32_t begin, std::uint32_t i, std::uint32_t last, bool bound) const;

  /// "Fischer klagte": where nouns have capitals and articles, an office without one may be a name.
  bool is_bare_surname(std::uint32_t i, std::uint32_t last) const;

  bool role_behind(std::uint32_t i, std::uint32_t last) const;

  /// "General Motors Corp", "International Business Machines": a title or a word of organizations
  /// that is only the beginning of a name.
  bool is_inside_organization(std::uint32_t i, std::uint32_t last) const;

  /// "Russian Foreign Ministry", "Democratic Party": the adjective belongs to the organization.
  bool has_organization_ahead(std::uint32_t i, std::uint32_t last) const;

  /// "Torvik Air Base", "Union Station": a word of organizations inside the name of a facility.
  bool is_inside_facility(std::uint32_t i, std::uint32_t last) const;

  /// "Ilse Torvald Park": it has a whole name before it.
  bool is_called_after(std::uint32_t begin, std::uint32_t i) const;

  /// Nothing but common words that are nobody's names.
  bool is_plain(std::uint32_t first, std::uint32_t last) const;

  /// "Sub-Inspector Torvald", "Vice-President Torvald"
  bool is_compound_title(std::uint32_t begin, std::uint32_t i, std::uint32_t last) const;

  /// "in Lincoln Park", where "Lincoln Park" could be somebody.
  bool is_location(std::uint32_t begin) const;

  /// Does the name of a place or facility go on with word `i`, which makes it something else:
  /// "Torvik Street Festival", "Solberg River Otters"?
  bool goes_on(std::uint32_t i, std::uint32_t last) const;

  /// "Bergen Otters": a city or state and a plural that is nobody's surname.
  bool is_team(std::uint32_t first, std::uint32_t last) const;

  bool is_role_modifier(std::uint32_t i) const;

  /// "Sri Lanka", although "Sri" is a title and a given name.
  bool is_country(const GazetteerName& name) const;

  bool is_continent(const GazetteerName& name) const;

  std::uint32_t first_of_role(std::uint32_t begin, std::uint32_t i) const;

  /// "Banque Solberg", "Radio Torvik", "Universidad de Torvik": the word first, then the name.
  std::uint32_t end_of_first_form(std::uint32_t i, std::uint32_t last) const;

  bool is_plain_word(std::uint32_t i) const;

  /// "Minnesotan Ilse Torvald", "Londoner": a place of some size with an ending.
  bool is_inhabitant(std::uint32_t i) const;

  /// "of Norway", "of Foreign Affairs", "for Clean Air", "of Health and Human Services".
  std::uint32_t end_of_complement(std::uint32_t i) const;

  bool begins_bearer(std::uint32_t i) const;

  /// "of", "for" behind an office.
  bool is_office_link(std::uint32_t i) const;

  /// "Minister of Justice Ilse Torvald", "Dean of Law Peer Olsen": what an office is of, though it
  /// may be an office or a name elsewhere.
  bool is_field(std::uint32_t i, std::uint32_t last) const;

  /// "Mr Baker", "Lady Field": behind a title the last word of a run is a surname, though it is a
  /// trade or a thing elsewhere. Not so "Lord Street", whose title may be a name's first word, and
  /// "the Lord Mayor".
  bool is_titled_surname(std::uint32_t i, std::uint32_t last) const;

  /// "Mr", "Dr": a title that begins no name and is no office.
  bool is_courtesy(std::uint32_t i) const;

  /// "CEO of Torvik Ilse Solberg": where behind at least one word the bearer's given name stands;
  /// `i` if nowhere.
  std::uint32_t bearer_ahead(std::uint32_t i, std::uint32_t last) const;

  /// "Producers", "Teachers": what a body consists of.
  bool is_members(std::uint32_t i) const;

  bool is_joint(std::uint32_t i) const;

  bool is_subject(bool directly, std::uint32_t i) const;

  /// "Inayat Jan": a short form of a month without a day behind it is none.
  bool is_short_month_as_name(std::uint32_t i, std::uint32_t last) const;

  /// "the Torvik-Solberg road", "the Torvik-Solberg line": two ends of something.
  bool is_route(std::uint32_t behind) const;
};

}  // namespace onrecord
