// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/name_matches.h"

namespace onrecord {

std::uint32_t match_place(const NameText& text, std::uint32_t at, std::uint32_t end,
                          GazetteerName& name) {
  std::uint64_t hash = 0;
  std::uint32_t best = at;
  for (std::uint32_t i = at; i < end; ++i) {
    const NameToken& token = text.tokens[i];
    if (token.kind == TokenKind::punctuation) {
      if (token.sign == '-' || token.sign == '.' || token.sign == '\'') continue;
      break;
    }
    hash = extend_name(hash, token.hash);
    const GazetteerName found = text.gazetteer->find(hash);
    if (!found.places.empty() && token.is_name_word() &&
        (!found.has(name_is_capitals) || i > at || text.text_of(i).size() > 3 || token.all_upper)) {
      best = i + 1;
      name = found;
    }
    if (!found.has(name_continues)) break;
  }
  return best;
}

namespace {

/// "Nato", "Unesco": some papers write an acronym that is spoken as a word like one.
bool is_spoken_acronym(const NameText& text, std::uint32_t i) {
  constexpr std::uint32_t known = word_common | word_rare | word_given | word_surname | word_famous;
  return text.text_of(i).size() >= 4 && !text.tokens[i].is_fact(known);
}

}  // namespace

std::uint32_t match_phrase(const NameText& text, std::uint32_t at, std::uint32_t end) {
  std::uint64_t hash = 0;
  std::uint32_t best = at;
  for (std::uint32_t i = at; i < end; ++i) {
    const NameToken& token = text.tokens[i];
    if (token.kind == TokenKind::punctuation) continue;
    hash = extend_name(hash, token.hash);
    const WordEntry* entry = text.words->find(hash);
    if (entry == nullptr) break;
    const bool known = (entry->flags & (nw_org_name | nw_seat)) != 0;
    const bool capitals = (entry->flags & nw_capitals) == 0 || token.all_upper ||
                          is_spoken_acronym(text, i) ||
                          text.text_of(i).find('.') != std::string_view::npos;
    if (known && capitals && token.upper) best = i + 1;
    if ((entry->flags & nw_continues) == 0) break;
  }
  return best;
}

}  // namespace onrecord
