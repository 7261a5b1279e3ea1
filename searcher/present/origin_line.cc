// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/present/origin_line.h"

#include <fmt/format.h>

namespace onrecord {

std::string origin_line(const Origin& origin) {
  if (origin.record <= 1) return origin.path;
  return fmt::format("{} (record {})", origin.path, origin.record);
}

}  // namespace onrecord
