// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a mention means, of all that are in mind: the choosing half of attention.h.
#include <algorithm>

#include "common/text_fold.h"
#include "indexer/quote/attention.h"

namespace onrecord {
namespace {

constexpr double factor_unknown_gender = 0.7;
constexpr double factor_named_in_quote = 0.15;
constexpr double factor_place = 0.4;  // a place is seldom what "it" means
constexpr double least_for_role = 0.1;
constexpr double factor_other_post = 0.25;  // "the party leader" is seldom the Home Secretary

bool contains_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const bool begins = at == 0 || text[at - 1] == ' ';
    const bool ends = at + word.size() == text.size() || text[at + word.size()] == ' ';
    if (begins && ends) return true;
  }
  return false;
}

/// What an office that only partly fits is worth, and one that fits in every word.
double worth_of(OfficeFit fit) {
  switch (fit) {
    case OfficeFit::other:
      return 0;
    case OfficeFit::partly:
      return 0.3;
    case OfficeFit::open:
      return 1;
    case OfficeFit::same:
      break;
  }
  return 3;
}

bool is_thing(const Referent& referent) {
  return referent.kind != ReferentKind::person && referent.kind != ReferentKind::unnamed &&
         referent.kind != ReferentKind::joint;
}

double fit(const Referent& referent, Gender gender, bool plural) {
  const bool group = is_thing(referent);
  if (plural && referent.kind == ReferentKind::unnamed_document) return 0;
  if (plural) return group || referent.plural ? 1 : 0;
  if (group || referent.plural) return 0;
  if (gender == Gender::unknown || referent.gender == gender) return 1;
  return referent.gender == Gender::unknown ? factor_unknown_gender : 0;
}

bool is_group(const Item& one) {
  return one.has(WordClass::group_noun) || one.has(WordClass::state_noun);
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

Choice Attention::somebody(Gender gender, bool plural, std::uint32_t quote,
                           std::string_view office) const {
  const bool post = !office.empty() && is_post(office, *scene_.lexicon);
  Contest contest;
  for (const Referent& referent : salience_.active()) {
    const double fits = fit(referent, gender, plural);
    const double inside = named_inside(referent, quote);
    const bool other =
        !office.empty() && referent.kind == ReferentKind::person && has_post(referent.index);
    const double of_post = !other ? 1 : post ? 0 : factor_other_post;
    contest.offer(referent, referent.salience * fits * inside * of_post,
                  fits == 0
                      ? (is_thing(referent) || referent.plural != plural ? "not of that number"
                                                                         : "not of that gender")
                  : inside < 1 ? "named in the quotation itself"
                  : other      ? "holds another post"
                               : "less salient");
  }
  return contest.take();
}

/// Can "the company" be called by that name? A body whose name has another kind of body in it is
/// none ("Leith Council"), nor is one that is known by other nouns (known_bodies.txt).
bool Attention::is_of_family(const std::string& name, const WordInfo& head,
                             std::string_view noun) const {
  const QuoteLexicon& lexicon = *scene_.lexicon;
  if (head.family.empty()) return true;
  if (lexicon.pack().lists("seats", name)) return false;
  if (lexicon.is_known_body(name)) return lexicon.is_called(name, noun);
  bool other = false;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const std::string_view family =
        lexicon.find(std::string_view(name).substr(at, end - at)).family;
    if (family == head.family) return true;
    other = other || !family.empty();
    at = end + 1;
  }
  return !other;
}

Choice Attention::most_salient_thing(bool group, bool place, const Noun& noun) const {
  Contest contest;
  for (const Referent& referent : salience_.active()) {
    if (!is_thing(referent)) continue;
    if (noun.info != nullptr && !is_of_family(name_of(referent), *noun.info, noun.word)) continue;
    if (group && referent.kind == ReferentKind::unnamed_document) continue;
    // "the country": no organization is one
    const bool country = noun.info != nullptr && !noun.info->has(WordClass::group_noun);
    if (country && referent.kind == ReferentKind::organization) continue;
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
  const std::string_view office = words_before_and(frame, mention);
  const Gender gender = item(mention.head).info->gender;
  Contest contest;
  for (std::uint32_t p = 0; p < article_.people.size(); ++p) {
    const OfficeFit held = office_fit(p, office);
    if (held == OfficeFit::other) continue;
    Referent referent;
    referent.index = p;
    referent.gender = article_.people[p].gender;
    referent.salience = salience_.of_person(p);
    contest.offer(referent,
                  (referent.salience + least_for_role) * worth_of(held) *
                      fit(referent, gender, false) * named_inside(referent, quote),
                  "less salient");
  }
  return contest.take();
}

/// The description from its first word to its head.
std::string_view Attention::words_before_and(const Frame& frame,
                                             const SpeakerMention& mention) const {
  return scene_.text(frame, {item(mention.begin).span.begin, item(mention.head).span.end});
}

/// Of all the offices that a person holds the one that fits best.
OfficeFit Attention::office_fit(std::uint32_t person, std::string_view office) const {
  OfficeFit best = OfficeFit::other;
  for (const Role& role : article_.people[person].roles) {
    best = std::max(best, compare_offices(office, role.text, *scene_.lexicon));
  }
  return best;
}

/// Does the person hold a post that leaves no room for another? "Home Secretary" is one, "MP" is
/// not.
bool Attention::has_post(std::uint32_t person) const {
  const auto& roles = article_.people[person].roles;
  return std::any_of(roles.begin(), roles.end(),
                     [&](const Role& role) { return is_post(role.text, *scene_.lexicon); });
}

Choice Attention::thing(const Frame& frame, const SpeakerMention& mention) const {
  const Item& head = item(mention.head);
  Choice choice;
  const std::string word = fold(scene_.text(frame, head.span));
  choice.best = thing_called(frame, word);
  if (choice.best) return choice;
  const auto author = std::find_if(authors_.rbegin(), authors_.rend(),
                                   [&](const AuthorOf& one) { return one.document == word; });
  if (author != authors_.rend()) {
    choice.best = author->author;
    return choice;
  }
  // "its office", "the port's website": whose it is does not say who it is.
  if (is_group(head) && is_owned(mention)) return choice;
  if (is_group(head)) {
    return most_salient_thing(true, head.has(WordClass::state_noun), {head.info, word});
  }
  // "the ruling": the court's
  if (!head.info->family.empty()) choice.best = thing_called(frame, head.info->family);
  return choice;
}

/// The thing with that word in its name: "the ministry" is the Defence Ministry. The most salient
/// one, else the last that the article named.
std::optional<Referent> Attention::thing_called(const Frame& frame, std::string_view word) const {
  const auto is_called = [&](const std::string& name) {
    return contains_word(fold(name), word) || scene_.lexicon->is_called(name, word);
  };
  std::optional<Referent> best;
  for (const Referent& referent : salience_.active()) {
    if (!is_thing(referent) || !is_called(name_of(referent))) continue;
    if (!best || referent.salience > best->salience) best = referent;
  }
  if (best) return best;
  const auto& organizations = article_.organizations;
  for (std::uint32_t o = 0; o < organizations.size(); ++o) {
    const bool before =
        std::any_of(organizations[o].mentions.begin(), organizations[o].mentions.end(),
                    [&](const Mention& mention) { return mention.paragraph <= frame.paragraph; });
    if (!before || !is_called(organizations[o].name)) continue;
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
