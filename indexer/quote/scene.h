// SPDX-License-Identifier: GPL-3.0-or-later
// An article as the quote engine sees it: every paragraph a row of items (words, names, marks) with
// each quotation as one item, cut into frames: the reporter's sentences around the quotations.
//
//   "It was cold," Osei said. "We left."   two frames:  [Q name said .] [Q]
//
// What stands inside marks is masked: names there are talked about, they hardly ever talk.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/quote/dialogue.h"
#include "indexer/quote/quote_lexicon.h"
#include "indexer/quote/quote_marks.h"

namespace onrecord {

enum class ItemKind : std::uint8_t {
  word,
  number,
  person,        ///< A mention of Article::people[index].
  organization,  ///< Of Article::organizations[index].
  place,         ///< Of Article::places[index].
  proper,        ///< Capitalised words that nobody identified.
  quote,         ///< Scene::marked[index].
  possessive,    ///< "'s"
  comma,
  stop,  ///< . ! ? ...
  colon,
  semicolon,
  dash,
  bracket,
  other,
};

struct Item {
  ItemKind kind = ItemKind::word;
  bool upper = false;         ///< Begins with a capital.
  bool blank_before = false;  ///< White space, or the start of the paragraph, before it.
  std::uint32_t index = 0;    ///< Of the person, organisation, place or quotation.
  TextSpan span;
  const WordInfo* info = nullptr;  ///< Never null for words; of the last word of a compound.

  bool is(ItemKind other) const { return kind == other; }
  bool has(WordClass one) const { return info != nullptr && info->has(one); }
  bool is_name() const {
    return kind == ItemKind::person || kind == ItemKind::organization || kind == ItemKind::place ||
           kind == ItemKind::proper;
  }
};

/// Items [begin, end) of one paragraph: a sentence of the reporter's with its quotations.
struct Frame {
  std::uint32_t paragraph = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Scene {
  const Article* article = nullptr;
  const QuoteLexicon* lexicon = nullptr;
  std::vector<MarkedText> marked;
  /// Speaker of a marked text, where a label or a signature names one: by index into `marked`.
  std::map<std::uint32_t, LabelledSpeaker> labelled;
  std::vector<Item> items;
  std::vector<Frame> frames;            ///< In text order.
  std::vector<std::uint32_t> frame_of;  ///< Of each marked text.
  std::vector<std::uint32_t> item_of;   ///< Of each marked text.

  std::string_view text(const Frame& frame, TextSpan span) const;
  std::string_view text(const MarkedText& marked_text) const;

  /// The sign that ends the quoted words, inner closing marks skipped; 0 if they end in a letter.
  char last_sign(const MarkedText& marked_text) const;
  /// Of a quotation's item: "no," and "no?", "no!", "no -".
  bool ends_with_comma(const Item& quote) const { return last_sign(marked[quote.index]) == ','; }
  bool ends_strongly(const Item& quote) const;
};

Scene make_scene(const Article& article, const QuoteLexicon& lexicon);

}  // namespace onrecord
