// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as people read them.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace onrecord {

/// "48,211"
std::string grouped(std::uint64_t number);

/// "40 s", "3 min", "2 h 05 min"
std::string duration_text(std::chrono::duration<double> time);

}  // namespace onrecord
