// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a name can mean, found by its words: a list of thousands of people is joined in linear time.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace onrecord {

class PeopleIndex {
 public:
  /// Up to so many people everybody is asked: misspellings and other cases of the grammar share no
  /// word with the name.
  static constexpr std::uint32_t few = 400;

  /// Of people who share a word ("Jane") so many are asked, the last ones.
  static constexpr std::size_t most_of_a_word = 200;

  /// Person `number` bears these words, too (hashes); numbers ascend.
  void add(std::uint32_t number, const std::vector<std::uint64_t>& words);

  /// The numbers of those whom a name of these words can mean, ascending.
  std::vector<std::uint32_t> find(const std::vector<std::uint64_t>& words) const;

 private:
  std::uint32_t people_ = 0;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_word_;
};

}  // namespace onrecord
