// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/present/presenter.h"

#include <algorithm>
#include <array>

namespace onrecord {
namespace {

constexpr std::array formats = {
    OutputFormat{"text", "text/plain; charset=utf-8", make_text_presenter},
    OutputFormat{"json", "application/json", make_json_presenter},
    OutputFormat{"jsonl", "application/jsonl", make_jsonl_presenter},
    OutputFormat{"csv", "text/csv; charset=utf-8; header=present", make_csv_presenter},
};

}  // namespace

std::span<const OutputFormat> output_formats() {
  return formats;
}

const OutputFormat* find_output_format(std::string_view name) {
  const auto found = std::find_if(formats.begin(), formats.end(),
                                  [&](const OutputFormat& format) { return format.name == name; });
  return found == formats.end() ? nullptr : &*found;
}

}  // namespace onrecord
