// SPDX-License-Identifier: GPL-3.0-or-later
// Why a search found nothing, and what in the archive comes near.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/query/query_builder.h"
#include "searcher/request.h"

namespace onrecord {

/// Sentences for the user: words and names that the archive does not have, with the nearest it
/// has; else the filter that removed the last hit.
std::vector<std::string> advise(const SearchRequest& request, const Xapian::Database& database,
                                QueryBuilder& builder);

}  // namespace onrecord
