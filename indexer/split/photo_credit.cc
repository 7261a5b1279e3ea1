// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/photo_credit.h"

#include <algorithm>
#include <vector>

#include "indexer/split/byline.h"
#include "indexer/split/outlet_name.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_credit = 14;    // words
constexpr std::size_t longest_caption = 110;  // words

std::string_view strip_brackets(std::string_view text, bool& stripped) {
  text = trim(text);
  stripped = text.size() > 2 && ((text.front() == '(' && text.back() == ')') ||
                                 (text.front() == '[' && text.back() == ']'));
  return stripped ? trim(text.substr(1, text.size() - 2)) : text;
}

/// "Li Wen / TASS", "Press office via AFP": the parts between slashes, bars and "via".
std::vector<std::string_view> credit_parts(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool mark = text[at] == '/' || text[at] == '|';
    const bool via = text.substr(at, 5) == " via ";
    if (!mark && !via) continue;
    parts.push_back(trim(text.substr(begin, at - begin)));
    begin = at + (via ? 5 : 1);
  }
  parts.push_back(trim(text.substr(begin)));
  return parts;
}

/// "(Li Wen / For The Courier)": brackets around two names and a slash between, an agency or not.
bool is_bracketed_pair(const std::vector<std::string_view>& parts, bool bracketed) {
  return bracketed && parts.size() == 2 &&
         std::all_of(parts.begin(), parts.end(),
                     [](std::string_view part) {
                       return count_words(part, 5) <= 4 && capitalised_words(part);
                     }) &&
         count_words(parts.front()) > 1;
}

/// One party of a credit: a few capitalised words, no sentence; `loose` where brackets or a label
/// vouch for it: "[Press office via AFP]".
bool is_party(std::string_view part, bool loose) {
  const std::size_t words = count_words(part, 9);
  if (part.empty() || words > 8 || part.find_first_of(":;!?") != std::string_view::npos)
    return false;
  if (ends_sentence(part) && last_word(part).size() > 4) return false;
  if (part.find(").") != std::string_view::npos) return false;
  const std::size_t stop = part.find(". ");
  if (stop != std::string_view::npos && last_word(part.substr(0, stop)).size() > 3) return false;
  return !starts_lower(part) && (capitalised_words(part) || (loose && words <= 5));
}

bool is_picture_agency(std::string_view part, const SplitLexicon& lexicon) {
  return lexicon.photo_agencies.has(part) || lexicon.agencies.has(part) ||
         (count_words(part) > 1 && is_outlet_name(part, lexicon));
}

/// A credit by itself, without a photographer: "Getty Images", but not "TWITTER.".
bool is_whole_credit(std::string_view text, const SplitLexicon& lexicon) {
  if (text.back() == '.') return false;
  const std::string* kind = lexicon.photo_agencies.find(text);
  return kind != nullptr ? *kind != "with name" : lexicon.agencies.has(text);
}

/// Takes "Photo:", "Photograph by", "\u00A9" off the front.
bool take_label(std::string_view& text, const SplitLexicon& lexicon) {
  const std::size_t slash = text.find('/');
  if (slash != std::string_view::npos && slash < 20) {  // "Photo/Xinhua"
    const auto word = lexicon.photo_labels.find(std::string(text.substr(0, slash)) + ":");
    if (word && word->kind == "credit" && word->end > slash) {
      text = trim(text.substr(slash + 1));
      return true;
    }
  }
  constexpr std::string_view copyright = "\u00A9";
  if (text.substr(0, copyright.size()) == copyright) {
    text = trim(text.substr(copyright.size()));
    return true;
  }
  const auto label = lexicon.photo_labels.find(text);
  if (!label || label->kind != "credit") return false;
  text = trim(text.substr(label->end));
  if (!text.empty() && text.front() == '/') text = trim(text.substr(1));
  return true;
}

/// Where sentences end inside the last words of `text`, from the last one back.
std::vector<std::size_t> late_sentence_ends(std::string_view text) {
  std::vector<std::size_t> ends;
  std::size_t words = 0;
  for (std::size_t at = text.size(); at > 1 && words <= longest_credit; --at) {
    if (text[at - 1] != ' ') continue;
    ++words;
    const std::string_view before = text.substr(0, at - 1);
    const char next = at < text.size() ? text[at] : ' ';
    if (ends_sentence(before) || next == '(' || next == '[') ends.push_back(at);
  }
  return ends;
}

std::optional<ReadCaption> caption_before(std::string_view paragraph, std::size_t credit_begin,
                                          const SplitLexicon& lexicon) {
  const auto credit = read_credit(paragraph.substr(credit_begin), lexicon);
  if (!credit) return std::nullopt;
  return ReadCaption{0, trim(paragraph.substr(0, credit_begin)).size(), *credit};
}

/// "... on Sunday. (AFP)": the agency's signature below a story, no picture credit.
bool is_wire_signature(std::string_view tail, const SplitLexicon& lexicon) {
  bool bracketed = false;
  return lexicon.agencies.has(strip_brackets(tail, bracketed));
}

/// Of all places where a credit could begin, the first: "Photo: St. John/The Courier" is one
/// credit, and one that was broken over two lines begins above the last line.
std::optional<ReadCaption> find_credit(std::string_view paragraph, std::size_t last_line,
                                       const SplitLexicon& lexicon) {
  std::vector<std::size_t> begins = late_sentence_ends(paragraph);
  if (last_line > 0) begins.push_back(last_line);
  std::sort(begins.begin(), begins.end());
  for (const std::size_t at : begins) {
    if (at != last_line && is_wire_signature(paragraph.substr(at), lexicon)) continue;
    if (auto caption = caption_before(paragraph, at, lexicon)) return caption;
  }
  return std::nullopt;
}

/// "FILE PHOTO: ", "Image caption ": labels before the caption's own words.
std::size_t caption_label(std::string_view paragraph, const SplitLexicon& lexicon) {
  const std::size_t front = std::min<std::size_t>(paragraph.size(), 60);
  std::size_t cut = front;
  while (cut > 0 && cut < paragraph.size() && !is_blank(paragraph[cut])) --cut;
  const auto label = lexicon.photo_labels.find(paragraph.substr(0, cut));
  return label && label->kind == "caption" ? label->end : 0;
}

}  // namespace

std::optional<std::string> read_credit(std::string_view text, const SplitLexicon& lexicon) {
  bool bracketed = false;
  text = strip_brackets(text, bracketed);
  if (text.empty() || count_words(text, longest_credit + 1) > longest_credit) return std::nullopt;
  const std::string_view written = text;
  const bool labelled = take_label(text, lexicon);
  if (text.empty()) return labelled ? std::optional<std::string>(written) : std::nullopt;
  if (is_whole_credit(text, lexicon)) return std::string(text);
  const auto parts = credit_parts(text);
  const bool loose = bracketed || labelled;
  if (!std::all_of(parts.begin(), parts.end(),
                   [loose](std::string_view part) { return is_party(part, loose); })) {
    return std::nullopt;
  }
  const bool agency = std::any_of(parts.begin(), parts.end(), [&lexicon](std::string_view part) {
    return is_picture_agency(part, lexicon);
  });
  if (labelled) return std::string(text);
  if (parts.size() < 2 || !(agency || is_bracketed_pair(parts, bracketed))) return std::nullopt;
  return std::string(text);
}

std::optional<ReadCaption> read_caption(std::string_view paragraph, std::size_t last_line,
                                        const SplitLexicon& lexicon) {
  if (count_words(paragraph, longest_caption + 1) > longest_caption) return std::nullopt;
  if (const auto credit = read_credit(paragraph, lexicon)) {
    return ReadCaption{0, paragraph.size(), *credit};
  }
  auto caption = find_credit(paragraph, last_line, lexicon);
  const std::size_t label = caption_label(paragraph, lexicon);
  if (!caption && label == 0) return std::nullopt;
  if (!caption) caption = ReadCaption{0, paragraph.size(), {}};
  if (label < caption->end) caption->begin = label;
  return caption;
}

std::optional<ReadCaption> read_floating_caption(std::string_view line,
                                                 const SplitLexicon& lexicon) {
  if (auto caption = read_caption(line, 0, lexicon)) return caption;
  const std::size_t stop = line.rfind(". ");
  if (stop == std::string_view::npos || count_words(line.substr(0, stop)) < 4) return std::nullopt;
  const std::string_view name = trim(line.substr(stop + 2));
  if (!could_be_name(name, lexicon) || last_word(line.substr(0, stop)).size() < 3) {
    return std::nullopt;
  }
  return ReadCaption{0, stop + 1, std::string(name)};
}

}  // namespace onrecord
