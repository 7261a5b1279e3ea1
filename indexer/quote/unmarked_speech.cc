// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/unmarked_speech.h"

#include <algorithm>
#include <string_view>

#include "common/text_fold.h"
#include "common/tokens.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_signature = 120;  // bytes
constexpr std::ptrdiff_t fewest_blanks = 2;     // "Club statement" is a headline, no post
constexpr std::size_t longest_lead = 100;       // bytes before the colon of "She added:"

bool is_body(ParagraphKind kind) {
  return kind == ParagraphKind::body || kind == ParagraphKind::block_quote;
}

/// The signing line of an embedded post: "— Ana Reyes (@reyes) May 3, 2021".
struct Signature {
  std::size_t begin = 0;  ///< Of the dash.
  std::string_view name;
};

std::optional<Signature> signature_in(std::string_view text) {
  const std::size_t handle = text.rfind("(@");
  if (handle == std::string_view::npos || text.size() - handle > longest_signature) {
    return std::nullopt;
  }
  for (const std::string_view dash : {"\u2014", "\u2013", "\u2015", "--"}) {
    const std::size_t at = text.rfind(dash, handle);
    if (at == std::string_view::npos || handle - at > longest_signature) continue;
    std::string_view name = text.substr(at + dash.size(), handle - at - dash.size());
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    if (!name.empty()) return Signature{at, name};
  }
  return std::nullopt;
}

/// Without the addresses of pictures and pages that a post ends with.
std::size_t end_of_post(std::string_view text) {
  while (true) {
    while (text.ends_with(' ')) text.remove_suffix(1);
    const std::size_t blank = text.rfind(' ');
    const std::string_view last = blank == std::string_view::npos ? text : text.substr(blank + 1);
    const bool link = last.starts_with("pic.twitter.com/") || last.starts_with("https://") ||
                      last.starts_with("http://");
    if (!link || blank == std::string_view::npos) return text.size();
    text = text.substr(0, blank);
  }
}

class UnmarkedReader {
 public:
  UnmarkedReader(const Article& article, const QuoteLexicon& lexicon,
                 const std::vector<MarkedText>& marked)
      : article_(article), lexicon_(lexicon), has_marks_(article.paragraphs.size(), false) {
    for (const MarkedText& one : marked) has_marks_[one.paragraph] = true;
  }

  std::vector<UnmarkedSpeech> run() {
    for (const DialogueTurn& turn : find_dialogue(article_, lexicon_)) {
      add(turn.paragraph, {turn.begin, size_of(turn.paragraph)}, turn.speaker);
      found_.back().text.continues = turn.continues && !turn.speaker.interviewer;
    }
    const bool dialogue = !found_.empty();
    led_by_dashes_ = !dialogue && is_led_by_dashes();
    for (std::uint32_t p = 0; p < article_.paragraphs.size() && !dialogue; ++p) read(p);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const UnmarkedSpeech& a, const UnmarkedSpeech& b) {
                       return a.text.paragraph < b.text.paragraph;
                     });
    return std::move(found_);
  }

 private:
  /// Bytes of the dash and blanks with which a paragraph of dialogue begins; 0 if it does not.
  std::size_t opening_dash(std::uint32_t p) const {
    if (!is_body(article_.paragraphs[p].kind) || has_marks_[p]) return 0;
    for (const std::string_view dash : {"\u2013", "\u2014", "\u2015", "-"}) {
      if (!text(p).starts_with(dash)) continue;
      std::size_t end = dash.size();
      while (end < text(p).size() && text(p)[end] == ' ') ++end;
      return end > dash.size() || dash.size() > 1 ? end : 0;
    }
    return 0;
  }

  /// Where "- I never signed it, says Berg." goes over to who says it: behind the comma. 0:
  /// nowhere.
  std::size_t end_of_led_speech(std::uint32_t p) const {
    const std::vector<Token> tokens = tokenize(text(p));
    for (std::size_t i = 1; i + 2 < tokens.size(); ++i) {
      const std::string_view sign = text_of(text(p), tokens[i]);
      if (sign != "," && sign != "?" && sign != "!") continue;
      const WordInfo& cue = lexicon_.find(text_of(text(p), tokens[i + 1]));
      const WordInfo& next = lexicon_.find(text_of(text(p), tokens[i + 2]));
      const bool inverted = cue.has(WordClass::cue_finite) && !tokens[i + 1].starts_upper &&
                            (tokens[i + 2].starts_upper || next.has(WordClass::determiner) ||
                             next.has(WordClass::personal) || next.has(WordClass::title));
      // ", Kaja Lind says": the verb behind a name or pronoun.
      std::size_t verb = i + 1;
      while (verb + 1 < tokens.size() && verb < i + 5 && tokens[verb].starts_upper) ++verb;
      if (verb == i + 1 && cue.has(WordClass::personal)) ++verb;
      const bool plain =
          verb > i + 1 && lexicon_.find(text_of(text(p), tokens[verb])).has(WordClass::cue_finite);
      if (inverted || plain) return tokens[i].span.end;
    }
    return 0;
  }

  /// Two paragraphs begin with a dash and say who speaks: a list with dashes does not.
  bool is_led_by_dashes() const {
    int told = 0;
    for (std::uint32_t p = 0; p < article_.paragraphs.size() && told < 2; ++p) {
      if (opening_dash(p) > 0 && end_of_led_speech(p) > 0) ++told;
    }
    return told == 2;
  }

  /// - I never signed it, says Berg. It came by post. - what is said, and what goes on behind it
  bool read_led_speech(std::uint32_t p) {
    const std::size_t begin = opening_dash(p);
    const std::size_t end = end_of_led_speech(p);
    if (begin == 0 || end <= begin) return false;
    add_led(p, begin, end);
    const std::size_t stop = text(p).find(". ", end);
    if (stop != std::string_view::npos) add_led(p, stop + 2, text(p).size());
    return true;
  }

  void add_led(std::uint32_t p, std::size_t begin, std::size_t end) {
    add(p, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, std::nullopt);
  }

  std::string_view text(std::uint32_t p) const { return article_.paragraphs[p].text; }
  std::uint32_t size_of(std::uint32_t p) const {
    return static_cast<std::uint32_t>(text(p).size());
  }

  void add(std::uint32_t p, TextSpan span, std::optional<LabelledSpeaker> speaker) {
    UnmarkedSpeech speech;
    speech.text.paragraph = p;
    speech.text.outer = span;
    speech.text.inner = span;
    speech.text.unmarked = true;
    speech.speaker = std::move(speaker);
    found_.push_back(std::move(speech));
  }

  void read(std::uint32_t p) {
    if (!is_body(article_.paragraphs[p].kind)) return;
    if (led_by_dashes_ && read_led_speech(p)) return;
    if (read_post(p) || p == 0 || has_marks_[p] || !is_whole_sentence(p)) return;
    const bool block = article_.paragraphs[p].kind == ParagraphKind::block_quote;
    const bool goes_on = block && !found_.empty() && found_.back().text.paragraph + 1 == p;
    if (goes_on && !found_.back().speaker) {
      add(p, {0, size_of(p)}, std::nullopt);
      found_.back().text.continues = true;
    } else if (announces(p - 1, block)) {
      add(p, {0, size_of(p)}, std::nullopt);
    }
  }

  /// "Thank you, Brunswick! — Ana Reyes (@reyes) May 3", the signature in the same paragraph or the
  /// next one.
  bool read_post(std::uint32_t p) {
    const auto signature = signature_in(text(p));
    if (!signature) return false;
    const std::uint32_t said = signature->begin > 0 ? p : p - 1;
    if (signature->begin == 0 && (p == 0 || !is_body(article_.paragraphs[said].kind))) return true;
    const std::string_view post = said == p ? text(p).substr(0, signature->begin) : text(said);
    const std::size_t end = end_of_post(post);
    const bool taken = !found_.empty() && found_.back().text.paragraph == said;
    const auto words =
        std::count(post.begin(), post.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    if (words < fewest_blanks || taken || has_marks_[said]) return true;
    add(said, {0, static_cast<std::uint32_t>(end)}, signed_by(signature->name));
    return true;
  }

  LabelledSpeaker signed_by(std::string_view name) const {
    LabelledSpeaker speaker;
    const std::string key = name_key(name);
    for (std::uint32_t i = 0; i < article_.people.size(); ++i) {
      if (name_key(article_.people[i].name) == key) speaker.person = i;
    }
    speaker.name = name;
    return speaker;
  }

  bool is_whole_sentence(std::uint32_t p) const {
    const std::string_view words = text(p);
    return words.ends_with('.') || words.ends_with('!') || words.ends_with('?') ||
           words.ends_with("\u2026");
  }

  /// "She added:", "In a statement she wrote:"; a block quotation needs no colon.
  bool announces(std::uint32_t p, bool block) const {
    const std::string_view words = text(p);
    if (!is_body(article_.paragraphs[p].kind) || words.empty()) return false;
    const bool colon = words.ends_with(':');
    if (!colon && !block) return false;
    const std::string_view end =
        words.substr(words.size() > longest_lead ? words.size() - longest_lead : 0);
    const std::vector<Token> tokens = tokenize(end);
    for (std::size_t i = tokens.size(); i > 0; --i) {
      const std::string_view word = text_of(end, tokens[i - 1]);
      if (word == "." && i < tokens.size() && colon) return false;
      const WordInfo& info = lexicon_.find(word);
      const bool noun =
          i >= 2 && lexicon_.find(text_of(end, tokens[i - 2])).has(WordClass::determiner);
      if (info.complements != 0 && !noun) return true;
      if (info.has(WordClass::cue_noun)) return true;
    }
    return false;
  }

  const Article& article_;
  const QuoteLexicon& lexicon_;
  std::vector<bool> has_marks_;
  bool led_by_dashes_ = false;
  std::vector<UnmarkedSpeech> found_;
};

}  // namespace

std::vector<UnmarkedSpeech> find_unmarked_speech(const Article& article,
                                                 const QuoteLexicon& lexicon,
                                                 const std::vector<MarkedText>& marked) {
  return UnmarkedReader(article, lexicon, marked).run();
}

}  // namespace onrecord
