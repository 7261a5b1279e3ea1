// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

#include "indexer/tools/build_gazetteer/sources.h"

namespace onrecord {
namespace {

bool is_ascii_lower(std::string_view word) {
  for (const char c : word) {
    if (c < 'a' || c > 'z') return false;
  }
  return !word.empty();
}

void add_words(GazetteerWriter& out, const std::filesystem::path& file, std::uint32_t facts) {
  for_each_line(file, [&](std::string_view word) {
    if (is_ascii_lower(word)) out.add_word(word, facts);
  });
}

void add_proper_words(GazetteerWriter& out, const std::filesystem::path& file) {
  for_each_line(file, [&](std::string_view word) {
    if (!word.empty() && word.find('\'') == std::string_view::npos) out.add_word(word, word_proper);
  });
}

/// "Abdul.m" gives "Abdul": link-grammar marks the sense of a word behind a dot.
std::string_view without_sense(std::string_view line) {
  return line.substr(0, line.find_first_of(". "));
}

}  // namespace

void for_each_line(const std::filesystem::path& file,
                   const std::function<void(std::string_view)>& use) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(fmt::format("{}: cannot be read", file.string()));
  for (std::string line; std::getline(in, line);) use(line);
}

void add_scowl(GazetteerWriter& out, const std::filesystem::path& folder) {
  for (const char* variety : {"english", "american", "british"}) {
    for (const char* size : {"10", "20", "35", "40", "50"}) {
      add_words(out, folder / fmt::format("{}-words.{}", variety, size), word_common);
    }
    for (const char* size : {"55", "60", "70"}) {
      add_words(out, folder / fmt::format("{}-words.{}", variety, size), word_rare);
    }
  }
  for (const char* size : {"10", "35", "40", "50", "60"}) {
    add_proper_words(out, folder / fmt::format("english-upper.{}", size));
  }
}

void add_dictionary(GazetteerWriter& out, const std::filesystem::path& file,
                    std::string_view code) {
  constexpr std::size_t shortest = 3;  // bytes: shorter ones are abbreviations
  const std::uint32_t fact = word_of_language(code);
  for_each_line(file, [&](std::string_view word) {
    const bool capital = !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
    if (word.size() >= shortest && (!capital || fact == word_german)) out.add_word(word, fact);
  });
}

void add_link_grammar(GazetteerWriter& out, const std::filesystem::path& folder) {
  struct List {
    const char* file;
    std::uint32_t facts;
  };
  constexpr std::array lists = {List{"entities.given-male.sing", word_given_male},
                                List{"entities.given-female.sing", word_given_female},
                                List{"entities.given-bisex.sing", word_given}};
  for (const List& list : lists) {
    for_each_line(folder / list.file, [&](std::string_view line) {
      const std::string_view name = without_sense(line);
      if (!name.empty()) out.add_word(name, list.facts);
    });
  }
}

}  // namespace onrecord
