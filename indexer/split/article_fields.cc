// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/article_fields.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "common/article_text.h"
#include "common/text_fold.h"
#include "indexer/split/dateline.h"
#include "indexer/split/day_order.h"
#include "indexer/split/source_text.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

std::string clean(std::string_view field) {
  return clean_text(field).squeezed().text();
}

/// Takes over `value` where nothing of higher rank has been found.
void fill(std::string& field, std::string_view value) {
  if (field.empty()) field = clean(value);
}

/// "2024-03-11_lake-talks.txt": the last resort for a date.
std::optional<Published> date_of_file_name(std::string_view path) {
  const std::size_t slash = path.find_last_of("/!");
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  auto date = parse_iso_date(path.substr(0, 10));
  if (date && date->date.day == 0) return std::nullopt;
  return date;
}

class FieldFiller {
 public:
  FieldFiller(const FieldSources& sources, const SplitLexicon& lexicon, Article& article)
      : record_(sources.record),
        given_(sources.record.fields),
        head_(sources.head),
        body_(sources.body),
        traces_(sources.traces),
        day_order_(sources.day_order),
        lexicon_(lexicon),
        article_(article) {}

  void run() {
    article_.origin = record_.origin;
    article_.language = given_.language;
    set_url();
    set_dateline();
    set_bylines();
    set_texts();
    set_published();
    set_source_from_host();
  }

  /// Where the fields were read: "record" is what the format gives, "head" the lines above the
  /// text.
  void explain() {
    note("headline", {{given_.headline, "record"}}, "head",
         !given_.headline.empty() || !head_.headline.empty());
    note("byline",
         {{joined(given_.byline), "record"},
          {names(head_.bylines), "head"},
          {names(body_.bylines), "below the text"}},
         "address", !signatures_of(article_).empty());
    note("published", {{given_.published, "record"}, {iso(head_.published), "head"}},
         dateline_date_ ? "dateline" : "address or file name", article_.published.has_value());
    note("source", {{given_.source, "record"}, {head_.source, "head"}, {body_.source, "text"}},
         "text or address", !article_.source.empty());
    note("section", {{given_.section, "record"}, {head_.section, "head"}}, "",
         !article_.section.empty());
    note("url", {{given_.url, "record"}, {head_.url, "head"}}, "text", !article_.url.empty());
  }

 private:
  using Candidate = std::pair<std::string, std::string>;  // value and origin

  /// Candidates stand in the order of their rank, so the second is the runner-up.
  void note(std::string field, const std::vector<Candidate>& candidates, std::string otherwise,
            bool found) {
    if (!found) return;
    FieldEvidence evidence{std::move(field), {}, {}, {}};
    std::string chosen;
    for (const auto& [value, origin] : candidates) {
      if (value.empty()) continue;
      if (evidence.origin.empty()) {
        evidence.origin = origin;
        chosen = value;
      } else if (value != chosen && evidence.other.empty()) {
        evidence.other = value;
        evidence.other_origin = origin;
      }
    }
    if (evidence.origin.empty()) evidence.origin = std::move(otherwise);
    article_.evidence.push_back(std::move(evidence));
  }

  static std::string joined(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) (all += all.empty() ? "" : "; ") += name;
    return all;
  }

  static std::string names(const std::vector<Byline>& bylines) {
    std::vector<std::string> all;
    for (const Byline& byline : bylines) {
      all.insert(all.end(), byline.people.begin(), byline.people.end());
    }
    return joined(all);
  }

  static std::string iso(const std::optional<Published>& published) {
    return published && published->date.year != 0 ? to_iso(*published) : std::string();
  }

  void set_url() {
    fill(article_.url, given_.url);
    fill(article_.url, head_.url);
    for (const bool author_pages : {false, true}) {
      for (const std::string& url : traces_.urls) {
        const bool author = read_author_address(url, lexicon_).has_value();
        if (author == author_pages) fill(article_.url, url);
      }
    }
  }

  void set_dateline() {
    std::optional<ReadDateline> read;
    for (const std::string_view field :
         {std::string_view(given_.dateline), std::string_view(head_.dateline)}) {
      if (!read && !field.empty()) read = read_dateline_field(clean(field), lexicon_);
    }
    if (!read) read = first_dateline();
    if (!read) return;
    dateline_date_ = read->date;
    article_.dateline = std::move(read->dateline);
  }

  /// The story's own beginning; a standfirst may stand above it.
  std::optional<ReadDateline> first_dateline() const {
    std::size_t paragraphs = 0;
    for (const BodyItem& item : body_.items) {
      if (item.kind == ParagraphKind::caption || item.kind == ParagraphKind::subhead) continue;
      const std::string_view text = item.text.text();
      if (auto read = read_dateline(text, lexicon_); read && !(read->colon && has_labels()))
        return read;
      if (paragraphs == 0 && !has_labels()) {
        if (auto read = read_colon_dateline(text, lexicon_)) return read;
      }
      if (++paragraphs == 3) break;
    }
    return std::nullopt;
  }

  /// Several paragraphs begin with a label ("Ruiz: We left."): speakers, no places.
  bool has_labels() const {
    const auto labelled = [](const BodyItem& item) {
      const std::size_t colon = item.text.text().substr(0, 40).find(": ");
      return colon != std::string::npos && starts_upper(item.text.text()) &&
             count_words(std::string_view(item.text.text()).substr(0, colon)) <= 4;
    };
    return std::count_if(body_.items.begin(), body_.items.end(), labelled) > 1;
  }

  // Bylines.

  void set_bylines() {
    std::vector<Byline> given;
    for (const std::string& field : given_.byline) {
      std::string name = clean(field);
      if (is_marked_person(name)) {
        given.push_back({{std::move(name)}, {}, {}, {}});
      } else if (given_.names_authors) {
        const std::vector<Byline> listed = read_author_list(name, lexicon_);
        given.insert(given.end(), listed.begin(), listed.end());
      } else {
        given.push_back(read_byline_field(name, lexicon_));
      }
    }
    if (given_.names_authors) count_agencies_in(given);
    take_all(given);
    if (!has_author()) take_all(head_.bylines);
    if (!has_author()) take_all(body_.bylines);
    if (!has_author()) take_author_address(article_.url);
    for (const std::string& url : traces_.urls) {
      if (!has_author()) take_author_address(url);
    }
    if (has_author()) article_.desks.clear();
  }

  /// A list of authors that holds an agency beside people (["Ana Ruiz", "Tom Hale", "dpa"]) names
  /// it as one of them.
  static void count_agencies_in(std::vector<Byline>& list) {
    const bool has_people = std::any_of(
        list.begin(), list.end(), [](const Byline& author) { return !author.people.empty(); });
    for (Byline& author : list) {
      const bool agency = author.people.empty() && !author.agency.empty() && !author.desk.empty();
      if (has_people && agency) author.people.push_back(author.desk);
    }
  }

  /// A name that the archive itself marks as a person's needs no guess: "Ana Press".
  bool is_marked_person(std::string_view name) const {
    return std::any_of(
        given_.annotations.begin(), given_.annotations.end(), [name](const Annotation& annotation) {
          return annotation.kind == AnnotationKind::person && annotation.name == name;
        });
  }

  bool has_author() const { return !article_.byline.empty(); }

  void take_all(const std::vector<Byline>& bylines) {
    const bool is_signed = !article_.desks.empty();
    known_desks_.insert(article_.desks.begin(), article_.desks.end());
    for (const Byline& byline : bylines) {
      take(byline);
      if (!is_signed) take_desk(byline.desk);
    }
  }

  void take_desk(const std::string& desk) {
    if (!desk.empty() && known_desks_.insert(desk).second) article_.desks.push_back(desk);
  }

  void take(const Byline& byline) {
    for (const std::string& name : byline.people) {
      if (known_authors_.insert(name_key(name)).second) article_.byline.push_back(name);
    }
    if (byline_agency_.empty()) byline_agency_ = byline.agency;
    if (byline_source_.empty()) byline_source_ = byline.source;
  }

  void take_author_address(std::string_view url) {
    if (const auto byline = read_author_address(url, lexicon_)) take(*byline);
  }

  // Source, agency, section.

  void set_texts() {
    fill(article_.section, given_.section);
    fill(article_.section, head_.section);
    fill(article_.agency, given_.agency);
    fill(article_.agency, head_.agency);
    if (article_.dateline) fill(article_.agency, article_.dateline->agency);
    fill(article_.agency, byline_agency_);
    fill(article_.agency, body_.agency);
    set_source(given_.source);
    set_source(head_.source);
    if (count_words(byline_source_) > 1) set_source(byline_source_);
    for (const CopyrightLine& line : body_.copyrights) set_source(line.holder);
    set_source(byline_source_);
    set_source(body_.source);
    for (const std::string& outlet : traces_.outlets) set_source(outlet);
    for (const CopyrightLine& line : body_.copyrights) complete_agency(line.holder);
  }

  /// "(Andes)" of the dateline is the "Andes Wire Agency" of the copyright line.
  void complete_agency(std::string_view holder) {
    if (!article_.dateline || lexicon_.agencies.has(article_.agency)) return;
    const std::string own = name_key(article_.agency) + " ";
    const std::string other = name_key(holder);
    if (own.size() > 3 && other.rfind(own, 0) == 0) article_.agency = std::string(holder);
  }

  /// An agency that is named as the outlet is the agency as well; a host is read as a name.
  void set_source(std::string_view value) {
    if (value.empty()) return;
    const std::string* agency = lexicon_.agencies.find(value);
    if (agency != nullptr) fill(article_.agency, *agency);
    if (!article_.source.empty()) return;
    const bool host = value.find(' ') == std::string_view::npos && !host_of(value).empty();
    fill(article_.source, host ? name_of_host(value) : std::string(value));
  }

  void set_source_from_host() {
    if (article_.source.empty()) article_.source = name_of_host(article_.url);
    for (const std::string& url : traces_.urls) {
      if (article_.source.empty()) article_.source = name_of_host(url);
    }
  }

  std::string name_of_host(std::string_view url) const {
    std::vector<std::string_view> texts = {given_.headline};
    for (const std::string& outlet : traces_.outlets) texts.push_back(outlet);
    for (const BodyItem& item : body_.items) {
      texts.push_back(item.text.text());
      texts.push_back(item.credit);
    }
    return outlet_of_url(url, texts, lexicon_);
  }

  // Published.

  void set_published() {
    article_.published = read_date_field(clean(given_.published), lexicon_, day_order_);
    if (!article_.published) article_.published = with_year(head_.published);
    if (!article_.published && dateline_date_) {
      article_.published = with_year(Published{*dateline_date_, std::nullopt});
    }
    if (!article_.published) article_.published = date_of_address();
    if (!article_.published) article_.published = date_of_file_name(record_.origin.path);
  }

  std::optional<Published> date_of_address() const {
    const auto date = find_date_in_path(path_of(article_.url), lexicon_);
    return date ? std::optional(Published{*date, std::nullopt}) : std::nullopt;
  }

  static std::string_view path_of(std::string_view url) {
    const std::string_view host = host_of(url);
    if (host.empty()) return {};
    return url.substr(static_cast<std::size_t>(host.data() - url.data()) + host.size());
  }

  /// A date without a year gets that of the address or the copyright line; else it is none.
  std::optional<Published> with_year(std::optional<Published> published) const {
    if (!published) return std::nullopt;
    if (published->date.year == 0) published->date.year = year_hint();
    const bool missing = published->date == Date{1970, 1, 1};
    return is_valid(published->date) && !missing ? published : std::nullopt;
  }

  int year_hint() const {
    if (const auto date = find_date_in_path(path_of(article_.url), lexicon_)) return date->year;
    for (const CopyrightLine& line : body_.copyrights) {
      if (line.year != 0) return line.year;
    }
    return 0;
  }

  const RawRecord& record_;
  const RecordFields& given_;
  const HeadBlock& head_;
  const BodyText& body_;
  const PageTraces& traces_;
  DayOrder day_order_;
  const SplitLexicon& lexicon_;
  Article& article_;
  std::optional<Date> dateline_date_;
  std::string byline_agency_;
  std::string byline_source_;
  std::unordered_set<std::string> known_authors_;  ///< By `name_key`; lists of authors may be huge.
  std::unordered_set<std::string> known_desks_;
};

}  // namespace

DayOrder day_order_of(const RawRecord& record, const SourceLines& source,
                      const PageTraces& traces) {
  std::string dates = record.fields.published;
  std::size_t lines = 0;
  for (const Line& line : source.lines) {
    if (line.role != LineRole::text || line.end - line.begin > 200) continue;
    dates += '\n';
    dates += source.view(line);
    if (++lines == 60) break;
  }
  const DayOrder shown = find_day_order(dates);
  if (shown != DayOrder::unknown) return shown;
  const DayOrder by_field = order_of_host(host_of(record.fields.url));
  if (by_field != DayOrder::unknown || traces.urls.empty()) return by_field;
  return order_of_host(host_of(traces.urls.front()));
}

void fill_fields(const FieldSources& sources, const SplitLexicon& lexicon, Article& article,
                 Explain explain) {
  FieldFiller filler(sources, lexicon, article);
  filler.run();
  if (explain == Explain::yes) filler.explain();
}

}  // namespace onrecord
