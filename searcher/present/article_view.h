// SPDX-License-Identifier: GPL-3.0-or-later
// A whole article to be read on a terminal, its quotes numbered in the text and listed below with
// their speakers.
#pragma once

#include "common/article.h"
#include "searcher/present/terminal_writer.h"

namespace onrecord {

/// Quotes with marks in the text are followed by their number: "..." [1]. Indirect ones also stand
/// between single guillemets, as nothing else shows where they begin.
void show_article(const Article& article, TerminalWriter& terminal);

}  // namespace onrecord
