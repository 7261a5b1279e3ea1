// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_article.h"

#include <cassert>

#include <fmt/format.h>

#include "common/content_id.h"

namespace onrecord {

Mention mention_of(const Article& article, std::uint32_t paragraph, std::string_view text) {
  const std::size_t at = article.paragraphs[paragraph].text.find(text);
  assert(at != std::string::npos);
  return {paragraph,
          {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())}};
}

Article sample_article() {
  Article a;
  a.id = article_id({"harbour strike", "sample"});
  a.origin = {"archive/harbour.jsonl", 7, "jsonl"};
  a.paragraphs = {
      {ParagraphKind::headline, "Harbour strike ends", {}},
      {ParagraphKind::body,
       "TALLINN (Andes Wire) - \u201cWe have signed,\u201d Transport Minister Mara K. Lindqvist "
       "said in Valencia.",
       {{0, 120}, {40, 165}}},
      {ParagraphKind::subhead, "Ferries", {}},
      {ParagraphKind::body,
       "The Port Workers Union (PWU) said it was a victory for the U.N. plan.",
       {}},
      {ParagraphKind::caption, "Minister Lindqvist at the quay with Tom O\u2019Hale.", {}}};
  a.byline = {"Ann Lee", "Piet de Vries"};
  a.dateline = Dateline{"TALLINN", "Andes Wire"};
  a.published = Published{{2021, 3, 4}, ClockTime{9, 30, 0, -60}};
  a.source = "The Evening Post";
  a.agency = "Andes Wire";
  a.section = "World";
  a.language = "en";
  a.url = "https://evening.example/2021/03/04/harbour?id=7";
  a.captions = {{4, "Port Authority / Handout"}};
  a.related = {"Ferry fares to rise"};
  a.truncated = true;
  a.people = {{"Mara K. Lindqvist",
               {mention_of(a, 1, "Mara K. Lindqvist"), mention_of(a, 4, "Lindqvist")},
               {{"Transport Minister", mention_of(a, 1, "Transport Minister")}},
               Gender::female},
              {"Tom O\u2019Hale", {mention_of(a, 4, "Tom O\u2019Hale")}, {}, Gender::unknown}};
  a.places = {{"Tallinn", "EE", {mention_of(a, 1, "TALLINN")}, 59.437, 24.745},
              {"Valencia", "ES", {mention_of(a, 1, "Valencia")}, {}, {}}};
  a.organizations = {
      {"Port Workers Union", {mention_of(a, 3, "Port Workers Union"), mention_of(a, 3, "PWU")}}};
  Quote direct;
  direct.text = "We have signed";
  direct.where = {mention_of(a, 1, "\u201cWe have signed,\u201d")};
  direct.speaker = "Mara K. Lindqvist";
  direct.person = 0;
  direct.speaker_mention = "Transport Minister Mara K. Lindqvist";
  direct.role = "Transport Minister";
  direct.cue = "said";
  direct.confidence = 0.96F;
  direct.rule = "quote-name-cue";
  direct.joint_speakers = {"Tom O\u2019Hale"};
  direct.cue_class = "say";
  direct.addressee = "reporters";
  direct.occasion = "in a statement";
  direct.said_on = Date{2021, 3, 2};
  direct.trace = {{"cue", "said"}, {"mention", "Transport Minister Mara K. Lindqvist"}};
  Quote indirect;
  indirect.text = "it was a victory for the U.N. plan";
  indirect.kind = QuoteKind::indirect;
  indirect.where = {mention_of(a, 3, "it was a victory for the U.N. plan")};
  indirect.speaker = "Port Workers Union";
  indirect.organization = 0;
  indirect.cue = "said";
  a.quotes = {direct, indirect};
  set_quote_ids(a);
  return a;
}

Article small_article(int number) {
  Article a;
  const std::string what = fmt::format("parcel {}", number);
  a.id = article_id({what});
  a.origin = {fmt::format("archive/{}.txt", number), 1, "text"};
  a.paragraphs = {
      {ParagraphKind::headline, fmt::format("Council sells {}", what), {}},
      {ParagraphKind::body,
       fmt::format("\u201cNobody else wanted {},\u201d Mara Lindqvist said in Tallinn.", what),
       {}}};
  a.published = Published{{2000 + number % 20, 1 + number % 12, 1 + number % 28}, {}};
  a.source = number % 2 == 0 ? "The Evening Post" : "Coast Weekly";
  a.language = "en";
  a.people = {{"Mara Lindqvist", {mention_of(a, 1, "Mara Lindqvist")}, {}, Gender::female}};
  a.places = {{"Tallinn", "EE", {mention_of(a, 1, "Tallinn")}, {}, {}}};
  Quote quote;
  quote.text = fmt::format("Nobody else wanted {}", what);
  quote.where = {{1, {0, static_cast<std::uint32_t>(a.paragraphs[1].text.find("\u201d") + 3)}}};
  quote.speaker = "Mara Lindqvist";
  quote.person = 0;
  quote.cue = "said";
  a.quotes = {quote};
  set_quote_ids(a);
  return a;
}

}  // namespace onrecord
