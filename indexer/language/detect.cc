// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/language/detect.h"

#include <unordered_map>

#include <cld2/public/compact_lang_det.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "common/text_fold.h"
#include "common/utf8.h"

namespace onrecord {
namespace {

constexpr std::size_t looked_at_bytes = 16 << 10;

/// CLD2 still prints some codes that ISO 639 has withdrawn, and its own for no language ("xxx").
std::string current_code(std::string_view code) {
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  if (code.size() > 2 && code[2] == '-') code = code.substr(0, 2);  // "zh-Hant"
  return code.size() == 2 ? std::string(code) : std::string();
}

using Codes = std::unordered_map<std::string, std::string>;

/// Two- and three-letter codes and English names of all languages that have a two-letter code.
Codes make_codes() {
  Codes codes;
  const char* const* all = icu::Locale::getISOLanguages();
  for (; *all != nullptr; ++all) {
    const std::string code = *all;
    if (code.size() != 2) continue;
    const icu::Locale locale(code.c_str());
    icu::UnicodeString name;
    std::string english;
    locale.getDisplayLanguage(icu::Locale::getEnglish(), name).toUTF8String(english);
    codes.emplace(code, code);
    codes.emplace(locale.getISO3Language(), code);
    codes.emplace(fold(english), code);
  }
  return codes;
}

}  // namespace

std::string detect_language(std::string_view text) {
  const std::string_view start = cut_utf8(text, looked_at_bytes);
  bool sure = false;
  const CLD2::Language language =
      CLD2::DetectLanguage(start.data(), static_cast<int>(start.size()), true, &sure);
  if (!sure || language == CLD2::UNKNOWN_LANGUAGE) return {};
  return current_code(CLD2::LanguageCode(language));
}

std::string language_code(std::string_view written) {
  static const Codes codes = make_codes();
  const std::string folded = fold(squeeze_blanks(written));
  const auto found = codes.find(folded.substr(0, folded.find_first_of("-_")));
  return found == codes.end() ? std::string() : found->second;
}

}  // namespace onrecord
