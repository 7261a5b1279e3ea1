// SPDX-License-Identifier: GPL-3.0-or-later
// When the article of a page was published: metadata, labelled dates, time elements and other lines
// near headline and text, the title, the address, in this order.
#pragma once

#include <optional>
#include <string>

#include "common/date.h"
#include "indexer/split/html/fields.h"

namespace onrecord {

struct HtmlPublished {
  std::optional<Published> published;
  std::string origin;  ///< "json-ld datePublished", "time element", "shown", "address".
};

/// `url`: the address of the article, whose path may hold a date.
HtmlPublished find_html_published(const HtmlPage& page, const HtmlLexicon& lexicon,
                                  const std::string& url);

}  // namespace onrecord
