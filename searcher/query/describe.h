// SPDX-License-Identifier: GPL-3.0-or-later
// How a request was read, in the query language itself where it can say it.
#pragma once

#include <string>

#include "searcher/request.h"

namespace onrecord {

/// `water AND "lake tax" AND NOT speaker:Roe`
std::string describe(const QueryNode& node);

/// Query, filters, dates and order: `water · speaker: Jane Roe · since 2021 · newest first`.
std::string describe(const SearchRequest& request);

/// `speaker: Jane Roe`, `not source: Evening Post`
std::string describe(const Filter& filter);

/// `since 2021-03`, `from 2020 to 2021-03`, `in 2021`; empty for an open range.
std::string describe(const DateRange& dates);

}  // namespace onrecord
