// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/attention.h"

#include <algorithm>

#include "common/text_fold.h"
#include "indexer/quote/joint_speakers.h"

namespace onrecord {
namespace {

// How much a mention adds to salience, and what is left of it a sentence later.
constexpr double weight_subject = 8;
constexpr double weight_other = 3;
constexpr double weight_owner = 2;
constexpr double weight_pronoun = 8;
constexpr double weight_cue_subject = 4;
constexpr double weight_speaker = 8;
constexpr double kept_by_sentence = 0.45;
constexpr double kept_by_paragraph = 0.8;
constexpr double least_for_bearer = 1;  // of a surname: nobody else of that name is meant

std::string_view surname_of(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  return blank == std::string_view::npos ? name : name.substr(blank + 1);
}

}  // namespace

Attention::Attention(const Scene& scene, const std::vector<Attribution>& attributions,
                     const std::vector<ReportedClause>& clauses)
    : scene_(scene),
      article_(*scene.article),
      quote_of_head_(scene.items.size(), no_quote),
      asked_(scene.items.size()),
      times_speaking_(article_.people.size()) {
  for (std::uint32_t m = 0; m < attributions.size(); ++m) {
    if (!attributions[m].mention) continue;
    quote_of_head_[attributions[m].mention.head] = m;
    asked_[attributions[m].mention.head] = true;
  }
  for (const ReportedClause& clause : clauses) {
    if (clause.mention) asked_[clause.mention.head] = true;
  }
}

/// A line of a live blog that parts its entries: "___", "* * *".
bool Attention::begins_new_story(const Frame& frame) const {
  const std::string_view text = article_.paragraphs[frame.paragraph].text;
  return !text.empty() && text.size() <= 8 &&
         text.find_first_not_of("_*-~. ") == std::string_view::npos;
}

namespace {

bool opens_clause(const Item& one) {
  return one.is(ItemKind::comma) || one.is(ItemKind::quote) || one.is(ItemKind::dash) ||
         one.has(WordClass::conjunction) ||
         (one.has(WordClass::subordinator) && !one.has(WordClass::preposition));
}

bool is_group(const Item& one) {
  return one.has(WordClass::group_noun) || one.has(WordClass::state_noun);
}

bool is_speaker_noun(const Item& one) {
  return one.has(WordClass::person_noun) || one.has(WordClass::people_noun) || is_group(one) ||
         one.has(WordClass::document_noun);
}

}  // namespace

void Attention::read(std::uint32_t number) {
  const Frame& frame = scene_.frames[number];
  if (begins_new_story(frame)) salience_.clear();
  salience_.fade(frame.paragraph != paragraph_ ? kept_by_sentence * kept_by_paragraph
                                               : kept_by_sentence);
  paragraph_ = frame.paragraph;
  frame_ = number;
  const Clause clause(scene_, frame);
  // "Asked whether a clerk had seen it, Osei said": the subject stands behind the comma.
  const Item& first = item(frame.begin);
  bool opening = first.is(ItemKind::word) && first.has(WordClass::cue_past) &&
                 frame.begin + 1 < frame.end && !item(frame.begin + 1).is_name();
  bool subject_open = !opening;
  for (std::uint32_t i = frame.begin; i < frame.end; ++i) {
    if (opening && item(i).is(ItemKind::comma)) opening = false;
    if (!opening && opens_clause(item(i))) subject_open = true;
    if (read_mention(clause, frame, i, subject_open)) subject_open = false;
  }
}

/// Notes what is mentioned at item `i`; true if that fills the subject's place.
bool Attention::read_mention(const Clause& clause, const Frame& frame, std::uint32_t i,
                             bool subject_open) {
  const Item& one = item(i);
  if (one.is_name()) {
    const bool modifier = clause.mentions().is_modifier(i);
    const double weight = modifier ? weight_owner : weight_of(clause, frame, i, subject_open);
    note(referent_of(frame, i), weight,
         weight >= weight_subject ? MentionForm::subject
         : weight == weight_owner ? MentionForm::owner
                                  : MentionForm::other);
    if (!modifier && one.is(ItemKind::person)) read_joint(frame, i);
    return !modifier;
  }
  if (!one.is(ItemKind::word)) return false;
  if (one.has(WordClass::personal)) {
    read_pronoun(clause, frame, i);
    return one.info->subject_form;
  }
  if (one.has(WordClass::cue_noun) || one.has(WordClass::document_noun)) {
    note_author(clause, frame, i);
  }
  return subject_open && is_speaker_noun(one) && !clause.mentions().is_modifier(i) &&
         read_description(clause, frame, i);
}

/// "Ito and Varga sent a letter": whom the next "they" means.
void Attention::read_joint(const Frame& frame, std::uint32_t i) {
  if (i + 1 >= frame.end ||
      !(item(i + 1).has(WordClass::conjunction) || item(i + 1).is(ItemKind::comma))) {
    return;
  }
  const std::vector<std::uint32_t> names = joined_names(scene_, frame, i);
  if (names.size() < 2 || names.front() != i) return;
  Referent group;
  group.kind = ReferentKind::joint;
  group.index = static_cast<std::uint32_t>(joint_.size());
  group.plural = true;
  joint_.emplace_back();
  for (const std::uint32_t name : names) joint_.back().push_back(item(name).index);
  note(group, weight_subject + weight_cue_subject, MentionForm::subject);
}

Referent Attention::referent_of(const Frame& frame, std::uint32_t i) const {
  const Item& one = item(i);
  Referent referent;
  referent.index = one.index;
  switch (one.kind) {
    case ItemKind::person:
      referent.kind = ReferentKind::person;
      referent.index = bearer_of_surname(frame, i);
      referent.gender = article_.people[referent.index].gender;
      break;
    case ItemKind::organization:
      referent.kind = ReferentKind::organization;
      break;
    case ItemKind::place:
      referent.kind = ReferentKind::place;
      break;
    default:
      referent.kind = ReferentKind::proper;
      referent.name = scene_.text(frame, one.span);
  }
  return referent;
}

/// Of several people with that surname the one of whom the text speaks: "Adair" alone is Tom Adair
/// in a passage on him, whoever else is called so.
std::uint32_t Attention::bearer_of_surname(const Frame& frame, std::uint32_t i) const {
  const std::uint32_t chosen = item(i).index;
  const std::string_view written = scene_.text(frame, item(i).span);
  const bool titled = i > frame.begin && item(i - 1).has(WordClass::title);
  if (titled || written.find(' ') != std::string_view::npos) return chosen;
  if (times_speaking_[chosen] == 0) {
    // "a photo of Rose Adair": of those who bear the name the one who has said something speaks.
    std::uint32_t main = chosen;
    for (std::uint32_t p = 0; p < article_.people.size(); ++p) {
      if (times_speaking_[p] > times_speaking_[main] &&
          surname_of(article_.people[p].name) == written)
        main = p;
    }
    return main;
  }
  if (salience_.of_person(chosen) > least_for_bearer) return chosen;
  for (const Referent& referent : salience_.active()) {
    if (referent.kind == ReferentKind::person && referent.index != chosen &&
        referent.salience > weight_subject &&
        surname_of(article_.people[referent.index].name) == written) {
      return referent.index;
    }
  }
  return chosen;
}

void Attention::note(const Referent& referent, double weight, MentionForm form) {
  Referent noted = referent;
  noted.form = form;
  noted.frame = frame_;
  salience_.note(noted, weight);
  const bool speaks = weight > weight_subject || form == MentionForm::speaker;
  if (speaks && referent.kind == ReferentKind::person) ++times_speaking_[referent.index];
}

void Attention::note_speaker(Referent referent) {
  if (referent.kind == ReferentKind::person) {
    referent.gender = article_.people[referent.index].gender;
  } else if (referent.kind != ReferentKind::organization) {
    return;
  }
  note(referent, weight_speaker, MentionForm::speaker);
}

double Attention::weight_of(const Clause& clause, const Frame& frame, std::uint32_t i,
                            bool subject_open) const {
  if (i + 1 < frame.end && item(i + 1).is(ItemKind::possessive)) return weight_owner;
  const std::uint32_t begin = clause.mentions().begin_of_phrase(i);
  if (begin >= frame.begin + 2 && item(begin - 2).has(WordClass::according)) {
    return weight_subject + weight_cue_subject;
  }
  if (!subject_open || clause.mentions().is_governed(i)) return weight_other;
  return weight_subject + (is_subject_of_cue(clause, frame, i) ? weight_cue_subject : 0);
}

/// "Osei said": speakers of indirect speech draw attention as those of quotations do.
bool Attention::is_subject_of_cue(const Clause& clause, const Frame& frame, std::uint32_t i) const {
  const std::uint32_t begin = clause.mentions().begin_of_phrase(i);
  if (begin > frame.begin && clause.is_finite(begin - 1)) return true;
  for (std::uint32_t k = i + 1; k < frame.end && k < i + 24; ++k) {
    if (item(k).is(ItemKind::quote)) return false;
    if (clause.is_finite(k) && !item(k).has(WordClass::cue_weak) &&
        !item(k).has(WordClass::cue_manner)) {
      const SpeakerMention subject = clause.mentions().subject_of(k, frame.begin);
      return subject && subject.head == i;
    }
  }
  return false;
}

void Attention::read_pronoun(const Clause& clause, const Frame& frame, std::uint32_t i) {
  const WordInfo& info = *item(i).info;
  if (info.person != PronounPerson::third) return;
  Choice choice = info.impersonal
                      ? most_salient_thing(false, true, {})
                      : somebody(info.gender, info.number == Number::plural, quote_of_head_[i]);
  // A given name may have told the wrong gender: better somebody of the text than nobody.
  if (!choice.best && !info.impersonal && info.number == Number::singular) {
    choice = somebody(Gender::unknown, false, quote_of_head_[i]);
    choice.share = 0;
  }
  if (choice.best) {
    const bool cue_subject = info.subject_form && is_subject_of_cue(clause, frame, i);
    note(*choice.best,
         info.subject_form ? weight_pronoun + (cue_subject ? weight_cue_subject : 0) : weight_owner,
         info.subject_form ? MentionForm::subject : MentionForm::owner);
  }
  if (asked_[i]) pronouns_.emplace_back(i, std::move(choice));
}

const Choice* Attention::meant_by(std::uint32_t i) const {
  const auto found =
      std::lower_bound(pronouns_.begin(), pronouns_.end(), i,
                       [](const auto& pronoun, std::uint32_t at) { return pronoun.first < at; });
  return found != pronouns_.end() && found->first == i ? &found->second : nullptr;
}

/// "A dock worker said": somebody unnamed, whom the next "he" means. True if it is a mention.
bool Attention::read_description(const Clause& clause, const Frame& frame, std::uint32_t i) {
  const SpeakerMention mention = clause.mentions().ending_at(i, frame.begin);
  if (mention.kind != MentionKind::description || mention.head != i) return false;
  if (is_apposition(frame, mention)) return false;
  if (is_group(item(i)) || is_document(mention)) return read_thing(clause, frame, mention);
  const bool owned = is_owned(mention);
  if (!mention.plural && !mention.indefinite && !owned) {
    const Choice known = with_role(frame, mention, no_quote);
    if (known.best) note(*known.best, weight_pronoun, MentionForm::subject);
    return true;
  }
  // A singular noun without any determiner names an office, nobody: "as chairman".
  if (!mention.plural && !owned && !item(mention.begin).has(WordClass::determiner)) return false;
  Referent unnamed;
  unnamed.kind = ReferentKind::unnamed;
  unnamed.gender = item(i).info->gender;
  unnamed.plural = mention.plural;
  note(unnamed, weight_subject + (is_subject_of_cue(clause, frame, i) ? weight_cue_subject : 0),
       MentionForm::subject);
  return true;
}

/// "Osei, a former clerk, ...", "his delegate, Osei, ...", "Leith's chief of works General Osei":
/// nobody new.
bool Attention::is_apposition(const Frame& frame, const SpeakerMention& mention) const {
  if (mention.begin >= frame.begin + 2 && item(mention.begin - 1).is(ItemKind::comma) &&
      item(mention.begin - 2).is_name()) {
    return true;
  }
  std::uint32_t i = mention.end;
  while (i < frame.end && i < mention.end + 6 && !item(i).is(ItemKind::comma)) {
    if (item(i).is(ItemKind::person)) return true;
    const bool goes_on = item(i).upper || item(i).has(WordClass::title) ||
                         item(i).has(WordClass::preposition) ||
                         item(i).has(WordClass::determiner) || item(i).is_name();
    if (!goes_on) break;
    ++i;
  }
  return name_behind(frame, mention).has_value();
}

std::optional<std::uint32_t> Attention::name_behind(const Frame& frame,
                                                    const SpeakerMention& mention) const {
  constexpr std::uint32_t longest_phrase = 8, most_titles = 4;
  std::uint32_t i = mention.end;
  const std::uint32_t last = std::min(frame.end, mention.end + longest_phrase);
  while (i < last && !item(i).is(ItemKind::comma)) ++i;
  const bool prepositional = i > mention.end && item(mention.end).has(WordClass::preposition);
  if (i >= last || (i > mention.end && !prepositional)) return std::nullopt;
  const std::uint32_t begin = i + 1;
  for (i = begin; i < frame.end && i <= begin + most_titles; ++i) {
    if (item(i).is(ItemKind::person)) return i;
    const bool goes_on = item(i).upper || item(i).has(WordClass::title) ||
                         item(i).has(WordClass::office_noun) || item(i).is_name();
    if (!goes_on) break;
  }
  return std::nullopt;
}

/// "The report", "the Adair campaign", "the company": what the next "it" means.
bool Attention::read_thing(const Clause& /*clause*/, const Frame& frame,
                           const SpeakerMention& mention) {
  Referent referent;
  referent.kind = is_document(mention) && !is_group(item(mention.head))
                      ? ReferentKind::unnamed_document
                      : ReferentKind::unnamed_group;
  if (const auto named = name_inside(frame, mention)) {
    referent = *named;
    if (is_document(mention)) {
      authors_.push_back({fold(scene_.text(frame, item(mention.head).span)), referent});
    }
  } else if (!mention.indefinite) {
    if (const Choice meant = thing(frame, mention); meant.best) referent = *meant.best;
  }
  note(referent, weight_subject, MentionForm::subject);
  return true;
}

/// "In a letter, the Port Authority said", "Osei's letter": whose letter it is.
void Attention::note_author(const Clause& clause, const Frame& frame, std::uint32_t i) {
  std::optional<Referent> author = issuer_of(clause, frame, i);
  if (author) {
    // found
  } else if (i >= frame.begin + 2 && item(i - 1).is(ItemKind::possessive) &&
             (item(i - 2).is_name() || item(i - 2).upper)) {
    author = item(i - 2).is_name() ? referent_of(frame, i - 2) : named_from(frame, i - 2, i - 2);
  } else if (i >= frame.begin + 2 && item(i - 2).has(WordClass::preposition) &&
             scene_.text(frame, item(i - 2).span).size() == 2 &&
             item(i - 1).has(WordClass::indefinite)) {
    const SpeakerMention subject = clause.main_subject(frame.end);
    if (subject && item(subject.head).is_name()) author = referent_of(frame, subject.head);
  }
  if (author) authors_.push_back({fold(scene_.text(frame, item(i).span)), *author});
}

/// "The Greenhaven Trust released its yearly report": the subject of the verb before the document.
std::optional<Referent> Attention::issuer_of(const Clause& clause, const Frame& frame,
                                             std::uint32_t document) const {
  constexpr std::uint32_t longest = 5;  // words between verb and noun
  for (std::uint32_t k = document; k > frame.begin && document - k < longest; --k) {
    const Item& one = item(k - 1);
    if (one.has(WordClass::issuing)) {
      SpeakerMention subject = clause.mentions().subject_of(k - 1, frame.begin);
      if (!subject) subject = clause.main_subject(k - 1);
      if (!subject || !item(subject.head).is_name()) return std::nullopt;
      return referent_of(frame, subject.head);
    }
    if (!one.is(ItemKind::word) || one.has(WordClass::preposition)) break;
  }
  return std::nullopt;
}

}  // namespace onrecord
