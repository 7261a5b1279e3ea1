// SPDX-License-Identifier: GPL-3.0-or-later
// Ordinary words of a run become candidates here: one name, or several that stand in a row.
#pragma once

#include <algorithm>
#include <vector>

#include "indexer/entity/candidates.h"
#include "indexer/entity/name_parts.h"

namespace onrecord {

/// Keeps the title and office that were read before the name it writes.
class NameCutter : protected NameParts {
 protected:
  NameCutter(const NameText& text, const NameParagraph& paragraph, std::vector<Candidate>& out)
      : NameParts(text, paragraph), out_(out) {}

  void reset();

  /// The ordinary words [first, last) are one name or several.
  void flush(std::uint32_t first, std::uint32_t last, bool role_follows);

  void add(std::uint32_t first, std::uint32_t last, NameForm form, bool role_follows);

  std::vector<Candidate>& out_;
  std::uint32_t consumed_ = 0;  // names may reach behind their run: "Bank of Norway"
  TokenRange role_;
  bool titled_ = false;
  Gender gender_ = Gender::unknown;

 private:
  /// "Undersecretary of Fisheries Ilse Torvald", "fellow Minnesotan Ilse Torvald": plain words and
  /// inhabitants before a sure given name and more.
  std::uint32_t behind_plain_words(std::uint32_t first, std::uint32_t last) const;

  /// "Russia-Ukraine", "Oslo–Bergen": two places, not one name.
  bool split_hyphen(std::uint32_t first, std::uint32_t last, bool role_follows);

  /// "U.S. Patriot missiles", "UK Coal": a country in initials, then something of it.
  bool split_country(std::uint32_t first, std::uint32_t last, bool role_follows);

  /// "mayor of Bergen Ilse Torvald": a place, then a given name.
  bool split_place(std::uint32_t first, std::uint32_t last, bool role_follows);

  /// "Hirt Kasimir Wójcik", "Кирова Дмитрий Перевощиков": a noun, or whose office it is, in front
  /// of a known given name, where grammar puts it there without a word between.
  bool split_before_given(std::uint32_t first, std::uint32_t last);

  /// "Millionen Menschen", "Kanzlei-Gründerin Torvald": where nouns have capitals, words of the
  /// dictionary are no part of a name, unless they follow a given name or an office ("Ilse Bauer",
  /// "Ministerin Bauer") or are themselves names. What is left between them is one name each.
  bool split_at_nouns(std::uint32_t first, std::uint32_t last);

  /// Whether token `i` is a noun and no part of the name that begins at `begin`.
  bool is_noun(std::uint32_t begin, std::uint32_t i) const;

  /// "Ilse von Bergen", "Peer Van der Bellen", but not "Ilse Torvald den Schaden".
  bool is_behind_von(std::uint32_t begin, std::uint32_t i) const;

  /// "Mediengruppe", "Verwaltungsgericht": two words of the dictionary in one.
  bool is_compound(std::uint32_t i) const;

  static NameForm form_of(const NameHint& hint);
};

}  // namespace onrecord
