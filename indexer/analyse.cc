// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analyse.h"

#include <algorithm>

#include "common/content_id.h"
#include "common/language_code.h"
#include "common/text_fold.h"
#include "indexer/entity/entities.h"
#include "indexer/language/detect.h"
#include "indexer/quote/quotes.h"
#include "indexer/split/article_splitter.h"
#include "indexer/split/html/article.h"

namespace onrecord {
namespace {

// What is larger is a dump and no article; analysing it would take gigabytes of memory.
constexpr std::size_t most_text = 16U << 20U;  // bytes
constexpr std::size_t most_paragraphs = 100'000;
constexpr std::ptrdiff_t most_lines = 1'000'000;

/// From the record as read; the number tells apart the articles of one text.
std::string id_of(const RawRecord& record, std::size_t number_in_record) {
  const std::string number = number_in_record == 0 ? "" : std::to_string(number_in_record);
  return article_id({record.fields.url, record.fields.source, record.fields.headline,
                     record.fields.published, record.text, number});
}

std::string language_of(const RawRecord& record) {
  const std::string named = language_code(record.fields.language);
  return named.empty() ? detect_language(record.text) : named;
}

/// By the text, since many sites name the language of their software instead.
std::string language_of(const Article& article) {
  std::string text;
  for (const Paragraph& paragraph : article.paragraphs) (text += paragraph.text) += '\n';
  const std::string detected = detect_language(text);
  return detected.empty() ? article.language : detected;
}

Result<std::vector<Article>> split_page(const RawRecord& record, const AnalysisData& data,
                                        Explain explain) {
  auto articles = split_html(record, data.html_lexicon, explain);
  if (!articles) return articles;
  const std::string named = language_code(record.fields.language);
  for (Article& article : *articles) {
    article.language = named.empty() ? language_of(article) : named;
  }
  return articles;
}

Result<std::vector<Article>> split(RawRecord& record, const AnalysisData& data, Explain explain) {
  if (record.kind == TextKind::html) return split_page(record, data, explain);
  if (record.text.size() > most_text ||
      std::count(record.text.begin(), record.text.end(), '\n') > most_lines) {
    return fail("too long for an article: more than 16 MB or a million lines of text");
  }
  record.fields.language = language_of(record);
  const std::string& code = data.languages.pack(record.fields.language).code();
  std::vector<Article> articles = split_articles(record, data.split_lexicons.at(code), explain);
  if (articles.empty()) return fail("no article text");
  return articles;
}

bool is_too_long(const Article& article) {
  std::size_t bytes = 0;
  for (const Paragraph& paragraph : article.paragraphs) bytes += paragraph.text.size();
  return bytes > most_text || article.paragraphs.size() > most_paragraphs;
}

HintKind kind_of(AnnotationKind kind) {
  if (kind == AnnotationKind::person) return HintKind::person;
  return kind == AnnotationKind::place ? HintKind::place : HintKind::organization;
}

/// The names that the archive marks. "AGADEZ, Niger": what stands behind the comma says where the
/// place lies and is a place of its own.
NameHints marked_names(const RecordFields& fields) {
  NameHints hints;
  for (const Annotation& mark : fields.annotations) {
    const bool place = mark.kind == AnnotationKind::place;
    const std::string name = place ? mark.name.substr(0, mark.name.find(',')) : mark.name;
    hints.add({kind_of(mark.kind), name, mark.country});
  }
  return hints;
}

/// "Almer Vest" of an article from there is an organization; "Time" and "Metro" are words, too, and
/// "Ilse Torvald" has a blog.
void add_outlet(const std::string& name, const Gazetteer& gazetteer, NameHints& hints) {
  const std::size_t blank = name.find(' ');
  if (blank == std::string::npos || hints.find(hash_of_name(name)) != nullptr) return;
  if ((gazetteer.word(hash_word(fold(name.substr(0, blank)))) & word_given) != 0) return;
  hints.add({HintKind::organization, name});
}

}  // namespace

Result<AnalysisData> load_analysis_data(const std::filesystem::path& folder, UserNames names) {
  auto languages = Languages::load(folder / "languages");
  if (!languages) return tl::unexpected(languages.error());
  auto gazetteer = Gazetteer::open(folder / "gazetteer.bin");
  if (!gazetteer) return tl::unexpected(gazetteer.error());
  auto html = HtmlLexicon::load(folder / "html", languages->pack("en"), *gazetteer);
  if (!html) return tl::unexpected(html.error());
  AnalysisData data{std::move(*languages), std::move(*gazetteer), {}, {}, {},
                    std::move(*html),      std::move(names.hints)};
  for (const auto& [code, pack] : data.languages.packs()) {
    data.name_words.emplace(code, NameWords::compile(pack, names.rows));
    data.quote_lexicons.emplace(code, QuoteLexicon(pack));
    data.split_lexicons.emplace(code, SplitLexicon(pack));
  }
  return data;
}

Result<std::vector<Article>> analyse(RawRecord record, const AnalysisData& data,
                                     [[maybe_unused]] Explain explain) {
  auto articles = split(record, data, explain);
  if (!articles) return articles;
  if (std::any_of(articles->begin(), articles->end(), is_too_long)) {
    return fail("too long for an article: more than 100,000 paragraphs or 16 MB of text");
  }
  const NameHints marked = marked_names(record.fields);
  for (std::size_t i = 0; i < articles->size(); ++i) {
    Article& article = (*articles)[i];
    article.id = id_of(record, i);
    if (article.language.empty()) article.language = record.fields.language;
    const LanguagePack& pack = data.languages.pack(article.language);
    NameHints hints = marked;
    add_outlet(article.source, data.gazetteer, hints);
    add_outlet(article.agency, data.gazetteer, hints);
    const EntitySettings settings{&hints, &data.user_hints, explain};
    Entities entities =
        find_entities(article, pack, data.name_words.at(pack.code()), data.gazetteer, settings);
    article.people = std::move(entities.people);
    article.places = std::move(entities.places);
    article.organizations = std::move(entities.organizations);
    article.quotes = find_quotes(article, data.quote_lexicons.at(pack.code()));
    set_quote_ids(article);
  }
  return articles;
}

}  // namespace onrecord
