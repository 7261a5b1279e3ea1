// SPDX-License-Identifier: GPL-3.0-or-later
// First pass: the stretches of text that may be names, cut free of titles, offices, demonyms and
// of each other.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entity/name_tokens.h"

namespace onrecord {

/// What the form of the name alone says; `open` names are decided by evidence from all mentions.
enum class NameForm : std::uint8_t {
  open,
  organization,  ///< "Bergen Savings Bank", "NATO"
  place,         ///< "Moss County", "Lake Torvik"
  other,         ///< "Torvald Act", "White House"
};

/// Tokens [first, last), nothing if equal.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool empty() const { return first == last; }
  bool operator==(const TokenRange&) const = default;
};

struct Candidate {
  TokenRange tokens;       ///< The name, with inner punctuation, without possessive.
  std::uint64_t hash = 0;  ///< Of its words.
  NameForm form = NameForm::open;
  std::uint8_t words = 0;
  bool weak_start = false;          ///< A common word at a sentence's beginning: "Long said ..."
  bool titled = false;              ///< A title or office stands directly before: "Mrs Torvald".
  bool role_follows = false;        ///< "Apple CEO Ilse Torvald": the name before the office.
  Gender gender = Gender::unknown;  ///< Of the title.
  TokenRange role;                  ///< The office before the name, as written.
};

/// Candidates in text order. Paragraphs in title case give none: their words are matched against
/// the names of the others.
std::vector<Candidate> find_candidates(const NameText& text);

}  // namespace onrecord
