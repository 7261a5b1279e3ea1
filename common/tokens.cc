// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tokens.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include "common/utf8.h"

namespace onrecord {
namespace {

enum class CharClass : std::uint8_t { blank, letter, digit, mark, dictionary, other };

bool is_dictionary_script(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

CharClass classify_slow(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (u_isUWhiteSpace(code) != 0) return CharClass::blank;
  if (u_isdigit(code) != 0) return CharClass::digit;
  if (u_isalpha(code) != 0)
    return is_dictionary_script(c) ? CharClass::dictionary : CharClass::letter;
  const auto type = u_charType(code);
  // Marks and invisible joiners (soft hyphen, zero-width) continue the word they stand in.
  if (type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_FORMAT_CHAR) {
    return CharClass::mark;
  }
  return CharClass::other;
}

constexpr std::array<CharClass, 128> make_ascii_classes() {
  std::array<CharClass, 128> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      classes[c] = CharClass::letter;
    } else if (c >= '0' && c <= '9') {
      classes[c] = CharClass::digit;
    } else {
      classes[c] = c <= ' ' ? CharClass::blank : CharClass::other;
    }
  }
  return classes;
}

constexpr auto ascii_classes = make_ascii_classes();

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019' || c == U'\u02BC';
}

/// Scans one text; each `scan_*` consumes what it recognises and appends one token.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 5 + 4); }

  std::vector<Token> run() {
    while (at_ < text_.size()) {
      const CodePoint point = peek(at_);
      switch (classify(point.value)) {
        case CharClass::blank:
          at_ += point.bytes;
          blank_before_ = true;
          break;
        case CharClass::letter:
        case CharClass::mark:
          scan_word();
          break;
        case CharClass::digit:
          scan_number();
          break;
        case CharClass::dictionary:
          scan_dictionary_run();
          break;
        case CharClass::other:
          scan_punctuation(point);
          break;
      }
    }
    return std::move(tokens_);
  }

 private:
  CodePoint peek(std::size_t at) const {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) return {byte, 1};
    return code_point_at(text_, at);
  }

  CharClass classify(char32_t c) const { return c < 0x80 ? ascii_classes[c] : classify_slow(c); }

  CharClass class_at(std::size_t at) const {
    return at < text_.size() ? classify(peek(at).value) : CharClass::blank;
  }

  bool is_letter_at(std::size_t at) const { return class_at(at) == CharClass::letter; }

  /// True at "X." of an initialism: one capital between full stops ("U.S.", "N.A.T.O.").
  bool is_initial_with_stop(std::size_t at) const {
    if (!is_letter_at(at)) return false;
    const CodePoint letter = peek(at);
    const std::size_t stop = at + letter.bytes;
    return u_isupper(static_cast<UChar32>(letter.value)) != 0 && stop < text_.size() &&
           text_[stop] == '.' && !is_lower_at(stop + 1);
  }

  /// A lower-case letter right after "X." means a lost blank ("plan B.the"), not an initialism.
  bool is_lower_at(std::size_t at) const {
    return is_letter_at(at) && u_islower(static_cast<UChar32>(peek(at).value)) != 0;
  }

  std::size_t end_of_initialism() const {
    std::size_t end = at_;
    int letters = 0;
    while (is_initial_with_stop(end)) {
      end += peek(end).bytes + 1;
      ++letters;
    }
    return letters >= 2 ? end : at_;
  }

  void scan_word() {
    const std::size_t begin = at_;
    std::size_t end = end_of_initialism();
    if (end == begin) end = end_of_plain_word(begin);
    const std::size_t elision = end_of_elision(begin, end);
    push(begin, elision != begin ? elision : end, TokenKind::word);
    tokens_.back().elided = elision != begin;
    scan_clitic();
  }

  /// Behind "l'" of "l'eau", "qu'" of "qu'elle": a word of its own before the next. "D'Souza" and
  /// "L'Oréal" stay whole. `begin` where nothing is elided.
  std::size_t end_of_elision(std::size_t begin, std::size_t end) const {
    constexpr std::size_t longest = 6;
    std::size_t apostrophe = begin;
    while (apostrophe < end && apostrophe - begin <= longest && is_letter_at(apostrophe)) {
      apostrophe += peek(apostrophe).bytes;
    }
    if (apostrophe == end || !is_apostrophe(peek(apostrophe).value)) return begin;
    const std::size_t rest = apostrophe + peek(apostrophe).bytes;
    if (rest >= end) return begin;
    std::string word(text_.substr(begin, apostrophe - begin));
    if (word.front() >= 'A' && word.front() <= 'Z') {
      if (!is_lower_at(rest)) return begin;
      word.front() = static_cast<char>(word.front() + ('a' - 'A'));
    }
    return is_elided_word(word) ? rest : begin;
  }

  std::size_t end_of_plain_word(std::size_t at) const {
    while (at < text_.size()) {
      const CodePoint point = peek(at);
      const CharClass kind = classify(point.value);
      if (kind == CharClass::letter || kind == CharClass::mark || kind == CharClass::digit) {
        at += point.bytes;
        continue;
      }
      // Inner apostrophes belong to the word, except before a final "s": the possessive.
      if (!is_apostrophe(point.value) || !is_letter_at(at + point.bytes) || is_possessive(at))
        break;
      at += point.bytes;
    }
    return at;
  }

  bool is_possessive(std::size_t apostrophe) const {
    const std::size_t s = apostrophe + peek(apostrophe).bytes;
    if (s >= text_.size() || (text_[s] != 's' && text_[s] != 'S')) return false;
    const CharClass next = class_at(s + 1);
    return next != CharClass::letter && next != CharClass::digit && next != CharClass::mark;
  }

  void scan_clitic() {
    if (at_ >= text_.size() || !is_apostrophe(peek(at_).value) || !is_possessive(at_)) return;
    push(at_, at_ + peek(at_).bytes + 1, TokenKind::clitic);
  }

  void scan_number() {
    const std::size_t begin = at_;
    std::size_t end = at_;
    while (end < text_.size()) {
      const CodePoint point = peek(end);
      const CharClass kind = classify(point.value);
      const bool separator =
          (point.value == U'.' || point.value == U',') && class_at(end + 1) == CharClass::digit;
      if (kind != CharClass::digit && kind != CharClass::letter && !separator) break;
      end += point.bytes;
    }
    push(begin, end, TokenKind::number);
    scan_clitic();
  }

  void scan_punctuation(CodePoint point) {
    std::size_t end = at_ + point.bytes;
    // "...", "--", "''" and "``" are one sign each.
    if (point.value == U'.' || point.value == U'-' || point.value == U'\'' || point.value == U'`') {
      const std::size_t most = point.value == U'.' || point.value == U'-' ? text_.size() : at_ + 2;
      while (end < most && end < text_.size() && text_[end] == text_[at_]) ++end;
    }
    push(at_, end, TokenKind::punctuation);
  }

  void scan_dictionary_run() {
    const std::size_t begin = at_;
    std::size_t end = at_;
    while (end < text_.size() && class_at(end) == CharClass::dictionary) end += peek(end).bytes;
    UErrorCode status = U_ZERO_ERROR;
    thread_local const std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    UText run = UTEXT_INITIALIZER;
    utext_openUTF8(&run, text_.data() + begin, static_cast<std::int64_t>(end - begin), &status);
    if (words == nullptr || U_FAILURE(status)) {
      push(begin, end, TokenKind::word);
      return;
    }
    words->setText(&run, status);
    std::int32_t from = words->first();
    for (std::int32_t to = words->next(); to != icu::BreakIterator::DONE; to = words->next()) {
      push(begin + static_cast<std::size_t>(from), begin + static_cast<std::size_t>(to),
           TokenKind::word);
      from = to;
    }
    utext_close(&run);
    if (at_ < end) push(at_, end, TokenKind::word);
  }

  void push(std::size_t begin, std::size_t end, TokenKind kind) {
    Token token;
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    token.kind = kind;
    token.blank_before = blank_before_;
    if (kind != TokenKind::punctuation) note_case(token);
    tokens_.push_back(token);
    blank_before_ = false;
    at_ = end;
  }

  void note_case(Token& token) const {
    int letters = 0;
    bool lower = false;
    for (std::size_t at = token.span.begin; at < token.span.end;) {
      const CodePoint point = peek(at);
      const auto code = static_cast<UChar32>(point.value);
      if (classify(point.value) == CharClass::letter) {
        if (letters == 0) token.starts_upper = u_isupper(code) != 0 || u_istitle(code) != 0;
        lower = lower || u_islower(code) != 0;
        ++letters;
      }
      at += point.bytes;
    }
    token.has_letter = letters > 0;
    token.all_upper = token.starts_upper && letters >= 2 && !lower;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool blank_before_ = true;
  std::vector<Token> tokens_;
};

bool is_sentence_end(std::string_view sign) {
  return sign == "." || sign == "!" || sign == "?" || sign == "..." || sign == "\u2026" ||
         sign == "\u3002" || sign == "\uFF01" || sign == "\uFF1F";
}

bool is_closing_mark(std::string_view sign) {
  return sign == "\"" || sign == "'" || sign == "''" || sign == "\u201D" || sign == "\u2019" ||
         sign == ")" || sign == "]" || sign == "\u00BB";
}

bool is_opening_mark(std::string_view sign) {
  return sign == "\"" || sign == "'" || sign == "''" || sign == "``" || sign == "\u201C" ||
         sign == "\u2018" || sign == "(" || sign == "[" || sign == "\u00AB" || sign == "\u201E";
}

/// Does a sentence begin at token `i`? A capital, a digit, a script without case, or a mark or dash
/// before one of them.
bool looks_like_beginning(std::string_view text, const std::vector<Token>& tokens, std::size_t i) {
  while (i < tokens.size() && tokens[i].kind == TokenKind::punctuation &&
         is_opening_mark(text_of(text, tokens[i]))) {
    ++i;
  }
  if (i >= tokens.size()) return true;
  const Token& token = tokens[i];
  if (token.kind == TokenKind::number) return true;
  if (token.kind == TokenKind::punctuation) return token.blank_before;
  if (token.starts_upper) return true;
  const CodePoint first = code_point_at(text, token.span.begin);
  return u_islower(static_cast<UChar32>(first.value)) == 0;
}

/// "Mr." or "J." before a full stop; "U.S." holds its stop itself.
bool is_abbreviated(std::string_view text, const std::vector<Token>& tokens, std::size_t stop,
                    const Abbreviations* abbreviations) {
  if (stop == 0 || text_of(text, tokens[stop]) != ".") return false;
  const Token& word = tokens[stop - 1];
  if (word.kind != TokenKind::word || tokens[stop].blank_before) return false;
  const std::string_view letters = text_of(text, word);
  const bool initial = word.starts_upper && count_code_points(letters) == 1 && letters != "I";
  return initial || (abbreviations != nullptr && abbreviations->contains(letters));
}

}  // namespace

bool is_elided_word(std::string_view word) {
  constexpr auto elided = std::to_array<std::string_view>(
      {"all",    "bell",   "c",      "d", "dall", "dell",   "j",  "jusqu",
       "l",      "lorsqu", "m",      "n", "nell", "puisqu", "qu", "quell",
       "quelqu", "quest",  "quoiqu", "s", "sant", "sull",   "t",  "un"});
  return std::binary_search(elided.begin(), elided.end(), word);
}

std::vector<Token> tokenize(std::string_view text) {
  return Scanner(text).run();
}

std::vector<TextSpan> split_sentences(std::string_view text, const std::vector<Token>& tokens,
                                      const Abbreviations* abbreviations) {
  std::vector<TextSpan> sentences;
  std::size_t first = 0;
  const auto close = [&](std::size_t last) {
    sentences.push_back({tokens[first].span.begin, tokens[last].span.end});
    first = last + 1;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::punctuation || !is_sentence_end(text_of(text, tokens[i]))) {
      continue;
    }
    if (is_abbreviated(text, tokens, i, abbreviations)) continue;
    std::size_t last = i;
    while (last + 1 < tokens.size() && tokens[last + 1].kind == TokenKind::punctuation &&
           !tokens[last + 1].blank_before &&
           (is_closing_mark(text_of(text, tokens[last + 1])) ||
            is_sentence_end(text_of(text, tokens[last + 1])))) {
      ++last;
    }
    const bool blank_follows = last + 1 >= tokens.size() || tokens[last + 1].blank_before;
    if (!blank_follows || !looks_like_beginning(text, tokens, last + 1)) continue;
    i = last;
    close(last);
  }
  if (first < tokens.size()) close(tokens.size() - 1);
  return sentences;
}

}  // namespace onrecord
