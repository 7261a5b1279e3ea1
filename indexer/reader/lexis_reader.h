// SPDX-License-Identifier: GPL-3.0-or-later
// Text exports of LexisNexis, old and new (Nexis Uni, Lexis Advance): articles between lines
// "12 of 200 DOCUMENTS" or "End of Document", fields on lines "BYLINE: ..." or "Byline: ...".
#pragma once

#include <memory>
#include <string_view>

#include "indexer/reader/open_input.h"

namespace onrecord {

bool looks_like_lexis(std::string_view head);

std::unique_ptr<RecordReader> make_lexis_reader(OpenInput input);

}  // namespace onrecord
