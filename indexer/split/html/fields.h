// SPDX-License-Identifier: GPL-3.0-or-later
// Byline, date of publication, outlet, section, language and address of a page: for each, the first
// sound value of its metadata, else what the page shows around the headline.
#pragma once

#include "common/article.h"
#include "indexer/split/html/body.h"
#include "indexer/split/html/headline.h"
#include "indexer/split/html/lexicon.h"
#include "indexer/split/html/main_content.h"
#include "indexer/split/html/metadata.h"

namespace onrecord {

/// The parts of a page as they have been read so far.
struct HtmlPage {
  const HtmlTree& tree;
  const MainContent& main;
  const PageMetadata& metadata;
  const SiteNames& site;
  const HtmlHeadline& headline;
  const HtmlBody& body;
};

void fill_html_fields(const HtmlPage& page, const HtmlLexicon& lexicon, Article& article,
                      Explain explain);

}  // namespace onrecord
