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
constexpr double factor_unknown_gender = 0.7;
constexpr double factor_named_in_quote = 0.15;
constexpr double factor_place = 0.4;  // a place is seldom what "it" means
constexpr double least_for_role = 0.1;
constexpr double least_for_bearer = 1;  // of a surname: nobody else of that name is meant

bool contains_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const bool begins = at == 0 || text[at - 1] == ' ';
    const bool ends = at + word.size() == text.size() || text[at + word.size()] == ' ';
    if (begins && ends) return true;
  }
  return false;
}

/// Last word, folded: "Foreign Minister" gives "minister".
std::string head_of(std::string_view phrase) {
  const std::size_t blank = phrase.rfind(' ');
  return fold(blank == std::string_view::npos ? phrase : phrase.substr(blank + 1));
}

std::string_view surname_of(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  return blank == std::string_view::npos ? name : name.substr(blank + 1);
}

bool is_thing(const Referent& referent) {
  return referent.kind != ReferentKind::person && referent.kind != ReferentKind::unnamed &&
         referent.kind != ReferentKind::joint;
}

double fit(const Referent& referent, Gender gender, bool plural) {
  const bool group = is_thing(referent);
  if (plural) return group || referent.plural ? 1 : 0;
  if (group || referent.plural) return 0;
  if (gender == Gender::unknown || referent.gender == gender) return 1;
  return referent.gender == Gender::unknown ? factor_unknown_gender : 0;
}

/// Keeps the best of those that are offered, and the next three.
class Contest {
 public:
  void offer(const Referent& referent, double value, std::string_view why_not) {
    if (value > best_value_) {
      if (best_) reject(*best_, best_value_, "less salient");
      best_ = referent;
      best_value_ = value;
    } else {
      reject(referent, value, why_not);
    }
  }

  Choice take() {
    Choice choice;
    choice.best = best_;
    const double next = rejected_.empty() ? 0 : rejected_.front().value;
    choice.share = best_value_ > 0 ? best_value_ / (best_value_ + next) : 1;
    for (const Loser& loser : rejected_) choice.rejected.push_back({loser.referent, loser.why});
    return choice;
  }

 private:
  struct Loser {
    Referent referent;
    double value = 0;
    std::string_view why;
  };

  void reject(const Referent& referent, double value, std::string_view why) {
    const auto at = std::find_if(rejected_.begin(), rejected_.end(), [&](const Loser& loser) {
      return value > loser.value ||
             (value == loser.value && referent.salience > loser.referent.salience);
    });
    rejected_.insert(at, {referent, value, why});
    if (rejected_.size() > 3) rejected_.pop_back();
  }

  std::optional<Referent> best_;
  double best_value_ = 0;
  std::vector<Loser> rejected_;
};

}  // namespace

Attention::Attention(const Scene& scene, const std::vector<Attribution>& attributions,
                     const std::vector<ReportedClause>& clauses)
    : scene_(scene),
      article_(*scene.article),
      quote_of_head_(scene.items.size(), no_quote),
      asked_(scene.items.size()) {
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
                      ? most_salient_thing(false, true)
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
  while (i < frame.end && i < mention.end + 6 && !item(i).is(ItemKind::comma)) ++i;
  const bool prepositional = i > mention.end && item(mention.end).has(WordClass::preposition);
  return i + 1 < frame.end && item(i).is(ItemKind::comma) && (i == mention.end || prepositional) &&
         item(i + 1).is(ItemKind::person);
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
  } else if (!mention.indefinite) {
    if (const Choice meant = thing(frame, mention); meant.best) referent = *meant.best;
  }
  note(referent, weight_subject, MentionForm::subject);
  return true;
}

/// "In a letter, the Port Authority said", "Osei's letter": whose letter it is.
void Attention::note_author(const Clause& clause, const Frame& frame, std::uint32_t i) {
  std::optional<Referent> author;
  if (i >= frame.begin + 2 && item(i - 1).is(ItemKind::possessive) && item(i - 2).is_name()) {
    author = referent_of(frame, i - 2);
  } else if (i >= frame.begin + 2 && item(i - 2).has(WordClass::preposition) &&
             scene_.text(frame, item(i - 2).span).size() == 2 &&
             item(i - 1).has(WordClass::indefinite)) {
    const SpeakerMention subject = clause.main_subject(frame.end);
    if (subject && item(subject.head).is_name()) author = referent_of(frame, subject.head);
  }
  if (author) authors_.push_back({scene_.text(frame, item(i).span), *author});
}

std::optional<Referent> Attention::name_inside(const Frame& frame,
                                               const SpeakerMention& mention) const {
  for (std::uint32_t i = mention.begin; i < mention.head; ++i) {
    const Item& one = item(i);
    if (!one.is_name()) continue;
    const bool owner = item(i + 1).is(ItemKind::possessive);
    if (one.is(ItemKind::organization) || (is_document(mention) && owner)) {
      return referent_of(frame, i);
    }
    if (is_document(mention) && one.is(ItemKind::proper) && i + 1 == mention.head) {
      return publisher_called(frame, i);
    }
    return named_from(frame, i, mention.head);
  }
  // "the Swedish government", "the Unionists' letter": capitals that are no name by themselves.
  for (std::uint32_t i = mention.begin; i < mention.head; ++i) {
    const Item& one = item(i);
    if (!one.upper || !one.is(ItemKind::word) || i == frame.begin ||
        one.has(WordClass::determiner) || one.has(WordClass::person_noun)) {
      continue;
    }
    const bool owner = item(i + 1).is(ItemKind::possessive);
    return named_from(frame, i, owner && is_document(mention) ? i : mention.head);
  }
  return std::nullopt;
}

/// The words of the items [first, last] as a name.
Referent Attention::named_from(const Frame& frame, std::uint32_t first, std::uint32_t last) const {
  Referent named;
  named.kind = ReferentKind::proper;
  named.name = scene_.text(frame, {item(first).span.begin, item(last).span.end});
  return named;
}

/// "a Times article": the organization with that word in its name, else the word itself.
Referent Attention::publisher_called(const Frame& frame, std::uint32_t i) const {
  const std::string word = fold(scene_.text(frame, item(i).span));
  for (std::uint32_t o = 0; o < article_.organizations.size(); ++o) {
    if (!contains_word(fold(article_.organizations[o].name), word)) continue;
    Referent publisher;
    publisher.kind = ReferentKind::organization;
    publisher.index = o;
    return publisher;
  }
  return named_from(frame, i, i);
}

Choice Attention::somebody(Gender gender, bool plural, std::uint32_t quote) const {
  Contest contest;
  for (const Referent& referent : salience_.active()) {
    const double fits = fit(referent, gender, plural);
    const double inside = named_inside(referent, quote);
    contest.offer(referent, referent.salience * fits * inside,
                  fits == 0
                      ? (is_thing(referent) || referent.plural != plural ? "not of that number"
                                                                         : "not of that gender")
                  : inside < 1 ? "named in the quotation itself"
                               : "less salient");
  }
  return contest.take();
}

Choice Attention::most_salient_thing(bool group, bool place) const {
  Contest contest;
  for (const Referent& referent : salience_.active()) {
    if (!is_thing(referent)) continue;
    if (group && referent.kind == ReferentKind::unnamed_document) continue;
    const bool is_place = referent.kind == ReferentKind::place;
    if (is_place && !place) continue;
    contest.offer(referent, referent.salience * (is_place ? factor_place : 1), "less salient");
  }
  return contest.take();
}

double Attention::named_inside(const Referent& referent, std::uint32_t quote) const {
  if (quote == no_quote || referent.kind != ReferentKind::person) return 1;
  const MarkedText& marked = scene_.marked[quote];
  const auto& mentions = article_.people[referent.index].mentions;
  const auto first = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) {
    return m.paragraph < marked.paragraph ||
           (m.paragraph == marked.paragraph && m.span.begin < marked.outer.begin);
  });
  const bool inside = first != mentions.end() && first->paragraph == marked.paragraph &&
                      first->span.end <= marked.outer.end;
  return inside ? factor_named_in_quote : 1;
}

bool Attention::is_owned(const SpeakerMention& mention) const {
  for (std::uint32_t i = mention.begin; i < mention.head; ++i) {
    if (item(i).is(ItemKind::possessive) || item(i).has(WordClass::possessive)) return true;
  }
  return false;
}

Choice Attention::with_role(const Frame& frame, const SpeakerMention& mention,
                            std::uint32_t quote) const {
  const std::string head = head_of(scene_.text(frame, item(mention.head).span));
  const Gender gender = item(mention.head).info->gender;
  Contest contest;
  for (std::uint32_t p = 0; p < article_.people.size(); ++p) {
    if (!has_role(p, head)) continue;
    Referent referent;
    referent.index = p;
    referent.gender = article_.people[p].gender;
    referent.salience = salience_.of_person(p);
    contest.offer(referent,
                  (referent.salience + least_for_role) * fit(referent, gender, false) *
                      named_inside(referent, quote),
                  "less salient");
  }
  return contest.take();
}

bool Attention::has_role(std::uint32_t person, std::string_view head) const {
  const auto& roles = article_.people[person].roles;
  return std::any_of(roles.begin(), roles.end(),
                     [&](const Role& role) { return head_of(role.text) == head; });
}

Choice Attention::thing(const Frame& frame, const SpeakerMention& mention) const {
  const Item& head = item(mention.head);
  Choice choice;
  choice.best = thing_called(frame, mention.head);
  if (choice.best) return choice;
  const std::string_view word = scene_.text(frame, head.span);
  const auto author = std::find_if(authors_.rbegin(), authors_.rend(),
                                   [&](const AuthorOf& one) { return one.document == word; });
  if (author != authors_.rend()) {
    choice.best = author->author;
    return choice;
  }
  if (!is_group(head)) return choice;
  return most_salient_thing(true, head.has(WordClass::state_noun));
}

/// The thing with that word in its name: "the ministry" is the Defence Ministry. The most salient
/// one, else the last that the article named.
std::optional<Referent> Attention::thing_called(const Frame& frame, std::uint32_t head) const {
  const std::string word = fold(scene_.text(frame, item(head).span));
  std::optional<Referent> best;
  for (const Referent& referent : salience_.active()) {
    if (!is_thing(referent) || !contains_word(fold(name_of(referent)), word)) continue;
    if (!best || referent.salience > best->salience) best = referent;
  }
  if (best) return best;
  const auto& organizations = article_.organizations;
  for (std::uint32_t o = 0; o < organizations.size(); ++o) {
    const bool before =
        std::any_of(organizations[o].mentions.begin(), organizations[o].mentions.end(),
                    [&](const Mention& mention) { return mention.paragraph <= frame.paragraph; });
    if (!before || !contains_word(fold(organizations[o].name), word)) continue;
    Referent referent;
    referent.kind = ReferentKind::organization;
    referent.index = o;
    best = referent;
  }
  return best;
}

std::string Attention::name_of(const Referent& referent) const {
  switch (referent.kind) {
    case ReferentKind::person:
      return article_.people[referent.index].name;
    case ReferentKind::organization:
      return article_.organizations[referent.index].name;
    case ReferentKind::place:
      return article_.places[referent.index].name;
    case ReferentKind::proper:
      return std::string(referent.name);
    case ReferentKind::joint:
      return article_.people[joint_[referent.index].front()].name;
    case ReferentKind::unnamed:
    case ReferentKind::unnamed_group:
    case ReferentKind::unnamed_document:
      break;
  }
  return {};
}

}  // namespace onrecord
