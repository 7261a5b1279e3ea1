// SPDX-License-Identifier: GPL-3.0-or-later
// How results are printed: the interface, and the one list of output formats.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/present/columns.h"
#include "searcher/result_page.h"

namespace onrecord {

struct PresentOptions {
  bool color = false;
  std::size_t width = 80;              ///< Columns of the terminal.
  bool tabular = false;                ///< Text: one line a hit, cells between tabs.
  std::vector<const Column*> columns;  ///< What of a hit is printed, where a format has columns.
};

/// Prints one result: `begin`, `hit` for each hit in order, `end`. Or `lists` alone.
class Presenter {
 public:
  virtual ~Presenter() = default;
  virtual void begin(const ResultPage& page) = 0;
  virtual void hit(const Hit& hit) = 0;
  virtual void end(const ResultPage& page) = 0;
  /// Only the facets of a result: ranked lists of people, places, outlets.
  virtual void lists(const ResultPage& page) = 0;
};

/// An output format: a row here and one source file.
struct OutputFormat {
  std::string_view name;
  std::string_view media_type;
  std::unique_ptr<Presenter> (*make)(std::ostream& out, const PresentOptions& options) = nullptr;
};

std::span<const OutputFormat> output_formats();
const OutputFormat* find_output_format(std::string_view name);

std::unique_ptr<Presenter> make_text_presenter(std::ostream& out, const PresentOptions& options);
std::unique_ptr<Presenter> make_json_presenter(std::ostream& out, const PresentOptions& options);
std::unique_ptr<Presenter> make_jsonl_presenter(std::ostream& out, const PresentOptions& options);
std::unique_ptr<Presenter> make_csv_presenter(std::ostream& out, const PresentOptions& options);

}  // namespace onrecord
