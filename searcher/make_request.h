// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed on the command line as a request to the engine.
#pragma once

#include "common/date.h"
#include "common/result.h"
#include "searcher/options.h"
#include "searcher/request.h"

namespace onrecord {

/// What a command searches.
DocumentKind target_of(const SearchOptions& options);

/// Mistakes come with a pointer to the place in the query:
///   column 6: there is no field "persn:", did you mean "person:"? ...
///     lake persn:Roe
///          ^
Result<SearchRequest> make_request(const SearchOptions& options, const Date& today);

}  // namespace onrecord
