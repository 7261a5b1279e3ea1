// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searcher/small_archive.h"

#include <cstdlib>
#include <stdexcept>

#include "common/content_id.h"
#include "indexer/output/index_writer.h"

namespace onrecord {
namespace {

void add_mentions(const Article& article, const std::string& text, std::vector<Mention>& mentions) {
  for (std::uint32_t p = 0; p < article.paragraphs.size(); ++p) {
    const std::string& paragraph = article.paragraphs[p].text;
    for (auto at = paragraph.find(text); at != std::string::npos;
         at = paragraph.find(text, at + 1)) {
      mentions.push_back(
          {p, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())}});
    }
  }
}

std::string surname_of(const std::string& name) {
  return name.substr(name.rfind(' ') + 1);
}

void add_quote(Article& article, const DraftQuote& draft) {
  Quote quote;
  quote.text = draft.text;
  quote.kind = draft.kind;
  add_mentions(article, draft.text, quote.where);
  if (quote.where.empty()) throw std::logic_error("quote not in the text: " + draft.text);
  quote.where.resize(1);
  TextSpan& span = quote.where.front().span;
  const std::string& text = article.paragraphs[quote.where.front().paragraph].text;
  if (span.begin > 0 && text[span.begin - 1] == '"') --span.begin;
  if (span.end < text.size() && text[span.end] == '"') ++span.end;
  quote.speaker = draft.speaker;
  for (std::uint32_t i = 0; i < article.people.size(); ++i) {
    if (article.people[i].name == draft.speaker) quote.person = i;
  }
  quote.speaker_mention = surname_of(draft.speaker);
  quote.role = draft.role;
  quote.cue = draft.cue;
  quote.confidence = 0.9F;
  article.quotes.push_back(std::move(quote));
}

}  // namespace

Article make_article(const Draft& draft) {
  Article article;
  article.id = article_id({draft.headline, draft.source});
  article.origin = {"archive/" + article.id + ".txt", 1, "text"};
  article.language = "en";
  article.source = draft.source;
  if (!draft.published.empty()) article.published = parse_iso_date(draft.published);
  article.paragraphs.push_back({ParagraphKind::headline, draft.headline, {}});
  for (const std::string& text : draft.body) {
    article.paragraphs.push_back({ParagraphKind::body, text, {}});
  }
  if (!draft.caption.empty()) {
    article.paragraphs.push_back({ParagraphKind::caption, draft.caption, {}});
  }
  for (const std::string& name : draft.people) {
    Person person;
    person.name = name;
    add_mentions(article, surname_of(name), person.mentions);
    article.people.push_back(std::move(person));
  }
  for (Place place : draft.places) {
    add_mentions(article, place.name, place.mentions);
    article.places.push_back(std::move(place));
  }
  for (const DraftQuote& quote : draft.quotes) add_quote(article, quote);
  set_quote_ids(article);
  return article;
}

std::vector<Article> small_archive() {
  const Place lyon{"Lyon", "FR", {}, {}, {}};
  const Place lima{"Lima", "PE", {}, {}, {}};
  const std::vector<Draft> drafts = {
      {.headline = "Minister rules out lake pipeline",
       .published = "2021-03-04",
       .source = "The Evening Post",
       .body = {"Energy minister Ilse Varga met mayors in Lyon on Thursday. The talks were short.",
                "\"The pipeline will not cross the lake,\" Varga said after the meeting. Fishermen "
                "cheered."},
       .people = {"Ilse Varga"},
       .places = {lyon},
       .quotes = {{"The pipeline will not cross the lake,", "Ilse Varga", "energy minister"}}},
      {.headline = "Harbour strike enters third week",
       .published = "2022-05-10",
       .source = "Morning Star Gazette",
       .body =
           {"Dockers in Lima kept striking on Tuesday. Tomas Hale, their leader, denied that the "
            "strike was over.",
            "Varga, no relation of the minister, sells fish at the gate.",
            "\"We are not tired,\" Hale said."},
       .people = {"Tomas Hale", "Varga"},
       .places = {lima},
       .quotes = {{"that the strike was over", "Tomas Hale", "leader", "denied",
                   QuoteKind::indirect},
                  {"We are not tired,", "Tomas Hale"}}},
      {.headline = "Varga resigns over pipeline letters",
       .published = "2023-01",
       .source = "The Evening Post",
       .body = {"Ilse Varga resigned as energy minister after letters about the pipeline were "
                "published in Lyon.",
                "\"I have nothing to hide,\" she said."},
       .people = {"Ilse Varga"},
       .places = {lyon},
       .quotes = {{"I have nothing to hide,", "Ilse Varga", "energy minister"}}},
      {.headline = "Choir sings at the old harbour",
       .published = "",
       .source = "Morning Star Gazette",
       .body = {"Two hundred voices sang at the quay. A cease-fire of the noise, the director "
                "called it."},
       .caption = "The choir before a strike of the bell"},
      {.headline = "=SUM of small things",
       .published = "2020-12-31",
       .source = "Gazette, Weekly",
       .body = {"A page that ends with \x1b[31m nothing. The U.S. delegation told us so."}},
  };
  std::vector<Article> articles;
  for (const Draft& draft : drafts) articles.push_back(make_article(draft));
  return articles;
}

TemporaryIndex::TemporaryIndex(const std::vector<Article>& articles) {
  std::string name = (std::filesystem::temp_directory_path() / "onrecord-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = name;
  path_ = folder_ / "index";
  IndexWriter writer(path_, IndexWriter::Mode::build);
  for (Article article : articles) writer.add(std::move(article));
  writer.finish();
  writer.publish();
}

TemporaryIndex::~TemporaryIndex() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void TemporaryIndex::add(const Article& article) const {
  IndexWriter writer(path_, IndexWriter::Mode::add);
  Article copy = article;
  writer.add(std::move(copy));
  writer.finish();
}

}  // namespace onrecord
