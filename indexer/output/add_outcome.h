// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace onrecord {

/// What became of an article that was given to an index; named in reports.
enum class AddOutcome : std::uint8_t {
  added,
  updated,    ///< The index held an older version of the article; it was replaced.
  unchanged,  ///< The index held this very article.
  duplicate,  ///< Read before in the same run.
};

}  // namespace onrecord
