// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/article.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/text_fold.h"
#include "indexer/split/dateline.h"
#include "indexer/split/html/body.h"
#include "indexer/split/html/fields.h"
#include "indexer/split/html/headline.h"
#include "indexer/split/html/main_content.h"
#include "indexer/split/html/metadata.h"
#include "indexer/split/html/page_kind.h"
#include "indexer/split/html/posts.h"
#include "indexer/split/text_shape.h"
#include "indexer/split/written_date.h"

namespace onrecord {
namespace {

void add_headline(const std::string& text, Article& article) {
  if (!text.empty()) article.paragraphs.push_back({ParagraphKind::headline, text, {}});
}

void add_paragraph(HtmlParagraph& paragraph, Article& article) {
  const auto index = static_cast<std::uint32_t>(article.paragraphs.size());
  article.paragraphs.push_back(make_paragraph(paragraph.kind, paragraph.text));
  if (paragraph.kind != ParagraphKind::caption) return;
  article.captions.push_back({index, std::move(paragraph.credit)});
}

/// The post's own date, dateline and agency in place of the page's.
void set_post_fields(const HtmlPost& post, const SplitLexicon& words, Article& article) {
  const auto published = read_date_field(post.published, words);
  if (published && published->date.day != 0) article.published = published;
  article.dateline.reset();
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.kind != ParagraphKind::body) continue;
    if (auto read = read_dateline(paragraph.text, words)) {
      article.dateline = std::move(read->dateline);
      if (!article.dateline->agency.empty()) article.agency = article.dateline->agency;
    }
    break;
  }
}

bool has_text(const Article& article) {
  return std::any_of(article.paragraphs.begin(), article.paragraphs.end(), [](const Paragraph& p) {
    return p.kind != ParagraphKind::headline && p.kind != ParagraphKind::caption;
  });
}

/// What stands above the posts, then each post; `page` has the fields that they share.
std::vector<Article> make_posts(const Article& page, const std::string& headline,
                                const std::vector<HtmlPost>& posts, const MainContent& main,
                                HtmlBody& body, const SplitLexicon& words) {
  std::vector<Article> articles(posts.size() + 1, page);
  add_headline(headline, articles.front());
  for (std::size_t i = 0; i < posts.size(); ++i) add_headline(posts[i].headline, articles[i + 1]);
  articles.front().related = std::move(body.related);
  std::size_t next = 0;  // posts that begin at or before the paragraph
  for (HtmlParagraph& paragraph : body.paragraphs) {
    const auto block = static_cast<std::size_t>(paragraph.block - main.blocks.data());
    while (next < posts.size() && posts[next].begin <= block) ++next;
    const bool inside = next > 0 && block < posts[next - 1].end;
    const bool title = inside && paragraph.kind == ParagraphKind::subhead &&
                       paragraph.text.text() == posts[next - 1].headline;
    if (!title) add_paragraph(paragraph, articles[inside ? next : 0]);
  }
  for (std::size_t i = 0; i < posts.size(); ++i) set_post_fields(posts[i], words, articles[i + 1]);
  std::erase_if(articles, [](const Article& article) { return !has_text(article); });
  return articles;
}

/// The text in JSON-LD, for pages that show none without their scripts. Where the page shows its
/// text, that is better: the other is often cut, or without paragraphs and with captions
/// (docs/html.md).
std::vector<Paragraph> announced_body(const PageMetadata& metadata) {
  constexpr std::size_t fewest_words = 80;
  std::vector<Paragraph> paragraphs;
  const JsonLdArticle* const article = metadata.article();
  if (article == nullptr || count_words(article->body, fewest_words) < fewest_words) return {};
  std::string_view rest = article->body;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string text = squeeze_blanks(rest.substr(0, end));
    if (!text.empty()) paragraphs.push_back({ParagraphKind::body, std::move(text), {}});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return paragraphs;
}

/// An appeal to subscribe ended the text; or the page says that it costs, and the text is only an
/// opening: those who saved it from inside have all of it.
bool is_truncated(const HtmlBody& body, const PageMetadata& metadata) {
  if (body.cut_by_paywall) return true;
  if (!metadata.paywalled) return false;
  constexpr std::size_t opening = 60;  // words
  std::size_t words = 0;
  std::string_view last;
  for (const HtmlParagraph& paragraph : body.paragraphs) {
    if (paragraph.kind != ParagraphKind::body) continue;
    last = trim(paragraph.text.text());
    words += count_words(last);
  }
  return words < opening || last.ends_with("...") || last.ends_with("\u2026");
}

void take_over(std::string& field, const std::string& given) {
  if (!given.empty()) field = given;
}

}  // namespace

Result<std::vector<Article>> split_html(const RawRecord& record, const HtmlLexicon& lexicon,
                                        Explain explain) {
  const HtmlTree tree = HtmlTree::parse(record.text);
  const PageMetadata metadata = read_metadata(tree, lexicon.meta_names);
  const MainContent main =
      find_main_content(tree, find_marks(tree, lexicon.class_words, lexicon.junk), lexicon);
  const SiteNames site(metadata);
  const HtmlHeadline headline = find_headline(tree, main, metadata, site);
  HtmlBody body = read_html_body(tree, main, headline, metadata, lexicon);
  std::vector<Paragraph> announced;
  if (!holds_article(body, main, metadata)) {
    announced = announced_body(metadata);
    if (announced.empty()) return fail(reason_without_article(main, metadata, lexicon));
    body = HtmlBody();
  }
  Article article;
  article.origin = record.origin;
  article.url = record.fields.url;
  fill_html_fields({tree, main, metadata, site, headline, body}, lexicon, article, explain);
  article.truncated = is_truncated(body, metadata);
  take_over(article.source, record.fields.source);
  if (!announced.empty()) {
    add_headline(headline.text, article);
    std::move(announced.begin(), announced.end(), std::back_inserter(article.paragraphs));
    return std::vector<Article>{std::move(article)};
  }
  const auto posts = find_posts(tree, main, body, metadata, lexicon);
  return make_posts(article, headline.text, posts, main, body, lexicon.words);
}

}  // namespace onrecord
