// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/numbers.h"

#include <cmath>

#include <fmt/format.h>

namespace onrecord {

std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) {
    at -= 3;
    text.insert(at, 1, ',');
  }
  return text;
}

std::string duration_text(std::chrono::duration<double> time) {
  const auto seconds = std::llround(time.count());
  if (seconds < 60) return fmt::format("{} s", seconds);
  const std::int64_t minutes = (seconds + 30) / 60;
  if (minutes < 60) return fmt::format("{} min", minutes);
  return fmt::format("{} h {:02} min", minutes / 60, minutes % 60);
}

}  // namespace onrecord
