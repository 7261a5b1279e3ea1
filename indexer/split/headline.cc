// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/headline.h"

#include <array>

#include "common/text_fold.h"
#include "common/utf8.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_made_headline = 120;  // code points
constexpr std::string_view closing_quote = "\u2019";

struct Separator {
  std::string_view text;
  bool strong = false;  ///< Never part of a headline's own words.
};

constexpr std::array separators = {
    Separator{" | ", true},       Separator{" :: ", true}, Separator{" \u00AB ", true},
    Separator{" \u2022 ", true},  Separator{" - ", false}, Separator{" \u2013 ", false},
    Separator{" \u2014 ", false},
};

std::string without_blanks(std::string_view key) {
  std::string out;
  for (const char c : key) {
    if (c != ' ') out += c;
  }
  return out;
}

/// "The Almer Courier" is the outlet "Almer Courier", and "almercourier.example".
bool names_outlet(std::string_view text, std::string_view outlet) {
  const auto bare = [](std::string_view name) {
    std::string key = name_key(name);
    if (key.rfind("the ", 0) == 0) key.erase(0, 4);
    return without_blanks(key);
  };
  const std::string own = bare(text);
  const std::string other = bare(outlet);
  return own.size() > 2 && !other.empty() &&
         (own == other || other.rfind(own, 0) == 0 || other.rfind("www" + own, 0) == 0 ||
          other.rfind("the" + own, 0) == 0 || other.rfind("wwwthe" + own, 0) == 0);
}

bool is_site_name(std::string_view text, const Separator& separator, std::string_view outlet,
                  const SplitLexicon& lexicon) {
  const std::size_t words = count_words(text, 6);
  if (words == 0 || words > 5 || starts_lower(text) || ends_sentence(text)) return false;
  if (names_outlet(text, outlet)) return true;
  if (!capitalised_words(text)) return false;
  const bool outlet_word = lexicon.outlet_words.has(last_word(text));
  return outlet_word && (separator.strong || words > 1);
}

MappedText cut_site_name(MappedText headline, std::string_view outlet,
                         const SplitLexicon& lexicon) {
  const std::string_view text = headline.text();
  for (const Separator& separator : separators) {
    const std::size_t at = text.rfind(separator.text);
    if (at == std::string_view::npos || at < 8) continue;
    if (is_site_name(text.substr(at + separator.text.size()), separator, outlet, lexicon)) {
      return headline.slice(0, at);
    }
  }
  const std::size_t colon = text.find(": ");
  if (colon != std::string_view::npos && names_outlet(text.substr(0, colon), outlet) &&
      name_key(outlet) == name_key(text.substr(0, colon))) {
    return headline.slice(colon + 2, headline.size());
  }
  return headline;
}

MappedText cut_wire_prefix(MappedText headline, const SplitLexicon& lexicon) {
  // Versions are glued to the headline ("UPDATE 2-Almer talks"): look at the words before the dash.
  const std::string_view text = headline.text();
  const std::size_t dash = text.substr(0, 30).find('-');
  if (dash == std::string_view::npos || !all_capitals(text.substr(0, dash))) return headline;
  const std::string prefix = std::string(text.substr(0, dash)) + ":";
  if (!lexicon.wire_prefixes.find(prefix)) return headline;
  return headline.slice(dash + 1, headline.size()).squeezed();
}

MappedText cut_kicker(MappedText headline, std::string& section, const SplitLexicon& lexicon) {
  const std::string_view text = headline.text();
  const std::size_t bar = text.substr(0, 40).find('|');
  if (bar == std::string_view::npos) return headline;
  const std::string_view kicker = trim(text.substr(0, bar));
  const std::string* kind = lexicon.kickers.find(kicker);
  if (kind == nullptr) return headline;
  if (*kind == "section") section = std::string(kicker);
  return headline.slice(bar + 1, headline.size()).squeezed();
}

bool opens_quote(std::string_view text, std::size_t at) {
  return text[at] == '\'' && (at == 0 || is_blank(text[at - 1])) && at + 1 < text.size() &&
         !is_blank(text[at + 1]);
}

/// A straight mark that is closed by a curly one was once a pair; apostrophes inside words stay.
MappedText match_marks(const MappedText& headline) {
  const std::string_view text = headline.text();
  MappedText out;
  std::size_t done = 0;
  bool open = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (opens_quote(text, at)) open = true;
    if (!open || text.substr(at, closing_quote.size()) != closing_quote) continue;
    const std::size_t end = at + closing_quote.size();
    const bool inside_word = end < text.size() && !is_blank(text[end]) && text[end] != ',' &&
                             text[end] != ':' && text[end] != '?' && text[end] != '.';
    if (inside_word) continue;
    out.append(headline, done, at);
    out.append("'", headline.source_at(at));
    done = end;
    open = false;
  }
  out.append(headline, done, text.size());
  return out;
}

}  // namespace

PolishedHeadline polish_headline(MappedText headline, std::string_view outlet,
                                 const SplitLexicon& lexicon) {
  PolishedHeadline polished;
  headline = cut_wire_prefix(std::move(headline), lexicon);
  headline = cut_kicker(std::move(headline), polished.section, lexicon);
  headline = cut_site_name(std::move(headline), outlet, lexicon);
  polished.text = match_marks(headline);
  return polished;
}

MappedText make_headline(const MappedText& first_paragraph) {
  const std::string_view text = first_paragraph.text();
  std::size_t points = 0;
  std::size_t last_blank = 0;
  for (std::size_t at = 0; at < text.size(); ++points) {
    if (points >= longest_made_headline) {
      return first_paragraph.slice(0, last_blank > 0 ? last_blank : at);
    }
    if (text[at] == ' ') {
      const bool sentence_ends = ends_sentence(text.substr(0, at)) && at > 25 &&
                                 starts_upper(text.substr(at)) &&
                                 last_word(text.substr(0, at)).size() > 4;
      if (sentence_ends) return first_paragraph.slice(0, at);
      last_blank = at;
    }
    at += code_point_at(text, at).bytes;
  }
  return first_paragraph;
}

}  // namespace onrecord
