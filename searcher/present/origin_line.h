// SPDX-License-Identifier: GPL-3.0-or-later
// Where an article is found again.
#pragma once

#include <string>

#include "common/article.h"

namespace onrecord {

/// "news/2019.jsonl (record 12)"; without the number for the first or only record of a file.
std::string origin_line(const Origin& origin);

}  // namespace onrecord
