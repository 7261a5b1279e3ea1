// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that hold several articles: live blogs, whose posts have a headline and a time each, and
// round-ups ("News in brief"), whose stories have a headline and a dateline each.
#pragma once

#include <string>
#include <vector>

#include "indexer/split/html/body.h"
#include "indexer/split/html/lexicon.h"
#include "indexer/split/html/metadata.h"

namespace onrecord {

struct HtmlPost {
  std::string headline;
  std::string published;  ///< As written; empty where the page's own date holds.
  std::size_t begin = 0;  ///< Its blocks, headline included, are [begin, end).
  std::size_t end = 0;
};

/// The articles inside the body of a page, in its order; none for a page that is one article: one
/// with subheads or comments, or a ticker of posts too short to stand alone.
std::vector<HtmlPost> find_posts(const HtmlTree& tree, const MainContent& main,
                                 const HtmlBody& body, const PageMetadata& metadata,
                                 const HtmlLexicon& lexicon);

}  // namespace onrecord
