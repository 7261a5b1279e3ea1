// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/page_kind.h"

#include <algorithm>

namespace onrecord {
namespace {

constexpr std::uint32_t headline_words = 4;
constexpr std::size_t some = 3;  // linked headlines, captions

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
  const auto says_so = [&block](const PhraseTable& lines) {
    const auto phrase = lines.find(block.text.text());
    return phrase && phrase->kind == "cookie";
  };
  return says_so(lexicon.words.junk) || says_so(lexicon.junk);
}

/// Does a notice on cookies make up most of what is not a link?
bool asks_for_consent(const MainContent& main, const HtmlLexicon& lexicon) {
  double all = 0;
  double notice = 0;
  for (const HtmlBlock& block : main.blocks) {
    const double words = block.words - block.link_words;
    all += words;
    if (is_consent_notice(block, lexicon)) notice += words;
  }
  return notice > 0 && notice * 2 >= all;
}

bool shows_video(const PageMetadata& metadata) {
  const auto types = metadata.all(PageField::type);
  const bool typed = std::any_of(types.begin(), types.end(), [](const PageValue* type) {
    return type->value.starts_with("video");
  });
  const auto& page = metadata.json_ld.page;
  return typed || (page && page->type == "VideoObject");
}

std::size_t count_captions(const MainContent& main) {
  return static_cast<std::size_t>(
      std::count_if(main.blocks.begin(), main.blocks.end(), [](const HtmlBlock& block) {
        return block.is_marked(marks::caption) && !block.is_marked(marks::drop | marks::hidden);
      }));
}

std::uint32_t count_words_of(const HtmlBody& body) {
  std::uint32_t words = 0;
  for (const HtmlParagraph& paragraph : body.paragraphs) {
    if (paragraph.kind != ParagraphKind::caption) words += paragraph.block->words;
  }
  return words;
}

}  // namespace

bool holds_article(const HtmlBody& body, const MainContent& main, const PageMetadata& metadata) {
  // Words of the shortest news flash, and of a page that is an article and little else.
  const std::uint32_t flash = says_article(metadata) && count_headlines(main) < some ? 8 : 15;
  constexpr std::uint32_t paragraphs = 80;
  constexpr std::uint32_t teaser = 40;  // words below a video
  constexpr std::size_t many = 20;
  const std::uint32_t words = count_words_of(body);
  if (words < flash) return false;
  if (words < teaser && shows_video(metadata) && metadata.article() == nullptr) return false;
  if (words >= paragraphs || says_article(metadata)) return true;
  return count_headlines(main) < many;
}

std::string reason_without_article(const MainContent& main, const PageMetadata& metadata,
                                   const HtmlLexicon& lexicon) {
  if (main.blocks.empty()) return "a page without text";
  if (lexicon.error_titles.find(metadata.title)) return "an error page, no article";
  if (asks_for_consent(main, lexicon)) return "a consent or browser notice, no article";
  if (shows_video(metadata)) return "a video, no article text";
  if (count_captions(main) >= some) return "pictures with captions, no article text";
  if (count_headlines(main) >= some) return "a list of links, no article";
  return "no article text";
}

}  // namespace onrecord
