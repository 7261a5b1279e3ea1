// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <optional>

#include "common/article_text.h"
#include "common/tokens.h"
#include "common/utf8.h"

namespace onrecord {
namespace {

constexpr std::string_view ellipsis = "\u2026";

/// Sentences of a paragraph; without a list of abbreviations, which only the indexer has, a few
/// sentences come out too short. That does no harm: neighbours are joined below.
std::vector<TextSpan> sentences_of(const std::string& text) {
  return split_sentences(text, tokenize(text), nullptr);
}

/// Sentences [first, last] of one paragraph.
struct Passage {
  std::uint32_t paragraph = 0;
  TextSpan span;
  std::uint64_t leaves = 0;
  std::size_t matches = 0;
};

bool is_better(const Passage& a, const Passage& b) {
  const int parts_a = std::popcount(a.leaves);
  const int parts_b = std::popcount(b.leaves);
  if (parts_a != parts_b) return parts_a > parts_b;
  return std::min<std::size_t>(a.matches, 3) > std::min<std::size_t>(b.matches, 3);
}

using MatchRange =
    std::pair<std::vector<Match>::const_iterator, std::vector<Match>::const_iterator>;

MatchRange matches_of_paragraph(const std::vector<Match>& matches, std::uint32_t paragraph) {
  const auto [begin, end] =
      std::equal_range(matches.begin(), matches.end(), Match{paragraph, {}, 0},
                       [](const Match& a, const Match& b) { return a.paragraph < b.paragraph; });
  return {begin, end};
}

/// How many sentences from `first` on belong together: up to the last one with a match that still
/// fits, and one more where that is little to read.
std::size_t last_sentence(const std::vector<TextSpan>& sentences, std::size_t first,
                          std::vector<Match>::const_iterator match,
                          std::vector<Match>::const_iterator end, std::size_t most_bytes) {
  const auto fits = [&](std::size_t i) {
    return i < sentences.size() && sentences[i].end - sentences[first].begin <= most_bytes;
  };
  std::size_t last = first;
  for (std::size_t i = first + 1; fits(i); ++i) {
    while (match != end && match->span.begin < sentences[i].begin) ++match;
    if (match == end) break;
    if (match->span.begin < sentences[i].end) last = i;
  }
  const bool little = sentences[last].end - sentences[first].begin < most_bytes / 3;
  return little && fits(last + 1) ? last + 1 : last;
}

/// The best passage of one paragraph: each sentence with a match is tried with those after it, as
/// many as fit. Sentences and matches are walked in step, so the cost is linear in both.
std::optional<Passage> best_of_paragraph(const Article& article, std::uint32_t paragraph,
                                         const MatchRange& matches, std::size_t most_bytes) {
  const std::vector<TextSpan> sentences = sentences_of(article.paragraphs[paragraph].text);
  std::optional<Passage> best;
  auto first_match = matches.first;
  for (std::size_t first = 0; first < sentences.size(); ++first) {
    while (first_match != matches.second && first_match->span.begin < sentences[first].begin) {
      ++first_match;
    }
    if (first_match == matches.second) break;
    if (first_match->span.begin >= sentences[first].end) continue;
    const std::size_t last =
        last_sentence(sentences, first, first_match, matches.second, most_bytes);
    Passage passage{paragraph, {sentences[first].begin, sentences[last].end}, 0, 0};
    for (auto match = first_match; match != matches.second; ++match) {
      if (match->span.begin >= passage.span.end) break;
      passage.leaves |= match->leaves;
      ++passage.matches;
    }
    if (!best || is_better(passage, *best)) best = passage;
  }
  return best;
}

/// Bytes [begin, end) around a match, at blanks, when a sentence is too long to be shown.
TextSpan cut_around(const std::string& text, TextSpan whole, TextSpan match,
                    std::size_t most_bytes) {
  const std::size_t before = most_bytes / 3;
  TextSpan cut = whole;
  if (match.begin - whole.begin > before) {
    const std::size_t blank = text.find(' ', match.begin - before);
    if (blank < match.begin) cut.begin = static_cast<std::uint32_t>(blank + 1);
  }
  if (cut.end - cut.begin > most_bytes) {
    const std::size_t most = std::max<std::size_t>(cut.begin + most_bytes, match.end);
    const std::size_t blank = text.rfind(' ', most);
    cut.end = static_cast<std::uint32_t>(
        blank != std::string::npos && blank >= match.end
            ? blank
            : cut.begin +
                  cut_utf8(std::string_view(text).substr(cut.begin), most - cut.begin).size());
  }
  return cut;
}

/// Spans of the matches inside `span`, moved by `shift` bytes and clipped.
std::vector<TextSpan> marks_within(const MatchRange& matches, TextSpan span, std::int64_t shift) {
  std::vector<TextSpan> marks;
  for (auto match = matches.first; match != matches.second; ++match) {
    const std::uint32_t begin = std::max(match->span.begin, span.begin);
    const std::uint32_t end = std::min(match->span.end, span.end);
    if (begin >= end) continue;
    marks.push_back(
        {static_cast<std::uint32_t>(begin + shift), static_cast<std::uint32_t>(end + shift)});
  }
  return marks;
}

MarkedText show(const Article& article, const Passage& passage, const std::vector<Match>& matches,
                std::size_t most_bytes) {
  const std::string& text = article.paragraphs[passage.paragraph].text;
  const MatchRange range = matches_of_paragraph(matches, passage.paragraph);
  TextSpan shown = passage.span;
  if (shown.end - shown.begin > most_bytes) {
    TextSpan focus{shown.begin, shown.begin};
    for (auto match = range.first; match != range.second; ++match) {
      if (match->span.begin < shown.begin || match->span.end > shown.end) continue;
      focus = match->span;
      break;
    }
    shown = cut_around(text, shown, focus, most_bytes);
  }
  MarkedText out;
  if (shown.begin > passage.span.begin) out.text += ellipsis;
  const auto shift = static_cast<std::int64_t>(out.text.size()) - shown.begin;
  out.marks = marks_within(range, shown, shift);
  out.text += text.substr(shown.begin, shown.end - shown.begin);
  if (shown.end < passage.span.end) out.text += ellipsis;
  return out;
}

/// The first paragraph of running text, as far as it fits.
Passage lead_of(const Article& article, std::size_t most_bytes) {
  Passage lead;
  for (std::uint32_t p = 0; p < article.paragraphs.size(); ++p) {
    const ParagraphKind kind = article.paragraphs[p].kind;
    if (kind == ParagraphKind::headline || kind == ParagraphKind::subhead) continue;
    for (const TextSpan& sentence : sentences_of(article.paragraphs[p].text)) {
      const bool first = lead.span.end == 0;
      if (!first && sentence.end > most_bytes) break;
      lead.paragraph = p;
      lead.span.end = sentence.end;
    }
    if (lead.span.end > 0) break;
  }
  return lead;
}

}  // namespace

MarkedText best_passage(const Article& article, const std::vector<Match>& matches,
                        std::size_t most_bytes) {
  std::optional<Passage> best;
  for (auto match = matches.begin(); match != matches.end();) {
    const std::uint32_t paragraph = match->paragraph;
    const MatchRange range = matches_of_paragraph(matches, paragraph);
    match = range.second;
    if (article.paragraphs[paragraph].kind == ParagraphKind::headline) continue;
    const auto passage = best_of_paragraph(article, paragraph, range, most_bytes);
    if (passage && (!best || is_better(*passage, *best))) best = passage;
  }
  if (!best) best = lead_of(article, most_bytes);
  if (best->paragraph >= article.paragraphs.size()) return {};
  return show(article, *best, matches, most_bytes);
}

MarkedText marked_headline(const Article& article, const std::vector<Match>& matches) {
  MarkedText out;
  out.text = headline_of(article);
  if (out.text.empty()) return out;
  const auto end = static_cast<std::uint32_t>(out.text.size());
  out.marks = marks_within(matches_of_paragraph(matches, 0), {0, end}, 0);
  return out;
}

namespace {

/// A stretch of a paragraph that becomes part of the context.
struct Stretch {
  std::uint32_t paragraph = 0;
  TextSpan span;
};

/// The whole sentences around `said`; with `wider`, also the one before or, failing that, after.
TextSpan sentences_around(const std::string& text, TextSpan said, bool wider) {
  const std::vector<TextSpan> sentences = sentences_of(text);
  TextSpan around = said;
  std::optional<TextSpan> before;
  std::optional<TextSpan> after;
  for (const TextSpan& sentence : sentences) {
    if (sentence.end <= said.begin) {
      before = sentence;
    } else if (sentence.begin < said.end) {
      around.begin = std::min(around.begin, sentence.begin);
      around.end = std::max(around.end, sentence.end);
    } else if (!after) {
      after = sentence;
    }
  }
  if (!wider) return around;
  if (before)
    around.begin = before->begin;
  else if (after)
    around.end = after->end;
  return around;
}

/// The paragraphs of a quote with the sentences that hold it, in reading order.
std::vector<Stretch> stretches_of(const Article& article, const Quote& quote, bool wider) {
  std::vector<Stretch> stretches;
  for (const Mention& part : quote.where) {
    if (part.paragraph >= article.paragraphs.size()) continue;
    const TextSpan span =
        sentences_around(article.paragraphs[part.paragraph].text, part.span, wider);
    if (!stretches.empty() && stretches.back().paragraph == part.paragraph) {
      stretches.back().span.begin = std::min(stretches.back().span.begin, span.begin);
      stretches.back().span.end = std::max(stretches.back().span.end, span.end);
    } else {
      stretches.push_back({part.paragraph, span});
    }
  }
  return stretches;
}

/// Has the context words of the reporter, or is it nothing but the quote?
bool says_more(const std::vector<Stretch>& stretches, const Quote& quote) {
  constexpr std::size_t few_bytes = 6;
  std::size_t bytes = 0;
  for (const Stretch& stretch : stretches) bytes += stretch.span.end - stretch.span.begin;
  for (const Mention& part : quote.where)
    bytes -= std::min<std::size_t>(bytes, part.span.end - part.span.begin);
  return bytes > few_bytes;
}

}  // namespace

ContextPassage quote_context(const Article& article, const Quote& quote,
                             const std::vector<Match>& matches) {
  std::vector<Stretch> stretches = stretches_of(article, quote, false);
  if (!says_more(stretches, quote)) stretches = stretches_of(article, quote, true);
  ContextPassage context;
  std::string& out = context.text.text;
  for (const Stretch& stretch : stretches) {
    if (!out.empty()) out += ' ';
    const auto shift = static_cast<std::int64_t>(out.size()) - stretch.span.begin;
    const auto moved = [&](TextSpan span) {
      return TextSpan{static_cast<std::uint32_t>(span.begin + shift),
                      static_cast<std::uint32_t>(span.end + shift)};
    };
    for (const Mention& part : quote.where) {
      if (part.paragraph == stretch.paragraph) context.quote.push_back(moved(part.span));
    }
    const auto marks =
        marks_within(matches_of_paragraph(matches, stretch.paragraph), stretch.span, shift);
    context.text.marks.insert(context.text.marks.end(), marks.begin(), marks.end());
    out += article.paragraphs[stretch.paragraph].text.substr(stretch.span.begin,
                                                             stretch.span.end - stretch.span.begin);
  }
  return context;
}

}  // namespace onrecord
