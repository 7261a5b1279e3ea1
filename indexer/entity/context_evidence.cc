// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "indexer/entity/evidence.h"
#include "indexer/entity/name_matches.h"

namespace onrecord {
namespace {

/// The candidate's surroundings, with safe access at the ends of the paragraph.
class Context {
 public:
  Context(const NameText& text, const Candidate& candidate)
      : text_(text), candidate_(candidate), paragraph_(paragraph_of()) {}

  /// Token before (`-1` is the nearest) or behind (`1`) the name; null outside the paragraph.
  const NameToken* at(int distance) const {
    const std::int64_t base = distance < 0 ? candidate_.tokens.first : candidate_.tokens.last - 1;
    const std::int64_t i = base + distance;
    if (i < paragraph_.first || i >= paragraph_.last) return nullptr;
    return &text_.tokens[static_cast<std::uint32_t>(i)];
  }

  bool is(int distance, std::uint64_t flags) const {
    const NameToken* token = at(distance);
    return token != nullptr && token->is(flags);
  }

  bool is_fact(int distance, std::uint32_t facts) const {
    const NameToken* token = at(distance);
    return token != nullptr && token->is_fact(facts);
  }

  bool is_sign(int distance, char sign) const {
    const NameToken* token = at(distance);
    return token != nullptr && token->sign == sign;
  }

  bool is_text(int distance, std::string_view word) const {
    const NameToken* token = at(distance);
    return token != nullptr && text_.text_of(index(distance)) == word;
  }

  std::uint32_t index(int distance) const {
    const std::int64_t base = distance < 0 ? candidate_.tokens.first : candidate_.tokens.last - 1;
    return static_cast<std::uint32_t>(base + distance);
  }

  std::string_view text(int distance) const {
    return at(distance) == nullptr ? std::string_view() : text_.text_of(index(distance));
  }

  /// How many words the name has.
  int words() const { return candidate_.words; }

  const NameParagraph& paragraph() const { return paragraph_; }

 private:
  const NameParagraph& paragraph_of() const {
    return text_.paragraphs[text_.tokens[candidate_.tokens.first].paragraph];
  }

  const NameText& text_;
  const Candidate& candidate_;
  const NameParagraph& paragraph_;
};

/// Behind the name: `, 45,` or `, who` or `, the former mayor`.
EvidenceNote person_apposition(const NameText& text, const Context& context) {
  if (!context.is_sign(1, ',')) return {};
  const NameToken* next = context.at(2);
  if (next == nullptr) return {};
  if (next->kind == TokenKind::number) {
    const std::string_view age = text.text_of(context.index(2));
    const bool ends = context.at(3) == nullptr || context.at(3)->sign != 0;
    return age.size() <= 2 && ends ? EvidenceNote{28, "age behind"} : EvidenceNote{};
  }
  if (context.is_text(2, "who")) return {28, "\"who\" behind"};
  if (context.is_text(2, "whose")) return {12, "\"whose\" behind"};
  for (int i = 2; i <= 8; ++i) {
    const NameToken* token = context.at(i);
    if (token == nullptr || token->sign == ',' || token->sign == '.') return {};
    // "in Torvik, officials said"
    if (token->is(nw_role) && context.is(i + 1, nw_speech)) return {};
    if (token->is(nw_role | nw_kin) && !token->upper)
      return {24, "office or relative in apposition"};
    if (token->is(nw_role) && token->upper) return {16, "office in apposition"};
    if (text.text_of(context.index(i)) == "of") return {};
  }
  return {};
}

/// "Olsen's lawyer", "the Olsen campaign", "Olsen voters": what belongs to a person.
bool is_followed_by_belonging(const Context& context) {
  const NameToken* next = context.at(1);
  if (next == nullptr) return false;
  if (next->kind == TokenKind::clitic) {
    int owned = 2;  // "Olsen's former campaign chief"
    while (owned < 5 && context.is(owned, nw_role_modifier | nw_time_modifier)) ++owned;
    return context.is(owned, nw_kin | nw_role | nw_belonging);
  }
  return next->is(nw_belonging) && !next->upper;
}

bool is_plural(const Context& context) {
  const std::string_view before = context.text(-1);
  return before.size() > 3 && before.back() == 's' && before[before.size() - 2] != 's' &&
         context.words() == 1;
}

EvidenceNote person_before(const Context& context) {
  const NameToken* before = context.at(-1);
  if (before == nullptr || before->kind == TokenKind::clitic) return {};
  if (before->sign == ',') {
    const NameToken* role = context.at(-2);
    const bool named = role != nullptr && !role->upper && role->is(nw_role | nw_kin);
    return named ? EvidenceNote{14, "office or relative and a comma before"} : EvidenceNote{};
  }
  if (before->upper) return {};
  // "leaders Torvik", "hosts Solberg": several, so a team.
  if (is_plural(context)) return {};
  if (before->is(nw_kin)) return {26, "relative before"};
  if (before->is(nw_role | nw_title) && !before->is(nw_function))
    return {28, "title or office before"};
  if (before->is(nw_speech)) {
    return context.is_text(-1, "told") ? EvidenceNote{} : EvidenceNote{12, "verb of speech before"};
  }
  return before->is_fact(word_person) ? EvidenceNote{18, "noun for people before"} : EvidenceNote{};
}

EvidenceNote person_behind(const Context& context, int words) {
  const NameToken* next = context.at(1);
  if (next == nullptr) return {};
  // "the Torvik prison", "Solberg refinery"
  if (next->is(nw_site) && !next->upper) return {-14, "a building behind"};
  if (next->is(nw_speech)) return {words >= 2 ? 14 : 10, "verb of speech behind"};
  if (is_followed_by_belonging(context))
    return {words >= 2 ? 8 : 14, "what belongs to a person behind"};
  if (context.is_text(1, "himself") || context.is_text(1, "herself")) {
    return {12, "\"himself\" or \"herself\" behind"};
  }
  if (context.is_text(1, "who")) return {24, "\"who\" behind"};
  return {next->is(nw_subject_verb) ? 5 : 0, "verb of a subject behind"};
}

/// "met by Olsen", "a vote for Olsen": what is done to people and things, hardly to places.
bool is_object(const Context& context) {
  const NameToken* before = context.at(-1);
  return before != nullptr && before->is(nw_object_preposition) && !before->upper;
}

/// "President Olsen", but less for "Chief Strategy", "Executive Order".
int points_of_title(const NameText& text, const Candidate& candidate) {
  const NameToken& word = text.tokens[candidate.tokens.first];
  const bool office = !candidate.role.empty() && text.tokens[candidate.role.last - 1].is(nw_role);
  const bool plain = (office || !word.is_fact(word_proper)) && candidate.words == 1 &&
                     word.is_fact(word_common) && !word.is_fact(word_given | word_surname);
  return plain && !has_courtesy(text, candidate) ? 14 : 36;
}

/// "a stake in Torvik", "Torvik shares": companies have owners.
bool is_shared(const Context& context) {
  if (context.is_text(-1, "in") && context.is(-2, nw_share)) return true;
  const NameToken* next = context.at(1);
  if (next == nullptr) return false;
  if (next->kind == TokenKind::clitic) return context.is(2, nw_asset);
  return next->is(nw_asset) && !next->upper;
}

/// "residents of Torvik", "the villages of Torvik and Moss"
bool is_place_described(const Context& context) {
  return context.is_text(-1, "of") &&
         context.is(-2, nw_place_after | nw_place_before | nw_place_noun);
}

/// "a professor at Torvik", "an analyst at Solberg".
bool is_employer(const Context& context) {
  const NameToken* role = context.at(-2);
  return context.is_text(-1, "at") && role != nullptr && role->is(nw_role) && !role->upper &&
         !role->is(nw_function);
}

bool is_in_line_up(const Context& context, const Candidate& candidate) {
  const std::uint32_t first = context.paragraph().line_up;
  return first != 0 && candidate.tokens.first >= first;
}

/// "the utility Torvik", "broadcaster Solberg", but not "the company Ilse Torvald founded".
bool is_named_by_noun(const NameText& text, const Candidate& candidate, const Context& context) {
  const NameToken* before = context.at(-1);
  if (before == nullptr || before->upper || !before->is(nw_org_noun)) return false;
  const NameToken& first = text.tokens[candidate.tokens.first];
  return candidate.words == 1 || !first.is_fact(word_given) || first.is_fact(word_common);
}

/// "Torvik, a fishing cooperative,", "Solberg, the state broadcaster": but not "Torvald, a company
/// lawyer".
bool is_described_as_organization(const Context& context) {
  if (!context.is_sign(1, ',')) return false;
  if (!context.is_text(2, "a") && !context.is_text(2, "an") && !context.is_text(2, "the")) {
    return false;
  }
  for (int i = 3; i <= 7; ++i) {
    const NameToken* token = context.at(i);
    if (token == nullptr || !token->is_word() || token->upper) return false;
    if (token->is(nw_role | nw_kin | nw_function) && !token->is(nw_org_noun)) return false;
    if (!token->is(nw_org_noun)) continue;
    const NameToken* next = context.at(i + 1);
    // Not "the company's founder", "the company-wide".
    if (next == nullptr || next->sign == ',' || next->sign == '.') return true;
    if (next->is_word() && next->is(nw_function)) return true;
  }
  return false;
}

/// "1. Ilse Torvald, Norway, 4:03.21; 2. Dag Moberg (Kenya)": a place in the results.
bool is_ranked(const Context& context) {
  const NameToken* rank = context.at(-2);
  const NameToken* next = context.at(2);
  return context.words() >= 2 && context.is_sign(-1, '.') && rank != nullptr &&
         rank->kind == TokenKind::number && (context.is_sign(1, ',') || context.is_sign(1, '(')) &&
         next != nullptr && next->is_name_word();
}

int person_context(const NameText& text, const Candidate& candidate, const Context& context,
                   Tally points) {
  points.add(candidate.titled
                 ? EvidenceNote{points_of_title(text, candidate), "title or office before"}
                 : person_before(context));
  const NameToken* next = context.at(1);
  const bool eponym =
      next != nullptr && next->kind == TokenKind::clitic && context.is(2, nw_eponym);
  points.add_if(eponym, -25, "a thing called after somebody");
  points.add(person_behind(context, candidate.words));
  points.add_if(is_object(context), 5, "preposition before");
  points.add(person_apposition(text, context));
  points.add_if(is_shared(context) || is_employer(context), -25, "owned, or an employer");
  points.add_if(is_place_described(context), -20, "described as a place");
  points.add_if(is_in_line_up(context, candidate), 24, "in a line-up");
  points.add_if(is_ranked(context), 20, "ranked in results");
  const bool body =
      is_named_by_noun(text, candidate, context) || is_described_as_organization(context);
  points.add_if(body, -20, "described as an organization");
  const bool belonging = context.is_text(-1, "the") && is_followed_by_belonging(context);
  if (belonging) return points.sum();
  const bool article =
      context.is_text(-1, "the") || context.is_text(-1, "a") || context.is_text(-1, "an");
  // "ein Glück", "die Wahl": where nouns have capitals
  const bool noun = text.capital_nouns && context.is(-1, nw_determiner) && candidate.words == 1;
  points.add_if(article || noun, -18, "article before");
  if (context.is(-1, nw_preposition) && !context.at(-1)->upper) {
    points.add({-(context.at(-1)->percent / 6), "preposition of place before"});
  }
  return points.sum();
}

/// "a farmer from Torvik", "whose family from Moss"
bool is_origin(const Context& context) {
  return context.is_text(-1, "from") &&
         (context.is(-2, nw_role | nw_kin) || context.is_fact(-2, word_person));
}

EvidenceNote place_before(const Context& context) {
  const NameToken* before = context.at(-1);
  if (before == nullptr) return {};
  if (is_shared(context)) return {-10, "owned"};
  if (is_origin(context)) return {30, "where somebody comes from"};
  if (before->is(nw_preposition) && (!before->upper || before->sentence_start)) {
    return {before->percent * 3 / 10, "preposition of place before"};
  }
  if (is_place_described(context)) return {30, "described as a place"};
  if (context.is_text(-1, "of")) return {};
  const bool direction = before->is(nw_direction) && !before->upper;
  return direction ? EvidenceNote{20, "direction before"} : EvidenceNote{};
}

/// "Bergen, Norway": the name behind the comma is a country or state.
bool is_paired(const NameText& text, const Context& context) {
  if (!context.is_sign(1, ',') || context.at(2) == nullptr || !context.at(2)->upper) return false;
  GazetteerName name;
  const std::uint32_t first = context.index(2);
  if (match_place(text, first, context.paragraph().last, name) == first) return false;
  if (name.has(name_is_abbreviation)) return true;
  const PlaceKind kind = text.gazetteer->place(name.places.front()).kind;
  return kind == PlaceKind::country || kind == PlaceKind::state;
}

/// "BERGEN, March 3 (Wire) -", "RIYADH -": capitals at the beginning of a paragraph.
bool is_dateline(const NameText& text, const Candidate& candidate, const Context& context) {
  if (candidate.tokens.first != context.paragraph().first) return false;
  if (!text.tokens[candidate.tokens.first].all_upper) {
    return context.is_sign(1, '_') || context.is_sign(1, '/');
  }
  return context.is_sign(1, ',') || context.is_sign(1, '_') || context.is_sign(1, '(') ||
         context.is_sign(1, '-') || context.is_sign(1, '/') || context.is_sign(1, ':');
}

/// "Torvik is a fishing village", "Torvik, a town on the coast".
bool is_described_as_place(const Context& context) {
  const bool comma = context.is_sign(1, ',');
  if (!comma && !context.is_text(1, "is") && !context.is_text(1, "was")) return false;
  if (!context.is_text(2, "a") && !context.is_text(2, "an") && !context.is_text(2, "the")) {
    return false;
  }
  for (int i = 3; i <= 6; ++i) {
    const NameToken* token = context.at(i);
    if (token == nullptr || !token->is_word() || token->upper) return false;
    if (token->is(nw_role | nw_kin | nw_function)) return false;
    if (token->is(nw_place_after)) return true;
  }
  return false;
}

int place_context(const NameText& text, const Candidate& candidate, const Context& context,
                  Tally points) {
  points.add(place_before(context));
  points.add_if(context.is(1, nw_place_after) && !context.at(1)->upper, 28,
                "word of places behind");
  points.add_if(is_paired(text, context) && !is_ranked(context), 24, "country or state behind");
  points.add_if(is_described_as_place(context), 26, "described as a place");
  points.add_if(is_dateline(text, candidate, context), 40, "dateline");
  points.add_if(is_in_line_up(context, candidate), -15, "in a line-up");
  points.add_if(candidate.titled, -36, "title or office before");
  points.add_if(context.is_sign(1, '-') && context.is_text(2, "based"), 25, "\"-based\" behind");
  return points.sum();
}

/// "TWK said", "told TWK": what speaks and is written in capitals.
bool is_speaking_acronym(const NameText& text, const Candidate& candidate, const Context& context) {
  const NameToken& word = text.tokens[candidate.tokens.first];
  const std::size_t letters = text.text_of(candidate.tokens.first).size();
  if (candidate.words != 1 || !word.all_upper || letters < 3 || letters > 6) return false;
  if (context.paragraph().title_case || candidate.titled) return false;
  return context.is(1, nw_speech) || context.is_text(-1, "told");
}

int organization_context(const NameText& text, const Candidate& candidate, const Context& context,
                         Tally points) {
  points.add_if(is_named_by_noun(text, candidate, context), 34, "noun for organizations before");
  points.add_if(is_described_as_organization(context), 34, "described as an organization");
  points.add_if(is_speaking_acronym(text, candidate, context), 18, "acronym with a verb of speech");
  points.add_if(candidate.role_follows, 22, "office behind");
  // "Torvik spokesman", "Torvik Economics managing director"
  int role = 1;
  while (role < 3 && context.is(role, nw_role_modifier) && !context.at(role)->upper) ++role;
  const NameToken* next = context.at(role);
  points.add_if(next != nullptr && next->is(nw_role) && !next->upper, 18, "office behind");
  const bool acronym =
      context.is_sign(1, '(') && context.at(2) != nullptr && context.at(2)->all_upper;
  points.add_if(acronym, 20, "acronym behind");
  points.add_if(context.is_text(-1, "the"), 4, "article before");
  points.add_if(is_shared(context) || is_employer(context), 22, "owned, or an employer");
  return points.sum();
}

}  // namespace

Evidence evidence_of_context(const NameText& text, const Candidate& candidate,
                             EvidenceNotes* notes) {
  const Context context(text, candidate);
  Evidence evidence;
  evidence.person =
      person_context(text, candidate, context, Tally(notes == nullptr ? nullptr : &notes->person));
  evidence.place =
      place_context(text, candidate, context, Tally(notes == nullptr ? nullptr : &notes->place));
  evidence.organization = organization_context(
      text, candidate, context, Tally(notes == nullptr ? nullptr : &notes->organization));
  return evidence;
}

}  // namespace onrecord
