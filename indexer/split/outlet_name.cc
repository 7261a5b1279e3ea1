// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/outlet_name.h"

#include <algorithm>
#include <unordered_map>

#include "common/text_fold.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::size_t shortest_word = 2;
constexpr std::size_t longest_label = 60;

/// The part of a host that is its owner's choice: "almercourier" of "www.almercourier.co.example".
std::string_view label_of(std::string_view host) {
  if (starts_with_folded(host, "www.")) host.remove_prefix(4);
  std::vector<std::string_view> parts;
  while (!host.empty()) {
    const std::size_t dot = host.find('.');
    parts.push_back(host.substr(0, dot));
    host.remove_prefix(dot == std::string_view::npos ? host.size() : dot + 1);
  }
  if (parts.empty()) return {};
  if (parts.size() == 1) return parts[0];
  std::size_t i = parts.size() - 2;
  if (i > 0 && parts[i].size() <= 3) --i;  // "co.uk", "com.au"
  return parts[i];
}

using Spellings = std::unordered_map<std::string, std::string>;

/// Capitalised words of the texts that occur in `label`, with their spelling.
Spellings words_in_label(const std::vector<std::string_view>& texts, std::string_view label) {
  Spellings spellings;
  for (const std::string_view text : texts) {
    for (std::string_view word : split_words(text)) {
      if (!starts_upper(word)) continue;
      std::string key = name_key(word);
      if (key.size() > 2 && key.substr(key.size() - 2) == "'s") key.resize(key.size() - 2);
      if (key.size() < 3 || key.size() > label.size()) continue;
      if (label.find(key) == std::string_view::npos) continue;
      std::string spelling(skip_opening_marks(word));
      spelling.resize(std::min(spelling.size(), key.size()));
      spellings.emplace(std::move(key), std::move(spelling));
    }
  }
  return spellings;
}

std::string capitalised(std::string_view word) {
  std::string out(word);
  if (out.front() >= 'a' && out.front() <= 'z') out.front() = static_cast<char>(out.front() - 32);
  return out;
}

struct Reading {
  int words = 0;  ///< 0: there is none.
  std::size_t word_begin = 0;
  std::string word;
};

/// The word of `label` from `begin` to `end` as it is spelt; empty if none is known.
std::string spelling_of(std::string_view piece, bool first, const Spellings& spellings,
                        const SplitLexicon& lexicon) {
  if (first && piece == "the") return "The";
  const auto found = spellings.find(std::string(piece));
  if (found != spellings.end()) return found->second;
  return piece.size() > 2 && lexicon.outlet_words.has(piece) ? capitalised(piece) : std::string();
}

/// The reading of `label` with the fewest words, two at least; empty if it has none with an
/// outlet's word in it.
std::string read_label(std::string_view label, const Spellings& spellings,
                       const SplitLexicon& lexicon) {
  std::vector<Reading> best(label.size() + 1);
  for (std::size_t end = shortest_word; end <= label.size(); ++end) {
    for (std::size_t begin = 0; begin + shortest_word <= end; ++begin) {
      if (begin > 0 && best[begin].words == 0) continue;
      std::string word =
          spelling_of(label.substr(begin, end - begin), begin == 0, spellings, lexicon);
      const int words = best[begin].words + 1;
      if (word.empty() || (best[end].words > 0 && best[end].words <= words)) continue;
      best[end] = {words, begin, std::move(word)};
    }
  }
  if (best[label.size()].words < 2) return {};
  bool outlet_word = false;
  std::string name;
  for (std::size_t end = label.size(); end > 0; end = best[end].word_begin) {
    outlet_word = outlet_word || lexicon.outlet_words.has(best[end].word);
    name.insert(0, name.empty() ? best[end].word : best[end].word + " ");
  }
  return outlet_word ? name : std::string();
}

bool links_name_and_outlet(std::string_view word) {
  const std::string key = ascii_lower(word);
  return key == "for" || key == "in" || key == "from" || key == "at" || key == "via" || key == "on";
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

bool may_end_name(std::string_view word, const SplitLexicon& lexicon) {
  const std::string* kind = lexicon.outlet_words.find(word);
  return kind != nullptr && *kind != "part";
}

/// "Almernews" ends in a word of outlets.
bool ends_in_outlet_word(std::string_view word, const SplitLexicon& lexicon) {
  const std::string key = name_key(word);
  for (std::size_t cut = 2; cut + 4 <= key.size(); ++cut) {
    if (may_end_name(std::string_view(key).substr(cut), lexicon)) return true;
  }
  return false;
}

}  // namespace

bool is_outlet_name(std::string_view text, const SplitLexicon& lexicon) {
  const auto words = split_words(text);
  if (words.empty() || words.size() > 6 || text.find_first_of("():;!?\"") != std::string::npos ||
      starts_lower(text) || has_digit(text))
    return false;
  if (std::any_of(words.begin(), words.end(), links_name_and_outlet)) return false;
  if (words.size() == 1) return ends_in_outlet_word(words.front(), lexicon);
  if (!capitalised_words(text) || ends_sentence(text)) return false;
  // An article stands before no person's name: "The Almer Line".
  return may_end_name(words.back(), lexicon) || (words.front() == "The" && words.size() <= 4);
}

std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#:"));
  const bool sound =
      url.find('.') != std::string_view::npos && url.find(' ') == std::string_view::npos;
  return sound ? url : std::string_view();
}

std::string outlet_of_url(std::string_view url, const std::vector<std::string_view>& texts,
                          const SplitLexicon& lexicon) {
  const std::string host = ascii_lower(host_of(url));
  if (host.empty()) return {};
  std::string label;
  for (const char c : label_of(host)) {
    if (c != '-') label += c;
  }
  if (label.size() <= longest_label) {
    std::string name = read_label(label, words_in_label(texts, label), lexicon);
    if (!name.empty()) return name;
  }
  return starts_with_folded(host, "www.") ? host.substr(4) : host;
}

}  // namespace onrecord
