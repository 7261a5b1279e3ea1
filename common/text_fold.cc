// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text_fold.h"

#include <algorithm>
#include <array>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "common/utf8.h"

namespace onrecord {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Letters whose diacritic is part of the letter, so that decomposition leaves them whole.
char32_t without_stroke(char32_t letter) {
  switch (letter) {
    case U'ł':
      return U'l';
    case U'ø':
      return U'o';
    case U'đ':
      return U'd';
    case U'ħ':
      return U'h';
    case U'ŧ':
      return U't';
    case U'ı':
      return U'i';
    default:
      return letter;
  }
}

bool is_apostrophe(char32_t c) {
  return c == U'\u2019' || c == U'\u2018' || c == U'\u02BC' || c == U'\u02BB' || c == U'`' ||
         c == U'\u00B4' || c == U'\u2032';
}

/// NFKD with case folding; ICU's data are static, so the instance lives as long as the program.
std::string decompose_and_lower(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
  std::string lower;
  icu::StringByteSink<std::string> lower_sink(&lower, static_cast<std::int32_t>(text.size()));
  const auto piece = [](std::string_view s) {
    return icu::StringPiece(s.data(), static_cast<std::int32_t>(s.size()));
  };
  casefold->normalizeUTF8(0, piece(text), lower_sink, nullptr, status);
  std::string decomposed;
  icu::StringByteSink<std::string> sink(&decomposed, static_cast<std::int32_t>(lower.size()));
  decompose->normalizeUTF8(0, piece(lower), sink, nullptr, status);
  return U_SUCCESS(status) ? decomposed : std::string(text);
}

bool is_name_character(char32_t c) {
  return c == U'\'' || (c < 0x80 ? (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
                                 : u_isalnum(static_cast<UChar32>(c)) != 0);
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  if (is_ascii(text)) {
    out.resize(text.size());
    std::transform(text.begin(), text.end(), out.begin(), ascii_lower);
    std::replace(out.begin(), out.end(), '`', '\'');
    return out;
  }
  const std::string decomposed = decompose_and_lower(text);
  out.reserve(decomposed.size());
  for (std::size_t at = 0; at < decomposed.size();) {
    const CodePoint point = code_point_at(decomposed, at);
    at += point.bytes;
    if (u_charType(static_cast<UChar32>(point.value)) == U_NON_SPACING_MARK) continue;
    if (is_apostrophe(point.value)) {
      out += '\'';
      continue;
    }
    append_utf8(out, without_stroke(point.value));
  }
  return out;
}

std::string romanize(std::string_view folded) {
  // From U+0430 on; folding has made й и, ё е, ї і and ў у.
  static constexpr std::array<std::string_view, 32> letters = {
      "a", "b", "v", "g", "d", "e",  "zh", "z",  "i",  "i",    "k", "l", "m", "n", "o",  "p",
      "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "",  "y", "",  "e", "yu", "ya"};
  std::string latin;
  char32_t before = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    const char32_t c = point.value;
    const bool after_i = before == U'\u0438' || before == U'\u0456';
    if (c == U'\u044F' && after_i) {
      latin += 'a';  // Мария is Maria
    } else if (c >= U'\u0430' && c <= U'\u044F') {
      latin += letters[c - U'\u0430'];
    } else if (c == U'\u0456') {
      latin += 'i';
    } else if (c == U'\u0454') {
      latin += "ye";
    } else if (c == U'\u0491') {
      latin += 'g';
    } else {
      latin += folded.substr(at, point.bytes);
    }
    before = c;
    at += point.bytes;
  }
  return latin;
}

std::string lower_case(std::string_view text) {
  std::string lower;
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&lower, static_cast<std::int32_t>(text.size()));
  icu::CaseMap::utf8ToLower("", 0, {text.data(), static_cast<std::int32_t>(text.size())}, sink,
                            nullptr, status);
  return lower;
}

std::string name_key(std::string_view name) {
  const std::string folded = fold(name);
  std::string key;
  key.reserve(folded.size());
  bool gap = false;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    at += point.bytes;
    if (!is_name_character(point.value)) {
      gap = !key.empty();
      continue;
    }
    if (gap) key += ' ';
    gap = false;
    append_utf8(key, point.value);
  }
  return key;
}

std::string squeeze_blanks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (u_isUWhiteSpace(static_cast<UChar32>(point.value)) != 0) {
      gap = !out.empty();
    } else {
      if (gap) out += ' ';
      gap = false;
      out.append(text.substr(at, point.bytes));
    }
    at += point.bytes;
  }
  return out;
}

}  // namespace onrecord
