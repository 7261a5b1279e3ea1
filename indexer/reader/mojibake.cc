// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/mojibake.h"

#include <cstdint>

#include "common/utf8.h"
#include "indexer/reader/windows_1252.h"

namespace onrecord {
namespace {

/// Characters of the text that, as windows-1252 bytes, are one character of UTF-8.
struct Sequence {
  std::size_t bytes = 0;  ///< Bytes of the damaged text; 0: no sequence here.
  std::string right;      ///< What they stand for.
  bool certain = false;
};

int utf8_length_of_lead(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return 2;
  if (byte >= 0xE0 && byte <= 0xEF) return 3;
  return byte >= 0xF0 && byte <= 0xF4 ? 4 : 0;
}

/// Could the byte stand for a sign that often follows a capital accented letter: closing quotes,
/// dashes, a no-break space?
bool is_usual_after_letter(unsigned char byte) {
  return byte < 0xA1 || byte == 0xAB || byte == 0xAD || byte == 0xBB || byte == 0xB7;
}

constexpr unsigned char no_break_space = 0xA0;

/// One of the letters with which UTF-8 of two bytes begins is rare before a symbol such as "©";
/// three fitting characters in a row ("â€™") do not occur otherwise, except where French sets a
/// no-break space between a letter and a mark: "« Le voilà »", "un café – froid".
bool is_certain(std::string_view damaged_bytes) {
  const auto second = static_cast<unsigned char>(damaged_bytes[1]);
  if (damaged_bytes.size() > 2) return second != no_break_space;
  const auto lead = static_cast<unsigned char>(damaged_bytes[0]);
  return lead == 0xC3 && !is_usual_after_letter(second);
}

Sequence sequence_at(std::string_view text, std::size_t at) {
  const CodePoint first = code_point_at(text, at);
  const auto lead = to_windows_1252(first.value);
  const int length = lead ? utf8_length_of_lead(*lead) : 0;
  if (length == 0) return {};
  std::string bytes(1, static_cast<char>(*lead));
  std::size_t end = at + first.bytes;
  while (bytes.size() < static_cast<std::size_t>(length) && end < text.size()) {
    const CodePoint point = code_point_at(text, end);
    // The bytes that windows-1252 does not define survive as control characters.
    const bool control = point.value >= 0x80 && point.value < 0xA0;
    const auto byte =
        control ? static_cast<unsigned char>(point.value) : to_windows_1252(point.value);
    if (!byte || *byte < 0x80 || *byte > 0xBF) return {};
    bytes += static_cast<char>(*byte);
    end += point.bytes;
  }
  if (!is_valid_utf8(bytes)) return {};
  const bool certain = is_certain(bytes);
  return {end - at, std::move(bytes), certain};
}

/// "Ð¿Ñ€Ð¸Ð²": several pairs in a row with the leads of Greek, Cyrillic, Hebrew or Arabic.
constexpr int certain_run = 4;

struct Damage {
  std::size_t certain = 0;
  std::size_t sound_letters = 0;  ///< Letters that look like a lead but are themselves.
};

Damage measure_damage(std::string_view text) {
  Damage damage;
  int run = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      run = 0;
      continue;
    }
    const Sequence sequence = sequence_at(text, at);
    run = sequence.bytes > 0 ? run + 1 : 0;
    if (sequence.certain || run >= certain_run) ++damage.certain;
    const CodePoint point = code_point_at(text, at);
    const bool accented = point.value >= 0xC0 && point.value < 0x250;
    if (sequence.bytes == 0 && accented) ++damage.sound_letters;
    at += sequence.bytes > 0 ? sequence.bytes : point.bytes;
  }
  return damage;
}

}  // namespace

std::optional<std::string> repair_mojibake(std::string_view text) {
  const Damage damage = measure_damage(text);
  if (damage.certain == 0) return std::nullopt;
  const bool all = damage.sound_letters == 0;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Sequence sequence = sequence_at(text, at);
    const std::size_t taken = sequence.bytes > 0 ? sequence.bytes : code_point_at(text, at).bytes;
    if (sequence.certain || (all && sequence.bytes > 0)) {
      out += sequence.right;
    } else {
      out += text.substr(at, taken);
    }
    at += taken;
  }
  return out;
}

}  // namespace onrecord
