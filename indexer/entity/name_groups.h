// SPDX-License-Identifier: GPL-3.0-or-later
// Second pass: all mentions of one name together, and what the name is.
#pragma once

#include <vector>

#include "indexer/entity/candidates.h"
#include "indexer/entity/evidence.h"

namespace onrecord {

/// The candidates with the same words.
struct NameGroup {
  std::vector<std::uint32_t> candidates;  ///< Numbers, in text order.
  Evidence form;
  Evidence total;           ///< Form and the contexts of all mentions.
  bool always_weak = true;  ///< Only met as a common word at the beginning of sentences.
};

struct NameGroups {
  std::vector<Candidate> candidates;
  std::vector<Evidence> contexts;  ///< One for each candidate.
  std::vector<NameGroup> groups;   ///< In order of first mention.

  const Candidate& first_of(const NameGroup& group) const {
    return candidates[group.candidates.front()];
  }
};

NameGroups group_candidates(const NameText& text, std::vector<Candidate> candidates);

}  // namespace onrecord
