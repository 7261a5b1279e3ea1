// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/letter_case.h"

#include <algorithm>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "indexer/entity/name_matches.h"

namespace onrecord {
namespace {

/// Most of the body is in capitals.
bool is_all_capitals(const NameText& text) {
  std::uint32_t capitals = 0, all = 0;
  for (const NameParagraph& paragraph : text.paragraphs) {
    if (paragraph.headline) continue;
    all += paragraph.last - paragraph.first;
    capitals += paragraph.capitals ? paragraph.last - paragraph.first : 0;
  }
  return all > 0 && capitals * 10 >= all * 9;
}

bool is_name_by_itself(const NameText& text, std::uint32_t i, const NameParagraph& paragraph) {
  constexpr std::uint64_t small = nw_function | nw_speech | nw_role | nw_kin | nw_place_noun |
                                  nw_subject_verb | nw_belonging | nw_preposition | nw_asset;
  constexpr std::uint64_t large = nw_calendar | nw_demonym | nw_group | nw_org_word | nw_title;
  const NameToken& token = text.tokens[i];
  if (token.is(large)) return true;
  if (i > paragraph.first && text.tokens[i - 1].is(nw_title)) return true;  // "MR LONG"
  if (token.is(small)) return false;
  if (!token.is_fact(word_common | word_rare)) return true;
  if (!token.is_fact(word_given | word_surname)) return false;
  // "MARK TORVALD", "ILSE LONG": a word that may be a name, beside one that is.
  const auto is_sure = [&](std::uint32_t n) {
    return n >= paragraph.first && n < paragraph.last && text.tokens[n].is_word() &&
           !text.tokens[n].is_fact(word_common | word_rare) && text.tokens[n].words == 0;
  };
  return is_sure(i + 1) || (i > 0 && is_sure(i - 1));
}

/// Known places of several words and of a known one: "UNITED STATES", "CHAD".
void keep_places(const NameText& text, const NameParagraph& paragraph, std::vector<bool>& keep) {
  for (std::uint32_t i = paragraph.first; i < paragraph.last; ++i) {
    if (!text.tokens[i].is_name_word()) continue;
    GazetteerName name;
    const std::uint32_t end = match_place(text, i, paragraph.last, name);
    if (end == i) continue;
    const bool plain = end == i + 1 && text.tokens[i].is_fact(word_common);
    if (plain && text.gazetteer->place(name.places.front()).kind != PlaceKind::country) continue;
    std::fill(keep.begin() + i, keep.begin() + end, true);
    i = end - 1;
  }
}

}  // namespace

std::string in_title_case(std::string_view capitals) {
  icu::UnicodeString name =
      icu::UnicodeString::fromUTF8({capitals.data(), static_cast<int>(capitals.size())});
  name.toTitle(nullptr, icu::Locale::getRoot());
  std::string out;
  return name.toUTF8String(out);
}

void recase_capitals(NameText& text) {
  if (!is_all_capitals(text)) return;
  std::vector<bool> keep(text.tokens.size(), false);
  for (NameParagraph& paragraph : text.paragraphs) {
    if (paragraph.headline) continue;
    keep_places(text, paragraph, keep);
    for (std::uint32_t i = paragraph.first; i < paragraph.last; ++i) {
      NameToken& token = text.tokens[i];
      if (!token.is_word()) continue;
      const bool initials = token.initial || text.text_of(i).find('.') != std::string_view::npos;
      keep[i] = keep[i] || (token.upper && (initials || is_name_by_itself(text, i, paragraph)));
    }
    for (std::uint32_t i = paragraph.first; i < paragraph.last; ++i) {
      NameToken& token = text.tokens[i];
      token.upper = token.upper && keep[i];
      token.all_upper = token.all_upper && token.upper && text.text_of(i).size() <= 3;
    }
    paragraph.title_case = false;
    paragraph.capitals = false;
  }
}

}  // namespace onrecord
