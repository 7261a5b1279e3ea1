// SPDX-License-Identifier: GPL-3.0-or-later
// One thread reads, several analyse, the calling thread gets the results in the order of the input.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/result.h"
#include "indexer/reader/open_input.h"
#include "indexer/reader/reader.h"
#include "indexer/reader/walker.h"

namespace onrecord {

/// What came of one record, or of one input as a whole.
struct PipelineEvent {
  std::string path;
  std::uint64_t record = 0;       ///< Number inside the input; 0: the input as a whole.
  bool input_ends = false;        ///< The last event of its input.
  std::optional<Error> skipped;   ///< Why record or input gave nothing.
  RawRecord raw;                  ///< What `work` gets.
  std::vector<Article> articles;  ///< What `work` makes of it.
  std::vector<std::string> lines;
  double milliseconds = 0;       ///< Time of the work.
  std::uint64_t bytes_read = 0;  ///< Of all inputs up to here.
};

struct PipelineHooks {
  /// Turns `raw` into `articles` (and `lines`); called by many threads at once. What it throws
  /// costs this record only.
  std::function<void(PipelineEvent&)> work;

  /// Gets every event in the order of the input, in the thread that runs the pipeline; false ends
  /// the run. What it throws ends the run, too.
  std::function<bool(PipelineEvent&)> deliver;

  /// Called ten times a second in the same thread.
  std::function<void()> tick;
};

struct PipelineSettings {
  int jobs = 1;
  /// Bytes of records read and not yet delivered; bounds the memory.
  std::uint64_t bytes_under_way = 8U << 20U;
};

/// Runs until all inputs are read, or a stop signal comes: then what is being analysed is still
/// delivered, what only waits is dropped.
void run_pipeline(Walker& walker, const ReadSettings& read_settings,
                  const PipelineSettings& settings, const PipelineHooks& hooks);

}  // namespace onrecord
