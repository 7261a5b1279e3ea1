// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/scene.h"

#include <algorithm>

#include "common/tokens.h"
#include "indexer/quote/marks_inside.h"
#include "indexer/quote/office.h"
#include "indexer/quote/unmarked_speech.h"

namespace onrecord {
namespace {

/// A mention of somebody or something that the names stage has found.
struct Known {
  TextSpan span;
  ItemKind kind = ItemKind::person;
  std::uint32_t index = 0;
};

/// All mentions by paragraph, in text order; a longer one goes before a shorter at the same place.
std::vector<std::vector<Known>> known_by_paragraph(const Article& article) {
  std::vector<std::vector<Known>> known(article.paragraphs.size());
  const auto add = [&](const auto& entities, ItemKind kind) {
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
      for (const Mention& mention : entities[i].mentions) {
        if (mention.paragraph < known.size())
          known[mention.paragraph].push_back({mention.span, kind, i});
      }
    }
  };
  add(article.people, ItemKind::person);
  add(article.organizations, ItemKind::organization);
  add(article.places, ItemKind::place);
  for (auto& row : known) {
    std::stable_sort(row.begin(), row.end(), [](const Known& a, const Known& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
  }
  return known;
}

ItemKind kind_of_sign(std::string_view sign) {
  if (sign == ",") return ItemKind::comma;
  if (sign == "." || sign == "!" || sign == "?" || sign == "..." || sign == "\u2026") {
    return ItemKind::stop;
  }
  if (sign == ":") return ItemKind::colon;
  if (sign == ";") return ItemKind::semicolon;
  if (sign == "--" || sign == "\u2013" || sign == "\u2014" || sign == "\u2015") {
    return ItemKind::dash;
  }
  if (sign == "(" || sign == ")" || sign == "[" || sign == "]") return ItemKind::bracket;
  return ItemKind::other;
}

bool is_ascii_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// A surname that is also a word for an office or the like: Mr. King, Mrs. Baker.
struct WordSurname {
  std::string_view word;
  std::uint32_t person = 0;
};

/// Of those people alone who share it with nobody in the article.
std::vector<WordSurname> word_surnames(const Article& article, const QuoteLexicon& lexicon) {
  std::vector<WordSurname> surnames;
  for (std::uint32_t p = 0; p < article.people.size(); ++p) {
    const std::string_view name = article.people[p].name;
    const std::size_t blank = name.rfind(' ');
    if (blank == std::string_view::npos) continue;
    const std::string_view word = name.substr(blank + 1);
    if (!lexicon.find(word).has(WordClass::person_noun)) continue;
    const auto same = std::find_if(surnames.begin(), surnames.end(),
                                   [&](const WordSurname& other) { return other.word == word; });
    if (same == surnames.end()) {
      surnames.push_back({word, p});
    } else {
      same->person = static_cast<std::uint32_t>(article.people.size());
    }
  }
  std::erase_if(surnames,
                [&](const WordSurname& one) { return one.person == article.people.size(); });
  return surnames;
}

/// Makes the items and frames of one paragraph.
class ParagraphReader {
 public:
  ParagraphReader(Scene& scene, const QuoteLexicon& lexicon, std::uint32_t paragraph,
                  const std::vector<Known>& known, const std::vector<WordSurname>& surnames,
                  std::size_t& next_marked)
      : scene_(scene),
        lexicon_(lexicon),
        paragraph_(paragraph),
        text_(scene.article->paragraphs[paragraph].text),
        tokens_(tokenize(text_)),
        known_(known),
        surnames_(surnames),
        next_marked_(next_marked),
        first_item_(scene.items.size()) {}

  void run() {
    const std::size_t first = scene_.items.size();
    skip_dateline();
    while (at_ < tokens_.size()) take();
    take_quotes_before(static_cast<std::uint32_t>(text_.size()) + 1);
    cut_frames(first);
  }

 private:
  /// "LIMA, Peru (Andes Wire) - ": where it was written, nobody who speaks.
  void skip_dateline() {
    constexpr std::size_t longest = 16;
    const auto& dateline = scene_.article->dateline;
    if (!dateline || dateline->text.empty() || !text_.starts_with(dateline->text)) return;
    for (std::size_t i = 1; i < tokens_.size() && i < longest; ++i) {
      const std::string_view sign = sign_at(i);
      const ItemKind kind = sign == "-" && is_dash(i) ? ItemKind::dash : kind_of_sign(sign);
      if (tokens_[i].span.begin < dateline->text.size() ||
          (kind != ItemKind::dash && kind != ItemKind::colon)) {
        continue;
      }
      at_ = i + 1;
      return;
    }
  }

  void take() {
    const Token& token = tokens_[at_];
    if (take_quotes_before(token.span.end)) return;
    if (take_known()) return;
    switch (token.kind) {
      case TokenKind::word:
        take_word();
        break;
      case TokenKind::number:
        take_number();
        break;
      case TokenKind::clitic:
        push(ItemKind::possessive, token.span);
        ++at_;
        break;
      case TokenKind::punctuation:
        take_sign();
        break;
    }
  }

  /// Quotations that begin before `end` become items; their tokens are skipped.
  bool take_quotes_before(std::uint32_t end) {
    bool taken = false;
    while (next_marked_ < scene_.marked.size() &&
           scene_.marked[next_marked_].paragraph == paragraph_ &&
           scene_.marked[next_marked_].outer.begin < end) {
      const TextSpan outer = scene_.marked[next_marked_].outer;
      Item& item = push(ItemKind::quote, outer);
      item.index = static_cast<std::uint32_t>(next_marked_);
      scene_.item_of[next_marked_] = static_cast<std::uint32_t>(scene_.items.size() - 1);
      ++next_marked_;
      while (at_ < tokens_.size() && tokens_[at_].span.begin < outer.end) ++at_;
      taken = true;
    }
    return taken;
  }

  bool take_known() {
    const TextSpan span = tokens_[at_].span;
    while (next_known_ < known_.size() && known_[next_known_].span.end <= span.begin) ++next_known_;
    if (next_known_ == known_.size()) return false;
    const Known& known = known_[next_known_];
    if (span.end <= known.span.begin) return false;
    Item& item = push(known.kind, known.span);
    item.index = known.index;
    item.upper = true;
    while (at_ < tokens_.size() && tokens_[at_].span.begin < known.span.end) ++at_;
    return true;
  }

  bool is_known_at(std::size_t i) const {
    return next_known_ < known_.size() && tokens_[i].span.end > known_[next_known_].span.begin;
  }

  bool is_quote_at(std::size_t i) const {
    return next_marked_ < scene_.marked.size() &&
           scene_.marked[next_marked_].paragraph == paragraph_ &&
           tokens_[i].span.end > scene_.marked[next_marked_].outer.begin;
  }

  /// "Mr. King said", "King, a former clerk, said"; but: the King, King Sigurd, Dean of Leith.
  bool take_word_surname() {
    if (surnames_.empty() || !tokens_[at_].starts_upper) return false;
    const std::string_view word = text_of(text_, tokens_[at_]);
    const auto found = std::find_if(surnames_.begin(), surnames_.end(),
                                    [&](const WordSurname& one) { return one.word == word; });
    if (found == surnames_.end()) return false;
    if (at_ > 0 && lexicon_.find(text_of(text_, tokens_[at_ - 1])).has(WordClass::determiner)) {
      return false;
    }
    if (at_ + 1 < tokens_.size() && tokens_[at_ + 1].kind == TokenKind::word &&
        (tokens_[at_ + 1].starts_upper || text_of(text_, tokens_[at_ + 1]) == "of")) {
      return false;
    }
    Item& item = push(ItemKind::person, tokens_[at_].span);
    item.index = found->person;
    ++at_;
    return true;
  }

  /// "Downing Street", "Number 10": known to the pack as a whole.
  bool take_seat() {
    if (!tokens_[at_].starts_upper) return false;
    const std::uint32_t begin = tokens_[at_].span.begin;
    const std::size_t length = lexicon_.seat_at(text_.substr(begin));
    if (length == 0) return false;
    push(ItemKind::proper, {begin, static_cast<std::uint32_t>(begin + length)});
    scene_.items.back().info = &lexicon_.find({});
    while (at_ < tokens_.size() && tokens_[at_].span.begin < begin + length) ++at_;
    return true;
  }

  void take_word() {
    if (take_seat() || take_word_surname()) return;
    std::size_t last = end_of_compound(at_);
    const WordInfo* info = &find_compound(at_, last);
    const bool upper = tokens_[at_].starts_upper;
    if (upper && last == at_ && take_body_of(*info)) return;
    // At a sentence's start a capital says nothing about a word that the pack knows.
    const bool proper = upper && !is_known_word(*info) && !is_plain_opening(at_) &&
                        (!lexicon_.capital_nouns() || may_precede_name());
    if (proper) {
      last = end_of_proper(last);
      // "Prime Minister" is an office, no name.
      const WordInfo& last_word = lexicon_.find(text_of(text_, tokens_[last]));
      if (last_word.has(WordClass::person_noun)) info = &last_word;
    }
    if (info->has(WordClass::office_noun)) last = end_of_office(last);
    push(proper && !info->has(WordClass::person_noun) ? ItemKind::proper : ItemKind::word,
         {tokens_[at_].span.begin, tokens_[last].span.end});
    scene_.items.back().info = info;
    const bool abbreviated = last == at_ && is_abbreviated(at_);
    at_ = last + 1;
    if (abbreviated && at_ < tokens_.size() && sign_at(at_) == ".") ++at_;
    skip_to_enclitic();
  }

  /// The last token of the office whose noun is token `head`, with what it is of if its bearer's
  /// name follows.
  std::size_t end_of_office(std::size_t head) const {
    constexpr std::size_t longest = 12;
    const std::size_t bearer = next_person(head + 1, std::min(tokens_.size(), head + longest));
    return onrecord::end_of_office(text_, tokens_, head, bearer, lexicon_);
  }

  /// The token with which the next known person begins, `from` if there is none before `end`.
  std::size_t next_person(std::size_t from, std::size_t end) const {
    std::size_t known = next_known_;
    for (std::size_t i = from; i < end; ++i) {
      if (is_quote_at(i)) return from;
      const std::uint32_t begin = tokens_[i].span.begin;
      while (known < known_.size() && known_[known].span.begin < begin) ++known;
      if (known == known_.size()) return from;
      if (known_[known].span.begin == begin && known_[known].kind == ItemKind::person) return i;
    }
    return from;
  }

  /// "the Commission on Harbour Dues": a body and its field, which nobody identified.
  bool take_body_of(const WordInfo& info) {
    if (!info.has(WordClass::group_noun) || at_ + 2 >= tokens_.size()) return false;
    const std::string_view link = text_of(text_, tokens_[at_ + 1]);
    const Token& field = tokens_[at_ + 2];
    if ((link != "on" && link != "of" && link != "for") || !field.starts_upper ||
        is_known_at(at_ + 1) || is_known_at(at_ + 2) || is_quote_at(at_ + 2) ||
        is_known_word(lexicon_.find(text_of(text_, field)))) {
      return false;
    }
    const std::size_t last = end_of_proper(at_ + 2);
    push(ItemKind::proper, {tokens_[at_].span.begin, tokens_[last].span.end});
    scene_.items.back().info = &lexicon_.find({});
    at_ = last + 1;
    return true;
  }

  /// "vice-president", "66-year-old": one word, its last part tells what it is.
  std::size_t end_of_compound(std::size_t i) const {
    while (i + 2 < tokens_.size() && sign_at(i + 1) == "-" && !tokens_[i + 1].blank_before &&
           !tokens_[i + 2].blank_before && tokens_[i + 2].kind == TokenKind::word &&
           !is_known_at(i + 2) && !is_quote_at(i + 2) && !is_enclitic(i + 2)) {
      i += 2;
    }
    return i;
  }

  /// The subject joined to its verb by hyphens: "il" of "dit-il", "t-elle" of "ajoute-t-elle".
  bool is_enclitic(std::size_t i) const {
    const WordInfo& info = lexicon_.find(text_of(text_, tokens_[i]));
    if (info.has(WordClass::personal))
      return info.subject_form && info.person == PronounPerson::third;
    return text_of(text_, tokens_[i]) == "t" && i + 2 < tokens_.size() && sign_at(i + 1) == "-" &&
           !tokens_[i + 2].blank_before && is_enclitic(i + 2);
  }

  /// Passes over the hyphens (and the "t") before an enclitic subject.
  void skip_to_enclitic() {
    while (at_ + 1 < tokens_.size() && sign_at(at_) == "-" && !tokens_[at_].blank_before &&
           !tokens_[at_ + 1].blank_before && tokens_[at_ + 1].kind == TokenKind::word &&
           is_enclitic(at_ + 1)) {
      at_ += text_of(text_, tokens_[at_ + 1]) == "t" ? 2 : 1;
    }
  }

  /// "24", but "the 24-year-old" is a word whose last part tells what it is.
  void take_number() {
    if (take_fraction()) return;
    const std::size_t last = end_of_compound(at_);
    const std::uint32_t begin = tokens_[std::min(at_ + 2, last)].span.begin;
    push(last == at_ ? ItemKind::number : ItemKind::word,
         {tokens_[at_].span.begin, tokens_[last].span.end});
    if (last != at_) {
      scene_.items.back().info =
          &lexicon_.find(text_.substr(begin, tokens_[last].span.end - begin));
    }
    at_ = last + 1;
  }

  /// "9/11", "2/3"
  bool take_fraction() {
    if (at_ + 2 >= tokens_.size() || sign_at(at_ + 1) != "/" || tokens_[at_ + 1].blank_before ||
        tokens_[at_ + 2].kind != TokenKind::number || tokens_[at_ + 2].blank_before) {
      return false;
    }
    push(ItemKind::number, {tokens_[at_].span.begin, tokens_[at_ + 2].span.end});
    at_ += 3;
    return true;
  }

  /// A compound the pack lists as a whole, "so-called", else its last part decides: "co-owner".
  const WordInfo& find_compound(std::size_t first, std::size_t last) const {
    const std::uint32_t begin = tokens_[first].span.begin;
    const WordInfo& whole = lexicon_.find(text_.substr(begin, tokens_[last].span.end - begin));
    if (first == last || whole.classes != 0) return whole;
    const WordInfo& part = lexicon_.find(text_of(text_, tokens_[last]));
    // "drink-related crime" relates nothing, but "he re-stated" states.
    const bool verb = part.has(WordClass::cue_finite) || part.has(WordClass::cue_participle);
    const bool once_more = text_of(text_, tokens_[first]).size() == 2;
    return verb && !once_more ? lexicon_.find({}) : part;
  }

  /// A sentence's first word that stands alone and is likely no name: "Critically, ..."
  bool is_plain_opening(std::size_t i) const {
    const bool opens =
        i == 0 || (tokens_[i - 1].kind == TokenKind::punctuation && sign_at(i - 1) != ",");
    if (!opens) return false;
    const std::string_view word = text_of(text_, tokens_[i]);
    return word.ends_with("ly") || word.ends_with("ing") || word.ends_with("ed");
  }

  /// Where nouns have capitals: "sagte Harmsen" is a name, "der Deich", "mit Sorge" are none.
  bool may_precede_name() const {
    if (scene_.items.size() == first_item_) return false;
    const Item& before = scene_.items.back();
    if (!before.is(ItemKind::word)) return !before.is(ItemKind::possessive);
    return before.has(WordClass::cue_finite) || before.has(WordClass::title) ||
           before.has(WordClass::person_noun) || before.has(WordClass::according) ||
           before.has(WordClass::auxiliary) || before.has(WordClass::conjunction);
  }

  static bool is_known_word(const WordInfo& info) { return info.classes != 0; }

  /// Further capitalised words that belong to a name nobody identified: "Downing Street".
  std::size_t end_of_proper(std::size_t i) const {
    while (i + 1 < tokens_.size() && tokens_[i + 1].kind == TokenKind::word &&
           tokens_[i + 1].starts_upper && !is_known_at(i + 1) && !is_quote_at(i + 1)) {
      i = end_of_compound(i + 1);
    }
    return i;
  }

  bool is_abbreviated(std::size_t i) const {
    return lexicon_.pack().contains(text_of(text_, tokens_[i])) ||
           (tokens_[i].starts_upper && tokens_[i].span.end - tokens_[i].span.begin == 1 &&
            text_of(text_, tokens_[i]) != "I");
  }

  std::string_view sign_at(std::size_t i) const {
    return tokens_[i].kind == TokenKind::punctuation ? text_of(text_, tokens_[i])
                                                     : std::string_view();
  }

  void take_sign() {
    const std::string_view sign = sign_at(at_);
    if (is_plural_possessive(at_)) {
      push(ItemKind::possessive, tokens_[at_].span);
      ++at_;
      return;
    }
    if (sign == "-" && joins_name(at_)) {
      ++at_;
      return;
    }
    const ItemKind kind = sign == "-" && is_dash(at_) ? ItemKind::dash : kind_of_sign(sign);
    push(kind, tokens_[at_].span);
    ++at_;
    if (sign == "(") bracket_ = scene_.items.size();
    if (sign == ")" && bracket_ != 0) drop_bracketed();
  }

  /// "the Unionists' letter"
  bool is_plural_possessive(std::size_t i) const {
    if ((sign_at(i) != "'" && sign_at(i) != "\u2019") || tokens_[i].blank_before || i == 0) {
      return false;
    }
    return tokens_[i - 1].kind == TokenKind::word &&
           text_of(text_, tokens_[i - 1]).ends_with('s') && i + 1 < tokens_.size() &&
           tokens_[i + 1].blank_before;
  }

  /// "the Leith-based board": the sign parts nothing.
  bool joins_name(std::size_t i) const {
    return !tokens_[i].blank_before && !scene_.items.empty() && scene_.items.back().is_name() &&
           i + 1 < tokens_.size() && !tokens_[i + 1].blank_before &&
           tokens_[i + 1].kind == TokenKind::word && !is_quote_at(i + 1);
  }

  bool is_dash(std::size_t i) const {
    return tokens_[i].blank_before && i + 1 < tokens_.size() && tokens_[i + 1].blank_before;
  }

  /// What stands in brackets without a quotation is no part of the sentence: "(R-Ohio)".
  void drop_bracketed() {
    const std::size_t from = bracket_ - 1;
    bracket_ = 0;
    for (std::size_t i = from; i < scene_.items.size(); ++i) {
      if (scene_.items[i].is(ItemKind::quote)) return;
    }
    scene_.items.resize(from);
  }

  Item& push(ItemKind kind, TextSpan span) {
    Item item;
    item.kind = kind;
    item.span = span;
    if (at_ < tokens_.size()) {
      item.upper = tokens_[at_].starts_upper;
      item.blank_before = tokens_[at_].blank_before;
    }
    scene_.items.push_back(item);
    return scene_.items.back();
  }

  /// No sentence is longer; each of its quotations is looked for a speaker in all of it.
  static constexpr std::size_t most_items_in_frame = 1000;

  void cut_frames(std::size_t first) {
    std::size_t begin = first;
    for (std::size_t i = first; i < scene_.items.size(); ++i) {
      if (!ends_frame(i) && i + 1 - begin < most_items_in_frame) continue;
      add_frame(begin, i + 1);
      begin = i + 1;
    }
    if (begin < scene_.items.size()) add_frame(begin, scene_.items.size());
  }

  void add_frame(std::size_t begin, std::size_t end) {
    const auto number = static_cast<std::uint32_t>(scene_.frames.size());
    scene_.frames.push_back(
        {paragraph_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    for (std::size_t i = begin; i < end; ++i) {
      if (scene_.items[i].is(ItemKind::quote)) scene_.frame_of[scene_.items[i].index] = number;
    }
  }

  bool ends_frame(std::size_t i) const {
    const Item& item = scene_.items[i];
    if (i + 1 == scene_.items.size()) return false;
    const Item& next = scene_.items[i + 1];
    if (item.is(ItemKind::semicolon)) return false;
    if (item.is(ItemKind::stop)) return next.blank_before && begins_sentence(next);
    if (!item.is(ItemKind::quote)) return false;
    const char last = scene_.last_sign(scene_.marked[item.index]);
    if (last == '.') return begins_sentence(next) && !next.is(ItemKind::stop);
    if (last == '!' || last == '?') return begins_sentence(next) && !is_attribution_at(i + 1);
    return next.is(ItemKind::quote) && last != ',';
  }

  static bool begins_sentence(const Item& item) {
    return item.upper || item.is(ItemKind::quote) || item.is(ItemKind::number);
  }

  /// "Why?" Brandt, a former clerk, asked. - a speaker and a cue, no sentence of its own.
  bool is_attribution_at(std::size_t i) const {
    bool in_apposition = false;
    for (std::size_t k = i; k < scene_.items.size() && k < i + 16; ++k) {
      const Item& item = scene_.items[k];
      if (item.is(ItemKind::comma)) in_apposition = !in_apposition;
      if (in_apposition) continue;
      if (item.has(WordClass::cue_finite) && !item.has(WordClass::cue_weak) && k > i) return true;
      const bool naming = item.is_name() || item.is(ItemKind::comma) ||
                          item.is(ItemKind::possessive) || item.has(WordClass::title) ||
                          item.has(WordClass::person_noun) || item.has(WordClass::determiner) ||
                          item.has(WordClass::adverb) || item.has(WordClass::auxiliary) ||
                          (item.upper && item.is(ItemKind::word));
      if (!naming) return false;
    }
    return false;
  }

  Scene& scene_;
  const QuoteLexicon& lexicon_;
  std::uint32_t paragraph_;
  std::string_view text_;
  std::vector<Token> tokens_;
  const std::vector<Known>& known_;
  const std::vector<WordSurname>& surnames_;
  std::size_t& next_marked_;
  std::size_t first_item_;  ///< Of the paragraph.
  std::size_t next_known_ = 0;
  std::size_t at_ = 0;
  std::size_t bracket_ = 0;  ///< Index behind an open bracket; 0: none.
};

/// Puts direct speech without marks between the quotations; it replaces those of its paragraph,
/// which are its own: MS. RUIZ: He told me, "It is a field."
void add_unmarked_speech(Scene& scene, const QuoteLexicon& lexicon) {
  std::vector<UnmarkedSpeech> speeches =
      find_unmarked_speech(*scene.article, lexicon, scene.marked);
  if (speeches.empty()) return;
  std::vector<MarkedText> quotations = std::move(scene.marked);
  scene.marked.clear();
  auto quotation = quotations.begin();
  for (UnmarkedSpeech& speech : speeches) {
    const std::uint32_t paragraph = speech.text.paragraph;
    while (quotation != quotations.end() && quotation->paragraph < paragraph) {
      scene.marked.push_back(*quotation++);
    }
    while (quotation != quotations.end() && quotation->paragraph == paragraph) ++quotation;
    if (quotation != quotations.end() && quotation->paragraph == paragraph + 1) {
      quotation->continues = false;
    }
    if (speech.speaker) {
      const auto number = static_cast<std::uint32_t>(scene.marked.size());
      scene.labelled.emplace(number, std::move(*speech.speaker));
    }
    scene.marked.push_back(speech.text);
  }
  scene.marked.insert(scene.marked.end(), quotation, quotations.end());
}

}  // namespace

std::string_view Scene::text(const Frame& frame, TextSpan span) const {
  return std::string_view(article->paragraphs[frame.paragraph].text)
      .substr(span.begin, span.end - span.begin);
}

std::string_view Scene::text(const MarkedText& marked_text) const {
  const TextSpan span = marked_text.inner;
  return std::string_view(article->paragraphs[marked_text.paragraph].text)
      .substr(span.begin, span.end - span.begin);
}

char Scene::last_sign(const MarkedText& marked_text) const {
  std::string_view inner = text(marked_text);
  while (inner.ends_with('\'') || inner.ends_with('"')) inner.remove_suffix(1);
  while (inner.ends_with("\u2019") || inner.ends_with("\u201D")) inner.remove_suffix(3);
  if (inner.ends_with("\u2026")) return '.';
  if (inner.ends_with("\u2014") || inner.ends_with("\u2013")) return '-';
  return inner.empty() || is_ascii_alnum(inner.back()) ? '\0' : inner.back();
}

bool Scene::ends_strongly(const Item& quote) const {
  const char last = last_sign(marked[quote.index]);
  return last == '?' || last == '!' || last == '-';
}

Scene make_scene(const Article& article, const QuoteLexicon& lexicon) {
  Scene scene;
  scene.article = &article;
  scene.lexicon = &lexicon;
  scene.marked = cut_at_attributions_inside(find_marked_text(article.paragraphs, lexicon),
                                            article.paragraphs, lexicon);
  add_unmarked_speech(scene, lexicon);
  scene.frame_of.resize(scene.marked.size());
  scene.item_of.resize(scene.marked.size());
  const auto known = known_by_paragraph(article);
  const auto surnames = word_surnames(article, lexicon);
  std::size_t next_marked = 0;
  for (std::uint32_t p = 0; p < article.paragraphs.size(); ++p) {
    ParagraphReader(scene, lexicon, p, known[p], surnames, next_marked).run();
  }
  return scene;
}

}  // namespace onrecord
