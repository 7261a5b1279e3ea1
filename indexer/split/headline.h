// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to a headline once it is found: parts that are none are cut off, marks made to
// match.
#pragma once

#include <string>
#include <string_view>

#include "indexer/split/mapped_text.h"
#include "indexer/split/split_lexicon.h"

namespace onrecord {

/// A headline and the kicker that stood before it ("OPINION | ..."), if that names a section.
struct PolishedHeadline {
  MappedText text;
  std::string section;
};

/// Cuts off the site's name ("Lake talks stall - The Almer Courier"), kickers before a bar and wire
/// versions ("UPDATE 2-"), and makes a pair of marks match: 'Difficult\u2019 gives 'Difficult'.
/// `outlet` is the name of the outlet or host, if known.
PolishedHeadline polish_headline(MappedText headline, std::string_view outlet,
                                 const SplitLexicon& lexicon);

/// The headline of an article that has none: its first sentence, at most 120 characters, cut
/// between words.
MappedText make_headline(const MappedText& first_paragraph);

}  // namespace onrecord
