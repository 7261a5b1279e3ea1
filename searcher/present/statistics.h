// SPDX-License-Identifier: GPL-3.0-or-later
// What an index holds, for people and for programs.
#pragma once

#include <iosfwd>

#include "searcher/result_page.h"

namespace onrecord {

void print_statistics(const IndexStatistics& statistics, std::ostream& out);
void print_statistics_json(const IndexStatistics& statistics, std::ostream& out);

}  // namespace onrecord
