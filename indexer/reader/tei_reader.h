// SPDX-License-Identifier: GPL-3.0-or-later
// What the scraper trafilatura writes, and its relatives: its own XML (`<doc title= author= date=>`
// with `<main>` and `<comments>`), and TEI, also of other corpora.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/reader/open_input.h"

namespace onrecord {

bool looks_like_trafilatura(std::string_view head);
std::unique_ptr<RecordReader> make_trafilatura_reader(OpenInput input);

bool looks_like_tei(std::string_view head);
std::unique_ptr<RecordReader> make_tei_reader(OpenInput input);

}  // namespace onrecord
