// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/dateline.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"
#include "indexer/split/text_shape.h"
#include "indexer/split/written_date.h"

namespace onrecord {
namespace {

constexpr std::size_t longest = 90;      // bytes up to the dash
constexpr std::size_t longest_town = 4;  // words
constexpr std::size_t longest_bare_town = 3;
constexpr std::size_t fewest_words = 12;  // of a story behind a town and a colon

struct Dash {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool colon = false;
};

std::size_t dash_bytes(std::string_view text) {
  if (text.substr(0, 3) == "\u2014" || text.substr(0, 3) == "\u2013") return 3;
  if (text.substr(0, 2) == "--") return 2;
  return text.substr(0, 1) == "-" ? 1 : 0;
}

/// The first dash set off by a blank, or a closing bracket with a dash behind it, or a colon.
std::optional<Dash> find_dash(std::string_view text) {
  for (std::size_t at = 1; at < std::min(text.size(), longest); ++at) {
    const std::size_t bytes = dash_bytes(text.substr(at));
    const char before = text[at - 1];
    const bool wide = bytes == 3;
    const bool set_off =
        is_blank(before) || before == ')' || before == '/' || is_digit(before) || wide;
    if (bytes > 0 && set_off &&
        (wide || at + bytes == text.size() || text[at + bytes] == ' ' || text[at + bytes] == '-')) {
      std::size_t end = at + bytes;
      while (end < text.size() && (text[end] == ' ' || text[end] == '-')) ++end;
      return Dash{at, end, false};
    }
    if (text[at] == ':' && at + 1 < text.size() && text[at + 1] == ' ')
      return Dash{at, at + 2, true};
    if (text[at] == '.' && at + 2 < text.size() && count_words(text.substr(0, at)) > 8) break;
  }
  return std::nullopt;
}

/// What the words before the dash are made of.
struct Parts {
  std::string_view place;
  std::string agency;
  std::optional<Date> date;
};

/// Takes "(AFP)" or "/PRNewswire/" off the end.
void take_agency(std::string_view& head, Parts& parts, const SplitLexicon& lexicon) {
  head = trim(head);
  if (head.empty() || (head.back() != ')' && head.back() != '/' && head.back() != ']')) return;
  const char open = head.back() == ')' ? '(' : head.back() == ']' ? '[' : '/';
  const std::size_t begin = head.rfind(open, head.size() - 2);
  if (begin == std::string_view::npos) return;
  const std::string_view inside = trim(head.substr(begin + 1, head.size() - begin - 2));
  const std::string* known = lexicon.agencies.find(inside);
  // An agency of its own town: one to three capitalised words, no digits ("(Andes Wire)").
  const bool sound = !inside.empty() && count_words(inside) <= 3 && capitalised_words(inside) &&
                     starts_upper(inside) && std::none_of(inside.begin(), inside.end(), is_digit);
  if (known == nullptr && !sound) return;
  parts.agency = known != nullptr ? *known : std::string(inside);
  head = trim(head.substr(0, begin));
}

/// Takes ", March 11" off the end.
void take_date(std::string_view& head, Parts& parts, const SplitLexicon& lexicon) {
  for (const WrittenDate& date : find_dates(head, lexicon)) {
    std::string_view rest = trim(head.substr(date.end));
    while (!rest.empty() && (rest.front() == ',' || rest.front() == '.')) rest.remove_prefix(1);
    if (!rest.empty() || date.begin == 0) continue;
    parts.date = date.published.date;
    head = trim(head.substr(0, date.begin));
    return;
  }
}

/// Takes ", Reuters" off the end: an agency without brackets.
void take_bare_agency(std::string_view& head, Parts& parts, const SplitLexicon& lexicon) {
  const std::size_t comma = head.rfind(',');
  if (!parts.agency.empty() || comma == std::string_view::npos) return;
  const std::string* known = lexicon.agencies.find(head.substr(comma + 1));
  if (known == nullptr) return;
  parts.agency = *known;
  head = trim(head.substr(0, comma));
}

void drop_trailing_commas(std::string_view& head) {
  while (!head.empty() && (head.back() == ',' || head.back() == ' ')) head.remove_suffix(1);
}

bool is_place_word(std::string_view word) {
  while (!word.empty() && (word.back() == ',' || word.back() == '.')) word.remove_suffix(1);
  if (word.empty() || std::any_of(word.begin(), word.end(), is_digit)) return false;
  if (word.find_first_of("\":;()!?<>") != std::string_view::npos) return false;
  const bool small = word == "de" || word == "la" || word == "of" || word == "and" ||
                     word == "el" || word == "le" || word == "du" || word == "da" || word == "do" ||
                     word == "the";
  return small || starts_upper(word);
}

/// "LIMA, Peru", "ALMER/LIMA", "ST. PETERSBURG, Fla.": at most seven words, up to the comma at most
/// four and in capitals unless `relaxed`.
bool is_place(std::string_view text, bool relaxed) {
  const auto words = split_words(text);
  if (words.empty() || words.size() > 7 || text.size() < 3) return false;
  if (!std::all_of(words.begin(), words.end(), is_place_word)) return false;
  const std::string_view town = text.substr(0, text.find(','));
  if (count_words(town) > longest_town) return false;
  return !starts_lower(text) && (relaxed || all_capitals(town));
}

/// A sentence begins; "LONDON METALS - April 7" is the head of a table.
bool starts_story(std::string_view rest, const SplitLexicon& lexicon) {
  rest = trim(rest);
  if (rest.empty() || starts_lower(rest) || is_digit(rest.front())) return false;
  const auto dates = find_dates(cut_utf8(rest, 30), lexicon);
  return dates.empty() || dates.front().begin > 0;
}

}  // namespace

std::optional<ReadDateline> read_dateline(std::string_view paragraph, const SplitLexicon& lexicon) {
  const auto dash = find_dash(paragraph);
  if (!dash) return std::nullopt;
  std::string_view head = paragraph.substr(0, dash->begin);
  Parts parts;
  take_agency(head, parts, lexicon);
  drop_trailing_commas(head);
  take_bare_agency(head, parts, lexicon);
  take_date(head, parts, lexicon);
  drop_trailing_commas(head);
  const bool bracketed = !parts.agency.empty();
  if (dash->colon && (bracketed || parts.date)) return std::nullopt;
  const bool known_agency = lexicon.agencies.has(parts.agency);
  if (!is_place(head, known_agency || (bracketed && parts.date))) return std::nullopt;
  const bool evidence = bracketed || parts.date || head.find(',') != std::string_view::npos;
  const std::string_view rest = paragraph.substr(dash->end);
  if (!starts_story(rest, lexicon)) return std::nullopt;
  const bool likely = head.size() >= 4 && count_words(head) <= longest_bare_town;
  if (!evidence && (!likely || is_acronym_in(rest, head))) return std::nullopt;
  return ReadDateline{{std::string(head), parts.agency}, parts.date, dash->colon, dash->end};
}

std::optional<ReadDateline> read_colon_dateline(std::string_view paragraph,
                                                const SplitLexicon& lexicon) {
  const std::size_t colon = paragraph.substr(0, 40).find(": ");
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view head = paragraph.substr(0, colon);
  const std::string_view rest = paragraph.substr(colon + 2);
  if (!is_place(head, true) || count_words(head) > longest_bare_town) return std::nullopt;
  if (!starts_story(rest, lexicon) || count_words(rest, fewest_words) < fewest_words) {
    return std::nullopt;
  }
  const bool label = lexicon.kickers.has(head) || lexicon.header_keys.has(head) ||
                     lexicon.date_words.has(head) || lexicon.open_endings.has(head) ||
                     lexicon.junk.find(paragraph.substr(0, colon + 1)).has_value();
  if (label) return std::nullopt;
  return ReadDateline{{std::string(head), {}}, std::nullopt, true, colon + 2};
}

std::optional<ReadDateline> read_dateline_field(std::string_view field,
                                                const SplitLexicon& lexicon) {
  field = trim(field);
  if (field.size() > longest) return std::nullopt;
  const auto dash = find_dash(field);
  std::string_view head = dash && !dash->colon ? field.substr(0, dash->begin) : field;
  Parts parts;
  take_agency(head, parts, lexicon);
  drop_trailing_commas(head);
  take_bare_agency(head, parts, lexicon);
  take_date(head, parts, lexicon);
  drop_trailing_commas(head);
  if (!is_place(head, true)) return std::nullopt;
  return ReadDateline{{std::string(head), parts.agency}, parts.date, false, field.size()};
}

bool is_acronym_in(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos;
       at = text.find(name, at + name.size())) {
    const std::size_t end = at + name.size();
    const auto is_letter = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
             static_cast<unsigned char>(c) >= 0x80;
    };
    const bool whole =
        (at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]));
    if (whole) return true;
  }
  return false;
}

}  // namespace onrecord
