// SPDX-License-Identifier: GPL-3.0-or-later
// Pull quotes: a sentence of the body once more, in larger type. Kept, it would count twice.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/split/body_text.h"

namespace onrecord {

/// Takes out short items between quotation marks whose words stand in another item as well, with
/// the line below that names the speaker ("Ana Ruiz, mayor").
void drop_pull_quotes(std::vector<BodyItem>& items, const SplitLexicon& lexicon);

/// Keys of the sentences of a text: a pull quote may leave out what stands between them in the
/// body.
std::vector<std::string> sentence_keys(std::string_view text);

}  // namespace onrecord
