// SPDX-License-Identifier: GPL-3.0-or-later
// Results for people: an echo of the query, then a short block for each hit.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/article_text.h"
#include "common/escape.h"
#include "searcher/present/origin_line.h"
#include "searcher/present/presenter.h"
#include "searcher/present/speaker_line.h"
#include "searcher/present/terminal_writer.h"

namespace onrecord {
namespace {

constexpr std::size_t indent = 4;
constexpr std::string_view dot = " \u00B7 ";

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string hits_name(DocumentKind target, std::size_t count) {
  return target == DocumentKind::article ? counted(count, "article", "articles")
                                         : counted(count, "quote", "quotes");
}

/// "12 articles, from 21 on: strike AND wages"
std::string echo_line(const ResultPage& page) {
  std::string line = hits_name(page.target, page.total);
  if (page.partial) line = "at least " + line;
  if (page.offset > 0) line += fmt::format(", from {} on", page.offset + 1);
  return page.reading.empty() || page.reading == "*" ? line : line + ": " + page.reading;
}

/// At most `most` names, then how many there are more.
std::string name_list(const std::vector<std::string>& names, std::size_t most) {
  const std::size_t shown = std::min(most, names.size());
  std::string out = fmt::format(
      "{}", fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  if (names.size() > shown) out += fmt::format(" and {} more", names.size() - shown);
  return out;
}

std::string published_or_unknown(const Article& article) {
  return article.published ? to_iso(article.published->date) : std::string("undated");
}

/// The address; of one record among several, and without an address, also the file.
std::string link_of(const Article& article) {
  if (article.url.empty()) return origin_line(article.origin);
  if (article.origin.record <= 1) return article.url;
  return article.url + std::string(dot) + origin_line(article.origin);
}

class TextPresenter : public Presenter {
 public:
  TextPresenter(std::ostream& out, const PresentOptions& options)
      : terminal_(out, options.color, options.width) {}

  void begin(const ResultPage& page) override {
    terminal_.paragraph({{echo_line(page), Style::dim}}, 0, 2);
    for (const std::string& note : page.notes) terminal_.paragraph({{note}}, 0, 2);
  }

  void hit(const Hit& hit) override {
    terminal_.blank_line();
    if (hit.quote) {
      quote(hit, hit.article.quotes[*hit.quote]);
    } else {
      article(hit);
    }
  }

  void end(const ResultPage& page) override {
    if (page.facets.empty()) return;
    terminal_.blank_line();
    for (const FacetCounts& facet : page.facets) facet_line(facet);
  }

  void lists(const ResultPage& page) override {
    terminal_.paragraph({{echo_line(page), Style::dim}}, 0, 2);
    for (const FacetCounts& facet : page.facets) {
      terminal_.blank_line();
      facet_table(facet);
    }
  }

 private:
  void article(const Hit& hit) {
    terminal_.paragraph(headline_of_hit(hit), 0, indent);
    StyledText where = {{published_or_unknown(hit.article), Style::dim}};
    add(where, hit.article.source);
    add(where, hit.article.section);
    if (!signatures_of(hit.article).empty()) {
      add(where, fmt::format("by {}", fmt::join(signatures_of(hit.article), ", ")));
    }
    add(where, hit.id);
    terminal_.paragraph(where, indent, indent);
    if (!hit.snippet.text.empty()) {
      terminal_.paragraph(styled(hit.snippet, Style::plain), indent, indent);
    }
    names_line(hit.article);
    terminal_.line({{link_of(hit.article), Style::dim}}, indent);
  }

  static StyledText headline_of_hit(const Hit& hit) {
    StyledText text = {{fmt::format("{:<3} ", hit.rank), Style::dim}};
    if (hit.headline.text.empty()) {
      text.push_back({"(no headline)", Style::headline});
      return text;
    }
    for (StyledRun& run : styled(hit.headline, Style::headline)) text.push_back(std::move(run));
    return text;
  }

  static void add(StyledText& line, const std::string& part) {
    if (!part.empty()) line.push_back({std::string(dot) + part, Style::dim});
  }

  void names_line(const Article& article) {
    std::vector<std::string> parts;
    std::vector<std::string> people;
    for (const Person& person : article.people) people.push_back(person.name);
    if (!people.empty()) parts.push_back("people: " + name_list(people, 5));
    std::vector<std::string> places;
    for (const Place& place : article.places) {
      places.push_back(place.country.empty() ? place.name
                                             : fmt::format("{} ({})", place.name, place.country));
    }
    if (!places.empty()) parts.push_back("places: " + name_list(places, 4));
    if (!article.quotes.empty()) parts.push_back(fmt::format("quotes: {}", article.quotes.size()));
    if (parts.empty()) return;
    terminal_.paragraph({{fmt::format("{}", fmt::join(parts, "   ")), Style::dim}}, indent,
                        indent + 2);
  }

  void quote(const Hit& hit, const Quote& quote) {
    StyledText head = {{fmt::format("{:<3} ", hit.rank), Style::dim}};
    for (StyledRun& run : speaker_line(quote)) head.push_back(std::move(run));
    head.push_back({fmt::format("{}{}", dot, published_or_unknown(hit.article)), Style::dim});
    add(head, hit.article.source);
    terminal_.paragraph(head, 0, indent);
    terminal_.paragraph(quote_text(hit, quote), indent, indent);
    context_line(hit);
    terminal_.paragraph(headline_reference(hit), indent, indent);
    terminal_.line({{hit.id + std::string(dot) + link_of(hit.article), Style::dim}}, indent);
  }

  static StyledText quote_text(const Hit& hit, const Quote& quote) {
    StyledText text = styled(hit.snippet, Style::plain);
    if (quote.kind == QuoteKind::indirect) return text;
    text.insert(text.begin(), StyledRun{"\u201C"});
    text.push_back({"\u201D"});
    return text;
  }

  /// The reporter's sentence without the quote, which stands above it already.
  void context_line(const Hit& hit) {
    const std::string& context = hit.context.text;
    std::string rest;
    std::size_t at = 0;
    for (const TextSpan& said : hit.quote_in_context) {
      rest += context.substr(at, said.begin - at);
      rest += "[\u2026]";
      at = said.end;
    }
    rest += context.substr(at);
    terminal_.paragraph({{"in: " + rest, Style::dim}}, indent, indent + 4);
  }

  static StyledText headline_reference(const Hit& hit) {
    return {{"from: ", Style::dim},
            {hit.headline.text.empty() ? "(no headline)" : hit.headline.text, Style::dim}};
  }

  void facet_line(const FacetCounts& facet) {
    StyledText line = {{std::string(facet.field->name) + ": ", Style::headline}};
    for (std::size_t i = 0; i < facet.values.size(); ++i) {
      line.push_back({fmt::format("{}{} {}", i == 0 ? "" : dot, facet.values[i].value,
                                  facet.values[i].count)});
    }
    if (facet.values.empty()) line.push_back({"none"});
    terminal_.paragraph(line, 0, 2);
  }

  void facet_table(const FacetCounts& facet) {
    terminal_.line({{fmt::format("{}", facet.field->name), Style::headline},
                    {fmt::format("{}{} in all", dot, facet.distinct), Style::dim}});
    for (const FacetCount& value : facet.values) {
      terminal_.line({{fmt::format("{:>8}  ", value.count)}, {value.value}});
    }
  }

  TerminalWriter terminal_;
};

/// With --fields: cells between tabs, as cut and awk expect them.
class TabularPresenter : public Presenter {
 public:
  TabularPresenter(std::ostream& out, PresentOptions options)
      : out_(out), options_(std::move(options)) {}

  void begin(const ResultPage&) override {}

  void hit(const Hit& hit) override {
    for (std::size_t i = 0; i < options_.columns.size(); ++i) {
      const std::string cell = escape_terminal(as_cell(options_.columns[i]->value(hit)));
      out_ << (i == 0 ? "" : "\t") << cell;
    }
    out_ << '\n';
  }

  void end(const ResultPage&) override {}

  void lists(const ResultPage& page) override {
    for (const FacetCounts& facet : page.facets) {
      for (const FacetCount& value : facet.values) {
        out_ << value.count << '\t' << escape_terminal(value.value) << '\n';
      }
    }
  }

 private:
  std::ostream& out_;
  PresentOptions options_;
};

}  // namespace

std::unique_ptr<Presenter> make_text_presenter(std::ostream& out, const PresentOptions& options) {
  if (options.tabular) return std::make_unique<TabularPresenter>(out, options);
  return std::make_unique<TextPresenter>(out, options);
}

}  // namespace onrecord
