// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/present/article_view.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/article_text.h"
#include "searcher/present/origin_line.h"
#include "searcher/present/speaker_line.h"

namespace onrecord {
namespace {

/// Something to be put into the text at a byte, and how the text looks from there on.
struct Edge {
  std::uint32_t at = 0;
  int depth_change = 0;  ///< +1 where a quote begins, -1 where it ends.
  std::string inserted;
};

/// The edges of all quotes in one paragraph, in text order; ends before beginnings.
std::vector<Edge> edges_of(const Article& article, std::uint32_t paragraph) {
  std::vector<Edge> edges;
  for (std::size_t i = 0; i < article.quotes.size(); ++i) {
    const Quote& quote = article.quotes[i];
    const bool indirect = quote.kind == QuoteKind::indirect;
    for (std::size_t part = 0; part < quote.where.size(); ++part) {
      const Mention& where = quote.where[part];
      if (where.paragraph != paragraph) continue;
      const bool last = part + 1 == quote.where.size();
      std::string closing = indirect ? "\u203A" : "";
      if (last) closing += fmt::format(" [{}]", i + 1);
      edges.push_back({where.span.begin, 1, indirect ? "\u2039" : ""});
      edges.push_back({where.span.end, -1, std::move(closing)});
    }
  }
  std::stable_sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    return std::tie(a.at, a.depth_change) < std::tie(b.at, b.depth_change);
  });
  return edges;
}

StyledText marked_paragraph(const Article& article, std::uint32_t paragraph, Style rest) {
  const std::string& text = article.paragraphs[paragraph].text;
  StyledText out;
  std::uint32_t at = 0;
  int depth = 0;
  const auto copy_to = [&](std::uint32_t end) {
    if (end > at) out.push_back({text.substr(at, end - at), depth > 0 ? Style::quote : rest});
    at = std::max(at, end);
  };
  for (const Edge& edge : edges_of(article, paragraph)) {
    copy_to(edge.at);
    depth += edge.depth_change;
    if (!edge.inserted.empty()) out.push_back({edge.inserted, Style::dim});
  }
  copy_to(static_cast<std::uint32_t>(text.size()));
  return out;
}

void show_head(const Article& article, TerminalWriter& terminal) {
  const std::string_view headline = headline_of(article);
  const std::string shown(headline.empty() ? "(no headline)" : headline);
  terminal.paragraph({{shown, Style::headline}});
  std::vector<std::string> parts = {article.published ? to_iso(*article.published)
                                                      : std::string("undated")};
  if (!article.source.empty()) parts.push_back(article.source);
  if (!article.section.empty()) parts.push_back(article.section);
  if (!signatures_of(article).empty()) {
    parts.push_back(fmt::format("by {}", fmt::join(signatures_of(article), ", ")));
  }
  if (!article.agency.empty()) parts.push_back(article.agency);
  terminal.paragraph({{fmt::format("{}", fmt::join(parts, " \u00B7 ")), Style::dim}});
  terminal.line({{article.id, Style::dim}});
  if (!article.url.empty()) terminal.line({{article.url, Style::dim}});
  terminal.line({{origin_line(article.origin), Style::dim}});
}

void show_paragraph(const Article& article, std::uint32_t p, TerminalWriter& terminal) {
  terminal.blank_line();
  switch (article.paragraphs[p].kind) {
    case ParagraphKind::headline:
      return;
    case ParagraphKind::subhead:
      terminal.paragraph(marked_paragraph(article, p, Style::headline));
      return;
    case ParagraphKind::caption: {
      StyledText text = {{"[caption] ", Style::dim}};
      for (StyledRun& run : marked_paragraph(article, p, Style::plain)) text.push_back(run);
      for (const Caption& caption : article.captions) {
        if (caption.paragraph == p && !caption.credit.empty()) {
          text.push_back({" (" + caption.credit + ")", Style::dim});
        }
      }
      terminal.paragraph(text, 4, 4);
      return;
    }
    case ParagraphKind::list_item: {
      StyledText text = {{"- "}};
      for (StyledRun& run : marked_paragraph(article, p, Style::plain)) text.push_back(run);
      terminal.paragraph(text, 2, 4);
      return;
    }
    case ParagraphKind::block_quote:
      terminal.paragraph(marked_paragraph(article, p, Style::plain), 4, 4);
      return;
    case ParagraphKind::deck:
    case ParagraphKind::body:
      terminal.paragraph(marked_paragraph(article, p, Style::plain));
      return;
  }
}

void show_quotes(const Article& article, TerminalWriter& terminal) {
  if (article.quotes.empty()) return;
  terminal.blank_line();
  terminal.line({{"Quotes", Style::headline}});
  for (std::size_t i = 0; i < article.quotes.size(); ++i) {
    StyledText text = {{fmt::format("{:>4} ", fmt::format("[{}]", i + 1))}};
    for (StyledRun& run : speaker_line(article.quotes[i])) text.push_back(std::move(run));
    text.push_back({" \u00B7 " + article.quotes[i].id, Style::dim});
    terminal.paragraph(text, 0, 5);
  }
}

void show_names(const Article& article, TerminalWriter& terminal) {
  const auto list = [&](const std::string& title, const std::vector<std::string>& names) {
    if (names.empty()) return;
    terminal.paragraph(
        {{title + ": ", Style::headline}, {fmt::format("{}", fmt::join(names, ", "))}}, 0, 2);
  };
  std::vector<std::string> people;
  for (const Person& person : article.people) people.push_back(person.name);
  std::vector<std::string> places;
  for (const Place& place : article.places) {
    places.push_back(place.country.empty() ? place.name
                                           : fmt::format("{} ({})", place.name, place.country));
  }
  std::vector<std::string> organizations;
  for (const Organization& organization : article.organizations) {
    organizations.push_back(organization.name);
  }
  terminal.blank_line();
  list("People", people);
  list("Places", places);
  list("Organizations", organizations);
  list("Related", article.related);
}

}  // namespace

void show_article(const Article& article, TerminalWriter& terminal) {
  show_head(article, terminal);
  for (std::uint32_t p = 0; p < article.paragraphs.size(); ++p) {
    if (article.paragraphs[p].kind != ParagraphKind::headline) show_paragraph(article, p, terminal);
  }
  show_quotes(article, terminal);
  show_names(article, terminal);
}

}  // namespace onrecord
