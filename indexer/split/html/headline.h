// SPDX-License-Identifier: GPL-3.0-or-later
// Which of a page's titles is the headline: the heading that the page shows, confirmed by what its
// metadata say, less the name of the site and a kicker.
#pragma once

#include <string>
#include <vector>

#include "indexer/split/html/main_content.h"
#include "indexer/split/html/metadata.h"
#include "indexer/split/html/site.h"

namespace onrecord {

struct HtmlHeadline {
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

  std::string text;
  std::string kicker;     ///< What stood before it in the same heading: "Opinion".
  std::string origin;     ///< "h1", "json-ld headline", "title".
  std::string runner_up;  ///< The best value that differs; empty if there is none.
  std::string runner_up_origin;
  std::size_t block = nowhere;  ///< The block that shows it; nowhere if none does.
};

HtmlHeadline find_headline(const HtmlTree& tree, const MainContent& main,
                           const PageMetadata& metadata, const SiteNames& site);

}  // namespace onrecord
