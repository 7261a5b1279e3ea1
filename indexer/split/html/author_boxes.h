// SPDX-License-Identifier: GPL-3.0-or-later
// What stands below a text on who wrote it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/split/html/body.h"
#include "indexer/split/html/lexicon.h"
#include "indexer/split/html/metadata.h"

namespace onrecord {

class AuthorBoxes {
 public:
  AuthorBoxes(const PageMetadata& metadata, const HtmlLexicon& lexicon);

  /// "Ana Ruiz", "About Ana Ruiz": a line that is the name of an author of the metadata.
  bool is_head(std::string_view text) const;

  /// "Ana Ruiz covers the harbour for the Courier.": taken out where it is among the last ones.
  void drop(std::vector<HtmlParagraph>& paragraphs) const;

 private:
  static bool may_be_head(std::string_view text);
  bool is_box(std::string_view text) const;

  const SplitLexicon& words_;
  const Gazetteer& gazetteer_;
  std::vector<std::string> authors_;  ///< Full names as name keys, sorted.
};

}  // namespace onrecord
