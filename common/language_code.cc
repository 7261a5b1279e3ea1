// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/language_code.h"

#include <unordered_map>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "common/text_fold.h"

namespace onrecord {
namespace {

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

std::string language_code(std::string_view written) {
  static const Codes codes = make_codes();
  const std::string folded = fold(squeeze_blanks(written));
  const auto found = codes.find(folded.substr(0, folded.find_first_of("-_")));
  return found == codes.end() ? std::string() : found->second;
}

}  // namespace onrecord
