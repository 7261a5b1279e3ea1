// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article_text.h"

namespace onrecord {
namespace {

constexpr std::string_view paragraph_break = "\n\n";

}  // namespace

std::string_view headline_of(const Article& article) {
  if (article.paragraphs.empty()) return {};
  const Paragraph& first = article.paragraphs.front();
  return first.kind == ParagraphKind::headline ? std::string_view(first.text) : std::string_view();
}

const std::vector<std::string>& signatures_of(const Article& article) {
  return article.byline.empty() ? article.desks : article.byline;
}

bool is_body(ParagraphKind kind) {
  return kind != ParagraphKind::headline && kind != ParagraphKind::caption;
}

std::string body_of(const Article& article) {
  std::string body;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (!is_body(paragraph.kind)) continue;
    if (!body.empty()) body += paragraph_break;
    body += paragraph.text;
  }
  return body;
}

std::string_view text_of(const Article& article, const Mention& mention) {
  const std::string_view text = article.paragraphs[mention.paragraph].text;
  return text.substr(mention.span.begin, mention.span.end - mention.span.begin);
}

std::vector<std::size_t> body_offsets(const Article& article) {
  std::vector<std::size_t> offsets(article.paragraphs.size(), std::string::npos);
  std::size_t at = 0;
  for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
    if (!is_body(article.paragraphs[i].kind)) continue;
    if (at > 0) at += paragraph_break.size();
    offsets[i] = at;
    at += article.paragraphs[i].text.size();
  }
  return offsets;
}

std::string_view name_of(QuoteKind kind) {
  switch (kind) {
    case QuoteKind::direct:
      return "direct";
    case QuoteKind::mixed:
      return "mixed";
    case QuoteKind::indirect:
      return "indirect";
  }
  return "direct";
}

}  // namespace onrecord
