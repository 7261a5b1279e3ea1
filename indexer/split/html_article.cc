// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html_article.h"

#include <utility>

#include "indexer/split/html_body.h"
#include "indexer/split/html_fields.h"
#include "indexer/split/html_headline.h"
#include "indexer/split/html_main_content.h"
#include "indexer/split/html_metadata.h"
#include "indexer/split/html_page_kind.h"

namespace onrecord {
namespace {

void add_paragraphs(HtmlBody& body, Article& article) {
  for (HtmlParagraph& paragraph : body.paragraphs) {
    const auto index = static_cast<std::uint32_t>(article.paragraphs.size());
    article.paragraphs.push_back(make_paragraph(paragraph.kind, paragraph.text));
    if (paragraph.kind != ParagraphKind::caption) continue;
    article.captions.push_back({index, std::move(paragraph.credit)});
  }
  article.related = std::move(body.related);
}

void take_over(std::string& field, const std::string& given) {
  if (!given.empty()) field = given;
}

}  // namespace

Result<Article> split_html(const RawRecord& record, const HtmlLexicon& lexicon) {
  const HtmlTree tree = HtmlTree::parse(record.text);
  const PageMetadata metadata = read_metadata(tree, lexicon.meta_names);
  const MainContent main = find_main_content(tree, find_marks(tree, lexicon.class_words));
  const SiteNames site(metadata);
  const HtmlHeadline headline = find_headline(tree, main, metadata, site);
  HtmlBody body = read_html_body(tree, main, headline, metadata, lexicon);
  if (!holds_article(body, main, metadata))
    return fail(reason_without_article(main, metadata, lexicon));
  Article article;
  article.origin = record.origin;
  fill_html_fields({tree, main, metadata, site, headline, body}, lexicon, article);
  take_over(article.url, record.fields.url);
  take_over(article.source, record.fields.source);
  if (!headline.text.empty()) {
    article.paragraphs.push_back({ParagraphKind::headline, headline.text, {}});
  }
  add_paragraphs(body, article);
  return article;
}

}  // namespace onrecord
