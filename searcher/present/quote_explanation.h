// SPDX-License-Identifier: GPL-3.0-or-later
// How the speaker of one quote was found, to be read by whoever has to rely on it.
#pragma once

#include <string>
#include <string_view>

#include "common/article.h"
#include "searcher/present/terminal_writer.h"

namespace onrecord {

/// The article's quote of that id, or null.
const Quote* find_quote(const Article& article, std::string_view id);

/// The passage with the quote marked, who said it, and the steps that led there.
void explain_quote(const Article& article, const Quote& quote, TerminalWriter& terminal);

/// The same as one line of JSON: the quote as `extract --explain` prints it, with its passage and
/// article.
std::string explanation_json_line(const Article& article, const Quote& quote);

}  // namespace onrecord
