// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/organizations.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace onrecord {
namespace {

constexpr int organization_threshold = 30;
constexpr std::size_t none = SIZE_MAX;  // no one entry

/// First letters of the words with a capital: "Workers' Union of Bergen" gives "WUB".
std::string initials_of(const NameText& text, TokenRange range) {
  std::string initials;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (text.tokens[i].is_name_word()) initials += text.text_of(i).front();
  }
  return initials;
}

class OrganizationFinder {
 public:
  OrganizationFinder(const NameText& text, const NameGroups& groups, const PeopleFound& people)
      : text_(text), groups_(groups), people_(people) {}

  std::vector<Organization> run() {
    for (const NameGroup& group : groups_.groups) {
      if (is_organization(group) && is_long_form(group)) add(group);
    }
    for (const NameGroup& group : groups_.groups) {
      const bool organization = is_organization(group) || is_known_acronym(group);
      if (organization && !is_long_form(group)) add_short(group);
    }
    for (Organization& organization : organizations_) sort_mentions(organization);
    std::sort(organizations_.begin(), organizations_.end(), comes_before<Organization>);
    return std::move(organizations_);
  }

 private:
  static auto position(const Mention& mention) {
    return std::pair(mention.paragraph, mention.span.begin);
  }

  template <typename Entry>
  static bool comes_before(const Entry& a, const Entry& b) {
    return position(a.mentions.front()) < position(b.mentions.front());
  }

  static void sort_mentions(Organization& organization) {
    std::sort(organization.mentions.begin(), organization.mentions.end(),
              [](const Mention& a, const Mention& b) { return position(a) < position(b); });
  }

  bool is_long_form(const NameGroup& group) const {
    const Candidate& first = groups_.first_of(group);
    return first.words > 1 && first.form == NameForm::organization;
  }

  bool is_organization(const NameGroup& group) const {
    const Candidate& first = groups_.first_of(group);
    if (people_.taken[group.candidates.front()]) return false;
    if (first.form == NameForm::organization) return true;
    const Evidence& total = group.total;
    return first.form == NameForm::open && total.organization >= organization_threshold &&
           total.organization > total.place && total.organization > total.person;
  }

  /// "BSB": the initials of a name found in the article say enough.
  bool is_known_acronym(const NameGroup& group) const {
    const Candidate& first = groups_.first_of(group);
    if (first.form != NameForm::open || people_.taken[group.candidates.front()]) return false;
    const NameToken& word = text_.tokens[first.tokens.first];
    if (first.words != 1 || !word.all_upper || group.form.place >= 12) return false;
    std::string letters(text_.text_of(first.tokens.first, first.tokens.last));
    std::erase(letters, '.');
    return letters.size() >= 3 && by_initials_.contains(letters);
  }

  void add(const NameGroup& group) {
    const TokenRange range = groups_.first_of(group).tokens;
    const std::size_t number = number_of(group);
    by_initials_.emplace(initials_of(text_, range), number);
    add_beginnings(range, number);
    add_mentions(group, organizations_[number]);
  }

  /// The entry of a name; of two that the table knows as one, "UN" and "United Nations", the same.
  std::size_t number_of(const NameGroup& group) {
    const Candidate& first = groups_.first_of(group);
    const std::string_view known = text_.words->long_form(first.hash);
    if (!known.empty()) {
      const auto [entry, is_new] = by_long_form_.emplace(known, organizations_.size());
      if (!is_new) return entry->second;
    }
    const std::string_view name = text_.text_of(first.tokens.first, first.tokens.last);
    organizations_.push_back({std::string(known.empty() ? name : known), {}});
    return organizations_.size() - 1;
  }

  /// "Torvik Solberg" of "Torvik Solberg Inc", "Labour" of "Labour Party". A beginning of two names
  /// is neither's.
  void add_beginnings(TokenRange range, std::size_t number) {
    if (!text_.tokens[range.last - 1].is(nw_org_word)) return;
    std::uint64_t hash = 0;
    for (std::uint32_t i = range.first; i + 1 < range.last; ++i) {
      const NameToken& token = text_.tokens[i];
      if (!token.is_word()) continue;
      hash = extend_name(hash, token.hash);
      if (token.is(nw_org_word)) continue;
      const auto [known, is_new] = by_beginning_.emplace(hash, number);
      if (!is_new && known->second != number) known->second = none;
    }
  }

  /// "BSB" behind "Bergen Savings Bank" is the same organization.
  void add_short(const NameGroup& group) {
    const TokenRange range = groups_.first_of(group).tokens;
    std::string letters(text_.text_of(range.first, range.last));
    std::erase(letters, '.');
    if (const auto begun = by_beginning_.find(groups_.first_of(group).hash);
        begun != by_beginning_.end() && begun->second != none) {
      return add_mentions(group, organizations_[begun->second]);
    }
    const auto known = by_initials_.find(letters);
    if (known == by_initials_.end() || letters.size() < 2) {
      add_mentions(group, organizations_[number_of(group)]);
    } else {
      add_mentions(group, organizations_[known->second]);
    }
  }

  void add_mentions(const NameGroup& group, Organization& organization) const {
    for (const std::uint32_t number : group.candidates) {
      const TokenRange range = groups_.candidates[number].tokens;
      const NameToken& first = text_.tokens[range.first];
      organization.mentions.push_back(
          {first.paragraph, {first.span.begin, text_.tokens[range.last - 1].span.end}});
    }
  }

  const NameText& text_;
  const NameGroups& groups_;
  const PeopleFound& people_;
  std::unordered_map<std::string, std::size_t> by_initials_;
  std::unordered_map<std::uint64_t, std::size_t> by_beginning_;
  std::unordered_map<std::string_view, std::size_t> by_long_form_;
  std::vector<Organization> organizations_;
};

}  // namespace

std::vector<Organization> find_organizations(const NameText& text, const NameGroups& groups,
                                             const PeopleFound& people) {
  return OrganizationFinder(text, groups, people).run();
}

}  // namespace onrecord
