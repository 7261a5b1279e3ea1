// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/marks_inside.h"

#include <optional>
#include <string_view>
#include <utility>

#include "common/tokens.h"

namespace onrecord {
namespace {

class Cutter {
 public:
  Cutter(std::string_view text, const QuoteLexicon& lexicon)
      : text_(text), lexicon_(lexicon), tokens_(tokenize(text)) {}

  /// Appends the parts of one stretch, in the bytes of its paragraph.
  void cut(const MarkedText& marked, std::vector<MarkedText>& parts) const {
    MarkedText rest = marked;
    std::size_t i = first_token(marked.inner.begin);
    while (i < tokens_.size() && tokens_[i].span.end <= marked.inner.end) {
      const std::optional<std::size_t> end = attribution_at(i, marked.inner.end);
      if (!end) {
        ++i;
        continue;
      }
      MarkedText part = rest;
      part.inner.end = part.outer.end = tokens_[i].span.begin;
      if (part.inner.begin < part.inner.end) parts.push_back(part);
      i = *end;
      rest.continues = false;
      rest.inner.begin = rest.outer.begin =
          i < tokens_.size() ? std::min(tokens_[i].span.begin, marked.inner.end) : marked.inner.end;
    }
    if (rest.inner.begin < rest.inner.end) {
      parts.push_back(rest);
    } else if (!parts.empty() && !marked.closed) {
      parts.back().closed = false;
    }
  }

 private:
  std::string_view word(std::size_t i) const { return text_of(text_, tokens_[i]); }
  bool inside(std::size_t i, std::uint32_t end) const {
    return i < tokens_.size() && tokens_[i].span.end <= end;
  }
  bool is_dash(std::size_t i) const {
    return word(i) == "\u2014" || word(i) == "\u2013" || word(i) == "-";
  }

  std::size_t first_token(std::uint32_t begin) const {
    std::size_t i = 0;
    while (i < tokens_.size() && tokens_[i].span.begin < begin) ++i;
    return i;
  }

  /// The token behind the attribution that begins with the comma at `i`, if one does.
  std::optional<std::size_t> attribution_at(std::size_t i, std::uint32_t end) const {
    constexpr std::size_t longest = 24;
    if (word(i) != ",") return std::nullopt;
    std::size_t at = i + 1;
    if (inside(at, end) && is_dash(at)) ++at;
    const bool auxiliary = inside(at, end) && lexicon_.find(word(at)).has(WordClass::auxiliary);
    if (auxiliary) ++at;
    const std::size_t behind_auxiliary = at;
    while (auxiliary && inside(at, end) && (word(at) == "-" || is_subject_pronoun(at))) ++at;
    const bool has_subject = at > behind_auxiliary;
    if (!inside(at, end) || !is_cue(at, auxiliary)) return std::nullopt;
    ++at;
    if (!inside(at, end) || !(has_subject || is_subject(at))) return std::nullopt;
    for (const std::size_t stop = at + longest; at < stop && inside(at, end); ++at) {
      const std::string_view sign = word(at);
      if (sign != "," && sign != "." && !(is_dash(at) && tokens_[at].blank_before)) continue;
      ++at;
      while (inside(at, end) && is_dash(at)) ++at;
      return at;
    }
    return inside(at, end) ? std::nullopt : std::optional(at);
  }

  bool is_cue(std::size_t i, bool behind_auxiliary) const {
    const WordInfo& info = lexicon_.find(word(i));
    return info.has(WordClass::cue_finite) || (behind_auxiliary && info.has(WordClass::cue_past));
  }

  bool is_subject_pronoun(std::size_t i) const {
    const WordInfo& info = lexicon_.find(word(i));
    return word(i) == "t" || (info.has(WordClass::personal) && info.subject_form);
  }

  /// "explique Awa Diatta", "explique la préfète", "explique-t-elle", "сказала она"
  bool is_subject(std::size_t i) const {
    const WordInfo& info = lexicon_.find(word(i));
    return tokens_[i].starts_upper || word(i) == "-" || is_subject_pronoun(i) ||
           info.has(WordClass::determiner) || info.has(WordClass::person_noun) ||
           info.has(WordClass::title);
  }

  std::string_view text_;
  const QuoteLexicon& lexicon_;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<MarkedText> cut_at_attributions_inside(std::vector<MarkedText> marked,
                                                   const std::vector<Paragraph>& paragraphs,
                                                   const QuoteLexicon& lexicon) {
  if (!lexicon.attributions_inside()) return marked;
  std::vector<MarkedText> parts;
  std::optional<Cutter> cutter;
  std::uint32_t paragraph = 0;
  for (const MarkedText& one : marked) {
    if (!cutter || one.paragraph != paragraph) {
      paragraph = one.paragraph;
      cutter.emplace(paragraphs[paragraph].text, lexicon);
    }
    cutter->cut(one, parts);
  }
  return parts;
}

}  // namespace onrecord
