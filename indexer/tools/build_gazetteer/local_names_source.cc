// SPDX-License-Identifier: GPL-3.0-or-later
// Names of places in other languages: of countries from ICU's locale data, of cities and
// subdivisions from libgweather's translations, message catalogues of GNU gettext.
#include <array>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "indexer/tools/build_gazetteer/sources.h"

namespace onrecord {
namespace {

// Languages in Latin or Cyrillic letters, which the table of names can look up.
constexpr std::array languages = {"de", "de_CH", "fr", "es", "it", "pt", "nl", "pl", "sv",
                                  "da", "nb",    "fi", "cs", "hu", "ro", "tr", "ru", "uk"};

// Names of cities are more, and hit words of other languages more often: the widest spread only.
constexpr std::array catalogue_languages = {"de", "fr", "es", "it", "pt", "nl", "ru", "uk"};

// Areas larger than a country: UN M49 codes, as ICU knows them.
constexpr std::array continents = {"002", "003", "005", "009", "013", "019", "142", "150"};

constexpr std::uint32_t person_or_word = word_common | word_rare | word_given;

/// Adds a name unless it is taken: by a place, by our own tables, or by a word with one of the
/// facts `taken`. What a name means in English text counts more than what it means elsewhere:
/// "Maurice" is a man before it is Mauritius.
void add_local_name(GazetteerWriter& out, std::uint32_t place, const std::string& name,
                    std::uint32_t taken) {
  constexpr std::size_t shortest = 4;
  if (place == GazetteerWriter::npos || name.size() < shortest || out.knows(name)) return;
  if (name.find_first_of("()[],/;&") != std::string::npos || (out.word(name) & taken) != 0) return;
  out.add_name(place, name);
}

std::string country_name(const char* code, const icu::Locale& shown_in) {
  icu::UnicodeString text;
  icu::Locale("", code).getDisplayCountry(shown_in, text);
  std::string name;
  text.toUTF8String(name);
  return name;
}

void add_country_names(GazetteerWriter& out, const char* language) {
  const icu::Locale shown_in(language);
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    add_local_name(out, out.find_country(*code), country_name(*code, shown_in), person_or_word);
  }
  for (const char* code : continents) {
    const std::uint32_t continent = out.find(country_name(code, icu::Locale::getEnglish()), "");
    add_local_name(out, continent, country_name(code, shown_in), person_or_word);
  }
}

/// The pairs of original and translation in a .mo file.
/// Format: GNU gettext manual, "The Format of GNU MO Files".
class Catalogue {
 public:
  explicit Catalogue(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    bytes_.assign(std::istreambuf_iterator<char>(in), {});
    constexpr std::uint32_t magic = 0x950412de;
    if (number_at(0) == magic) count_ = number_at(8);
  }

  std::uint32_t size() const { return count_; }
  std::string_view original(std::uint32_t i) const { return text_at(number_at(12) + 8 * i); }
  std::string_view translation(std::uint32_t i) const { return text_at(number_at(16) + 8 * i); }

 private:
  std::uint32_t number_at(std::size_t at) const {
    std::uint32_t number = 0;
    if (at + sizeof number <= bytes_.size())
      std::memcpy(&number, bytes_.data() + at, sizeof number);
    return number;
  }

  std::string_view text_at(std::size_t at) const {
    const std::size_t length = number_at(at), begin = number_at(at + 4);
    if (begin > bytes_.size() || length > bytes_.size() - begin) return {};
    return std::string_view(bytes_).substr(begin, length);
  }

  std::string bytes_;
  std::uint32_t count_ = 0;
};

/// "City in Denmark" U+0004 "Aarhus": the context goes.
std::string without_context(std::string_view original) {
  constexpr char end_of_context = 4;
  const std::size_t at = original.find(end_of_context);
  return std::string(at == original.npos ? original : original.substr(at + 1));
}

void add_translations(GazetteerWriter& out, const std::filesystem::path& file) {
  const Catalogue catalogue(file);
  for (std::uint32_t i = 0; i < catalogue.size(); ++i) {
    const std::string name = without_context(catalogue.original(i));
    add_local_name(out, out.find(name, ""), std::string(catalogue.translation(i)),
                   person_or_word | word_surname);
  }
}

}  // namespace

void add_local_names(GazetteerWriter& out, const std::filesystem::path& locales) {
  for (const char* language : languages) add_country_names(out, language);
  for (const char* language : catalogue_languages) {
    add_translations(out, locales / language / "LC_MESSAGES" / "libgweather-4.0-locations.mo");
  }
}

}  // namespace onrecord
