// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include <fmt/format.h>

#include "common/article_json.h"
#include "indexer/analyse.h"
#include "indexer/commands.h"
#include "indexer/data_folder.h"
#include "indexer/reader/open_input.h"

namespace onrecord {
namespace {

void skip(const std::string& where, const Error& error) {
  fmt::print(stderr, "onrecord-index: {}: {}; skipped\n", where, error.message);
}

/// How many records were skipped.
int extract_file(const std::string& path, const ReadSettings& settings, const AnalysisData& data,
                 const std::vector<std::string>& keys) {
  const auto reader = open_input(path, settings);
  if (!reader) {
    skip(path, reader.error());
    return 1;
  }
  int skipped = 0;
  while (true) {
    auto record = (*reader)->next();
    if (!record) {
      skip(fmt::format("{}: record {}", path, (*reader)->records_read()), record.error());
      ++skipped;
      continue;
    }
    if (!*record) return skipped;
    for (const Article& article : analyse(std::move(**record), data)) {
      std::cout << article_json_line(article, keys) << '\n';
    }
  }
}

}  // namespace

ExitStatus run_extract(const IndexOptions& options) {
  const auto folder = find_data_folder(options.data_folder);
  const auto data = folder ? load_analysis_data(*folder) : tl::unexpected(folder.error());
  if (!data) {
    fmt::print(stderr, "onrecord-index: {}\n", data.error().message);
    return ExitStatus::error;
  }
  ReadSettings settings;
  settings.format = options.format;
  int skipped = 0;
  for (const std::string& path : options.inputs) {
    skipped += extract_file(path, settings, *data, options.keys);
  }
  std::cout.flush();
  return skipped > 0 ? ExitStatus::incomplete : ExitStatus::done;
}

}  // namespace onrecord
