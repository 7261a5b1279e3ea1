// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/explain_names.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "common/article_text.h"

namespace onrecord {
namespace {

constexpr std::size_t most_mentions = 100;  // that are weighed again
constexpr std::size_t most_steps = 5;

using Notes = std::vector<EvidenceNote> EvidenceNotes::*;

struct Step {
  EvidenceNote note;
  std::string where;  ///< The words around the mention.
};

class Explainer {
 public:
  Explainer(const NameText& text, const NameGroups& groups) : text_(text), groups_(groups) {
    for (const NameGroup& group : groups.groups) {
      for (const std::uint32_t number : group.candidates)
        owners_[key_of(number)] = {number, &group};
    }
  }

  template <typename Entry>
  void explain(Entry& entry, Notes notes) const {
    std::vector<Reason> why = strongest(entry.mentions, notes);
    add_sums(entry.mentions, why);
    add_joined(entry.name, entry.mentions, why);
    why.insert(why.end(), entry.why.begin(), entry.why.end());
    entry.why = std::move(why);
  }

 private:
  struct Owner {
    std::uint32_t candidate = 0;
    const NameGroup* group = nullptr;
  };

  std::pair<std::uint32_t, std::uint32_t> key_of(std::uint32_t number) const {
    const NameToken& first = text_.tokens[groups_.candidates[number].tokens.first];
    return {first.paragraph, first.span.begin};
  }

  const Owner* owner_of(const Mention& mention) const {
    const auto found = owners_.find({mention.paragraph, mention.span.begin});
    return found == owners_.end() ? nullptr : &found->second;
  }

  std::vector<Reason> strongest(const std::vector<Mention>& mentions, Notes kind) const {
    std::vector<Step> steps;
    for (std::size_t i = 0; i < std::min(mentions.size(), most_mentions); ++i) {
      if (const Owner* owner = owner_of(mentions[i])) weigh(*owner, kind, steps);
    }
    if (steps.empty() && !mentions.empty() && owner_of(mentions.front()) == nullptr) {
      return {{"headline", "only in a line whose capitals say nothing"}};
    }
    const auto weight = [](const Step& step) { return std::abs(step.note.points); };
    std::stable_sort(steps.begin(), steps.end(),
                     [&](const Step& a, const Step& b) { return weight(a) > weight(b); });
    std::vector<Reason> why;
    for (const Step& step : steps) {
      const auto same = [&](const Reason& reason) { return reason.what == step.note.what; };
      if (why.size() == most_steps || std::any_of(why.begin(), why.end(), same)) continue;
      why.push_back(
          {std::string(step.note.what), fmt::format("{:+}: {}", step.note.points, step.where)});
    }
    return why;
  }

  void weigh(const Owner& owner, Notes kind, std::vector<Step>& steps) const {
    const Candidate& candidate = groups_.candidates[owner.candidate];
    if (candidate.form == NameForm::organization || candidate.form == NameForm::place) {
      const char* const what = candidate.form == NameForm::place ? "a word of places in the name"
                                                                 : "a word of organizations, a "
                                                                   "known name, or as marked";
      steps.push_back({{100, what}, words(candidate.tokens)});
      return;
    }
    EvidenceNotes form, context;
    evidence_of_form(text_, candidate, &form);
    evidence_of_context(text_, candidate, &context);
    for (const EvidenceNote& note : form.*kind) steps.push_back({note, words(candidate.tokens)});
    for (const EvidenceNote& note : context.*kind) {
      steps.push_back({note, words(surroundings(candidate.tokens))});
    }
  }

  std::string words(TokenRange range) const {
    return std::string(text_.text_of(range.first, range.last));
  }

  /// Two words on either side.
  TokenRange surroundings(TokenRange range) const {
    constexpr std::uint32_t reach = 3;
    const NameParagraph& paragraph = text_.paragraphs[text_.tokens[range.first].paragraph];
    return {range.first - std::min(reach, range.first - paragraph.first),
            std::min(range.last + reach, paragraph.last)};
  }

  void add_sums(const std::vector<Mention>& mentions, std::vector<Reason>& why) const {
    for (const Mention& mention : mentions) {
      const Owner* owner = owner_of(mention);
      if (owner == nullptr || groups_.candidates[owner->candidate].form != NameForm::open) continue;
      const Evidence& total = owner->group->total;
      why.push_back({"points", fmt::format("person {}, place {}, organization {}", total.person,
                                           total.place, total.organization)});
      return;
    }
  }

  void add_joined(const std::string& name, const std::vector<Mention>& mentions,
                  std::vector<Reason>& why) const {
    std::vector<std::string> forms;
    for (const Mention& mention : mentions) {
      std::string form(text_of(*text_.article, mention));
      const bool known = form == name || std::find(forms.begin(), forms.end(), form) != forms.end();
      if (!known && forms.size() < most_steps) forms.push_back(std::move(form));
    }
    if (!forms.empty()) why.push_back({"joined", fmt::format("{}", fmt::join(forms, "; "))});
  }

  const NameText& text_;
  const NameGroups& groups_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Owner> owners_;
};

}  // namespace

void explain_names(const NameText& text, const NameGroups& groups, Entities& entities) {
  const Explainer explainer(text, groups);
  for (Person& person : entities.people) explainer.explain(person, &EvidenceNotes::person);
  for (Place& place : entities.places) explainer.explain(place, &EvidenceNotes::place);
  for (Organization& organization : entities.organizations) {
    explainer.explain(organization, &EvidenceNotes::organization);
  }
}

}  // namespace onrecord
