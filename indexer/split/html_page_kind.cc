// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html_page_kind.h"

#include <algorithm>

namespace onrecord {
namespace {

constexpr std::uint32_t headline_words = 4;

/// Linked headlines of other articles, wherever they stand.
std::size_t count_headlines(const MainContent& main) {
  return static_cast<std::size_t>(
      std::count_if(main.blocks.begin(), main.blocks.end(), [](const HtmlBlock& block) {
        return block.link_words >= headline_words && block.link_share() > 0.8;
      }));
}

bool says_article(const PageMetadata& metadata) {
  return metadata.article() != nullptr || metadata.first(PageField::type) == "article" ||
         !metadata.first(PageField::published).empty();
}

bool is_consent_notice(const HtmlBlock& block, const HtmlLexicon& lexicon) {
  if (block.is_marked(marks::cookie)) return true;
  const auto phrase = lexicon.words.junk.find(block.text.text());
  return phrase && phrase->kind == "cookie";
}

}  // namespace

bool holds_article(const HtmlBody& body, const MainContent& main, const PageMetadata& metadata) {
  constexpr std::uint32_t flash = 15;  // words of the shortest news flash
  constexpr std::uint32_t paragraphs = 80;
  constexpr std::size_t many = 20;
  std::uint32_t words = 0;
  for (const HtmlParagraph& paragraph : body.paragraphs) {
    if (paragraph.kind != ParagraphKind::caption) words += paragraph.block->words;
  }
  if (words < flash) return false;
  if (words >= paragraphs || says_article(metadata)) return true;
  return count_headlines(main) < many;
}

std::string reason_without_article(const MainContent& main, const PageMetadata& metadata,
                                   const HtmlLexicon& lexicon) {
  if (main.blocks.empty()) return "a page without text";
  if (lexicon.error_titles.find(metadata.title)) return "an error page, no article";
  constexpr std::size_t some = 3;
  if (count_headlines(main) >= some) return "a list of links, no article";
  const bool notice =
      std::any_of(main.blocks.begin(), main.blocks.end(),
                  [&](const HtmlBlock& block) { return is_consent_notice(block, lexicon); });
  return notice ? "a consent notice, no article" : "no article text";
}

}  // namespace onrecord
