// SPDX-License-Identifier: GPL-3.0-or-later
// Reads tests/indexer/quote/cases/*.txt: an article's text, who is in it, which quotes to find.
//
//   == name of the phenomenon
//   people: Adwoa Osei f; Ivo Marsh m goalkeeper      name, gender f m or -, then roles by commas
//   orgs: Norsk Kraft
//   places: Leith; Peru
//   dateline: LIMA
//   headline: ...            (one line)
//   published: 2024-03-15
//   source: ...              the outlet; also byline: by ";"
//   caption: ...             also subhead:, block: (a block quotation)
//   A paragraph of the body on a line of its own.
//   > text of the quote | speaker
//   > text of a quote | -                             nobody named speaks
//   > text | speaker | mixed                          the kind, where it matters
//   > text | speaker | class deny | to reporters | at in a statement | on 2024-03-14 | with Kaja
//   Lind
//                                                     what else is said of it, where it matters
//
// A file with the name of a language pack ("de.txt", "indirect.de.txt") is in that language, others
// are English. The
// quotes are all that shall be found, in text order; indirect ones only in indirect*.txt. `#`
// begins a comment line.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "common/article.h"

namespace onrecord::testing_support {

struct ExpectedQuote {
  std::string text;
  std::string speaker;
  std::optional<QuoteKind> kind;
  std::map<std::string, std::string> context;  ///< "class", "to", "at", "on", "with", "role".
};

struct QuoteCase {
  std::string file;
  std::string name;
  Article article;
  std::vector<ExpectedQuote> quotes;
};

/// How a failed test names its case.
inline void PrintTo(const QuoteCase& one, std::ostream* out) {
  *out << one.file << ": " << one.name;
}

/// All cases of one file.
std::vector<QuoteCase> read_case_file(const std::filesystem::path& file);

/// Adds a person with the mentions of the full name.
void add_person(Article& article, std::string name, Gender gender,
                const std::vector<std::string>& roles = {});

}  // namespace onrecord::testing_support
