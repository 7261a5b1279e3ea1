// SPDX-License-Identifier: GPL-3.0-or-later
// {"query":..., "total":..., "hits":[...], "facets":{...}}; as lines, one hit each.
#include <nlohmann/json.hpp>
#include <ostream>

#include "searcher/present/presenter.h"

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;

/// Ill-formed text cannot reach this far; should it, a mark replaces it and the output stays JSON.
std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json hit_json(const Hit& hit, const std::vector<const Column*>& columns) {
  Json out = Json::object();
  for (const Column* column : columns) out[std::string(column->name)] = column->value(hit);
  return out;
}

Json facets_json(const ResultPage& page) {
  Json out = Json::object();
  for (const FacetCounts& facet : page.facets) {
    Json values = Json::array();
    for (const FacetCount& value : facet.values) {
      values.push_back(Json{{"value", value.value}, {"count", value.count}});
    }
    out[std::string(facet.field->name)] = std::move(values);
  }
  return out;
}

/// Written as it comes, so that an export of any size needs the memory of one hit.
class JsonPresenter : public Presenter {
 public:
  JsonPresenter(std::ostream& out, PresentOptions options)
      : out_(out), options_(std::move(options)) {}

  void begin(const ResultPage& page) override {
    const Json head{{"query", page.query},   {"reading", page.reading}, {"total", page.total},
                    {"offset", page.offset}, {"partial", page.partial}, {"notes", page.notes}};
    std::string text = dump(head);
    text.pop_back();
    out_ << text << ",\"hits\":[";
  }

  void hit(const Hit& hit) override {
    out_ << (first_ ? "\n" : ",\n") << dump(hit_json(hit, options_.columns));
    first_ = false;
  }

  void end(const ResultPage& page) override {
    out_ << (first_ ? "" : "\n") << "],\"facets\":" << dump(facets_json(page)) << "}\n";
  }

  void lists(const ResultPage& page) override {
    const Json out{{"query", page.query},
                   {"reading", page.reading},
                   {"total", page.total},
                   {"facets", facets_json(page)}};
    out_ << dump(out) << '\n';
  }

 private:
  std::ostream& out_;
  PresentOptions options_;
  bool first_ = true;
};

class JsonLinesPresenter : public Presenter {
 public:
  JsonLinesPresenter(std::ostream& out, PresentOptions options)
      : out_(out), options_(std::move(options)) {}

  void begin(const ResultPage&) override {}
  void hit(const Hit& hit) override { out_ << dump(hit_json(hit, options_.columns)) << '\n'; }
  void end(const ResultPage&) override {}

  void lists(const ResultPage& page) override {
    for (const FacetCounts& facet : page.facets) {
      for (const FacetCount& value : facet.values) {
        const Json line{
            {"facet", facet.field->name}, {"value", value.value}, {"count", value.count}};
        out_ << dump(line) << '\n';
      }
    }
  }

 private:
  std::ostream& out_;
  PresentOptions options_;
};

}  // namespace

std::unique_ptr<Presenter> make_json_presenter(std::ostream& out, const PresentOptions& options) {
  return std::make_unique<JsonPresenter>(out, options);
}

std::unique_ptr<Presenter> make_jsonl_presenter(std::ostream& out, const PresentOptions& options) {
  return std::make_unique<JsonLinesPresenter>(out, options);
}

}  // namespace onrecord
