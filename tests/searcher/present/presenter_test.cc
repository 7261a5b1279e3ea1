// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/present/presenter.h"

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include <gmock/gmock.h>

namespace onrecord {
namespace {

using testing::HasSubstr;
using testing::Not;

Hit article_hit() {
  Hit hit;
  hit.id = hit.article.id = "a-7k2m9q4t1xzz";
  hit.score = 4.25;
  hit.article.paragraphs = {{ParagraphKind::headline, "Levy, \"at last\"", {}}};
  hit.article.published = parse_iso_date("2021-03-04T09:30:00+01:00");
  hit.article.source = "Lake Echo";
  hit.article.byline = {"Ann Lee", "Piet Mulder"};
  hit.article.people = {{"Ilse Varga", {}, {}, Gender::unknown}};
  hit.article.places = {{"Lyon", "FR", {}, {}, {}}, {"Midgard", "", {}, {}, {}}};
  hit.article.url = "https://echo.example/levy";
  hit.article.origin.path = "archive/levy.html";
  hit.headline = {"Levy, \"at last\"", {{0, 4}}};
  hit.snippet = {"The levy \u00E9tait\x1b[2J there.", {{4, 8}, {9, 15}}};
  return hit;
}

Hit quote_hit() {
  Hit hit = article_hit();
  hit.id = "q-4f9d2c01abcd";
  Quote quote;
  quote.id = hit.id;
  quote.text = "Pay or leave,";
  quote.speaker = "Ilse Varga";
  quote.speaker_mention = "she";
  quote.role = "energy minister";
  quote.cue = "said";
  quote.confidence = 0.97F;
  hit.article.quotes = {quote};
  hit.quote = 0;
  hit.snippet = {quote.text, {{0, 3}}};
  hit.context = {"\"Pay or leave,\" Varga said on Monday.", {}};
  hit.quote_in_context = {{0, 15}};
  return hit;
}

ResultPage page_of(DocumentKind target) {
  ResultPage page;
  page.target = target;
  page.query = "levy";
  page.reading = "levy \u00B7 since 2021";
  page.total = 1;
  page.facets = {{find_field("person"), {{"Ilse Varga", 7}, {"Ann Lee", 2}}, 2}};
  return page;
}

std::string present(std::string_view format, const Hit& hit,
                    const std::vector<std::string>& fields = {}, bool color = false) {
  const DocumentKind target = hit.quote ? DocumentKind::quote : DocumentKind::article;
  PresentOptions options;
  options.width = 60;
  options.color = color;
  options.tabular = !fields.empty();
  options.columns = choose_columns(fields, target).value();
  std::ostringstream out;
  const auto presenter = find_output_format(format)->make(out, options);
  presenter->begin(page_of(target));
  presenter->hit(hit);
  presenter->end(page_of(target));
  return out.str();
}

TEST(TextPresenter, ShowsAnArticle) {
  EXPECT_EQ(present("text", article_hit()),
            "1 article: levy \u00B7 since 2021\n"
            "\n"
            "1   *Levy*, \"at last\"\n"
            "    2021-03-04 \u00B7 Lake Echo \u00B7 by Ann Lee, Piet Mulder \u00B7\n"
            "    a-7k2m9q4t1xzz\n"
            "    The *levy* *\u00E9tait*\\x1b[2J there.\n"
            "    people: Ilse Varga   places: Lyon (FR), Midgard\n"
            "    https://echo.example/levy\n"
            "\n"
            "person: Ilse Varga 7 \u00B7 Ann Lee 2\n");
}

TEST(TextPresenter, WhoHadLeftOfficeWasNotInItThen) {
  Hit hit = quote_hit();
  hit.article.quotes[0].role = "former energy minister";
  hit.article.quotes[0].past_role = true;
  EXPECT_THAT(present("text", hit),
              testing::HasSubstr("1   Ilse Varga, former energy minister \u00B7 said"));
}

TEST(TextPresenter, ShowsAQuote) {
  EXPECT_EQ(present("text", quote_hit()),
            "1 quote: levy \u00B7 since 2021\n"
            "\n"
            "1   Ilse Varga, then energy minister \u00B7 said \u00B7 direct \u00B7 97 %\n"
            "    sure \u00B7 2021-03-04 \u00B7 Lake Echo\n"
            "    \u201C*Pay* or leave,\u201D\n"
            "    in: [\u2026] Varga said on Monday.\n"
            "    from: Levy, \"at last\"\n"
            "    q-4f9d2c01abcd \u00B7 https://echo.example/levy\n"
            "\n"
            "person: Ilse Varga 7 \u00B7 Ann Lee 2\n");
}

TEST(Presenters, OneRecordAmongSeveralIsShownWithItsFile) {
  for (Hit hit : {article_hit(), quote_hit()}) {
    hit.article.origin = {"crawl.warc", 1841, "html"};
    EXPECT_THAT(present("text", hit),
                HasSubstr("https://echo.example/levy \u00B7 crawl.warc (record 1841)\n"));
    const auto json = nlohmann::json::parse(present("json", hit));
    EXPECT_EQ(json["hits"][0]["path"], "crawl.warc");
    EXPECT_EQ(json["hits"][0]["record"], 1841);
    hit.article.url.clear();
    EXPECT_THAT(present("text", hit), HasSubstr(" crawl.warc (record 1841)\n"));
  }
}

TEST(TextPresenter, ColorsOnlyWhenAsked) {
  EXPECT_THAT(present("text", quote_hit()), Not(HasSubstr("\x1b")));
  const std::string colored = present("text", quote_hit(), {}, true);
  EXPECT_THAT(colored, HasSubstr("\x1b[32mIlse Varga\x1b[0m"));
  EXPECT_THAT(colored, HasSubstr("\x1b[1;33mPay\x1b[0m or"));
}

TEST(TextPresenter, ShowsChosenFieldsBetweenTabs) {
  EXPECT_EQ(present("text", article_hit(), {"id", "published", "places"}),
            "a-7k2m9q4t1xzz\t2021-03-04T09:30:00+01:00\tLyon (FR); Midgard\n");
}

TEST(JsonPresenter, IsOneObject) {
  const auto json = nlohmann::json::parse(present("json", article_hit()));
  EXPECT_EQ(json["query"], "levy");
  EXPECT_EQ(json["total"], 1);
  ASSERT_EQ(json["hits"].size(), 1U);
  const auto& hit = json["hits"][0];
  EXPECT_EQ(hit["id"], "a-7k2m9q4t1xzz");
  EXPECT_EQ(hit["section"], nullptr);
  EXPECT_EQ(hit["snippet"]["marks"], nlohmann::json::parse("[[4,8],[9,14]]"));
  EXPECT_EQ(hit["places"][1], nlohmann::json::parse(R"({"name":"Midgard","country":null})"));
  EXPECT_EQ(json["facets"]["person"][0],
            nlohmann::json::parse(R"({"value":"Ilse Varga","count":7})"));
}

TEST(JsonPresenter, WithoutHitsIsStillOneObject) {
  std::ostringstream out;
  const auto presenter = find_output_format("json")->make(out, {});
  presenter->begin({});
  presenter->end({});
  EXPECT_EQ(nlohmann::json::parse(out.str())["hits"].size(), 0U);
}

TEST(JsonLinesPresenter, IsOneHitALine) {
  const std::string text = present("jsonl", quote_hit(), {"speaker", "role", "text", "article"});
  EXPECT_EQ(text,
            "{\"speaker\":\"Ilse Varga\",\"role\":\"energy minister\",\"text\":\"Pay or leave,\","
            "\"article\":\"a-7k2m9q4t1xzz\"}\n");
}

TEST(CsvPresenter, QuotesCellsAndDisarmsFormulas) {
  Hit hit = quote_hit();
  hit.article.quotes[0].text = "=1+1";
  EXPECT_EQ(present("csv", hit, {"id", "text", "headline", "confidence"}),
            "id,text,headline,confidence\r\n"
            "q-4f9d2c01abcd,\"'=1+1\",\"Levy, \"\"at last\"\"\",0.97\r\n");
}

TEST(Presenters, PrintListsOfValues) {
  const auto lists = [](std::string_view format) {
    std::ostringstream out;
    PresentOptions options;
    find_output_format(format)->make(out, options)->lists(page_of(DocumentKind::article));
    return out.str();
  };
  EXPECT_EQ(lists("text"),
            "1 article: levy \u00B7 since 2021\n\n"
            "person \u00B7 2 in all\n"
            "       7  Ilse Varga\n"
            "       2  Ann Lee\n");
  EXPECT_EQ(lists("csv"), "facet,value,count\r\nperson,Ilse Varga,7\r\nperson,Ann Lee,2\r\n");
  EXPECT_THAT(lists("jsonl"),
              HasSubstr("{\"facet\":\"person\",\"value\":\"Ilse Varga\",\"count\":7}\n"));
  EXPECT_EQ(nlohmann::json::parse(lists("json"))["facets"]["person"].size(), 2U);
}

TEST(Columns, UnknownOnesAreNamed) {
  const auto columns = choose_columns({"id", "speakr"}, DocumentKind::quote);
  ASSERT_FALSE(columns);
  EXPECT_THAT(columns.error().message,
              HasSubstr("no field \"speakr\"; the fields are id, article"));
  EXPECT_FALSE(choose_columns({"speaker"}, DocumentKind::article));
}

}  // namespace
}  // namespace onrecord
