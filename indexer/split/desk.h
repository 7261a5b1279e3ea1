// SPDX-License-Identifier: GPL-3.0-or-later
// Who signs where no person does: a desk, an outlet, an agency, as it is printed.
#pragma once

#include <string>
#include <string_view>

#include "indexer/split/split_lexicon.h"

namespace onrecord {

/// "Courier staff in Lima | 3 min read" to "Courier staff": what a byline that names no person
/// begins with, up to a mark or a word that links it to a town or an outlet. `line` stands without
/// "By". Empty for addresses, sentences and the accounts of software ("admin").
std::string read_desk(std::string_view line, const SplitLexicon& lexicon);

}  // namespace onrecord
