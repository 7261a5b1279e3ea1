// SPDX-License-Identifier: GPL-3.0-or-later
// People: full names joined to one entry each, then surnames, given names and titles to them.
#pragma once

#include <string>
#include <vector>

#include "indexer/entity/name_groups.h"

namespace onrecord {

/// A person while the article is read.
struct PersonDraft {
  std::vector<std::uint32_t> candidates;      ///< Mentions found in running text, in text order.
  std::vector<std::uint32_t> full;            ///< Of these the ones of several words, in order.
  std::vector<TokenRange> headline_mentions;  ///< Found by matching lines in title case.
  std::vector<std::uint64_t> words;           ///< Word hashes of the fullest form, suffix left out.
  std::uint64_t suffix = 0;                   ///< Hash of "jr", 0 if none.
  TokenRange name;                            ///< The fullest form.
  std::string nominative;                     ///< Of that form, where it stands in another case.
  std::string given_name;  ///< What archive or user call the bearer; empty: as the article does.
  Gender gender = Gender::unknown;
};

/// Which candidate became whose mention.
struct PeopleFound {
  std::vector<PersonDraft> people;  ///< In order of first mention.
  std::vector<bool> taken;          ///< For each candidate: it is a mention of a person.
};

PeopleFound find_people(const NameText& text, const NameGroups& groups);

/// Mentions in lines whose capitals say nothing, by the names found elsewhere. `claimed` marks the
/// tokens that became part of a mention.
void match_title_case(const NameText& text, PeopleFound& found, std::vector<bool>& claimed);

/// The entries of the article, in order of first mention.
std::vector<Person> make_people(const NameText& text, const NameGroups& groups,
                                const PeopleFound& found);

}  // namespace onrecord
