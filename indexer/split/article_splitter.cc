// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/article_splitter.h"

#include <algorithm>
#include <utility>

#include "indexer/split/article_bounds.h"
#include "indexer/split/article_fields.h"
#include "indexer/split/body_text.h"
#include "indexer/split/head_block.h"
#include "indexer/split/headline.h"
#include "indexer/split/line_joiner.h"
#include "indexer/split/page_furniture.h"
#include "indexer/split/photo_credit.h"
#include "indexer/split/source_lines.h"
#include "indexer/split/source_text.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

/// "\n" as two letters stands for a line end where the text has no other.
CleaningOptions cleaning_for(const RawRecord& record) {
  const bool one_line = record.text.find('\n') == std::string::npos;
  return {record.kind == TextKind::body_only && one_line};
}

MappedText join_headline(const std::vector<std::size_t>& lines, const LineJoiner& joiner) {
  MappedText headline;
  for (const std::size_t line : lines) joiner.add_line(headline, line);
  return headline;
}

class ArticleBuilder {
 public:
  ArticleBuilder(const RawRecord& record, SourceLines source, const SplitLexicon& lexicon,
                 Explain explain)
      : record_(record), source_(std::move(source)), lexicon_(lexicon), explain_(explain) {}

  Article build() {
    const bool marked = record_.kind == TextKind::paragraphs;
    PageTraces traces = marked ? PageTraces() : mark_page_furniture(source_, lexicon_);
    const Layout layout = measure_layout(source_);
    HeadHints hints;
    hints.headline = record_.fields.headline;
    hints.body_only = record_.kind != TextKind::plain;
    hints.day_order = day_order_of(record_, source_, traces);
    const HeadBlock head = read_head(source_, layout, hints, lexicon_);
    const LineJoiner joiner(source_, lexicon_);
    MappedText headline = record_.fields.headline.empty()
                              ? join_headline(head.headline, joiner)
                              : clean_text(record_.fields.headline).squeezed();
    mark_title_lines(source_, headline.text(), lexicon_, traces);
    std::vector<Block> blocks = marked ? marked_blocks(source_, record_.lines)
                                       : find_blocks(source_, layout, joiner, lexicon_);
    BodyText body = read_body(std::move(blocks), marked ? 0 : head.deck_end, headline.text(),
                              origin(), joiner, lexicon_);
    article_.truncated = record_.fields.truncated || body.cut_by_paywall;
    fill_fields({record_, head, body, traces, hints.day_order}, lexicon_, article_, explain_);
    add_headline(std::move(headline), body);
    add_paragraphs(std::move(body));
    return std::move(article_);
  }

 private:
  void add_headline(MappedText headline, const BodyText& body) {
    PolishedHeadline polished = polish_headline(std::move(headline), outlet(), lexicon_);
    if (article_.section.empty()) article_.section = std::move(polished.section);
    if (polished.text.empty()) polished.text = headline_from_body(body);
    if (polished.text.empty()) return;
    Paragraph paragraph = make_paragraph(ParagraphKind::headline, polished.text);
    if (!record_.fields.headline.empty()) paragraph.source.clear();
    article_.paragraphs.push_back(std::move(paragraph));
  }

  BodyOrigin origin() const {
    return record_.kind == TextKind::plain ? BodyOrigin::page : BodyOrigin::field;
  }

  std::string_view outlet() const {
    return article_.source.empty() ? host_of(article_.url) : std::string_view(article_.source);
  }

  static MappedText headline_from_body(const BodyText& body) {
    const auto first = std::find_if(body.items.begin(), body.items.end(), [](const BodyItem& item) {
      return item.kind != ParagraphKind::caption;
    });
    return first == body.items.end() ? MappedText() : make_headline(first->text);
  }

  void add_paragraphs(BodyText body) {
    for (BodyItem& item : body.items) {
      const auto index = static_cast<std::uint32_t>(article_.paragraphs.size());
      article_.paragraphs.push_back(make_paragraph(item.kind, item.text));
      if (item.kind != ParagraphKind::caption) continue;
      article_.captions.push_back({index, std::move(item.credit)});
    }
    add_given_captions();
    article_.related = std::move(body.related);
  }

  /// Captions that the format gives stand below the text, unless the text holds them.
  void add_given_captions() {
    for (const std::string& given : record_.fields.captions) {
      std::string text = clean_text(given).squeezed().text();
      Paragraph* own = find_paragraph(text);
      std::string credit;
      if (const auto read = own == nullptr ? read_caption(text, 0, lexicon_) : std::nullopt) {
        credit = read->credit;
        text = text.substr(read->begin, read->end - read->begin);
      }
      if (text.empty() || (own != nullptr && own->kind == ParagraphKind::caption)) continue;
      if (own == nullptr) {
        article_.paragraphs.push_back({ParagraphKind::caption, text, {}});
        own = &article_.paragraphs.back();
      }
      own->kind = ParagraphKind::caption;
      article_.captions.push_back(
          {static_cast<std::uint32_t>(own - article_.paragraphs.data()), std::move(credit)});
    }
  }

  Paragraph* find_paragraph(std::string_view text) {
    const auto found =
        std::find_if(article_.paragraphs.begin(), article_.paragraphs.end(),
                     [text](const Paragraph& paragraph) { return paragraph.text == text; });
    return found == article_.paragraphs.end() ? nullptr : &*found;
  }

  const RawRecord& record_;
  SourceLines source_;
  const SplitLexicon& lexicon_;
  Explain explain_;
  Article article_;
};

/// A body of which only captions or a byline are left is no article.
bool holds_text(const Article& article, TextKind kind) {
  if (kind != TextKind::paragraphs) return !article.paragraphs.empty();
  return std::any_of(article.paragraphs.begin(), article.paragraphs.end(), [](const auto& text) {
    return text.kind != ParagraphKind::headline && text.kind != ParagraphKind::caption;
  });
}

}  // namespace

std::vector<Article> split_articles(const RawRecord& record, const SplitLexicon& lexicon,
                                    Explain explain) {
  const MappedText text = clean_text(record.text, cleaning_for(record));
  std::vector<Article> articles;
  const bool plain = record.kind == TextKind::plain;
  const auto parts = plain ? find_articles(text.text()) : std::vector<TextPart>{{0, text.size()}};
  for (const TextPart& part : parts) {
    Article article =
        ArticleBuilder(record, find_lines(text.slice(part.begin, part.end)), lexicon, explain)
            .build();
    if (holds_text(article, record.kind)) articles.push_back(std::move(article));
  }
  return articles;
}

}  // namespace onrecord
