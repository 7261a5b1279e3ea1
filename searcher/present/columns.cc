// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/present/columns.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/article_text.h"
#include "common/utf8.h"

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;

Json string_or_null(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json rounded(double value, double steps) {
  return std::round(value * steps) / steps;
}

const Quote* quote_of(const Hit& hit) {
  return hit.quote ? &hit.article.quotes[*hit.quote] : nullptr;
}

template <typename F>
Json of_quote(const Hit& hit, F value) {
  const Quote* quote = quote_of(hit);
  return quote == nullptr ? Json(nullptr) : Json(value(*quote));
}

/// {"text":..., "marks":[[begin,end],...]}, the marks in code points.
Json marked(const MarkedText& text) {
  Json marks = Json::array();
  const std::string_view bytes = text.text;
  for (const TextSpan& mark : text.marks) {
    marks.push_back(Json::array({count_code_points(bytes.substr(0, mark.begin)),
                                 count_code_points(bytes.substr(0, mark.end))}));
  }
  return Json{{"text", text.text}, {"marks", std::move(marks)}};
}

Json people(const Hit& hit) {
  Json names = Json::array();
  for (const Person& person : hit.article.people) names.push_back(person.name);
  return names;
}

Json places(const Hit& hit) {
  Json out = Json::array();
  for (const Place& place : hit.article.places) {
    out.push_back(Json{{"name", place.name}, {"country", string_or_null(place.country)}});
  }
  return out;
}

Json organizations(const Hit& hit) {
  Json names = Json::array();
  for (const Organization& org : hit.article.organizations) names.push_back(org.name);
  return names;
}

Json published(const Hit& hit) {
  return hit.article.published ? Json(to_iso(*hit.article.published)) : Json(nullptr);
}

constexpr std::array table = {
    Column{"id", true, true, [](const Hit& h) { return Json(h.id); }},
    Column{"article", false, true, [](const Hit& h) { return Json(h.article.id); }},
    Column{"score", true, true, [](const Hit& h) { return rounded(h.score, 1000); }},
    Column{"published", true, true, published},
    Column{"text", false, true,
           [](const Hit& h) { return of_quote(h, [](const Quote& q) { return q.text; }); }},
    Column{"speaker", false, true,
           [](const Hit& h) {
             return of_quote(h, [](const Quote& q) { return string_or_null(q.speaker); });
           }},
    Column{"speaker_mention", false, true,
           [](const Hit& h) {
             return of_quote(h, [](const Quote& q) { return string_or_null(q.speaker_mention); });
           }},
    Column{"role", false, true,
           [](const Hit& h) {
             return of_quote(h, [](const Quote& q) { return string_or_null(q.role); });
           }},
    Column{"cue", false, true,
           [](const Hit& h) {
             return of_quote(h, [](const Quote& q) { return string_or_null(q.cue); });
           }},
    Column{"cue_class", false, true,
           [](const Hit& h) {
             return of_quote(h, [](const Quote& q) { return string_or_null(q.cue_class); });
           }},
    Column{"joint_speakers", false, true,
           [](const Hit& h) {
             return of_quote(h, [](const Quote& q) { return Json(q.joint_speakers); });
           }},
    Column{"addressee", false, true,
           [](const Hit& h) {
             return of_quote(h, [](const Quote& q) { return string_or_null(q.addressee); });
           }},
    Column{"occasion", false, true,
           [](const Hit& h) {
             return of_quote(h, [](const Quote& q) { return string_or_null(q.occasion); });
           }},
    Column{"said_on", false, true,
           [](const Hit& h) {
             return of_quote(
                 h, [](const Quote& q) { return q.said_on ? Json(to_iso(*q.said_on)) : Json(); });
           }},
    Column{
        "kind", false, true,
        [](const Hit& h) { return of_quote(h, [](const Quote& q) { return name_of(q.kind); }); }},
    Column{"confidence", false, true,
           [](const Hit& h) {
             return of_quote(
                 h, [](const Quote& q) { return rounded(static_cast<double>(q.confidence), 100); });
           }},
    Column{"context", false, true, [](const Hit& h) { return string_or_null(h.context.text); }},
    Column{"headline", true, true,
           [](const Hit& h) { return string_or_null(headline_of(h.article)); }},
    Column{"source", true, true, [](const Hit& h) { return string_or_null(h.article.source); }},
    Column{"agency", true, true, [](const Hit& h) { return string_or_null(h.article.agency); }},
    Column{"section", true, true, [](const Hit& h) { return string_or_null(h.article.section); }},
    Column{"byline", true, false, [](const Hit& h) { return Json(signatures_of(h.article)); }},
    Column{"snippet", true, true, [](const Hit& h) { return marked(h.snippet); }},
    Column{"people", true, false, people},
    Column{"places", true, false, places},
    Column{"organizations", true, false, organizations},
    Column{"quotes", true, false, [](const Hit& h) { return Json(h.article.quotes.size()); }},
    Column{"language", true, true, [](const Hit& h) { return string_or_null(h.article.language); }},
    Column{"url", true, true, [](const Hit& h) { return string_or_null(h.article.url); }},
    Column{"path", true, true, [](const Hit& h) { return Json(h.article.origin.path); }},
    Column{"record", true, true, [](const Hit& h) { return Json(h.article.origin.record); }},
};

std::string object_cell(const Json& object) {
  if (object.contains("text")) return as_cell(object["text"]);
  const std::string country = as_cell(object["country"]);
  const std::string name = as_cell(object["name"]);
  return country.empty() ? name : fmt::format("{} ({})", name, country);
}

}  // namespace

std::span<const Column> columns() {
  return table;
}

std::vector<const Column*> columns_of(DocumentKind target) {
  std::vector<const Column*> out;
  for (const Column& column : table) {
    if (target == DocumentKind::article ? column.of_articles : column.of_quotes)
      out.push_back(&column);
  }
  return out;
}

Result<std::vector<const Column*>> choose_columns(const std::vector<std::string>& names,
                                                  DocumentKind target) {
  const std::vector<const Column*> known = columns_of(target);
  if (names.empty()) return known;
  std::vector<const Column*> chosen;
  for (const std::string& name : names) {
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const Column* c) { return c->name == name; });
    if (found == known.end()) {
      std::vector<std::string> all;
      for (const Column* column : known) all.emplace_back(column->name);
      return fail(fmt::format("--fields: there is no field \"{}\"; the fields are {}", name,
                              fmt::join(all, ", ")));
    }
    chosen.push_back(*found);
  }
  return chosen;
}

std::string as_cell(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object()) return object_cell(value);
  if (!value.is_array()) return value.dump();
  std::vector<std::string> cells;
  for (const Json& item : value) cells.push_back(as_cell(item));
  return fmt::format("{}", fmt::join(cells, "; "));
}

}  // namespace onrecord
