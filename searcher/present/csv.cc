// SPDX-License-Identifier: GPL-3.0-or-later
// CSV as in RFC 4180: a header line, CRLF, cells quoted where needed.
#include <ostream>

#include "common/escape.h"
#include "searcher/present/presenter.h"

namespace onrecord {
namespace {

class CsvPresenter : public Presenter {
 public:
  CsvPresenter(std::ostream& out, PresentOptions options)
      : out_(out), options_(std::move(options)) {}

  void begin(const ResultPage&) override {
    std::vector<std::string> names;
    for (const Column* column : options_.columns) names.emplace_back(column->name);
    row(names);
  }

  void hit(const Hit& hit) override {
    std::vector<std::string> cells;
    for (const Column* column : options_.columns) {
      const auto value = column->value(hit);
      cells.push_back(value.is_number() ? value.dump() : escape_csv(as_cell(value)));
    }
    row(cells);
  }

  void end(const ResultPage&) override {}

  void lists(const ResultPage& page) override {
    row({"facet", "value", "count"});
    for (const FacetCounts& facet : page.facets) {
      for (const FacetCount& value : facet.values) {
        row({std::string(facet.field->name), escape_csv(value.value), std::to_string(value.count)});
      }
    }
  }

 private:
  void row(const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) out_ << (i == 0 ? "" : ",") << cells[i];
    out_ << "\r\n";
  }

  std::ostream& out_;
  PresentOptions options_;
};

}  // namespace

std::unique_ptr<Presenter> make_csv_presenter(std::ostream& out, const PresentOptions& options) {
  return std::make_unique<CsvPresenter>(out, options);
}

}  // namespace onrecord
