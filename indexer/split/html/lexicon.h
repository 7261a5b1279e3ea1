// SPDX-License-Identifier: GPL-3.0-or-later
// The data that reading pages needs: class words, names of meta elements, and the words of pages in
// all languages at once, since a page does not always say which one it is in.
#pragma once

#include <filesystem>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/split/html/marks.h"
#include "indexer/split/html/metadata.h"
#include "indexer/split/split_lexicon.h"

namespace onrecord {

struct HtmlLexicon {
  ClassWords class_words;
  MetaNames meta_names;
  PhraseTable junk;              ///< junk_lines.txt of pages: kinds drop, related, end.
  PhraseTable error_titles;      ///< error_titles.txt: "404 - Page not found".
  WordTable organization_words;  ///< organization_words.txt: names with them are no person's.
  SplitLexicon words;            ///< Those of the English pack and of the html folder together.
  Gazetteer gazetteer;           ///< Given names and the words of dictionaries.

  /// Loads `folder` (data/html); `english` gives what its tables do not. An empty gazetteer only
  /// means that "Latest News" in a place for names may be one.
  static Result<HtmlLexicon> load(const std::filesystem::path& folder, const LanguagePack& english,
                                  Gazetteer gazetteer);
};

}  // namespace onrecord
