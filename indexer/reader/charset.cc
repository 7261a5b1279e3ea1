// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/charset.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include <uchardet/uchardet.h>
#include <unicode/bytestream.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "common/text_fold.h"
#include "common/utf8.h"
#include "indexer/language/detect.h"
#include "indexer/reader/mojibake.h"
#include "indexer/reader/windows_1252.h"

namespace onrecord {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view western = "windows-1252";

struct ByteOrderMark {
  std::string_view bytes;
  std::string_view charset;
};

/// UTF-32LE before UTF-16LE: its mark begins with the other.
constexpr std::array<ByteOrderMark, 5> byte_order_marks = {{
    {"\xEF\xBB\xBF", "UTF-8"},
    {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
}};

/// What statistics may name, and the languages whose text proves it. On short or mostly ASCII
/// texts the statistics often name an exotic code page for what is plain windows-1252.
struct CharsetProof {
  std::string_view prefix;  ///< Of the name as uchardet gives it.
  std::string_view languages;
};

constexpr std::array<CharsetProof, 36> charset_proofs = {{
    {"WINDOWS-1250", "pl cs sk hu sl hr bs sr ro sq"},
    {"ISO-8859-2", "pl cs sk hu sl hr bs sr ro sq"},
    {"ISO-8859-16", "pl cs sk hu sl hr bs sr ro sq"},
    {"MAC-CENTRALEUROPE", "pl cs sk hu sl hr bs sr ro sq"},
    {"IBM852", "pl cs sk hu sl hr bs sr ro sq"},
    {"WINDOWS-1254", "tr az"},
    {"ISO-8859-9", "tr az"},
    {"ISO-8859-3", "tr mt eo"},
    {"WINDOWS-1257", "lt lv et"},
    {"ISO-8859-13", "lt lv et"},
    {"ISO-8859-4", "lt lv et"},
    {"WINDOWS-1258", "vi"},
    {"VISCII", "vi"},
    {"WINDOWS-1251", "ru uk bg be sr mk kk"},
    {"KOI8-R", "ru uk bg be"},
    {"ISO-8859-5", "ru uk bg be sr mk"},
    {"MAC-CYRILLIC", "ru uk bg be sr mk"},
    {"IBM8", "ru uk bg be sr da no"},
    {"WINDOWS-1253", "el"},
    {"ISO-8859-7", "el"},
    {"WINDOWS-1255", "he yi"},
    {"ISO-8859-8", "he yi"},
    {"WINDOWS-1256", "ar fa ur"},
    {"ISO-8859-6", "ar fa ur"},
    {"TIS-620", "th"},
    {"ISO-8859-11", "th"},
    {"SHIFT_JIS", "ja"},
    {"EUC-JP", "ja"},
    {"ISO-2022-JP", "ja"},
    {"EUC-KR", "ko"},
    {"UHC", "ko"},
    {"ISO-2022-KR", "ko"},
    {"GB18030", "zh"},
    {"HZ-GB-2312", "zh"},
    {"BIG5", "zh"},
    {"EUC-TW", "zh"},
}};

struct Converted {
  std::string text;
  std::size_t replaced = 0;
};

std::size_t count_replacements(std::string_view text) {
  std::size_t count = 0;
  for (auto at = text.find(replacement); at != std::string_view::npos;
       at = text.find(replacement, at + replacement.size())) {
    ++count;
  }
  return count;
}

/// By ICU's converter of that name; nothing if ICU does not know it.
std::optional<Converted> convert(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(charset.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  const icu::UnicodeString decoded(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                   converter.get(), status);
  if (U_FAILURE(status)) return std::nullopt;
  Converted out;
  decoded.toUTF8String(out.text);
  out.replaced = count_replacements(out.text);
  return out;
}

Converted convert_western(std::string_view bytes) {
  Converted out;
  out.text.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes)
    append_utf8(out.text, from_windows_1252(static_cast<unsigned char>(byte)));
  return out;
}

std::string guess_by_statistics(std::string_view bytes) {
  constexpr std::size_t enough = 256 << 10;
  const std::unique_ptr<struct uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                              &uchardet_delete);
  uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), enough));
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

bool lists_language(std::string_view languages, std::string_view code) {
  return !code.empty() && languages.find(code) != std::string_view::npos;
}

/// Is the text in one of the languages that are written in this charset?
bool is_proved(std::string_view charset, std::string_view text) {
  const std::string language = detect_language(text);
  return std::any_of(charset_proofs.begin(), charset_proofs.end(), [&](const CharsetProof& proof) {
    return charset.substr(0, proof.prefix.size()) == proof.prefix &&
           lists_language(proof.languages, language);
  });
}

/// "iso-8859-1" and "ascii" mean windows-1252 on the web and in files alike.
bool means_western(std::string_view label) {
  const std::string name = fold(label);
  return name == "iso-8859-1" || name == "latin1" || name == "latin-1" || name == "us-ascii" ||
         name == "ascii" || name == "windows-1252" || name == "cp1252" || name == "iso8859-1";
}

struct Utf8Census {
  std::size_t good = 0;  ///< Characters of two and more bytes.
  std::size_t bad = 0;   ///< Bytes that are part of none.
};

Utf8Census take_census(std::string_view bytes) {
  Utf8Census census;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = code_point_at(bytes, at);
    const bool bad = point.value == 0xFFFD && bytes.substr(at, 3) != replacement;
    if (bad) {
      census.bad += point.bytes;
    } else if (point.bytes > 1) {
      ++census.good;
    }
    at += point.bytes;
  }
  return census;
}

/// UTF-8 into which other text was pasted: a single foreign byte is windows-1252; a character that
/// was cut in two stays unknown.
Converted convert_mostly_utf8(std::string_view bytes) {
  Converted out;
  out.text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = code_point_at(bytes, at);
    const std::string_view here = bytes.substr(at, point.bytes);
    at += point.bytes;
    if (point.value != 0xFFFD || here == replacement) {
      out.text += here;
    } else if (here.size() == 1 && at < bytes.size()) {
      append_utf8(out.text, from_windows_1252(static_cast<unsigned char>(here.front())));
    } else {
      out.text += replacement;
      out.replaced += here.size();
    }
  }
  return out;
}

Decoded named(Converted converted, std::string_view charset) {
  return {std::move(converted.text), std::string(charset), converted.replaced};
}

Decoded decode_by_content(std::string_view bytes, std::string_view declared) {
  if (is_valid_utf8(bytes)) return {std::string(bytes), "UTF-8", 0};
  const Utf8Census census = take_census(bytes);
  if (census.good > 0 && census.good >= census.bad)
    return named(convert_mostly_utf8(bytes), "UTF-8");
  for (const std::string& charset : {std::string(declared), guess_by_statistics(bytes)}) {
    if (charset.empty() || means_western(charset)) continue;
    auto converted = convert(bytes, charset);
    if (!converted || converted->replaced > 0) continue;
    if (charset == declared || is_proved(charset, converted->text)) {
      return named(std::move(*converted), charset);
    }
  }
  return named(convert_western(bytes), western);
}

/// What `tidy` drops or changes: see Decoded::text.
bool needs_tidying(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t' && c != '\f') || byte == 0x7F || byte == 0xC2 ||
           byte == 0xEF;
  });
}

void append_tidy(std::string& out, std::string_view text, std::size_t at, const CodePoint& point) {
  const char32_t c = point.value;
  if (c == '\r') {
    if (text.substr(at + 1, 1) != "\n") out += '\n';
  } else if (c == '\v') {
    out += '\n';
  } else if (c >= 0x80 && c < 0xA0) {
    // A control character of this range is a windows-1252 byte that somebody took for Latin-1.
    const char32_t meant = from_windows_1252(static_cast<unsigned char>(c));
    if (meant != c) append_utf8(out, meant);
  } else if ((c >= 0x20 && c != 0x7F && c != 0xFEFF) || c == '\n' || c == '\t' || c == '\f') {
    out += text.substr(at, point.bytes);
  }
}

std::string tidy(std::string text) {
  if (!needs_tidying(text)) return text;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    append_tidy(out, text, at, point);
    at += point.bytes;
  }
  return out;
}

std::string_view charset_by_zeros(std::string_view head) {
  const std::size_t pairs = std::min<std::size_t>(head.size(), 4096) / 2;
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < pairs; ++i) {
    even += head[2 * i] == '\0' ? 1 : 0;
    odd += head[2 * i + 1] == '\0' ? 1 : 0;
  }
  // Blanks and stops alone give one zero in eight pairs, in any script.
  if (odd * 10 >= pairs && even * 10 <= odd && odd > 1) return "UTF-16LE";
  if (even * 10 >= pairs && odd * 10 <= even && even > 1) return "UTF-16BE";
  return {};
}

const ByteOrderMark* find_byte_order_mark(std::string_view bytes) {
  const auto* const found = std::find_if(
      byte_order_marks.begin(), byte_order_marks.end(),
      [&](const ByteOrderMark& mark) { return bytes.substr(0, mark.bytes.size()) == mark.bytes; });
  return found == byte_order_marks.end() ? nullptr : found;
}

}  // namespace

std::string_view wide_charset_of(std::string_view head) {
  if (const ByteOrderMark* mark = find_byte_order_mark(head)) {
    return mark->charset == "UTF-8" ? std::string_view() : mark->charset;
  }
  return charset_by_zeros(head);
}

Decoded decode_text(std::string_view bytes, std::string_view declared) {
  const ByteOrderMark* mark = find_byte_order_mark(bytes);
  const std::string_view wide = wide_charset_of(bytes);
  if (mark != nullptr) bytes.remove_prefix(mark->bytes.size());
  Decoded decoded;
  if (!wide.empty()) {
    decoded = named(convert(bytes, std::string(wide)).value_or(Converted()), wide);
  } else {
    decoded = decode_by_content(bytes, declared);
  }
  decoded.text = clean_text(std::move(decoded.text));
  return decoded;
}

std::string clean_text(std::string text) {
  if (auto right = repair_mojibake(text)) text = std::move(*right);
  return tidy(std::move(text));
}

}  // namespace onrecord
