// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/present/statistics.h"

#include <nlohmann/json.hpp>
#include <ostream>

#include <fmt/format.h>

namespace onrecord {
namespace {

std::string percentage(std::size_t part, std::size_t whole) {
  if (whole == 0) return "0 %";
  return fmt::format("{:.0f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

std::string megabytes(std::uint64_t bytes) {
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

}  // namespace

void print_statistics(const IndexStatistics& statistics, std::ostream& out) {
  const auto row = [&](std::string_view name, const std::string& value) {
    out << fmt::format("{:<22} {}\n", name, value);
  };
  row("index", statistics.path);
  row("articles", std::to_string(statistics.articles));
  row("quotes", fmt::format("{} (speaker known {})", statistics.quotes,
                            percentage(statistics.quotes_with_speaker, statistics.quotes)));
  for (std::size_t i = 0; i < statistics.facet_fields.size(); ++i) {
    row(fmt::format("different {} values", statistics.facet_fields[i]->name),
        std::to_string(statistics.distinct[i]));
  }
  const bool dated = !statistics.first_date.empty();
  row("published", dated ? statistics.first_date + " to " + statistics.last_date : "no dates");
  row("without a date", std::to_string(statistics.without_date));
  row("size", megabytes(statistics.bytes));
  row("index format", std::to_string(statistics.format_version));
}

void print_statistics_json(const IndexStatistics& statistics, std::ostream& out) {
  using Json = nlohmann::ordered_json;
  Json distinct = Json::object();
  for (std::size_t i = 0; i < statistics.facet_fields.size(); ++i) {
    distinct[std::string(statistics.facet_fields[i]->name)] = statistics.distinct[i];
  }
  const bool dated = !statistics.first_date.empty();
  const Json json{{"index", statistics.path},
                  {"articles", statistics.articles},
                  {"quotes", statistics.quotes},
                  {"quotes_with_speaker", statistics.quotes_with_speaker},
                  {"distinct", std::move(distinct)},
                  {"first_date", dated ? Json(statistics.first_date) : Json(nullptr)},
                  {"last_date", dated ? Json(statistics.last_date) : Json(nullptr)},
                  {"without_date", statistics.without_date},
                  {"bytes", statistics.bytes},
                  {"format_version", statistics.format_version}};
  out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace onrecord
