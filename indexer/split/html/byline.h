// SPDX-License-Identifier: GPL-3.0-or-later
// Who wrote the article of a page: names of people from the metadata, as far as they are people and
// the page shows them, else from the lines around headline and text; else desks and agencies.
#pragma once

#include <string>
#include <vector>

#include "indexer/split/html/fields.h"

namespace onrecord {

struct HtmlByline {
  std::vector<std::string> people;
  std::vector<std::string> desks;  ///< Who signs where no person does.
  std::string agency;
  std::string origin;     ///< "json-ld author", "rel=author", "shown".
  std::string runner_up;  ///< The first value of the next origin.
  std::string runner_up_origin;
};

HtmlByline find_html_byline(const HtmlPage& page, const HtmlLexicon& lexicon);

}  // namespace onrecord
