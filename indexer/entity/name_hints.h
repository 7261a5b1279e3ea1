// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of whole names from outside the text: by the archive, which marks persons and places
// of an article, or by the user, whose file names what the rules get wrong.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace onrecord {

enum class HintKind : std::uint8_t { person, place, organization, nothing };

struct NameHint {
  HintKind kind = HintKind::person;
  std::string name;          ///< As given: "Jane Roe", "el salvador".
  std::string country = {};  ///< Of a place, ISO 3166-1 alpha-2; empty if not given.
};

/// Hash of the words of a name, as NameText has it.
std::uint64_t hash_of_name(std::string_view name);

class NameHints {
 public:
  /// Of two hints for one name the later one counts. A name without a word says nothing.
  void add(NameHint hint);

  /// All these are one person, to be called by the first name. They are persons then.
  void add_same(const std::vector<std::string>& names);

  /// Two names that are never joined.
  void add_different(std::string_view a, std::string_view b);

  bool empty() const { return hints_.empty() && different_.empty(); }

  /// The hint for exactly this name; null if there is none.
  const NameHint* find(std::uint64_t name_hash) const;

  /// Does a longer name begin with these words?
  bool continues(std::uint64_t name_hash) const { return beginnings_.contains(name_hash); }

  /// The person of several words whose last one this is; null if there is none, or more than one.
  const NameHint* person_with_surname(std::uint64_t word_hash) const;

  /// The name under which the bearer of this one is listed; empty if add_same did not say.
  std::string_view common_name(std::uint64_t name_hash) const;

  bool are_same(std::uint64_t a, std::uint64_t b) const;
  bool are_different(std::uint64_t a, std::uint64_t b) const;

 private:
  static constexpr std::uint32_t several = UINT32_MAX;
  std::vector<NameHint> hints_;
  std::unordered_map<std::uint64_t, std::uint32_t> by_hash_;
  std::unordered_map<std::uint64_t, std::uint32_t> by_surname_;  ///< `several`: not only one.
  std::unordered_set<std::uint64_t> beginnings_;
  std::unordered_map<std::uint64_t, std::string> common_names_;
  std::set<std::pair<std::uint64_t, std::uint64_t>> different_;
};

}  // namespace onrecord
