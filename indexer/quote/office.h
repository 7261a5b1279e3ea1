// SPDX-License-Identifier: GPL-3.0-or-later
// Offices compared: can "the foreign secretary" be somebody who is called Home Secretary?
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/tokens.h"
#include "indexer/quote/quote_lexicon.h"

namespace onrecord {

/// The last word of a phrase, folded: "Foreign Minister" gives "minister".
std::string head_of_phrase(std::string_view phrase);

/// How well an office as described fits one that somebody is known to hold.
enum class OfficeFit {
  other,   ///< Another head ("minister", "mayor"), or two of one kind ("Foreign" and "Home").
  partly,  ///< Some of the words that tell such offices apart: "deputy foreign minister".
  open,    ///< One of the two says no more than its head: "the minister".
  same,    ///< "the foreign minister", "minister of foreign affairs".
};

/// `described` without its determiner; `role` as written in the article. Which words tell one
/// office of a kind from the other is in role_modifiers.txt; "former", "new" do not.
OfficeFit compare_offices(std::string_view described, std::string_view role,
                          const QuoteLexicon& lexicon);

/// Is the role one that leaves its holder no room for another? One of several of its kind ("Home
/// Secretary", "deputy leader") or one in sole_offices.txt ("mayor"); not "leader", "MP".
bool is_post(std::string_view role, const QuoteLexicon& lexicon);

/// "Secretary of State Ilse Torvald", "Speaker of the House Peer Olsen", "minister for ports Idris
/// Novak": the last token of the office whose noun is token `head`, where its bearer's name begins
/// at token `bearer`; `head` if what stands between is no part of it, as in "an aide to President
/// Torvald", "the heir of Torvald and Peer Olsen".
std::size_t end_of_office(std::string_view text, std::span<const Token> tokens, std::size_t head,
                          std::size_t bearer, const QuoteLexicon& lexicon);

}  // namespace onrecord
