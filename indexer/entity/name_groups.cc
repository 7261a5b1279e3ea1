// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/name_groups.h"

#include <algorithm>
#include <unordered_map>

namespace onrecord {
namespace {

/// The strongest context counts in full, the others together a limited share: ten weak hints are
/// no proof.
int combine(int strongest, int sum) {
  constexpr int most_of_others = 25;
  return strongest + std::clamp((sum - strongest) / 3, -most_of_others, most_of_others);
}

struct Totals {
  int strongest = -1000;
  int sum = 0;
  void add(int points) {
    strongest = std::max(strongest, points);
    sum += points;
  }
  int combined() const { return combine(strongest, sum); }
};

void weigh(NameGroups& all, NameGroup& group) {
  Totals person, place, organization;
  for (const std::uint32_t number : group.candidates) {
    person.add(all.contexts[number].person);
    place.add(all.contexts[number].place);
    organization.add(all.contexts[number].organization);
    group.always_weak = group.always_weak && all.candidates[number].weak_start;
  }
  group.total = {group.form.person + person.combined(), group.form.place + place.combined(),
                 group.form.organization + organization.combined()};
}

}  // namespace

NameGroups group_candidates(const NameText& text, std::vector<Candidate> candidates) {
  NameGroups all;
  all.candidates = std::move(candidates);
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < all.candidates.size(); ++i) {
    const Candidate& candidate = all.candidates[i];
    all.contexts.push_back(evidence_of_context(text, candidate));
    const auto key = candidate.hash + static_cast<std::uint64_t>(candidate.form);
    const auto [found, is_new] =
        numbers.emplace(key, static_cast<std::uint32_t>(all.groups.size()));
    if (is_new) {
      all.groups.emplace_back();
      all.groups.back().form = evidence_of_form(text, candidate);
    }
    all.groups[found->second].candidates.push_back(i);
  }
  for (NameGroup& group : all.groups) weigh(all, group);
  return all;
}

}  // namespace onrecord
