// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/article_splitter.h"

#include "common/text_fold.h"

namespace onrecord {

std::vector<Article> split_articles(const RawRecord& record, const Languages& /*languages*/) {
  Article article;
  article.origin = record.origin;
  article.language = "en";
  std::string_view rest = record.text;
  while (!rest.empty()) {
    const std::size_t end = rest.find("\n\n");
    std::string text = squeeze_blanks(rest.substr(0, end));
    const auto kind = article.paragraphs.empty() ? ParagraphKind::headline : ParagraphKind::body;
    if (!text.empty()) article.paragraphs.push_back({kind, std::move(text), {}});
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 2);
  }
  if (article.paragraphs.empty()) return {};
  return {std::move(article)};
}

}  // namespace onrecord
