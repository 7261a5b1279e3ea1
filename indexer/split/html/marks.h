// SPDX-License-Identifier: GPL-3.0-or-later
// What the authors of a page say about its parts: class and id words ("article-body", "related"),
// roles, microdata and the elements themselves, read as marks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/result.h"
#include "indexer/language/language_pack.h"
#include "indexer/split/html/tree.h"
#include "indexer/split/phrase_table.h"

namespace onrecord {

namespace marks {
constexpr std::uint32_t drop = 1;       ///< Navigation, links, forms, comments: no article text.
constexpr std::uint32_t weak_drop = 2;  ///< Likely so, but headers and boxes may hold text.
constexpr std::uint32_t content = 4;    ///< The text of the article.
constexpr std::uint32_t caption = 8;
constexpr std::uint32_t credit = 16;
constexpr std::uint32_t byline = 32;
constexpr std::uint32_t date = 64;
constexpr std::uint32_t headline = 128;
constexpr std::uint32_t deck = 256;
constexpr std::uint32_t kicker = 512;
constexpr std::uint32_t pull_quote = 1024;
constexpr std::uint32_t post = 2048;  ///< An embedded post of a social network.
constexpr std::uint32_t paywall = 4096;
constexpr std::uint32_t live_post = 8192;  ///< One entry of a live blog.
constexpr std::uint32_t hidden = 16384;
constexpr std::uint32_t keep = 32768;  ///< Article text though other words speak against it.
constexpr std::uint32_t cookie = 65536;
constexpr std::uint32_t updated = 131072;  ///< A date of change, not of publication.
}  // namespace marks

/// class_words.txt: words of class and id attributes and the mark they stand for.
class ClassWords {
 public:
  /// Rows: one to three words with blanks between (`*` at the end: the last one only begins so; `=`
  /// in front: they are all words of the name), and the name of a mark; an unknown one is an error.
  static Result<ClassWords> make(const DataTable& rows);

  /// Marks of one attribute: "c-article__relatedLinks" has the words c, article, related, links.
  std::uint32_t marks_of(std::string_view attribute) const;

 private:
  struct Row {
    std::vector<std::string> words;
    bool prefix = false;  ///< The last word is only the beginning of one.
    bool whole = false;   ///< No other words stand beside.
    std::uint32_t mark = 0;
  };

  std::uint32_t marks_of_name(std::string_view name) const;
  bool matches(const Row& row, const std::vector<std::string>& words, std::size_t at) const;

  std::vector<Row> rows_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_first_letters_;
};

/// Marks by the element itself, its role, microdata and style, whatever its classes say.
std::uint32_t marks_of_element(const HtmlTree& tree, NodeId id);

/// The marks of each node, without those of its ancestors. `page_lines`: inline elements that hold
/// a phrase of the kind "note" and nothing else are hidden.
std::vector<std::uint32_t> find_marks(const HtmlTree& tree, const ClassWords& words,
                                      const PhraseTable& page_lines);

}  // namespace onrecord
