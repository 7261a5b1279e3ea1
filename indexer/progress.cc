// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/progress.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include <fmt/format.h>
#include <unistd.h>

#include "common/terminal.h"
#include "indexer/numbers.h"
#include "indexer/reader/byte_stream.h"

namespace onrecord {
namespace {

/// Share of the bytes and time left; nothing before the total is known.
std::string share_text(const ProgressState& state) {
  if (!state.total_bytes || *state.total_bytes == 0) return size_text(state.bytes);
  const double share =
      std::min(1.0, static_cast<double>(state.bytes) / static_cast<double>(*state.total_bytes));
  std::string text =
      fmt::format("{:.0f}% of {}", std::floor(share * 100), size_text(*state.total_bytes));
  // Earlier the rate is not steady enough for a forecast.
  constexpr double min_seconds = 2;
  if (share > 0.005 && state.elapsed.count() > min_seconds) {
    const auto left = state.elapsed * ((1 - share) / share);
    text += fmt::format("   {} left", duration_text(left));
  }
  return text;
}

}  // namespace

std::string progress_line(const ProgressState& state, int width) {
  const double rate = static_cast<double>(state.articles) / std::max(state.elapsed.count(), 0.1);
  std::string line = fmt::format("{} articles   {}/s   {}", grouped(state.articles),
                                 grouped(static_cast<std::uint64_t>(rate)), share_text(state));
  if (state.skipped > 0) line += fmt::format("   {} skipped", grouped(state.skipped));
  if (width > 1 && line.size() >= static_cast<std::size_t>(width)) {
    line.resize(static_cast<std::size_t>(width) - 1);
  }
  return line;
}

std::string progress_json(const ProgressState& state) {
  using Json = nlohmann::ordered_json;
  return Json{{"articles", state.articles},
              {"skipped", state.skipped},
              {"bytes", state.bytes},
              {"total_bytes", state.total_bytes ? Json(*state.total_bytes) : Json(nullptr)},
              {"seconds", std::round(state.elapsed.count() * 10) / 10}}
      .dump();
}

Progress::Progress(Log& log, ProgressMode mode)
    : log_(log),
      line_(mode == ProgressMode::automatic && is_terminal(STDERR_FILENO)),
      json_(mode == ProgressMode::json) {}

void Progress::update(const ProgressState& state) {
  const double since = state.elapsed.count() - last_shown_;
  constexpr double line_seconds = 0.2;
  constexpr double json_seconds = 1.0;
  if (since < (json_ ? json_seconds : line_seconds)) return;
  last_shown_ = state.elapsed.count();
  if (line_) log_.status(progress_line(state, terminal_width(STDERR_FILENO)));
  if (json_) log_.plain(progress_json(state));
}

}  // namespace onrecord
