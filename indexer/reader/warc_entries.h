// SPDX-License-Identifier: GPL-3.0-or-later
// The payloads in WARC 0.18 to 1.1 (ISO 28500) and in ARC 1.0, the files of web crawlers.
#pragma once

#include <memory>

#include "indexer/reader/container_reader.h"

namespace onrecord {

/// Of response, resource and conversion records, what may hold an article: status 200, and a page,
/// text, JSON, XML or PDF. Everything else (requests, revisits, images, redirects) is passed over
/// without a word: it is the larger part of every crawl. Damage, records over the limit and a file
/// that ends early are errors; behind damage the next record is looked for.
std::unique_ptr<EntryReader> make_warc_entries(OpenInput& input);

/// The same of ARC 1.0.
std::unique_ptr<EntryReader> make_arc_entries(OpenInput& input);

}  // namespace onrecord
