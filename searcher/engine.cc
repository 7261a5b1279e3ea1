// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/engine.h"

#include <stdexcept>
#include <utility>

#include <fmt/format.h>
#include <xapian.h>

#include "common/index_batches.h"
#include "common/index_layout.h"
#include "common/index_terms.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "searcher/engine_advice.h"
#include "searcher/facets.h"
#include "searcher/query/describe.h"
#include "searcher/query/query_builder.h"
#include "searcher/snippet.h"

namespace onrecord {
namespace {

using Clock = std::chrono::steady_clock;

struct DeadlineReached {};

/// Stops the matcher by an exception when time is up: `Enquire::set_time_limit` does not hold for
/// queries of many terms. Remembers what was seen until then.
class Deadline : public Xapian::MatchDecider {
 public:
  Deadline(std::chrono::milliseconds time, std::size_t remembered)
      : end_(Clock::now() + time), remembered_(remembered) {}

  bool operator()(const Xapian::Document& document) const override {
    if (seen_.size() < remembered_) seen_.push_back({document.get_docid(), 0});
    if (++count_ % 64 == 0 && Clock::now() > end_) throw DeadlineReached();
    return true;
  }

  const std::vector<FoundDocument>& seen() const { return seen_; }
  std::size_t count() const { return count_; }

 private:
  Clock::time_point end_;
  std::size_t remembered_;
  mutable std::size_t count_ = 0;
  mutable std::vector<FoundDocument> seen_;
};

/// A quote's document as an article that holds nothing but the quote and its paragraphs.
Article as_article(StoredQuote stored) {
  Article article;
  article.id = std::move(stored.article_id);
  article.published = stored.published;
  article.source = std::move(stored.source);
  article.agency = std::move(stored.agency);
  article.section = std::move(stored.section);
  article.language = std::move(stored.language);
  article.url = std::move(stored.url);
  article.origin.path = std::move(stored.path);
  article.origin.record = stored.record;
  if (!stored.headline.empty()) {
    article.paragraphs.push_back({ParagraphKind::headline, std::move(stored.headline), {}});
    for (Mention& part : stored.quote.where) ++part.paragraph;
  }
  for (auto& context : stored.context) {
    article.paragraphs.push_back({ParagraphKind::body, std::move(context.text), {}});
  }
  article.quotes.push_back(std::move(stored.quote));
  return article;
}

Hit article_hit(const Matcher& matcher, const std::string& bytes) {
  Result<Article> article = decode_article(bytes);
  if (!article)
    throw std::runtime_error("damaged article in the index: " + article.error().message);
  Hit hit;
  hit.article = std::move(*article);
  hit.id = hit.article.id;
  const std::vector<Match> matches = matcher.in_article(hit.article);
  hit.headline = marked_headline(hit.article, matches);
  hit.snippet = best_passage(hit.article, matches);
  return hit;
}

Hit quote_hit(const Matcher& matcher, const std::string& bytes) {
  Result<StoredQuote> stored = decode_quote(bytes);
  if (!stored) throw std::runtime_error("damaged quote in the index: " + stored.error().message);
  Hit hit;
  hit.article = as_article(std::move(*stored));
  hit.quote = 0;
  const Quote& quote = hit.article.quotes.front();
  hit.id = quote.id;
  const std::vector<Match> matches = matcher.in_article(hit.article);
  hit.headline = marked_headline(hit.article, matches);
  hit.snippet = {quote.text, matcher.spans_in_text(quote.text, hit.article.language)};
  ContextPassage context = quote_context(hit.article, quote, matches);
  hit.context = std::move(context.text);
  hit.quote_in_context = std::move(context.quote);
  return hit;
}

}  // namespace

struct Engine::State {
  std::filesystem::path path;
  Xapian::Database articles;
  Xapian::Database quotes;

  Xapian::Database& database(DocumentKind kind) {
    return kind == DocumentKind::article ? articles : quotes;
  }

  std::vector<std::string> languages(DocumentKind kind) {
    return split_words(database(kind).get_metadata(std::string(languages_key)));
  }

  /// An indexer that commits twice takes the revision away that we read: look again, once.
  template <typename F>
  auto with_retry(F run) {
    try {
      return run();
    } catch (const Xapian::DatabaseModifiedError&) {
      reopen();
      return run();
    }
  }

  void reopen() {
    articles.reopen();
    quotes.reopen();
  }

  /// Xapian's errors are no std::exceptions; what reaches here ends the run.
  template <typename F>
  auto guarded(F run) {
    try {
      return with_retry(run);
    } catch (const Xapian::Error& error) {
      throw std::runtime_error(fmt::format("{}: {}", path.string(), error.get_msg()));
    }
  }

  /// Without quotes whose article is not committed yet.
  Xapian::Query visible(DocumentKind kind, const Xapian::Query& query) const {
    if (kind == DocumentKind::article) return query;
    const std::vector<std::string> hidden = terms_of_missing_articles(articles, quotes);
    if (hidden.empty()) return query;
    return {Xapian::Query::OP_AND_NOT, query,
            Xapian::Query(Xapian::Query::OP_OR, hidden.begin(), hidden.end())};
  }

  SearchResult run(const SearchRequest& request, std::chrono::milliseconds deadline);
  void match(const SearchRequest& request, const Xapian::Query& query, Deadline& deadline,
             FacetSpy& spy, SearchResult& result);
  std::optional<std::string> data_of(DocumentKind kind, const std::string& id);
};

namespace {

/// One pass of the matcher over [offset, offset + limit) of a query's documents.
struct Pass {
  Xapian::Query query;
  SortOrder sort = SortOrder::relevance;
};

/// Undated documents come last in either order. A value that is missing sorts before all others, so
/// "oldest first" takes the dated ones and then the rest, instead of a KeyMaker, which remote
/// databases do not have.
std::vector<Pass> passes_of(const Xapian::Query& query, SortOrder sort) {
  if (sort != SortOrder::oldest) return {{query, sort}};
  const Xapian::Query dated(Xapian::Query::OP_VALUE_GE, date_slot, "0");
  return {{Xapian::Query(Xapian::Query::OP_FILTER, query, dated), SortOrder::oldest},
          {Xapian::Query(Xapian::Query::OP_AND_NOT, query, dated), SortOrder::relevance}};
}

void set_order(Xapian::Enquire& enquire, SortOrder sort) {
  if (sort == SortOrder::relevance) return;
  enquire.set_sort_by_value_then_relevance(date_slot, sort == SortOrder::newest);
}

}  // namespace

void Engine::State::match(const SearchRequest& request, const Xapian::Query& query,
                          Deadline& deadline, FacetSpy& spy, SearchResult& result) {
  const Xapian::Database& searched = database(request.target);
  const Xapian::doccount all = searched.get_doccount();
  std::size_t offset = request.offset;
  std::size_t wanted = request.limit == 0 ? all : request.limit;
  for (const Pass& pass : passes_of(query, request.sort)) {
    Xapian::Enquire enquire(searched);
    enquire.set_query(pass.query);
    set_order(enquire, pass.sort);
    enquire.add_matchspy(&spy);
    const auto first = static_cast<Xapian::doccount>(std::min<std::size_t>(offset, all));
    const auto most = static_cast<Xapian::doccount>(std::min<std::size_t>(wanted, all));
    const Xapian::MSet hits = enquire.get_mset(first, most, all, nullptr, &deadline);
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
      result.found.push_back({*hit, hit.get_weight()});
    }
    const std::size_t matched = hits.get_matches_estimated();
    result.page.total += matched;
    offset -= std::min(offset, matched);
    wanted -= hits.size();
  }
}

SearchResult Engine::State::run(const SearchRequest& request, std::chrono::milliseconds time) {
  QueryBuilder builder(request.target, database(request.target), languages(request.target));
  SearchResult result{{}, {}, Matcher(request)};
  result.page.target = request.target;
  result.page.query = request.text;
  result.page.reading = describe(request);
  result.page.offset = request.offset;
  const Xapian::Query query = visible(request.target, builder.build(request));
  result.page.notes = builder.notes();
  FacetSpy spy(request.facets);
  Deadline deadline(time, request.offset + (request.limit == 0 ? 1000 : request.limit));
  try {
    match(request, query, deadline, spy, result);
  } catch (const DeadlineReached&) {
    result.page.partial = true;
    result.page.total = deadline.count();
    result.found = deadline.seen();
    result.found.erase(result.found.begin(),
                       result.found.begin() + static_cast<std::ptrdiff_t>(
                                                  std::min(request.offset, result.found.size())));
    result.page.notes.emplace_back(
        "The time limit was reached: these are the first documents found, not the best ones. "
        "Narrow the query down, or raise --time-limit.");
  }
  result.page.facets = spy.counts(request.target, database(request.target));
  if (result.page.total == 0) {
    for (std::string& note : advise(request, database(request.target), builder)) {
      result.page.notes.push_back(std::move(note));
    }
  }
  return result;
}

std::optional<std::string> Engine::State::data_of(DocumentKind kind, const std::string& id) {
  const std::string term = id_term(id);
  const Xapian::Database& searched = database(kind);
  const auto post = searched.postlist_begin(term);
  if (post == searched.postlist_end(term)) return std::nullopt;
  return searched.get_document(*post).get_data();
}

Engine::Engine(std::unique_ptr<State> state) : state_(std::move(state)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::open(const std::filesystem::path& index) {
  const auto manifest = read_manifest(index);
  if (!manifest) return tl::unexpected(manifest.error());
  auto state = std::make_unique<State>();
  state->path = index;
  state->guarded([&] {
    state->articles = Xapian::Database(articles_database(index).string());
    state->quotes = Xapian::Database(quotes_database(index).string());
    return true;
  });
  return Engine(std::move(state));
}

SearchResult Engine::search(const SearchRequest& request, std::chrono::milliseconds deadline) {
  return state_->guarded([&] {
    state_->reopen();
    return state_->run(request, deadline);
  });
}

std::optional<Hit> Engine::load(const SearchResult& result, std::size_t i) {
  const FoundDocument& found = result.found[i];
  return state_->guarded([&]() -> std::optional<Hit> {
    try {
      const DocumentKind kind = result.page.target;
      const std::string bytes = state_->database(kind).get_document(found.document).get_data();
      Hit hit = kind == DocumentKind::article ? article_hit(result.matcher, bytes)
                                              : quote_hit(result.matcher, bytes);
      hit.rank = result.page.offset + i + 1;
      hit.score = found.score;
      return hit;
    } catch (const Xapian::DocNotFoundError&) {
      return std::nullopt;
    }
  });
}

std::optional<Article> Engine::find_article(std::string_view id) {
  return state_->guarded([&]() -> std::optional<Article> {
    std::string article_id(id);
    if (id.starts_with("q-")) {
      const auto quote = state_->data_of(DocumentKind::quote, article_id);
      const auto stored = quote ? decode_quote(*quote) : fail("no such quote");
      if (!stored) return std::nullopt;
      article_id = stored->article_id;
    }
    const auto bytes = state_->data_of(DocumentKind::article, article_id);
    if (!bytes) return std::nullopt;
    Result<Article> article = decode_article(*bytes);
    if (!article)
      throw std::runtime_error("damaged article " + article_id + ": " + article.error().message);
    return std::move(*article);
  });
}

}  // namespace onrecord
