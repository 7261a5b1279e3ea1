// SPDX-License-Identifier: GPL-3.0-or-later
// Names of some sixty countries, from the PHP files of the package php-faker: each holds arrays of
// quoted strings, whose variable tells what they are.
//
//   protected static $firstNameFemale = ['Aino', 'Anna'];
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "indexer/tools/build_gazetteer/sources.h"

namespace onrecord {
namespace {

/// How newspapers write the names of a locale in another script; others are taken in Latin only.
struct Script {
  std::string_view locale;
  const char* transliterator;
};
constexpr std::array scripts = {
    Script{"ru_RU", "Russian-Latin/BGN"},   Script{"uk_UA", "Ukrainian-Latin/BGN"},
    Script{"bg_BG", "Bulgarian-Latin/BGN"}, Script{"kk_KZ", "Kazakh-Latin/BGN"},
    Script{"mn_MN", "Mongolian-Latin/BGN"}, Script{"hy_AM", "Armenian-Latin/BGN"},
    Script{"ka_GE", "Georgian-Latin/BGN"},  Script{"el_GR", "Greek-Latin"},
    Script{"ja_JP", "Katakana-Latin/BGN"},  Script{"zh_CN", "Han-Latin"},
};

/// What the strings of a variable are; 0: no names.
std::uint32_t facts_of(std::string_view variable) {
  const auto has = [&](std::string_view part) {
    return variable.find(part) != std::string_view::npos;
  };
  if (has("Format") || has("Suffix")) return 0;
  if (has("lastName") || has("LastNames") || has("lastKanaName")) return word_surname;
  if (!has("firstName") && !has("firstKanaName")) return 0;
  if (has("Female")) return word_given_female;
  return has("Male") ? word_given_male : word_given;
}

/// Walks over PHP source: hands out variables and quoted strings, skips comments.
class PhpReader {
 public:
  explicit PhpReader(std::string_view text) : text_(text) {}

  /// The next "$variable" or quoted string (then `is_string`); empty at the end of the file.
  std::string next(bool& is_string) {
    for (; at_ < text_.size(); ++at_) {
      if (skip_comment()) continue;
      const char c = text_[at_];
      is_string = c == '\'' || c == '"';
      if (is_string) return quoted(c);
      if (c == '$') return variable();
    }
    return "";
  }

 private:
  bool skip_comment() {
    const std::string_view rest = text_.substr(at_);
    const bool block = rest.starts_with("/*");
    if (!block && !rest.starts_with("//")) return false;
    const std::size_t end = text_.find(block ? "*/" : "\n", at_ + 2);
    at_ = end == std::string_view::npos ? text_.size() : end + (block ? 1 : 0);
    return true;
  }

  std::string quoted(char mark) {
    std::string content;
    for (++at_; at_ < text_.size() && text_[at_] != mark; ++at_) {
      if (text_[at_] == '\\') ++at_;
      if (at_ < text_.size()) content += text_[at_];
    }
    ++at_;
    return content.empty() ? " " : content;
  }

  std::string variable() {
    const std::size_t first = at_++;
    while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0)) {
      ++at_;
    }
    return std::string(text_.substr(first, at_ - first));
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

bool is_latin(const icu::UnicodeString& name) {
  for (int i = 0; i < name.length(); ++i) {
    if (name[i] > 0x1EFF || (name[i] > 0x24F && name[i] < 0x1E00)) return false;
  }
  return true;
}

class NameAdder {
 public:
  NameAdder(GazetteerWriter& out, const std::string& locale) : out_(out), locale_(locale) {
    for (const Script& script : scripts) {
      if (script.locale != locale) continue;
      UErrorCode status = U_ZERO_ERROR;
      to_latin_.reset(
          icu::Transliterator::createInstance(script.transliterator, UTRANS_FORWARD, status));
      if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    }
  }

  void add(const std::string& string, std::uint32_t facts) {
    icu::UnicodeString name = icu::UnicodeString::fromUTF8(string);
    if (!is_latin(name)) {
      if (to_latin_ == nullptr) return;
      to_latin_->transliterate(name);
      if (!is_latin(name)) return;
    }
    std::string latin;
    name.toUTF8String(latin);
    for (std::size_t first = 0; first < latin.size();) {
      const std::size_t end = std::min(latin.find_first_of(" .", first), latin.size());
      add_word(latin.substr(first, end - first), facts);
      first = end + 1;
    }
  }

 private:
  /// Words that are something else first stay what they are: "Agate", "Date", "An".
  void add_word(const std::string& word, std::uint32_t facts) {
    if (word.size() < (to_latin_ == nullptr ? 3 : 2)) return;
    if ((out_.word(word) & (word_common | word_rare | word_proper)) != 0) return;
    out_.add_word(word, facts);
    // "Dmitriy" by the rule, "Dmitry" in the papers.
    const bool long_ending = word.ends_with("iy") || word.ends_with("yy");
    if (locale_ == "ru_RU" && long_ending) add_word(word.substr(0, word.size() - 2) + 'y', facts);
  }

  GazetteerWriter& out_;
  std::string locale_;
  std::unique_ptr<icu::Transliterator> to_latin_;
};

void add_locale(GazetteerWriter& out, const std::filesystem::path& folder) {
  std::ifstream in(folder / "Person.php");
  if (!in) return;  // some locales have other data only
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  NameAdder names(out, folder.filename().string());
  PhpReader reader(text);
  std::uint32_t facts = 0;
  bool is_string = false;
  for (std::string part = reader.next(is_string); !part.empty(); part = reader.next(is_string)) {
    if (!is_string) facts = facts_of(part);
    if (is_string && facts != 0) names.add(part, facts);
  }
}

}  // namespace

void add_faker(GazetteerWriter& out, const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) {
    throw std::runtime_error(fmt::format("{}: cannot be read", folder.string()));
  }
  std::vector<std::filesystem::path> locales;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_directory()) locales.push_back(entry.path());
  }
  std::sort(locales.begin(), locales.end());
  for (const auto& locale : locales) add_locale(out, locale);
}

}  // namespace onrecord
