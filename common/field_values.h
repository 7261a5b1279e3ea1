// SPDX-License-Identifier: GPL-3.0-or-later
// The values that articles and quotes have in each field: what the rows of the schema point to.
#pragma once

#include <string>
#include <vector>

#include "common/article.h"

namespace onrecord {

/// One value of a field: as displayed and counted, and for names the other forms that find it.
struct FieldValue {
  std::string text;
  std::vector<std::string> also = {};  ///< "Roe" for "Jane Roe"; not displayed.
};

using Values = std::vector<FieldValue>;

// Values come in the order of the article; names and keywords are distinct and never empty.
namespace values_of_article {
Values authors(const Article& article);
Values byline(const Article& article);
Values captions(const Article& article);
Values people(const Article& article);
Values places(const Article& article);
Values countries(const Article& article);
Values organizations(const Article& article);
Values speakers(const Article& article);
Values roles(const Article& article);
Values quote_texts(const Article& article);
Values year(const Article& article);
Values contents(const Article& article);
Values headline(const Article& article);
Values source(const Article& article);
Values section(const Article& article);
Values language(const Article& article);
Values agency(const Article& article);
Values url(const Article& article);
Values path(const Article& article);
Values id(const Article& article);
Values dateline(const Article& article);
}  // namespace values_of_article

namespace values_of_quote {
Values people(const Article& article, const Quote& quote);
Values organizations(const Article& article, const Quote& quote);
Values paragraphs(const Article& article, const Quote& quote);
Values article_id(const Article& article, const Quote& quote);
Values text(const Article& article, const Quote& quote);
Values role(const Article& article, const Quote& quote);
Values cue(const Article& article, const Quote& quote);
Values saying(const Article& article, const Quote& quote);
Values kind(const Article& article, const Quote& quote);
Values id(const Article& article, const Quote& quote);
Values speaker(const Article& article, const Quote& quote);
}  // namespace values_of_quote

}  // namespace onrecord
