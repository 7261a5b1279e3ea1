// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/present/quote_explanation.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include "common/article_json.h"
#include "common/article_text.h"
#include "searcher/present/origin_line.h"
#include "searcher/present/speaker_line.h"

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t label_columns = 14;

/// The paragraph of one part of the quote, that part marked.
StyledText passage(const Article& article, const Mention& where) {
  const std::string& text = article.paragraphs[where.paragraph].text;
  return {{text.substr(0, where.span.begin)},
          {text.substr(where.span.begin, where.span.end - where.span.begin), Style::match},
          {text.substr(where.span.end)}};
}

void row(std::string_view label, std::string_view value, TerminalWriter& terminal) {
  if (value.empty()) return;
  terminal.paragraph(
      {{fmt::format("{:<{}}", label, label_columns), Style::dim}, {std::string(value)}}, 2,
      2 + label_columns);
}

}  // namespace

const Quote* find_quote(const Article& article, std::string_view id) {
  const auto found = std::find_if(article.quotes.begin(), article.quotes.end(),
                                  [&](const Quote& quote) { return quote.id == id; });
  return found == article.quotes.end() ? nullptr : &*found;
}

void explain_quote(const Article& article, const Quote& quote, TerminalWriter& terminal) {
  terminal.paragraph(speaker_line(quote));
  for (const Mention& where : quote.where) {
    terminal.blank_line();
    terminal.paragraph(passage(article, where), 2, 2);
  }
  terminal.blank_line();
  for (const Reason& step : quote.trace) row(step.what, step.detail, terminal);
  for (const std::string& name : quote.joint_speakers) row("also speaks", name, terminal);
  row("saying", quote.cue_class, terminal);
  row("to", quote.addressee, terminal);
  row("occasion", quote.occasion, terminal);
  if (quote.said_on) row("day", to_iso(*quote.said_on), terminal);
  terminal.blank_line();
  terminal.paragraph({{"from: ", Style::dim}, {std::string(headline_of(article))}}, 2, 4);
  terminal.line({{quote.id + " \u00B7 " + origin_line(article.origin), Style::dim}}, 2);
}

std::string explanation_json_line(const Article& article, const Quote& quote) {
  const auto at = static_cast<std::size_t>(&quote - article.quotes.data());
  Json json = article_to_json(article, Explain::yes)["quotes"][at];
  Json passages = Json::array();
  for (const Mention& where : quote.where) {
    passages.push_back(article.paragraphs[where.paragraph].text);
  }
  json["passage"] = std::move(passages);
  json["article"] = article.id;
  json["headline"] = std::string(headline_of(article));
  json["path"] = article.origin.path;
  json["record"] = article.origin.record;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace onrecord
