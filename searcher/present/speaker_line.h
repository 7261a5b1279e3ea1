// SPDX-License-Identifier: GPL-3.0-or-later
// Who said it, as what, how it was reported, and how sure that is.
#pragma once

#include "common/article.h"
#include "searcher/present/terminal_writer.h"

namespace onrecord {

/// "Jane Roe, then energy minister · said · direct · 97 % sure". Without a role the mention as
/// written: "Jane Roe ("she") · ...".
StyledText speaker_line(const Quote& quote);

}  // namespace onrecord
