// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/people_index.h"

#include <algorithm>
#include <numeric>

namespace onrecord {

void PeopleIndex::add(std::uint32_t number, const std::vector<std::uint64_t>& words) {
  people_ = std::max(people_, number + 1);
  for (const std::uint64_t word : words) by_word_[word].push_back(number);
}

std::vector<std::uint32_t> PeopleIndex::find(const std::vector<std::uint64_t>& words) const {
  std::vector<std::uint32_t> numbers;
  if (people_ <= few) {
    numbers.resize(people_);
    std::iota(numbers.begin(), numbers.end(), 0U);
    return numbers;
  }
  for (const std::uint64_t word : words) {
    const auto found = by_word_.find(word);
    if (found == by_word_.end()) continue;
    const auto& bearers = found->second;
    const auto skipped = bearers.size() - std::min(bearers.size(), most_of_a_word);
    numbers.insert(numbers.end(), bearers.begin() + static_cast<std::ptrdiff_t>(skipped),
                   bearers.end());
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

}  // namespace onrecord
