// SPDX-License-Identifier: GPL-3.0-or-later
// Where finished articles go: the index writer behind `build` and `add`, the printer of `extract`.
#pragma once

#include <cstdint>

#include "common/article.h"

namespace onrecord {

/// What became of an article; named in reports.
enum class SinkOutcome : std::uint8_t {
  added,
  updated,    ///< The index held an older version of the article; it was replaced.
  unchanged,  ///< The index held this very article.
  duplicate,  ///< Read before in the same run.
};

/// Takes articles one at a time, in the order of the input, from one thread.
class ArticleSink {
 public:
  virtual ~ArticleSink() = default;

  /// What cannot be written (disk full, damaged index) is an exception and ends the run.
  virtual SinkOutcome add(Article&& article) = 0;

  /// Called once after the last article, also when a signal stopped the run: commit what is held.
  virtual void finish() = 0;
};

}  // namespace onrecord
