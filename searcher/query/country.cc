// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/country.h"

#include <unordered_map>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "common/index_terms.h"

namespace onrecord {
namespace {

using Codes = std::unordered_map<std::string, std::string>;

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::string english_country(const icu::Locale& locale) {
  icu::UnicodeString name;
  return to_utf8(locale.getDisplayCountry(icu::Locale::getEnglish(), name));
}

/// "Myanmar (Burma)" is also "Myanmar" and "Burma".
void add_name(Codes& codes, const std::string& name, const char* code) {
  codes.emplace(name_form(name), code);
  const std::size_t bracket = name.find(" (");
  if (bracket == std::string::npos) return;
  codes.emplace(name_form(name.substr(0, bracket)), code);
  codes.emplace(name_form(name.substr(bracket + 2)), code);
}

Codes make_countries() {
  Codes codes;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    const icu::Locale locale("und", *code);
    codes.emplace(name_form(*code), *code);
    codes.emplace(name_form(locale.getISO3Country()), *code);
    add_name(codes, english_country(locale), *code);
  }
  // Not in ISO 3166, but what newspapers write.
  for (const auto& [name, code] :
       {std::pair{"UK", "GB"}, std::pair{"Britain", "GB"}, std::pair{"Great Britain", "GB"},
        std::pair{"America", "US"}, std::pair{"United States of America", "US"},
        std::pair{"Czech Republic", "CZ"}, std::pair{"Ivory Coast", "CI"}}) {
    codes.emplace(name_form(name), code);
  }
  return codes;
}

}  // namespace

std::string country_code(std::string_view text) {
  static const Codes codes = make_countries();
  const auto found = codes.find(name_form(text));
  return found == codes.end() ? std::string(text) : found->second;
}

std::string country_name(std::string_view code) {
  if (code.size() != 2) return std::string(code);
  const std::string name = english_country(icu::Locale("und", std::string(code).c_str()));
  return name.empty() ? std::string(code) : name;
}

}  // namespace onrecord
