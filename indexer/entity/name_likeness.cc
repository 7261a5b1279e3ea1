// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/name_likeness.h"

#include <algorithm>
#include <string>

#include "common/text_fold.h"

namespace onrecord {
namespace {

/// A word without vowels and doubled letters, first letter kept: what transliterations share.
std::string consonants_of(std::string_view word) {
  std::string kept;
  for (const char c : word) {
    const bool vowel = std::string_view("aeiouy").find(c) != std::string_view::npos;
    if (!kept.empty() && (vowel || kept.back() == c)) continue;
    kept += c;
  }
  return kept;
}

}  // namespace

bool is_misspelling(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < 5 || b.size() - a.size() > 1) return false;
  std::size_t head = 0;
  while (head < a.size() && a[head] == b[head]) ++head;
  std::size_t tail = 0;
  while (tail + head < a.size() && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  return head > 0 && head + tail + 1 >= b.size();
}

bool is_same_given_name(std::string_view a, std::string_view b) {
  const std::string left = fold(a), right = fold(b);
  if (left.empty() || right.empty()) return false;
  const std::string& longer = left.size() >= right.size() ? left : right;
  const std::string& shorter = left.size() >= right.size() ? right : left;
  if (shorter.size() == 1 || shorter.find('.') != std::string::npos) {
    return longer.front() == shorter.front();
  }
  if (shorter.size() >= 3 && longer.starts_with(shorter)) return true;
  // "Mohammed", "Muhammad"; "Oleksandr", "Aleksandr" differ in their first letter.
  const std::string skeleton = consonants_of(left);
  if (skeleton.size() >= 4 && skeleton == consonants_of(right)) return true;
  return is_misspelling(left, right);
}

bool is_other_gender(const NameToken& a, const NameToken& b) {
  const auto length = [](const NameToken& token) { return token.span.end - token.span.begin; };
  if (std::max(length(a), length(b)) - std::min(length(a), length(b)) > 2) return false;  // "Emi"
  const std::uint32_t left = a.facts & word_given, right = b.facts & word_given;
  return left != 0 && right != 0 && (left & right) == 0;
}

bool is_contained(const std::vector<std::uint64_t>& part, const std::vector<std::uint64_t>& whole) {
  std::size_t at = 0;
  for (const std::uint64_t word : whole) {
    if (at < part.size() && part[at] == word) ++at;
  }
  return at == part.size();
}

bool is_subset(const std::vector<std::uint64_t>& part, const std::vector<std::uint64_t>& whole) {
  return std::all_of(part.begin(), part.end(), [&](std::uint64_t word) {
    return std::count(part.begin(), part.end(), word) <=
           std::count(whole.begin(), whole.end(), word);
  });
}

}  // namespace onrecord
