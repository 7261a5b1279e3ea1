// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/name_groups.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

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

class Weigher {
 public:
  Weigher(const NameText& text, NameGroups& all) : text_(text), all_(all) {}

  void run() {
    for (NameGroup& group : all_.groups) weigh(group);
    support_full_names();
    support_short_companies();
    support_lists();
  }

 private:
  void weigh(NameGroup& group) {
    Totals person, place, organization;
    for (const std::uint32_t number : group.candidates) {
      person.add(all_.contexts[number].person);
      place.add(all_.contexts[number].place);
      organization.add(all_.contexts[number].organization);
      group.always_weak = group.always_weak && all_.candidates[number].weak_start;
    }
    group.total = {group.form.person + person.combined(), group.form.place + place.combined(),
                   group.form.organization + organization.combined()};
    // "US President", "a Norway spokesman": offices follow countries as well as companies.
    if (group.form.place >= 28) group.total.organization -= 40;
  }

  std::uint64_t last_word(const NameGroup& group) const {
    const TokenRange range = all_.first_of(group).tokens;
    std::uint32_t i = range.last - 1;
    while (i > range.first && (!text_.tokens[i].is_word() || text_.tokens[i].is(nw_suffix))) --i;
    return text_.tokens[i].hash;
  }

  /// "Adetou Ogunlesi ... Ogunlesi said": what speaks for the surname speaks for the full name.
  void support_full_names() {
    std::unordered_map<std::uint64_t, int> surnames;
    for (const NameGroup& group : all_.groups) {
      const Candidate& first = all_.first_of(group);
      if (first.form != NameForm::open || first.words != 1) continue;
      surnames[last_word(group)] = group.total.person - group.form.person;
    }
    for (NameGroup& group : all_.groups) {
      const Candidate& first = all_.first_of(group);
      if (first.form != NameForm::open || first.words < 2) continue;
      const auto found = surnames.find(last_word(group));
      if (found != surnames.end()) group.total.person += std::clamp(found->second, 0, 20);
    }
  }

  /// "Torvik Solberg Inc ... Torvik said": the beginning of a company's name is the company.
  void support_short_companies() {
    std::unordered_set<std::uint64_t> beginnings;
    for (const NameGroup& group : all_.groups) add_beginnings(group, beginnings);
    if (beginnings.empty()) return;
    for (NameGroup& group : all_.groups) {
      const Candidate& first = all_.first_of(group);
      if (first.form != NameForm::open || !beginnings.contains(first.hash)) continue;
      const bool titled = std::any_of(group.candidates.begin(), group.candidates.end(),
                                      [&](auto number) { return all_.candidates[number].titled; });
      if (!titled && group.form.place < 12) group.total.organization += 45;
    }
  }

  void add_beginnings(const NameGroup& group, std::unordered_set<std::uint64_t>& out) const {
    const Candidate& first = all_.first_of(group);
    if (first.form != NameForm::organization ||
        !text_.tokens[first.tokens.last - 1].is(nw_company)) {
      return;
    }
    std::uint64_t hash = 0;
    for (std::uint32_t i = first.tokens.first; i + 1 < first.tokens.last; ++i) {
      const NameToken& token = text_.tokens[i];
      if (!token.is_word()) continue;
      hash = extend_name(hash, token.hash);
      if (!token.is(nw_org_word)) out.insert(hash);
    }
  }

  /// Members of a list are of one kind: "Oslo, Torvik and Bergen".
  void support_lists() {
    std::vector<const NameGroup*> owners(all_.candidates.size(), nullptr);
    for (const NameGroup& group : all_.groups) {
      for (const std::uint32_t number : group.candidates) owners[number] = &group;
    }
    std::vector<Evidence> bonus(all_.candidates.size());
    for (std::uint32_t i = 0; i + 1 < all_.candidates.size(); ++i) {
      if (is_range(i, i + 1)) add_range(owners, i, bonus);
      if (!is_listed(i, i + 1)) continue;
      add_bonus(bonus[i], *owners[i], *owners[i + 1]);
      add_bonus(bonus[i + 1], *owners[i + 1], *owners[i]);
      if (i == 0 || !is_listed(i - 1, i)) add_list(owners, i, bonus);
    }
    for (NameGroup& group : all_.groups) {
      Evidence best;
      for (const std::uint32_t number : group.candidates) {
        best.person = std::max(best.person, bonus[number].person);
        best.place = std::max(best.place, bonus[number].place);
      }
      group.total.person += best.person;
      group.total.place += best.place;
    }
  }

  bool is_sure_place(const NameGroup& group) const {
    if (all_.first_of(group).form == NameForm::place) return true;
    return group.total.place >= 15 && group.total.place > group.total.person + 10;
  }

  static bool is_sure_person(const NameGroup& group) {
    return group.total.person >= 30 && group.total.person > group.total.place + 10;
  }

  void add_bonus(Evidence& bonus, const NameGroup& group, const NameGroup& neighbour) const {
    constexpr int country = 45;
    if (is_sure_place(neighbour)) bonus.place += 14;
    // "Ilse Torvald, Norway, 12.3 seconds": a country is nobody.
    if (is_sure_person(neighbour) && group.form.place < country) bonus.person += 8;
  }

  /// Two known places, or "the towns of" before the first, make places of the other members, two
  /// sure people people: "near Oslo, Bergen, Torvik and Solberg", "the towns of Torvik, Solberg and
  /// Ilse", "Ilse Torvald, Rabbit Qorvund, and Dag Moberg".
  void add_list(const std::vector<const NameGroup*>& owners, std::uint32_t first,
                std::vector<Evidence>& bonus) const {
    constexpr int list_of_places = 28, list_of_people = 20;
    int places = is_described(first) ? 2 : 0, people = 0;
    std::uint32_t last = first;
    for (;; ++last) {
      if (all_.candidates[last].form == NameForm::organization) return;
      people += is_sure_person(*owners[last]) ? 1 : 0;
      places += is_sure_place(*owners[last]) ? 1 : 0;
      if (last + 1 == all_.candidates.size() || !is_listed(last, last + 1)) break;
    }
    const bool are_places = places >= 2 && people == 0, are_people = people >= 2 && places == 0;
    for (std::uint32_t i = first; i <= last; ++i) {
      const NameGroup& group = *owners[i];
      if (is_sure_place(group) || group.form.organization > 0) continue;
      if (are_places) bonus[i].place = std::max(bonus[i].place, list_of_places);
      const bool name = are_people && all_.candidates[i].words >= 2;
      if (name) bonus[i].person = std::max(bonus[i].person, list_of_people);
    }
  }

  /// "the villages of Torvik"
  bool is_described(std::uint32_t number) const {
    const std::uint32_t first = all_.candidates[number].tokens.first;
    return first >= 2 && text_.tokens[first - 1].is_word() && text_.text_of(first - 1) == "of" &&
           text_.tokens[first - 2].paragraph == text_.tokens[first].paragraph &&
           text_.tokens[first - 2].is(nw_place_after | nw_place_before | nw_place_noun);
  }

  /// "from Torvik to Solberg": both are places if one is.
  bool is_range(std::uint32_t a, std::uint32_t b) const {
    const TokenRange from = all_.candidates[a].tokens, to = all_.candidates[b].tokens;
    return from.first > 0 && from.last + 1 == to.first &&
           text_.tokens[from.first - 1].paragraph == text_.tokens[to.first].paragraph &&
           text_.text_of(from.last) == "to" && text_.text_of(from.first - 1) == "from";
  }

  void add_range(const std::vector<const NameGroup*>& owners, std::uint32_t first,
                 std::vector<Evidence>& bonus) const {
    constexpr int end_of_range = 20;
    if (is_sure_place(*owners[first])) bonus[first + 1].place += end_of_range;
    if (is_sure_place(*owners[first + 1])) bonus[first].place += end_of_range;
  }

  /// Nothing but a comma, "and", or both between two names.
  bool is_listed(std::uint32_t a, std::uint32_t b) const {
    const std::uint32_t from = all_.candidates[a].tokens.last;
    const std::uint32_t to = all_.candidates[b].tokens.first;
    if (from >= to || to - from > 2) return false;
    if (text_.tokens[from].paragraph != text_.tokens[to].paragraph) return false;
    bool joined = false;
    for (std::uint32_t i = from; i < to; ++i) {
      const bool comma = text_.tokens[i].sign == ',';
      const bool word = text_.tokens[i].is_word() && is_joint(text_.text_of(i));
      if (!comma && !word) return false;
      joined = true;
    }
    return joined;
  }

  static bool is_joint(std::string_view word) { return word == "and" || word == "or"; }

  const NameText& text_;
  NameGroups& all_;
};

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
  Weigher(text, all).run();
  return all;
}

}  // namespace onrecord
