// SPDX-License-Identifier: GPL-3.0-or-later
// The stages in order: split, people and places, quotes. Pure: no files, no clock.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/entity/name_words.h"
#include "indexer/entity/names_file.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/language/language_pack.h"
#include "indexer/quote/quote_lexicon.h"
#include "indexer/reader/reader.h"
#include "indexer/split/html/lexicon.h"
#include "indexer/split/split_lexicon.h"

namespace onrecord {

/// What analysis needs beside the record; loaded once, shared by all threads.
struct AnalysisData {
  Languages languages;
  Gazetteer gazetteer;
  std::map<std::string, NameWords, std::less<>> name_words;  ///< One for each pack, by its code.
  std::map<std::string, QuoteLexicon, std::less<>> quote_lexicons;  ///< The same.
  std::map<std::string, SplitLexicon, std::less<>> split_lexicons;  ///< The same.
  HtmlLexicon html_lexicon;
  NameHints user_hints = {};  ///< What the user says of single names.
};

/// Loads language packs and gazetteer from a data folder ("share/onrecord"), and adds what the user
/// knows of names.
Result<AnalysisData> load_analysis_data(const std::filesystem::path& folder, UserNames names = {});

/// The articles of a record with everything found in them, at least one; an error says why there is
/// none. A record that does not name its language gets the language its text is written in.
/// Evidence and reasons are kept only with Explain::yes.
Result<std::vector<Article>> analyse(RawRecord record, const AnalysisData& data,
                                     Explain explain = Explain::no);

}  // namespace onrecord
