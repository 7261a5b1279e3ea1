// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/check_article.h"

#include <fmt/format.h>

#include "common/utf8.h"

namespace onrecord {
namespace {

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

std::string broken_text(std::string_view what, std::string_view text) {
  if (!is_valid_utf8(text)) return fmt::format("{} is not UTF-8", what);
  if (text.find_first_of("\n\r") != std::string_view::npos) {
    return fmt::format("{} has a line break: {}", what, text);
  }
  return "";
}

std::string broken_mention(const Article& article, std::string_view what, const Mention& mention) {
  if (mention.paragraph >= article.paragraphs.size()) {
    return fmt::format("{}: no paragraph {}", what, mention.paragraph);
  }
  const std::string_view text = article.paragraphs[mention.paragraph].text;
  const auto [begin, end] = mention.span;
  if (begin >= end || end > text.size()) {
    return fmt::format("{}: span {} to {} of {} bytes", what, begin, end, text.size());
  }
  if (!is_boundary(text, begin) || !is_boundary(text, end)) {
    return fmt::format("{}: span {} to {} cuts a character", what, begin, end);
  }
  return "";
}

std::string broken_mentions(const Article& article, std::string_view what,
                            const std::vector<Mention>& mentions) {
  for (const Mention& mention : mentions) {
    if (std::string broken = broken_mention(article, what, mention); !broken.empty()) {
      return broken;
    }
  }
  return "";
}

std::string broken_paragraph(const Article& article, std::size_t number) {
  const Paragraph& paragraph = article.paragraphs[number];
  const std::string what = fmt::format("paragraph {}", number);
  if (std::string broken = broken_text(what, paragraph.text); !broken.empty()) return broken;
  if (paragraph.text.empty()) return what + " is empty";
  if (paragraph.kind == ParagraphKind::headline && number > 0) return what + " is a headline";
  std::uint32_t last = 0;
  for (const SourceRun& run : paragraph.source) {
    if (run.text_begin < last || run.text_begin > paragraph.text.size()) {
      return what + ": its source map does not ascend";
    }
    last = run.text_begin;
  }
  return "";
}

std::string broken_caption(const Article& article, const Caption& caption) {
  if (caption.paragraph >= article.paragraphs.size()) return "caption of no paragraph";
  const bool is_caption = article.paragraphs[caption.paragraph].kind == ParagraphKind::caption;
  return is_caption ? "" : "caption of another paragraph";
}

std::string broken_person(const Article& article, const Person& person) {
  const std::string what = fmt::format("person [{}]", person.name);
  if (person.name.empty()) return "a person without a name";
  if (std::string broken = broken_text(what, person.name); !broken.empty()) return broken;
  for (const Role& role : person.roles) {
    if (std::string broken = broken_mention(article, what + ", role", role.where);
        !broken.empty()) {
      return broken;
    }
  }
  return broken_mentions(article, what, person.mentions);
}

std::string broken_quote(const Article& article, const Quote& quote) {
  const std::string what = fmt::format("quote [{}]", quote.text);
  if (quote.text.empty()) return "a quote without text";
  if (std::string broken = broken_text(what, quote.text); !broken.empty()) return broken;
  if (quote.where.empty()) return what + " is nowhere";
  if (quote.person && *quote.person >= article.people.size()) return what + ": no such person";
  if (quote.organization && *quote.organization >= article.organizations.size()) {
    return what + ": no such organization";
  }
  if (!(quote.confidence >= 0 && quote.confidence <= 1)) return what + ": odd confidence";
  return broken_mentions(article, what, quote.where);
}

}  // namespace

std::string broken_promise(const Article& article) {
  std::string broken;
  const auto note = [&broken](std::string found) {
    if (broken.empty()) broken = std::move(found);
  };
  for (std::size_t i = 0; i < article.paragraphs.size(); ++i) note(broken_paragraph(article, i));
  for (const Caption& caption : article.captions) note(broken_caption(article, caption));
  for (const std::string& name : article.byline) note(broken_text("byline", name));
  for (const std::string* text :
       {&article.source, &article.agency, &article.section, &article.language, &article.url}) {
    note(broken_text("a field", *text));
  }
  for (const Person& person : article.people) note(broken_person(article, person));
  for (const Place& place : article.places) {
    note(broken_mentions(article, fmt::format("place [{}]", place.name), place.mentions));
  }
  for (const Organization& organization : article.organizations) {
    note(broken_mentions(article, fmt::format("organization [{}]", organization.name),
                         organization.mentions));
  }
  for (const Quote& quote : article.quotes) note(broken_quote(article, quote));
  return broken;
}

}  // namespace onrecord
