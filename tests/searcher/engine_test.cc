// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/engine.h"

#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <xapian.h>

#include "common/index_layout.h"
#include "common/index_terms.h"
#include "searcher/query/query_parser.h"
#include "tests/searcher/small_archive.h"

namespace onrecord {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr milliseconds enough{60'000};

SearchRequest request_for(DocumentKind target, std::string_view text) {
  SearchRequest request;
  request.target = target;
  request.text = text;
  ParseOptions options;
  options.target = target;
  options.today = {2024, 1, 1};
  if (!text.empty()) request.query = parse_query(text, options).value();
  return request;
}

Filter filter(std::string_view field, std::string value, bool exclude = false) {
  return {find_field(field), std::move(value), exclude};
}

class EngineTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { index_ = std::make_unique<TemporaryIndex>(small_archive()); }
  static void TearDownTestSuite() { index_.reset(); }

  std::vector<Hit> hits(const SearchRequest& request) {
    const SearchResult result = engine_.search(request, enough);
    std::vector<Hit> out;
    for (std::size_t i = 0; i < result.found.size(); ++i) out.push_back(*engine_.load(result, i));
    const bool all = request.limit == 0 && request.offset == 0;
    if (all) {
      EXPECT_EQ(out.size(), result.page.total);
    }
    return out;
  }

  /// First words of the headlines found.
  std::vector<std::string> heads(SearchRequest request) {
    std::vector<std::string> out;
    for (const Hit& hit : hits(request)) {
      out.push_back(hit.headline.text.substr(0, hit.headline.text.find(' ')));
    }
    return out;
  }

  std::vector<std::string> articles(std::string_view text) {
    return heads(request_for(DocumentKind::article, text));
  }

  std::vector<std::string> quotes(const SearchRequest& request) {
    std::vector<std::string> out;
    for (const Hit& hit : hits(request)) out.push_back(hit.article.quotes[*hit.quote].text);
    return out;
  }

  std::vector<std::string> quotes(std::string_view text) {
    return quotes(request_for(DocumentKind::quote, text));
  }

  std::vector<std::string> notes(const SearchRequest& request) {
    return engine_.search(request, enough).page.notes;
  }

  static std::unique_ptr<TemporaryIndex> index_;
  Engine engine_ = Engine::open(index_->path()).value();
};

std::unique_ptr<TemporaryIndex> EngineTest::index_;

TEST_F(EngineTest, FindsWordsInAnyFormAndPhrasesAsWritten) {
  EXPECT_THAT(articles("strikes"), UnorderedElementsAre("Harbour", "Choir"));
  EXPECT_THAT(articles("\"strikes\""), IsEmpty());
  EXPECT_THAT(articles("\"lake pipeline\""), ElementsAre("Minister"));
  EXPECT_THAT(articles("\"pipeline lake\""), IsEmpty());
  EXPECT_THAT(articles("cease-fire"), ElementsAre("Choir"));
  EXPECT_THAT(articles("pipel*"), UnorderedElementsAre("Minister", "Varga"));
  EXPECT_THAT(articles("pipeline -lake"), ElementsAre("Varga"));
  EXPECT_THAT(articles("choir OR fishermen"), UnorderedElementsAre("Choir", "Minister"));
  EXPECT_THAT(articles("pipeline NEAR/4 cross"), ElementsAre("Minister"));
  EXPECT_THAT(articles("cross ADJ/4 pipeline"), IsEmpty());
  EXPECT_THAT(articles("*").size(), 5U);
  EXPECT_THAT(articles("-strike").size(), 3U);
}

TEST_F(EngineTest, FieldsNarrowDown) {
  EXPECT_THAT(articles("headline:strike"), ElementsAre("Harbour"));
  EXPECT_THAT(articles("caption:strike"), ElementsAre("Choir"));
  EXPECT_THAT(articles("body:strike"), ElementsAre("Harbour"));
  EXPECT_THAT(articles("body:\"the strike\""), ElementsAre("Harbour"));
  EXPECT_THAT(articles("quote:hide"), ElementsAre("Varga"));
  EXPECT_THAT(articles("quote:letters"), IsEmpty());
  EXPECT_THAT(articles("source:\"the evening post\""), UnorderedElementsAre("Minister", "Varga"));
  EXPECT_THAT(articles("country:france"), UnorderedElementsAre("Minister", "Varga"));
  EXPECT_THAT(articles("place:lima"), ElementsAre("Harbour"));
  EXPECT_THAT(articles("place:\"Lima (PE)\""), ElementsAre("Harbour"));
}

TEST_F(EngineTest, TheMatchInTheHeadlineComesFirst) {
  EXPECT_THAT(articles("strike"), ElementsAre("Harbour", "Choir"));
}

TEST_F(EngineTest, InitialismIsNotThePronoun) {
  EXPECT_THAT(articles("US"), ElementsAre("=SUM"));
  EXPECT_THAT(articles("U.S."), ElementsAre("=SUM"));
}

TEST_F(EngineTest, PeopleAreFoundByAnyFormOfTheirNames) {
  EXPECT_THAT(quotes("speaker:Varga"), UnorderedElementsAre("The pipeline will not cross the lake,",
                                                            "I have nothing to hide,"));
  EXPECT_THAT(quotes("speaker:\"ilse VARGA\"").size(), 2U);
  EXPECT_THAT(quotes("speaker:Ilse"), IsEmpty());
  EXPECT_THAT(articles("person:Varga").size(), 3U);
  EXPECT_THAT(articles("person:\"Ilse Varga\"").size(), 2U);
}

TEST_F(EngineTest, FiltersAreLiteralAndCombine) {
  SearchRequest request = request_for(DocumentKind::quote, "");
  request.filters = {filter("speaker", "Hale")};
  EXPECT_THAT(quotes(request).size(), 2U);
  request.filters = {filter("speaker", "Hale"), filter("kind", "indirect")};
  EXPECT_THAT(quotes(request), ElementsAre("that the strike was over"));
  request.filters = {filter("speaker", "Hale"), filter("speaker", "Varga")};
  EXPECT_THAT(quotes(request).size(), 4U);
  request.filters = {filter("kind", "direct"), filter("speaker", "Varga", true)};
  EXPECT_THAT(quotes(request), ElementsAre("We are not tired,"));
  request.filters = {filter("role", "ministers")};
  EXPECT_THAT(quotes(request).size(), 2U);
  request.filters = {filter("cue", "DENIED")};
  EXPECT_THAT(quotes(request).size(), 1U);
  request.filters = {filter("speaker", "Hale OR Varga")};
  EXPECT_THAT(quotes(request), IsEmpty());
}

TEST_F(EngineTest, AboutLooksAtTheParagraphOfAQuote) {
  SearchRequest request = request_for(DocumentKind::quote, "");
  request.about = words_of("fishermen");
  EXPECT_THAT(quotes(request), ElementsAre("The pipeline will not cross the lake,"));
  EXPECT_THAT(quotes("fishermen"), IsEmpty());
  request.about = words_of("pipeline meeting");
  EXPECT_THAT(quotes(request).size(), 1U);
}

TEST_F(EngineTest, DatesIncludeBothEnds) {
  const auto dated = [&](std::optional<Date> since, std::optional<Date> until) {
    SearchRequest request = request_for(DocumentKind::article, "");
    request.dates = {since, until};
    return heads(request);
  };
  EXPECT_THAT(dated(Date{2021, 3, 4}, {}), UnorderedElementsAre("Minister", "Harbour", "Varga"));
  EXPECT_THAT(dated(Date{2021, 3, 5}, {}), UnorderedElementsAre("Harbour", "Varga"));
  EXPECT_THAT(dated({}, Date{2021, 3, 4}), UnorderedElementsAre("=SUM", "Minister"));
  EXPECT_THAT(dated({}, Date{2020, 0, 0}), UnorderedElementsAre("=SUM"));
  EXPECT_THAT(dated(Date{2023, 1, 0}, Date{2023, 1, 0}), UnorderedElementsAre("Varga"));
  EXPECT_THAT(dated(Date{2023, 1, 1}, {}), UnorderedElementsAre("Varga"));
  EXPECT_THAT(dated(Date{2023, 1, 2}, {}), IsEmpty());
}

TEST_F(EngineTest, UndatedComeLastInEitherOrder) {
  SearchRequest request = request_for(DocumentKind::article, "*");
  request.sort = SortOrder::newest;
  EXPECT_THAT(heads(request), ElementsAre("Varga", "Harbour", "Minister", "=SUM", "Choir"));
  request.sort = SortOrder::oldest;
  EXPECT_THAT(heads(request), ElementsAre("=SUM", "Minister", "Harbour", "Varga", "Choir"));
}

TEST_F(EngineTest, PagesJoinWithoutGapOrOverlap) {
  for (const SortOrder sort : {SortOrder::relevance, SortOrder::newest, SortOrder::oldest}) {
    SearchRequest request = request_for(DocumentKind::article, "*");
    request.sort = sort;
    request.limit = 0;
    const std::vector<std::string> all = heads(request);
    request.limit = 2;
    std::vector<std::string> paged;
    for (request.offset = 0; request.offset < 8; request.offset += 2) {
      for (const std::string& head : heads(request)) paged.push_back(head);
    }
    EXPECT_EQ(paged, all);
  }
}

TEST_F(EngineTest, AFacetCountIsTheNumberOfHitsWithThatFilter) {
  for (const DocumentKind target : {DocumentKind::article, DocumentKind::quote}) {
    SearchRequest request = request_for(target, target == DocumentKind::article ? "*" : "*");
    for (const Field& field : fields()) {
      if (field.facet_slot && has_field(target, field)) request.facets.push_back({&field, 0});
    }
    for (const FacetCounts& facet : engine_.search(request, enough).page.facets) {
      for (const FacetCount& value : facet.values) {
        SearchRequest clicked = request_for(target, "*");
        clicked.filters = {{facet.field, value.value, false}};
        EXPECT_EQ(engine_.search(clicked, enough).page.total, value.count)
            << facet.field->name << ": " << value.value;
      }
    }
  }
}

TEST_F(EngineTest, ASurnameThatStandsForAFullNameIsNoEntry) {
  SearchRequest request = request_for(DocumentKind::article, "*");
  request.facets = {{find_field("person"), 10}};
  // Two articles name Ilse Varga, a third somebody of whom it says no more than "Varga".
  EXPECT_THAT(engine_.search(request, enough).page.facets[0].values,
              ElementsAre(FacetCount{"Ilse Varga", 2}, FacetCount{"Tomas Hale", 1}));
}

TEST_F(EngineTest, FacetsCountOverTheMatchesOnly) {
  SearchRequest request = request_for(DocumentKind::article, "pipeline");
  request.facets = {{find_field("person"), 10}, {find_field("source"), 1}};
  request.limit = 1;
  const auto facets = engine_.search(request, enough).page.facets;
  EXPECT_THAT(facets[0].values, ElementsAre(FacetCount{"Ilse Varga", 2}));
  EXPECT_THAT(facets[1].values, ElementsAre(FacetCount{"The Evening Post", 2}));
}

TEST_F(EngineTest, HitsShowTheSentencesThatMatch) {
  const Hit article = hits(request_for(DocumentKind::article, "fishermen cheer")).front();
  EXPECT_THAT(article.snippet.text, HasSubstr("Fishermen cheered."));
  ASSERT_EQ(article.snippet.marks.size(), 2U);
  const TextSpan mark = article.snippet.marks[1];
  EXPECT_EQ(article.snippet.text.substr(mark.begin, mark.end - mark.begin), "cheered");

  const Hit quote = hits(request_for(DocumentKind::quote, "lakes")).front();
  EXPECT_EQ(quote.snippet.text, "The pipeline will not cross the lake,");
  EXPECT_EQ(quote.context.text,
            "\"The pipeline will not cross the lake,\" Varga said after the meeting.");
  ASSERT_EQ(quote.quote_in_context.size(), 1U);
  EXPECT_EQ(quote.quote_in_context[0], (TextSpan{0, 39}));
  EXPECT_EQ(quote.article.source, "The Evening Post");
  EXPECT_EQ(quote.headline.text, "Minister rules out lake pipeline");
}

TEST_F(EngineTest, NothingFoundSaysWhyAndWhatIsNear) {
  EXPECT_THAT(notes(request_for(DocumentKind::article, "pipelin3 lake")),
              ElementsAre("No article holds \"pipelin3\"; did you mean \"pipeline\" (2)?"));
  SearchRequest request = request_for(DocumentKind::quote, "");
  request.filters = {filter("speaker", "Ilse Verga")};
  EXPECT_THAT(
      notes(request),
      ElementsAre("No quote with speaker \"Ilse Verga\"; did you mean \"Ilse Varga\" (2)?"));
  request.filters = {filter("speaker", "President Tomas Hale")};
  EXPECT_THAT(notes(request), ElementsAre(HasSubstr("did you mean \"Tomas Hale\" (2)")));
  request.filters = {filter("speaker", "Hole")};
  EXPECT_THAT(notes(request), ElementsAre(HasSubstr("did you mean \"Hale\" (2)")));
  request.filters = {filter("kind", "spoken")};
  EXPECT_THAT(notes(request), ElementsAre(HasSubstr("there are direct, indirect")));
  request.filters = {filter("speaker", "Hale"), filter("source", "The Evening Post")};
  EXPECT_THAT(notes(request), ElementsAre("2 quotes match without \"source: The Evening Post\"."));
  request = request_for(DocumentKind::article, "choir");
  request.dates.since = Date{2020, 0, 0};
  EXPECT_THAT(notes(request), ElementsAre("1 article matches without \"since 2020\"."));
  EXPECT_THAT(notes(request_for(DocumentKind::article, "choir fishermen")),
              ElementsAre(HasSubstr("--any")));
  EXPECT_THAT(notes(request_for(DocumentKind::quote, "pipeline hide")),
              ElementsAre(HasSubstr("--any")));
  EXPECT_THAT(notes(request_for(DocumentKind::quote, "tired said")),
              ElementsAre("No quote holds \"said\".", HasSubstr("1 quote matches with --about")));
  request = request_for(DocumentKind::article, "");
  request.filters = {filter("source", "Morning Gazette")};
  EXPECT_THAT(notes(request), ElementsAre(HasSubstr("did you mean \"Morning Star Gazette\" (2)?")));
  EXPECT_THAT(notes(request_for(DocumentKind::article, "\"pipeline minister\"")),
              ElementsAre(HasSubstr("in a row")));
}

TEST_F(EngineTest, ADeadlineGivesWhatWasSeen) {
  std::vector<Article> many;
  for (int i = 0; i < 300; ++i) {
    many.push_back(make_article({.headline = "Wind " + std::to_string(i),
                                 .published = "2020",
                                 .source = "Weather Watch",
                                 .body = {"Strong wind."}}));
  }
  const TemporaryIndex index(many);
  Engine engine = Engine::open(index.path()).value();
  const SearchResult result =
      engine.search(request_for(DocumentKind::article, "wind"), milliseconds(-1));
  EXPECT_TRUE(result.page.partial);
  EXPECT_EQ(result.found.size(), 20U);
  EXPECT_THAT(result.page.notes, ElementsAre(HasSubstr("time limit")));
  EXPECT_TRUE(engine.load(result, 0).has_value());
}

TEST_F(EngineTest, SeesWhatAnIndexerAddsAndOutlivesItsCommits) {
  const TemporaryIndex index(small_archive());
  Engine engine = Engine::open(index.path()).value();
  const SearchRequest request = request_for(DocumentKind::article, "harbour");
  const SearchResult before = engine.search(request, enough);
  for (int i = 0; i < 4; ++i) {
    index.add(make_article({.headline = "Harbour news " + std::to_string(i),
                            .published = "2024-01-01",
                            .source = "Weather Watch",
                            .body = {"The harbour was quiet."}}));
  }
  EXPECT_TRUE(engine.load(before, 0).has_value());
  EXPECT_EQ(engine.search(request, enough).page.total, before.page.total + 4);
}

TEST_F(EngineTest, FindsArticlesByTheirOwnIdAndByThatOfAQuote) {
  const Hit quote = hits(request_for(DocumentKind::quote, "speaker:Hale tired")).front();
  const auto article = engine_.find_article(quote.id);
  ASSERT_TRUE(article.has_value());
  EXPECT_EQ(article->id, quote.article.id);
  EXPECT_EQ(engine_.find_article(article->id), article);
  EXPECT_FALSE(engine_.find_article("a-000000000000").has_value());
  EXPECT_FALSE(engine_.find_article("q-000000000000").has_value());
  EXPECT_FALSE(engine_.find_article("").has_value());
}

TEST(EngineOpen, RefusesWhatIsNoIndex) {
  EXPECT_THAT(Engine::open("/nonexistent/index").error().message, HasSubstr("no such index"));
  EXPECT_THAT(Engine::open("/").error().message, HasSubstr("not an index"));
}

/// As an indexer leaves it that died between its commits: the second article's quotes are there,
/// but not the article.
void leave_quotes_without_article(const TemporaryIndex& index, const Article& article) {
  Xapian::WritableDatabase articles(articles_database(index.path()).string(), Xapian::DB_OPEN);
  articles.delete_document(id_term(article.id));
  articles.commit();
  Xapian::WritableDatabase quotes(quotes_database(index.path()).string(), Xapian::DB_OPEN);
  quotes.set_metadata(std::string(batch_key), "99");
  quotes.set_metadata(std::string(batch_articles_key), article.id);
  quotes.commit();
}

TEST(Engine, HidesQuotesWhoseArticleIsNotCommitted) {
  const TemporaryIndex index(small_archive());
  Engine engine = Engine::open(index.path()).value();
  const SearchRequest everything = request_for(DocumentKind::quote, "");
  const std::size_t before = engine.search(everything, enough).page.total;
  const auto archive = small_archive();
  const auto quoting = std::find_if(archive.begin(), archive.end(),
                                    [](const Article& a) { return !a.quotes.empty(); });
  leave_quotes_without_article(index, *quoting);
  EXPECT_EQ(engine.search(everything, enough).page.total, before - quoting->quotes.size());
}

}  // namespace
}  // namespace onrecord
