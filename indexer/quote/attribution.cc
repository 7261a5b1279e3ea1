// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/attribution.h"

#include <array>

namespace onrecord {
namespace {

// "No," said Osei. / "No," Osei said.
constexpr AttributionRule said_after{"said-after", 0.98F};
// Osei said: "No."
constexpr AttributionRule said_before{"said-before", 0.95F};
// The pumps were "worn out," according to Osei.
constexpr AttributionRule according_to{"according-to", 0.96F};
// Her reply: "No."
constexpr AttributionRule noun_cue{"noun-cue", 0.85F};
// The paper quoted Osei as saying "no".
constexpr AttributionRule quoted_as{"quoted-as", 0.9F};
// The toll was described by Osei as "a tax on bread".
constexpr AttributionRule passive_agent{"passive-agent", 0.85F};
// The toll was called "a tax on bread". - nobody is named
constexpr AttributionRule passive{"passive", 0.6F};
// Osei shrugged: "Which one?"
constexpr AttributionRule before_colon{"colon", 0.85F};
// Osei took the "long road" home.
constexpr AttributionRule clause_subject{"clause-subject", 0.5F};
// "No," Osei said. "Never."
constexpr AttributionRule trailing{"trailing", 0.93F};
// Osei was brief. "No."
constexpr AttributionRule lead_in{"lead-in", 0.75F};
// A paragraph that is nothing but a quotation, after one with a quotation.
constexpr AttributionRule run_on{"run-on", 0.8F};
// The next paragraph of one quotation.
constexpr AttributionRule continued{"continued", 0.95F};
// "No." - Adwoa Osei

/// Attributes the quotations of one frame by what stands in it.
class FrameReader {
 public:
  FrameReader(const Scene& scene, const Frame& frame)
      : scene_(scene), frame_(frame), reader_(scene, frame) {}

  Attribution read(std::uint32_t quote) const {
    const Attribution beside = left(quote);
    if (beside.verb_beside) return beside;
    if (const Attribution after = right(quote); after.rule != nullptr) return after;
    if (beside.rule != nullptr) return beside;
    return by_subject(quote);
  }

  /// For a quotation in the next frame: "Osei was brief."
  Attribution introduces() const {
    for (std::uint32_t i = frame_.end; i > frame_.begin; --i) {
      if (is_finite_cue(i - 1)) {
        Attribution found = from_verb(i - 1, lead_in);
        if (found.mention) return found;
      }
    }
    Attribution found;
    found.mention = reader_.first_subject(frame_.begin, frame_.end);
    if (found.mention) found.rule = &lead_in;
    return found;
  }

 private:
  const Item& item(std::uint32_t i) const { return scene_.items[i]; }
  bool inside(std::uint32_t i) const { return i >= frame_.begin && i < frame_.end; }

  bool is_verb(std::uint32_t i) const { return is_cue_verb(scene_, frame_, i); }

  bool is_finite_cue(std::uint32_t i) const {
    return is_verb(i) && item(i).has(WordClass::cue_finite);
  }

  // --- to the right: "No," said Osei.

  Attribution right(std::uint32_t quote) const {
    std::uint32_t i = quote + 1;
    bool parted = ends_with_comma(quote);
    while (inside(i) && (item(i).is(ItemKind::comma) || item(i).is(ItemKind::dash))) {
      parted = true;
      ++i;
    }
    if (!inside(i)) return {};
    if (item(i).is(ItemKind::stop)) return {};
    if (const Attribution found = right_according(i); found.rule != nullptr) return found;
    if (!parted && !opens_frame(quote) && !ends_strongly(quote)) return {};
    if (const Attribution found = right_inverted(i); found.rule != nullptr) return found;
    return right_plain(i);
  }

  Attribution right_according(std::uint32_t i) const {
    if (!item(i).has(WordClass::according) || !inside(i + 2)) return {};
    Attribution found;
    found.mention = reader_.starting_at(i + 2);
    found.rule = &according_to;
    found.cue = i;
    return found;
  }

  /// said [adverb] Osei
  Attribution right_inverted(std::uint32_t i) const {
    while (inside(i) && item(i).has(WordClass::adverb)) ++i;
    if (!inside(i) || !is_finite_cue(i)) return {};
    Attribution found;
    found.mention = reader_.starting_at(i + 1);
    if (!found.mention) return {};
    found.rule = &said_after;
    found.cue = i;
    return found;
  }

  /// Osei[, the mayor,] [later] said
  Attribution right_plain(std::uint32_t from) const {
    if (item(from).has(WordClass::conjunction)) return {};
    for (std::uint32_t i = from; inside(i); ++i) {
      if (item(i).is(ItemKind::quote) || item(i).is(ItemKind::semicolon) ||
          item(i).is(ItemKind::stop) || item(i).is(ItemKind::colon)) {
        break;
      }
      if (i == from || !is_finite_cue(i)) continue;
      Attribution found;
      found.mention = reader_.subject_of(i, from);
      if (!found.mention) continue;
      found.rule = &said_after;
      found.cue = i;
      return found;
    }
    return {};
  }

  // --- to the left: Osei said "no".

  /// The nearest cue to the left of the quotation; verbs of thinking only if there is no other.
  Attribution left(std::uint32_t quote) const {
    const Attribution found = left(quote, false);
    return found.rule != nullptr ? found : left(quote, true);
  }

  Attribution left(std::uint32_t quote, bool weak) const {
    bool beside = true;
    for (std::uint32_t k = quote; k > frame_.begin; --k) {
      const std::uint32_t i = k - 1;
      const Item& one = item(i);
      if (one.is(ItemKind::semicolon)) break;
      if (one.is(ItemKind::colon) && quote - i == 1) return left_of_colon(i);
      Attribution found = at_cue(i, quote, weak);
      if (found.rule != nullptr) {
        found.verb_beside = beside && quote - i <= 8;
        return found;
      }
      if (one.is(ItemKind::quote) || one.has(WordClass::conjunction)) continue;
      if (one.is(ItemKind::comma) && quote - i > 1) beside = false;
    }
    return {};
  }

  Attribution at_cue(std::uint32_t i, std::uint32_t quote, bool weak) const {
    const Item& one = item(i);
    if (one.has(WordClass::according) && inside(i + 2)) {
      Attribution found;
      found.mention = reader_.starting_at(i + 2);
      found.rule = &according_to;
      found.cue = i;
      return found;
    }
    if (is_verb(i)) {
      const bool far = quote - i > 3;
      if (far && (one.has(WordClass::cue_manner) || (one.has(WordClass::cue_weak) && !weak))) {
        return {};
      }
      return from_verb(i, said_before);
    }
    if (one.has(WordClass::cue_noun)) {
      Attribution found;
      found.mention = reader_.owner_of(i, frame_.begin);
      if (!found.mention) return {};
      found.rule = &noun_cue;
      found.cue = i;
      return found;
    }
    return {};
  }

  Attribution left_of_colon(std::uint32_t colon) const {
    for (std::uint32_t k = colon; k > frame_.begin; --k) {
      if (item(k - 1).is(ItemKind::quote)) break;
      Attribution found = at_cue(k - 1, k, true);
      if (found.rule == nullptr || !found.mention) continue;
      found.verb_beside = true;
      return found;
    }
    Attribution found;
    found.mention = reader_.first_subject(frame_.begin, colon);
    found.rule = &before_colon;
    found.verb_beside = true;
    return found;
  }

  /// Subject of the verb at `verb`, whatever its form.
  Attribution from_verb(std::uint32_t verb, const AttributionRule& rule) const {
    Attribution found;
    found.cue = verb;
    found.rule = &rule;
    const Item& one = item(verb);
    if (verb > frame_.begin && is_as(verb - 1) && one.has(WordClass::cue_participle)) {
      return quoted_as_saying(verb);
    }
    if (is_passive(verb)) return from_passive(verb);
    if (one.has(WordClass::cue_finite) && !after_to(verb)) {
      found.mention = reader_.subject_of(verb, frame_.begin);
    } else if (one.has(WordClass::cue_participle) && verb > frame_.begin &&
               item(verb - 1).is(ItemKind::person)) {
      found.mention = reader_.ending_at(verb - 1, frame_.begin);
    }
    if (!is_plausible(found.mention)) found.mention = shared_subject(verb);
    return found;
  }

  /// A description counts when its head is a noun for speakers, when a determiner opens it, or when
  /// it opens the clause; else a verb that nobody knows was taken for a noun.
  bool is_plausible(const SpeakerMention& mention) const {
    if (mention.kind != MentionKind::description) return static_cast<bool>(mention);
    const Item& head = item(mention.head);
    if (head.has(WordClass::person_noun) || head.has(WordClass::people_noun) ||
        head.has(WordClass::group_noun) || head.has(WordClass::document_noun)) {
      return true;
    }
    const std::string_view word = scene_.text(frame_, head.span);
    if (word.ends_with("ed") || word.ends_with("ing")) return false;
    const Item& first = item(mention.begin);
    if (first.has(WordClass::determiner) || first.has(WordClass::possessive)) return true;
    if (mention.begin == frame_.begin) return true;
    const Item& before = item(mention.begin - 1);
    return before.is(ItemKind::comma) || before.has(WordClass::conjunction);
  }

  bool is_as(std::uint32_t i) const {
    return item(i).is(ItemKind::word) && item(i).has(WordClass::preposition) &&
           item(i).has(WordClass::subordinator) && item(i).span.end - item(i).span.begin == 2;
  }

  bool after_to(std::uint32_t verb) const {
    return verb > frame_.begin && item(verb - 1).has(WordClass::preposition);
  }

  /// "The paper quoted Osei as saying", "Osei was quoted as saying"
  Attribution quoted_as_saying(std::uint32_t verb) const {
    Attribution found;
    found.cue = verb;
    found.rule = &quoted_as;
    if (verb < frame_.begin + 2) return found;
    for (std::uint32_t i = verb - 1; i > frame_.begin && verb - i < 10; --i) {
      if (!is_verb(i - 1) || !is_passive(i - 1)) continue;
      found.mention = reader_.subject_of(i - 1, frame_.begin);
      if (!is_plausible(found.mention)) found.mention = shared_subject(i - 1);
      return found;
    }
    found.mention = reader_.ending_at(verb - 2, frame_.begin);
    return found;
  }

  /// A past participle after a form of "be".
  bool is_passive(std::uint32_t verb) const {
    if (!item(verb).has(WordClass::cue_past)) return false;
    std::uint32_t i = verb;
    while (i > frame_.begin && item(i - 1).has(WordClass::adverb)) --i;
    return i > frame_.begin && item(i - 1).has(WordClass::be);
  }

  Attribution from_passive(std::uint32_t verb) const {
    Attribution found;
    found.cue = verb;
    for (std::uint32_t i = verb + 1; inside(i) && i < verb + 6; ++i) {
      if (item(i).is(ItemKind::quote)) break;
      if (scene_.text(frame_, item(i).span) == "by" && inside(i + 1)) {
        found.mention = reader_.starting_at(i + 1);
        found.rule = &passive_agent;
        return found;
      }
    }
    found.rule = &passive;
    return found;
  }

  /// "Osei thanked them and said", "Osei went on, saying": the subject of the main clause before.
  SpeakerMention shared_subject(std::uint32_t verb) const {
    std::uint32_t from = frame_.begin;
    for (std::uint32_t i = verb; i > frame_.begin; --i) {
      if (item(i - 1).is(ItemKind::semicolon)) {
        from = i;
        break;
      }
    }
    const SpeakerMention mention = reader_.first_subject(main_clause(from, verb), verb);
    return mention ? mention : reader_.first_subject(from, verb);
  }

  /// Behind the comma of an opening adverbial: "After the vote, Osei ..."
  std::uint32_t main_clause(std::uint32_t from, std::uint32_t to) const {
    const Item& first = item(from);
    if (!first.has(WordClass::preposition) && !first.has(WordClass::subordinator)) return from;
    for (std::uint32_t i = from; i < to; ++i) {
      if (item(i).is(ItemKind::comma)) return i + 1;
    }
    return from;
  }

  Attribution by_subject(std::uint32_t quote) const {
    Attribution found;
    found.mention = reader_.first_subject(main_clause(frame_.begin, quote), quote);
    if (!found.mention) found.mention = reader_.first_subject(frame_.begin, quote);
    if (found.mention) found.rule = &clause_subject;
    return found;
  }

  // --- the quotation itself

  bool opens_frame(std::uint32_t quote) const {
    for (std::uint32_t i = frame_.begin; i < quote; ++i) {
      if (!item(i).is(ItemKind::quote) && !item(i).has(WordClass::conjunction) &&
          !item(i).is(ItemKind::other) && !item(i).is(ItemKind::comma)) {
        return false;
      }
    }
    return true;
  }

  char last_sign(std::uint32_t quote) const {
    std::string_view inner = scene_.text(scene_.marked[item(quote).index]);
    while (inner.ends_with('\'') || inner.ends_with('"')) inner.remove_suffix(1);
    while (inner.ends_with("\u2019") || inner.ends_with("\u201D")) inner.remove_suffix(3);
    return inner.empty() ? '\0' : inner.back();
  }

  bool ends_with_comma(std::uint32_t quote) const { return last_sign(quote) == ','; }

  bool ends_strongly(std::uint32_t quote) const {
    return last_sign(quote) == '?' || last_sign(quote) == '!';
  }

  const Scene& scene_;
  const Frame& frame_;
  MentionReader reader_;
};

bool is_bare(const Scene& scene, const Frame& frame) {
  for (std::uint32_t i = frame.begin; i < frame.end; ++i) {
    const ItemKind kind = scene.items[i].kind;
    if (kind != ItemKind::quote && kind != ItemKind::stop && kind != ItemKind::comma &&
        kind != ItemKind::dash && kind != ItemKind::other && kind != ItemKind::bracket) {
      return false;
    }
  }
  return true;
}

/// The last quotation before marked text `m`, if it stands in the same or the paragraph before.
std::optional<std::uint32_t> quote_before(const Scene& scene, std::uint32_t m) {
  if (m == 0) return std::nullopt;
  const std::uint32_t here = scene.marked[m].paragraph;
  const std::uint32_t there = scene.marked[m - 1].paragraph;
  return here - there <= 1 ? std::optional(m - 1) : std::nullopt;
}

Attribution inherited(std::uint32_t from, const AttributionRule& rule) {
  Attribution found;
  found.rule = &rule;
  found.inherit = from;
  return found;
}

/// A frame that is nothing but quotations takes its speaker from what went before.
Attribution attribute_bare(const Scene& scene, std::uint32_t frame, std::uint32_t m) {
  const std::optional<std::uint32_t> before = quote_before(scene, m);
  if (before && scene.frame_of[*before] == frame) return inherited(*before, trailing);
  if (frame == 0) return {};
  const Frame& here = scene.frames[frame];
  const Frame& previous = scene.frames[frame - 1];
  const bool same_paragraph = previous.paragraph == here.paragraph;
  if (before && scene.frame_of[*before] == frame - 1) {
    return inherited(*before, same_paragraph ? trailing : run_on);
  }
  const Attribution found = FrameReader(scene, previous).introduces();
  if (found.rule != nullptr && (same_paragraph || !before)) return found;
  if (before) return inherited(*before, run_on);
  return found;
}

}  // namespace

std::vector<Attribution> attribute(const Scene& scene) {
  std::vector<Attribution> attributions;
  attributions.reserve(scene.marked.size());
  for (std::uint32_t m = 0; m < scene.marked.size(); ++m) {
    const std::uint32_t number = scene.frame_of[m];
    const Frame& frame = scene.frames[number];
    if (is_bare(scene, frame)) {
      attributions.push_back(scene.marked[m].continues && m > 0 ? inherited(m - 1, continued)
                                                                : attribute_bare(scene, number, m));
      continue;
    }
    Attribution found = FrameReader(scene, frame).read(scene.item_of[m]);
    if (found.rule == nullptr && scene.marked[m].continues && m > 0) {
      found = inherited(m - 1, continued);
    }
    attributions.push_back(found);
  }
  return attributions;
}

}  // namespace onrecord
