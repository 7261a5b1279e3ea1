// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <iostream>
#include <iterator>

#include <fmt/format.h>

#include "common/article_json.h"
#include "common/utf8.h"
#include "indexer/analyse.h"
#include "indexer/commands.h"
#include "indexer/data_folder.h"

namespace onrecord {
namespace {

Result<RawRecord> read_text_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail("cannot be read");
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  return RawRecord{{path, 1, "text"}, TextKind::plain, repair_utf8(bytes), {}, "UTF-8"};
}

}  // namespace

ExitStatus run_extract(const IndexOptions& options) {
  const auto folder = find_data_folder(options.data_folder);
  const auto data = folder ? load_analysis_data(*folder) : tl::unexpected(folder.error());
  if (!data) {
    fmt::print(stderr, "onrecord-index: {}\n", data.error().message);
    return ExitStatus::error;
  }
  bool skipped = false;
  for (const std::string& path : options.inputs) {
    auto record = read_text_file(path);
    if (!record) {
      fmt::print(stderr, "onrecord-index: {}: {}; skipped\n", path, record.error().message);
      skipped = true;
      continue;
    }
    for (const Article& article : analyse(std::move(*record), *data)) {
      std::cout << article_json_line(article, options.keys) << '\n';
    }
  }
  std::cout.flush();
  return skipped ? ExitStatus::incomplete : ExitStatus::done;
}

}  // namespace onrecord
