// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/name_hints.h"

#include <algorithm>

#include "common/text_fold.h"
#include "common/tokens.h"
#include "indexer/gazetteer/gazetteer_format.h"

namespace onrecord {
namespace {

std::vector<std::uint64_t> words_of(std::string_view name) {
  std::vector<std::uint64_t> words;
  for (const Token& token : tokenize(name)) {
    if (token.kind == TokenKind::word) words.push_back(hash_word(fold(text_of(name, token))));
  }
  return words;
}

}  // namespace

std::uint64_t hash_of_name(std::string_view name) {
  std::uint64_t hash = 0;
  for (const std::uint64_t word : words_of(name)) hash = extend_name(hash, word);
  return hash;
}

void NameHints::add(NameHint hint) {
  const auto words = words_of(hint.name);
  if (words.empty()) return;
  const auto number = static_cast<std::uint32_t>(hints_.size());
  std::uint64_t hash = 0;
  for (const std::uint64_t word : words) {
    if (hash != 0) beginnings_.insert(hash);
    hash = extend_name(hash, word);
  }
  by_hash_[hash] = number;
  if (hint.kind == HintKind::person && words.size() > 1) {
    const auto [known, is_new] = by_surname_.emplace(words.back(), number);
    const bool other =
        !is_new && known->second != several && hints_[known->second].name != hint.name;
    if (other) known->second = several;
  }
  hints_.push_back(std::move(hint));
}

void NameHints::add_same(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    common_names_[hash_of_name(name)] = names.front();
    add({HintKind::person, name});
  }
}

void NameHints::add_different(std::string_view a, std::string_view b) {
  different_.insert(std::minmax({hash_of_name(a), hash_of_name(b)}));
}

const NameHint* NameHints::find(std::uint64_t name_hash) const {
  const auto found = by_hash_.find(name_hash);
  return found == by_hash_.end() ? nullptr : &hints_[found->second];
}

const NameHint* NameHints::person_with_surname(std::uint64_t word_hash) const {
  const auto found = by_surname_.find(word_hash);
  return found == by_surname_.end() || found->second == several ? nullptr : &hints_[found->second];
}

std::string_view NameHints::common_name(std::uint64_t name_hash) const {
  const auto found = common_names_.find(name_hash);
  return found == common_names_.end() ? std::string_view() : found->second;
}

bool NameHints::are_same(std::uint64_t a, std::uint64_t b) const {
  const std::string_view name = common_name(a);
  return !name.empty() && name == common_name(b);
}

bool NameHints::are_different(std::uint64_t a, std::uint64_t b) const {
  return different_.contains(std::minmax(a, b));
}

}  // namespace onrecord
