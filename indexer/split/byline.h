// SPDX-License-Identifier: GPL-3.0-or-later
// Bylines: from "By ANA RUIZ, TOM OKAFOR and Li Wen in Geneva for AFP" to names, agency and outlet.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/split/split_lexicon.h"

namespace onrecord {

struct Byline {
  std::vector<std::string> people;  ///< As written, without titles, jobs and addresses.
  std::string agency;               ///< "AFP"
  std::string source;               ///< An outlet or desk: "The Almer Courier".
  std::string desk;                 ///< Who signs where nobody is named: "Courier staff", "AFP".
  bool announced = false;           ///< "By", "Written by" or the like stood in front.
  bool closing = false;             ///< "Reporting by": stands below a story.
};

/// Reads `line` as a byline. Empty for a sentence ("By the time the talks ended, ...") and for what
/// only could be one: a line without "By" must show a job, an outlet, an agency or an address
/// beside the name. Every word must have its place in the grammar.
std::optional<Byline> read_byline(std::string_view line, const SplitLexicon& lexicon);

/// Reads a field that is known to hold the author or authors; here "Ruiz, Ana" and bare names
/// count.
Byline read_byline_field(std::string_view field, const SplitLexicon& lexicon);

/// The same for one value of a record's own field of authors, which is a list even as a string: its
/// names stay as they are ("Dr. Ana Ruiz"), and its parts are authors, a single word and, beside
/// people, an agency as well: "Ana Ruiz, Sukarno, dpa". Not so behind "By": that is a printed line.
std::vector<Byline> read_author_list(std::string_view value, const SplitLexicon& lexicon);

/// "(Reporting by Ana Ruiz in Lima; Editing by Tom Okafor)", "- Ana Ruiz": bylines below the text.
std::optional<Byline> read_closing_byline(std::string_view line, const SplitLexicon& lexicon);

/// "Ana Ruiz can be reached at ana.ruiz@courier.example.", "Ana Ruiz is a staff writer ...": a box
/// about the author below the text. Other sentences about somebody are none.
std::optional<Byline> read_author_box(std::string_view paragraph, const SplitLexicon& lexicon);

/// The author in the path of an address: "/author/ana-maria-ruiz-for-afp". Guessed from the words.
std::optional<Byline> read_author_address(std::string_view url, const SplitLexicon& lexicon);

/// Names and nothing else: "Ana Ruiz and Tom Okafor"; empty if anything else is in the line.
std::vector<std::string> read_bare_names(std::string_view line, const SplitLexicon& lexicon);

/// Two to four words that could be a name: capitals, no digits, no words of jobs and outlets.
bool could_be_name(std::string_view text, const SplitLexicon& lexicon);

/// "배윤경", "李明": names of China, Japan and Korea may be one word, surname first.
bool is_whole_name(std::string_view word);

}  // namespace onrecord
