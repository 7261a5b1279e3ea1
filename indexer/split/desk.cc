// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/desk.h"

#include <algorithm>
#include <array>

#include "common/text_fold.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_desk = 80;  // bytes
constexpr std::size_t most_words = 6;

/// "Andes Wire in Lima", "Web desk for the Courier", "Courier staff - 11 March".
bool ends_desk(std::string_view word) {
  constexpr std::array<std::string_view, 12> words = {
      "|", "-", "\u2022", "\u00B7", "\u2013", "\u2014", "for", "in", "from", "at", "via", "on"};
  return std::find(words.begin(), words.end(), ascii_lower(word)) != words.end();
}

bool is_account(std::string_view word, const SplitLexicon& lexicon) {
  const std::string* kind = lexicon.byline_jobs.find(word);
  return (kind != nullptr && *kind == "account") || name_key(word).ends_with("admin");
}

}  // namespace

std::string read_desk(std::string_view line, const SplitLexicon& lexicon) {
  line = trim(line.substr(0, line.find_first_of(",;|([\n")));
  std::string desk;
  std::size_t words = 0;
  for (const std::string_view word : split_words(line)) {
    if (words > 0 && (ends_desk(word) || word.find('@') != std::string_view::npos)) break;
    if (++words > most_words) return {};
    if (!desk.empty()) desk += ' ';
    desk += word;
  }
  if (desk.size() > longest_desk || name_key(desk).size() < 2) return {};
  if (is_url(desk) || desk.front() == '/' || desk.find_first_of("@:") != std::string::npos) {
    return {};
  }
  const bool sentence = ends_sentence(desk) && last_word(desk).size() > 3;  // "Harbour Club e.V."
  if (sentence || is_account(desk, lexicon)) return {};
  return desk;
}

}  // namespace onrecord
