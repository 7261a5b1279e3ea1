// SPDX-License-Identifier: GPL-3.0-or-later
// How far a run is: one line that renews itself on a terminal, or lines of JSON for programs.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "common/log.h"

namespace onrecord {

enum class ProgressMode { automatic, never, json };

struct ProgressState {
  std::uint64_t articles = 0;
  std::uint64_t skipped = 0;
  std::uint64_t bytes = 0;                   ///< Of the inputs, read so far.
  std::optional<std::uint64_t> total_bytes;  ///< Unknown until all inputs are counted.
  std::chrono::duration<double> elapsed{};
};

/// " 12,345 articles   1,940/s   48% of 1.2 GB   3 min left   12 skipped", cut at `width` columns.
std::string progress_line(const ProgressState& state, int width);

/// {"articles":...,"skipped":...,"bytes":...,"total_bytes":...,"seconds":...}
std::string progress_json(const ProgressState& state);

/// Shows states, but not too often.
class Progress {
 public:
  /// Automatic shows the line when stderr is a terminal.
  Progress(Log& log, ProgressMode mode);

  bool shows_anything() const { return line_ || json_; }
  void update(const ProgressState& state);
  void finish() { log_.clear_status(); }

 private:
  Log& log_;
  bool line_;
  bool json_;
  double last_shown_ = 0;  ///< Seconds since the start.
};

}  // namespace onrecord
