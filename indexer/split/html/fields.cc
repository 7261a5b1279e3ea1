// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/fields.h"

#include <algorithm>

#include "common/article_text.h"
#include "common/language_code.h"
#include "indexer/split/dateline.h"
#include "indexer/split/html/byline.h"
#include "indexer/split/html/published.h"
#include "indexer/split/outlet_name.h"
#include "indexer/split/text_shape.h"
#include "indexer/split/written_date.h"

namespace onrecord {
namespace {

class FieldFiller {
 public:
  FieldFiller(const HtmlPage& page, const HtmlLexicon& lexicon, Article& article, Explain explain)
      : page_(page),
        lexicon_(lexicon),
        words_(lexicon.words),
        article_(article),
        explains_(explain == Explain::yes) {}

  void run() {
    // The page's own address stands above the one it was fetched from: archives hold mirrors.
    note("headline", page_.headline.origin, page_.headline.runner_up,
         page_.headline.runner_up_origin);
    const std::string_view own = page_.metadata.first(PageField::url);
    if (!own.empty()) article_.url = std::string(own);
    set_language();
    set_dateline();
    set_published();
    set_byline();
    set_source();
    article_.section = std::string(page_.metadata.first(PageField::section));
    note_metadata("section", PageField::section, article_.section);
    note_metadata("url", PageField::url, article_.url);
  }

 private:
  // Evidence.

  void note(std::string field, std::string origin, std::string other, std::string other_origin) {
    if (!explains_ || origin.empty()) return;
    article_.evidence.push_back(
        {std::move(field), std::move(origin), std::move(other), std::move(other_origin)});
  }

  /// A field taken from the first of the metadata: the runner-up is the next that differs.
  void note_metadata(std::string_view field, PageField which, std::string_view value,
                     std::string origin = {}) {
    if (!explains_ || value.empty()) return;
    const PageValue* other = nullptr;
    for (const PageValue* candidate : page_.metadata.all(which)) {
      if (candidate->value == value) {
        if (origin.empty()) origin = candidate->origin;
      } else if (other == nullptr) {
        other = candidate;
      }
    }
    note(std::string(field), std::move(origin), other == nullptr ? "" : other->value,
         other == nullptr ? "" : other->origin);
  }

  /// The best metadata of another day.
  void note_published(const std::string& origin) {
    if (!explains_ || !article_.published) return;
    FieldEvidence evidence{"published", origin, {}, {}};
    for (const PageValue* value : page_.metadata.all(PageField::published)) {
      const auto other = read_date_field(value->value, words_);
      if (!other || other->date == article_.published->date) continue;
      evidence.other = value->value;
      evidence.other_origin = value->origin;
      break;
    }
    article_.evidence.push_back(std::move(evidence));
  }

  void set_language() {
    for (const PageValue* value : page_.metadata.all(PageField::language)) {
      if (article_.language.empty()) article_.language = language_code(value->value);
    }
  }

  void set_dateline() {
    std::size_t paragraphs = 0;
    for (const HtmlParagraph& paragraph : page_.body.paragraphs) {
      if (paragraph.kind != ParagraphKind::body) continue;
      if (auto read = read_dateline(paragraph.text.text(), words_)) {
        article_.dateline = std::move(read->dateline);
        article_.agency = article_.dateline->agency;
        note("dateline", "text", {}, {});
        return;
      }
      if (++paragraphs == 3) return;
    }
  }

  void set_published() {
    const HtmlPublished found = find_html_published(page_, lexicon_, article_.url);
    article_.published = found.published;
    note_published(found.origin);
  }

  void set_byline() {
    HtmlByline byline = find_html_byline(page_, lexicon_);
    article_.byline = std::move(byline.people);
    article_.desks = std::move(byline.desks);
    if (!signatures_of(article_).empty()) {
      note("byline", byline.origin, byline.runner_up, byline.runner_up_origin);
    }
    if (article_.agency.empty()) article_.agency = std::move(byline.agency);
  }

  void set_source() {
    find_source();
    const bool told = article_.source == page_.metadata.first(PageField::source);
    note_metadata("source", PageField::source, article_.source, told ? "" : source_origin_);
  }

  void find_source() {
    article_.source = std::string(page_.metadata.first(PageField::source));
    if (article_.source.empty()) article_.source = site_in_title();
    source_origin_ = "title";
    if (!article_.source.empty()) return;
    source_origin_ = "address";
    std::vector<std::string_view> texts = {page_.metadata.title};
    for (const HtmlParagraph& paragraph : page_.body.paragraphs) {
      texts.push_back(paragraph.text.text());
    }
    article_.source = outlet_of_url(article_.url, texts, words_);
  }

  /// What <title> has beside the headline: "The Almer Courier: Lake talks stall".
  std::string site_in_title() const {
    const std::string key = title_key(page_.headline.text);
    const std::string_view title = page_.metadata.title;
    const auto parts = title_parts(title);
    if (parts.size() == 2 && title_key(parts[0]) == key) return std::string(parts[1]);
    if (parts.size() == 2 && title_key(parts[1]) == key) return std::string(parts[0]);
    const std::size_t colon = title.find(": ");
    const bool before = colon != std::string_view::npos && title_key(title.substr(colon)) == key;
    return before ? std::string(title.substr(0, colon)) : std::string();
  }

  const HtmlPage& page_;
  const HtmlLexicon& lexicon_;
  const SplitLexicon& words_;
  Article& article_;
  bool explains_ = false;
  std::string source_origin_;
};

}  // namespace

void fill_html_fields(const HtmlPage& page, const HtmlLexicon& lexicon, Article& article,
                      Explain explain) {
  FieldFiller(page, lexicon, article, explain).run();
}

}  // namespace onrecord
