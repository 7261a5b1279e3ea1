// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/joint_speakers.h"

#include <algorithm>

namespace onrecord {
namespace {

constexpr std::uint32_t longest_office = 4;      // "and Transport Minister Varga"
constexpr std::uint32_t longest_apposition = 8;  // "Ito, a former clerk of the port, and Varga"

class JointReader {
 public:
  JointReader(const Scene& scene, const Frame& frame, ItemKind kind)
      : scene_(scene), frame_(frame), kind_(kind) {}

  std::vector<std::uint32_t> read(std::uint32_t head) {
    inverted_ = is_behind_verb(head);
    std::vector<std::uint32_t> names = {head};
    for (std::uint32_t next = right_of(head); next != head; next = right_of(head)) {
      names.push_back(next);
      head = next;
    }
    head = names.front();
    for (std::uint32_t next = left_of(head); next != head; next = left_of(head)) {
      names.insert(names.begin(), next);
      head = next;
    }
    if (names.size() < 2 || !has_conjunction(names) || !opens_phrase(names.front())) return {};
    return names;
  }

 private:
  const Item& item(std::uint32_t i) const { return scene_.items[i]; }
  bool inside(std::uint32_t i) const { return i >= frame_.begin && i < frame_.end; }

  bool is_and(std::uint32_t i) const { return item(i).has(WordClass::joining); }

  /// Titles and offices before a name: "Senator", "Transport Minister".
  bool is_before_name(std::uint32_t i) const {
    const Item& one = item(i);
    return one.is(ItemKind::word) &&
           (one.has(WordClass::determiner) || one.has(WordClass::title) ||
            one.has(WordClass::person_noun) || one.upper || one.has(WordClass::demonym));
  }

  /// "said Senator Ito"
  bool is_behind_verb(std::uint32_t name) const {
    while (name > frame_.begin && is_before_name(name - 1)) --name;
    return name > frame_.begin && item(name - 1).has(WordClass::cue_finite);
  }

  /// The next name behind `i` that "and" or a comma joins; `i` itself if there is none.
  std::uint32_t right_of(std::uint32_t i) const {
    std::uint32_t k = after_apposition(i + 1);
    if (!inside(k)) return i;
    if (item(k).is(ItemKind::comma)) ++k;
    if (inside(k) && is_and(k)) ++k;
    if (k == i + 1) return i;
    for (std::uint32_t n = 0; inside(k) && n < longest_office && is_before_name(k); ++n) ++k;
    if (!inside(k) || !item(k).is(kind_) || (inverted_ && opens_clause_behind(k))) return i;
    return k;
  }

  /// ", a former clerk," between two joined names; behind it "and" must follow.
  std::uint32_t after_apposition(std::uint32_t i) const {
    if (!inside(i) || !item(i).is(ItemKind::comma)) return i;
    for (std::uint32_t k = i + 1; inside(k + 1) && k < i + longest_apposition; ++k) {
      if (item(k).is(kind_) || item(k).is(ItemKind::quote)) break;
      if (item(k).is(ItemKind::comma)) return is_and(k + 1) ? k : i;
    }
    return i;
  }

  /// "said Ito and Varga nodded": the second name begins a clause of its own.
  bool opens_clause_behind(std::uint32_t name) const {
    const std::uint32_t next = name + 1;
    if (!inside(next)) return false;
    const Item& one = item(next);
    if (!one.is(ItemKind::word)) return one.is(ItemKind::possessive);
    return !one.has(WordClass::conjunction) && !one.has(WordClass::preposition) &&
           !one.has(WordClass::day) && !one.has(WordClass::auxiliary) &&
           !one.has(WordClass::adverb) && !one.has(WordClass::relative);
  }

  std::uint32_t left_of(std::uint32_t i) const {
    std::uint32_t k = i;
    while (k > frame_.begin && i - k < longest_office && is_before_name(k - 1)) --k;
    const std::uint32_t phrase = k;
    if (k > frame_.begin && is_and(k - 1)) --k;
    if (k > frame_.begin && item(k - 1).is(ItemKind::comma)) {
      --k;
      k = before_apposition(k);
    }
    if (k == phrase || k == frame_.begin || !item(k - 1).is(kind_)) return i;
    return k - 1;
  }

  std::uint32_t before_apposition(std::uint32_t comma) const {
    if (comma + 1 >= frame_.end || !is_and(comma + 1)) return comma;
    for (std::uint32_t k = comma; k > frame_.begin && comma - k < longest_apposition; --k) {
      if (item(k - 1).is(ItemKind::quote)) break;
      if (item(k - 1).is(kind_)) return comma;
      if (item(k - 1).is(ItemKind::comma)) return k - 1;
    }
    return comma;
  }

  /// A subject or what follows a verb of saying; but: "Ito met Lind, and Varga said".
  bool opens_phrase(std::uint32_t name) const {
    std::uint32_t k = name;
    while (k > frame_.begin && is_before_name(k - 1)) --k;
    if (k == frame_.begin) return true;
    const Item& before = item(k - 1);
    return !before.is(ItemKind::word) || before.has(WordClass::conjunction) ||
           before.has(WordClass::subordinator) || before.has(WordClass::complementizer) ||
           before.has(WordClass::preposition) || before.has(WordClass::cue_finite);
  }

  bool has_conjunction(const std::vector<std::uint32_t>& names) const {
    for (std::uint32_t i = names[names.size() - 2]; i < names.back(); ++i) {
      if (is_and(i)) return true;
    }
    return false;
  }

  const Scene& scene_;
  const Frame& frame_;
  ItemKind kind_;
  bool inverted_ = false;  ///< The names follow the verb.
};

}  // namespace

std::vector<std::uint32_t> joined_names(const Scene& scene, const Frame& frame,
                                        std::uint32_t head) {
  const ItemKind kind = scene.items[head].kind;
  if (kind != ItemKind::person && kind != ItemKind::organization && kind != ItemKind::place) {
    return {};
  }
  std::vector<std::uint32_t> names = JointReader(scene, frame, kind).read(head);
  const auto same = [&](std::uint32_t a, std::uint32_t b) {
    return scene.items[a].index == scene.items[b].index;
  };
  names.erase(std::unique(names.begin(), names.end(), same), names.end());
  return names.size() < 2 ? std::vector<std::uint32_t>() : names;
}

}  // namespace onrecord
