// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/quotes.h"

#include <algorithm>
#include <unordered_set>

#include <unicode/uchar.h>

#include "common/text_fold.h"
#include "common/utf8.h"
#include "indexer/quote/attribution.h"
#include "indexer/quote/confidence.h"
#include "indexer/quote/quote_lexicon.h"
#include "indexer/quote/reported_clause.h"
#include "indexer/quote/scene.h"
#include "indexer/quote/speaker_resolver.h"
#include "indexer/quote/speech_context.h"

namespace onrecord {
namespace {

/// Marks at either end that have no partner inside: debris of doubled marks, '"'so'.
std::string_view without_stray_marks(std::string_view text) {
  while (!text.empty() && (text.front() == '"' || text.front() == ' ')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == '"' || text.back() == ' ')) text.remove_suffix(1);
  const auto singles = std::count(text.begin(), text.end(), '\'');
  if (singles % 2 != 0 && text.starts_with('\'')) text.remove_prefix(1);
  if (singles % 2 != 0 && text.ends_with('\'')) text.remove_suffix(1);
  return text;
}

/// Marked texts [begin, end) are the paragraphs of one quotation.
struct Group {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

std::vector<Group> group_continued(const std::vector<MarkedText>& marked) {
  std::vector<Group> groups;
  for (std::uint32_t m = 0; m < marked.size(); ++m) {
    if (marked[m].continues && !groups.empty()) {
      groups.back().end = m + 1;
    } else {
      groups.push_back({m, m + 1});
    }
  }
  return groups;
}

/// The cue of a quotation over several paragraphs may stand before it, after the first paragraph or
/// behind the last: the surest of its parts decides for all.
std::uint32_t surest_part(const std::vector<Attribution>& attributions, const Group& group) {
  const auto certainty = [&](std::uint32_t m) {
    const Attribution& one = attributions[m];
    return one.rule == nullptr || one.inherit ? 0.0F : one.rule->certainty;
  };
  std::uint32_t best = group.begin;
  for (std::uint32_t m = group.begin + 1; m < group.end; ++m) {
    if (certainty(m) > certainty(best)) best = m;
  }
  return best;
}

class QuoteBuilder {
 public:
  QuoteBuilder(const Scene& scene, const std::vector<Attribution>& attributions,
               const std::vector<ResolvedSpeaker>& speakers)
      : scene_(scene), attributions_(attributions), speakers_(speakers) {
    // Each takes over from an earlier one, whose source is known by then.
    for (std::uint32_t m = 0; m < attributions_.size(); ++m) {
      const Attribution& one = attributions_[m];
      const bool goes_on = one.inherit && *one.inherit < m && one.rule->goes_on;
      sources_.push_back(goes_on ? sources_[*one.inherit] : m);
    }
  }

  Quote build(const Group& group) const {
    const std::uint32_t decided = surest_part(attributions_, group);
    const Attribution& attribution = attributions_[decided];
    const ResolvedSpeaker& speaker = speakers_[decided];
    Quote quote;
    add_text(quote, group);
    quote.kind = kind_of(group);
    // The comma behind a fragment is the reporter's: called it "difficult," adding ...
    if (quote.kind == QuoteKind::mixed && quote.text.ends_with(',')) quote.text.pop_back();
    quote.speaker = speaker.name;
    quote.person = speaker.person;
    quote.organization = speaker.organization;
    quote.joint_speakers = speaker.joint;
    quote.confidence = confidence_of(attribution, speaker.how);
    if (attribution.rule != nullptr) quote.rule = attribution.rule->name;
    if (attribution.mention) quote.speaker_mention = words_of(attribution.mention);
    if (attribution.cue) quote.cue = word_at(*attribution.cue);
    if (speaker.person) set_role(*speaker.person, quote);
    add_context(quote, decided);
    quote.trace = trace_of(quote, attribution, speaker);
    return quote;
  }

  /// Indirect speech: the clause as the reporter has it.
  Quote build(const ReportedClause& clause, const ResolvedSpeaker& speaker) const {
    const Frame& frame = scene_.frames[clause.frame];
    Quote quote;
    quote.kind = QuoteKind::indirect;
    for (const ItemRange& piece : clause.pieces) {
      if (!quote.text.empty()) quote.text += ' ';
      quote.text += scene_.text(frame, span_of(piece));
    }
    // One span a paragraph: a cue inside the clause is covered too.
    quote.where.push_back(
        {frame.paragraph,
         {span_of(clause.pieces.front()).begin, span_of(clause.pieces.back()).end}});
    quote.speaker = speaker.name;
    quote.person = speaker.person;
    quote.organization = speaker.organization;
    quote.rule = clause.rule->name;
    quote.joint_speakers = speaker.joint;
    Attribution attribution;
    attribution.rule = clause.rule;
    attribution.mention = clause.mention;
    attribution.cue = verb_of(clause.cue);
    quote.confidence = confidence_of(attribution, speaker.how);
    if (clause.mention) quote.speaker_mention = words_of(clause.mention);
    quote.cue = fold(scene_.text(frame, span_of(clause.cue)));
    if (speaker.person) set_role(*speaker.person, quote);
    take_context(quote, context_of(scene_, attribution, clause.pieces.back().begin));
    quote.trace = trace_of(quote, attribution, speaker);
    return quote;
  }

 private:
  TextSpan span_of(const ItemRange& items) const {
    return {scene_.items[items.begin].span.begin, scene_.items[items.end - 1].span.end};
  }

  /// "according" of "according to", "said" of "had said", "pointed" of "pointed out".
  std::uint32_t verb_of(const ItemRange& cue) const {
    if (scene_.items[cue.begin].has(WordClass::according)) return cue.begin;
    std::uint32_t i = cue.end - 1;
    const auto says = [&](const Item& one) {
      return one.info != nullptr && (!one.info->saying.empty() || one.has(WordClass::cue_noun));
    };
    while (i > cue.begin && !says(scene_.items[i])) --i;
    return i;
  }

  /// What goes on in the same breath was said to the same people, there and then: "No," she told
  /// Radio Pampa. "Never."
  void add_context(Quote& quote, std::uint32_t decided) const {
    take_context(quote, context_of(scene_, attributions_[sources_[decided]]));
    if (!attributions_[decided].cue) quote.cue_class.clear();
  }

  static void take_context(Quote& quote, SpeechContext context) {
    quote.cue_class = std::move(context.cue_class);
    quote.addressee = std::move(context.addressee);
    quote.occasion = std::move(context.occasion);
    quote.said_on = context.said_on;
  }

  /// How the speaker was found, for readers: rule, cue, mention, then the chain of the resolver.
  std::vector<Reason> trace_of(const Quote& quote, const Attribution& attribution,
                               const ResolvedSpeaker& speaker) const {
    std::vector<Reason> trace;
    trace.push_back({"rule", quote.rule.empty() ? "none" : quote.rule});
    if (!quote.cue.empty()) trace.push_back({"cue", quote.cue});
    if (!quote.speaker_mention.empty()) trace.push_back({"mention", quote.speaker_mention});
    if (attribution.inherit) trace.push_back({"goes on from", words_before(*attribution.inherit)});
    trace.push_back({"found by", std::string(name_of(speaker.how))});
    trace.insert(trace.end(), speaker.chain.begin(), speaker.chain.end());
    return trace;
  }

  /// The beginning of the quotation that another one takes its speaker from.
  std::string words_before(std::uint32_t m) const {
    constexpr std::size_t most_bytes = 40;
    const std::string_view text = without_stray_marks(scene_.text(scene_.marked[m]));
    if (text.size() <= most_bytes) return std::string(text);
    const std::size_t blank = text.rfind(' ', most_bytes);
    std::size_t cut = blank == std::string_view::npos ? 0 : blank;
    return std::string(text.substr(0, cut)) + " ...";
  }

  void add_text(Quote& quote, const Group& group) const {
    for (std::uint32_t m = group.begin; m < group.end; ++m) {
      const MarkedText& marked = scene_.marked[m];
      if (!quote.text.empty()) quote.text += ' ';
      quote.text += without_stray_marks(scene_.text(marked));
      quote.where.push_back({marked.paragraph, marked.outer});
    }
  }

  /// Mixed: a piece of the reporter's own sentence.
  QuoteKind kind_of(const Group& group) const {
    const std::uint32_t m = group.begin;
    const Frame& frame = scene_.frames[scene_.frame_of[m]];
    const std::uint32_t at = scene_.item_of[m];
    if (at == frame.begin || group.end - group.begin > 1) return QuoteKind::direct;
    const Item& before = scene_.items[at - 1];
    const bool parted =
        before.is(ItemKind::comma) || before.is(ItemKind::colon) || before.is(ItemKind::quote);
    const Attribution& attribution = attributions_[m];
    const bool cue_before = attribution.cue && *attribution.cue + 1 == at &&
                            !scene_.items[*attribution.cue].has(WordClass::cue_calling);
    const bool cue_behind = attribution.cue && *attribution.cue > at && begins_upper(m);
    return parted || cue_before || cue_behind ? QuoteKind::direct : QuoteKind::mixed;
  }

  bool begins_upper(std::uint32_t m) const {
    const std::string_view text = without_stray_marks(scene_.text(scene_.marked[m]));
    return !text.empty() && u_isupper(static_cast<UChar32>(code_point_at(text, 0).value)) != 0;
  }

  const Frame& frame_at(std::uint32_t item) const {
    return *std::partition_point(scene_.frames.begin(), scene_.frames.end(),
                                 [&](const Frame& frame) { return frame.end <= item; });
  }

  std::string words_of(const SpeakerMention& mention) const {
    const TextSpan first = scene_.items[mention.begin].span;
    const TextSpan last = scene_.items[mention.end - 1].span;
    return std::string(scene_.text(frame_at(mention.head), {first.begin, last.end}));
  }

  std::string word_at(std::uint32_t item) const {
    return lower_case(scene_.text(frame_at(item), scene_.items[item].span));
  }

  /// The role that the article gave last before the quotation, else its first.
  void set_role(std::uint32_t person, Quote& quote) const {
    const Mention& where = quote.where.front();
    const auto& roles = scene_.article->people[person].roles;
    const Role* best = roles.empty() ? nullptr : &roles.front();
    for (const Role& role : roles) {
      const bool before =
          role.where.paragraph < where.paragraph ||
          (role.where.paragraph == where.paragraph && role.where.span.begin < where.span.end);
      if (before) best = &role;
    }
    if (best == nullptr) return;
    quote.role = best->text;
    quote.past_role = best->past;
  }

  const Scene& scene_;
  const std::vector<Attribution>& attributions_;
  const std::vector<ResolvedSpeaker>& speakers_;
  std::vector<std::uint32_t> sources_;  ///< Of each: whose breath it goes on in, first of all.
};

bool in_headline(const Article& article, const Quote& quote) {
  const ParagraphKind kind = article.paragraphs[quote.where.front().paragraph].kind;
  return kind == ParagraphKind::headline || kind == ParagraphKind::subhead ||
         kind == ParagraphKind::deck;
}

/// A headline or subheading mostly repeats words that the body quotes with their speaker.
void drop_repeated_in_headlines(const Article& article, std::vector<Quote>& quotes) {
  std::vector<std::string> body;
  for (const Quote& quote : quotes) {
    if (!in_headline(article, quote)) body.push_back(name_key(quote.text));
  }
  std::erase_if(quotes, [&](const Quote& quote) {
    if (!in_headline(article, quote)) return false;
    const std::string key = name_key(quote.text);
    return std::any_of(body.begin(), body.end(), [&](const std::string& text) {
      return text.find(key) != std::string::npos;
    });
  });
}

}  // namespace

std::vector<Quote> find_quotes(const Article& article, const LanguagePack& pack) {
  return find_quotes(article, QuoteLexicon(pack));
}

std::vector<Quote> find_quotes(const Article& article, const QuoteLexicon& lexicon) {
  const Scene scene = make_scene(article, lexicon);
  const std::vector<Attribution> attributions = attribute(scene);
  const std::vector<ReportedClause> clauses = find_reported_clauses(scene);
  const ResolvedSpeakers speakers = resolve_speakers(scene, attributions, clauses);
  const QuoteBuilder builder(scene, attributions, speakers.marked);
  std::vector<Quote> quotes;
  for (const Group& group : group_continued(scene.marked)) {
    if (group.end - group.begin == 1 && !attributions[group.begin].is_quotation) {
      continue;
    }
    quotes.push_back(builder.build(group));
  }
  drop_repeated_in_headlines(article, quotes);
  for (std::size_t c = 0; c < clauses.size(); ++c) {
    quotes.push_back(builder.build(clauses[c], speakers.clauses[c]));
  }
  std::stable_sort(quotes.begin(), quotes.end(), [](const Quote& a, const Quote& b) {
    const Mention& left = a.where.front();
    const Mention& right = b.where.front();
    return left.paragraph != right.paragraph ? left.paragraph < right.paragraph
                                             : left.span.begin < right.span.begin;
  });
  return quotes;
}

}  // namespace onrecord
