// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/source_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "common/utf8.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

using NamedCharacter = std::pair<std::string_view, char32_t>;

/// The references that news texts hold in practice.
constexpr std::array named_characters = {
    NamedCharacter{"amp", U'&'},         NamedCharacter{"quot", U'"'},
    NamedCharacter{"apos", U'\''},       NamedCharacter{"lt", U'<'},
    NamedCharacter{"gt", U'>'},          NamedCharacter{"nbsp", U' '},
    NamedCharacter{"lsquo", U'\u2018'},  NamedCharacter{"rsquo", U'\u2019'},
    NamedCharacter{"ldquo", U'\u201C'},  NamedCharacter{"rdquo", U'\u201D'},
    NamedCharacter{"laquo", U'\u00AB'},  NamedCharacter{"raquo", U'\u00BB'},
    NamedCharacter{"ndash", U'\u2013'},  NamedCharacter{"mdash", U'\u2014'},
    NamedCharacter{"hellip", U'\u2026'}, NamedCharacter{"copy", U'\u00A9'},
    NamedCharacter{"pound", U'\u00A3'},  NamedCharacter{"euro", U'\u20AC'},
    NamedCharacter{"eacute", U'\u00E9'}, NamedCharacter{"bull", U'\u2022'},
};

struct Reference {
  char32_t value = 0;
  std::size_t bytes = 0;
};

std::optional<char32_t> number_of(std::string_view digits) {
  const bool hex = !digits.empty() && (digits.front() == 'x' || digits.front() == 'X');
  if (hex) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 6) return std::nullopt;
  char32_t value = 0;
  for (const char c : digits) {
    const bool letter = hex && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'));
    if (!is_digit(c) && !letter) return std::nullopt;
    const int digit = is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
    value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit);
  }
  const bool sound = value >= 0x20 && value < 0x110000 && !(value >= 0xD800 && value < 0xE000);
  return sound ? std::optional(value) : std::nullopt;
}

std::optional<char32_t> character_named(std::string_view name) {
  if (!name.empty() && name.front() == '#') return number_of(name.substr(1));
  const auto* found = std::find_if(named_characters.begin(), named_characters.end(),
                                   [name](const NamedCharacter& row) { return row.first == name; });
  return found == named_characters.end() ? std::nullopt : std::optional(found->second);
}

/// "&quot;" at the front of `text`, which begins with '&'.
std::optional<Reference> read_reference(std::string_view text) {
  const std::size_t end = text.substr(0, 10).find(';');
  if (end == std::string_view::npos) return std::nullopt;
  const auto value = character_named(text.substr(1, end - 1));
  if (!value) return std::nullopt;
  return Reference{*value, end + 1};
}

/// As above, also for "&amp;quot;", escaped twice on its way through two programs.
std::optional<Reference> read_escaped_reference(std::string_view text) {
  if (text.substr(0, 5) != "&amp;") return read_reference(text);
  const std::string inner = "&" + std::string(text.substr(5, 10));
  const auto twice = read_reference(inner);
  return twice ? Reference{twice->value, twice->bytes + 4} : read_reference(text);
}

std::string_view ligature_letters(char32_t c) {
  constexpr std::array<std::string_view, 7> letters = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return c >= U'\uFB00' && c <= U'\uFB06' ? letters[c - U'\uFB00'] : std::string_view();
}

bool is_wide_blank(char32_t c) {
  return c == U'\u00A0' || c == U'\u1680' || (c >= U'\u2000' && c <= U'\u200A') || c == U'\u202F' ||
         c == U'\u205F' || c == U'\u3000';
}

bool is_line_end(char32_t c) {
  return c == U'\u0085' || c == U'\u2028' || c == U'\u2029';
}

/// Joiners carry meaning in Persian and the scripts of India and stay there.
bool is_joiner(char32_t c) {
  return c == U'\u200C' || c == U'\u200D';
}

bool is_invisible(char32_t c) {
  return c == U'\u200B' || is_joiner(c) || c == U'\u200E' || c == U'\u200F' || c == U'\u2060' ||
         c == U'\uFEFF';
}

class Cleaner {
 public:
  Cleaner(std::string_view raw, CleaningOptions options) : raw_(raw), options_(options) {}

  MappedText clean() {
    while (at_ < raw_.size()) {
      const std::size_t special = find_special(at_);
      out_.append(raw_.substr(at_, special - at_), at_);
      at_ = special;
      if (at_ < raw_.size()) resolve();
    }
    return std::move(out_);
  }

 private:
  /// The first byte from `at` on that may have to change.
  std::size_t find_special(std::size_t at) const {
    while (at < raw_.size()) {
      const auto c = static_cast<unsigned char>(raw_[at]);
      const bool plain_ascii = c >= 0x20 && c < 0x7F && c != '&' && c != '\\';
      const bool plain_letter = c >= 0x80 && c != 0xC2 && (c < 0xE1 || c > 0xE3) && c != 0xEF;
      if (!plain_ascii && !plain_letter && c != '\n' && c != '\f') break;
      ++at;
    }
    return at;
  }

  void replace(std::size_t bytes, std::string_view by) {
    out_.append(by, at_);
    at_ += bytes;
  }

  void keep(std::size_t bytes) { replace(bytes, raw_.substr(at_, bytes)); }

  void resolve() {
    const char c = raw_[at_];
    if (static_cast<unsigned char>(c) >= 0x80) return resolve_wide();
    if (c == '\r') return replace(1, next_is('\n') ? "" : "\n");
    if (c == '\t') return replace(1, " ");
    if (c == '&') return resolve_reference();
    if (c == '\\') return resolve_backslash();
    replace(1, "");  // a control character
  }

  bool next_is(char c) const { return at_ + 1 < raw_.size() && raw_[at_ + 1] == c; }

  void resolve_reference() {
    const auto reference = read_escaped_reference(raw_.substr(at_, 20));
    if (!reference) return keep(1);
    std::string character;
    append_utf8(character, reference->value);
    if (reference->value == U'\u00A0') character = " ";
    replace(reference->bytes, character);
  }

  void resolve_backslash() {
    const bool escaped = options_.escaped_line_ends;
    if (escaped && next_is('n')) return replace(2, "\n");
    if (escaped && (next_is('"') || next_is('r') || next_is('t'))) {
      return replace(2, next_is('"') ? "\"" : " ");
    }
    keep(1);
  }

  void resolve_wide() {
    const CodePoint point = code_point_at(raw_, at_);
    const char32_t c = point.value;
    const std::string_view letters = ligature_letters(c);
    if (!letters.empty()) return replace(point.bytes, letters);
    if (is_wide_blank(c)) return replace(point.bytes, " ");
    if (is_line_end(c)) return replace(point.bytes, "\n");
    if (is_joiner(c) && after_joining_script()) return keep(point.bytes);
    if (is_invisible(c)) return replace(point.bytes, "");
    if (c == U'\u00AD' && !at_line_end(at_ + point.bytes)) return replace(point.bytes, "");
    keep(point.bytes);
  }

  bool after_joining_script() const {
    return at_ > 0 && code_point_before(raw_, at_).value >= U'\u0600';
  }

  bool at_line_end(std::size_t at) const {
    while (at < raw_.size() && (raw_[at] == ' ' || raw_[at] == '\r')) ++at;
    return at == raw_.size() || raw_[at] == '\n' || raw_[at] == '\f';
  }

  std::string_view raw_;
  CleaningOptions options_;
  std::size_t at_ = 0;
  MappedText out_;
};

}  // namespace

MappedText clean_text(std::string_view raw, CleaningOptions options) {
  return Cleaner(raw, options).clean();
}

}  // namespace onrecord
