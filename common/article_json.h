// SPDX-License-Identifier: GPL-3.0-or-later
// An article as JSON: the contract of `onrecord-index extract` and of `show --format json`.
// docs/output.md describes every key; the two change together.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "common/article.h"

namespace onrecord {

/// All keys in the order of docs/output.md. Unknown is null or [], nothing is left out. Offsets
/// count code points of the "body" string.
nlohmann::ordered_json article_to_json(const Article& article, Explain explain = Explain::no);

/// One line without the line end. With `keys`, only those keys, in the order given.
std::string article_json_line(const Article& article, const std::vector<std::string>& keys = {},
                              Explain explain = Explain::no);

/// The keys of an article, in order, that of explanations last.
std::vector<std::string> article_json_keys();

}  // namespace onrecord
