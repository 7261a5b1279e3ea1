// SPDX-License-Identifier: GPL-3.0-or-later
// Saved web pages: the whole file is one record. The charset a page declares counts only where its
// bytes are not UTF-8, since pages are often converted without their declaration.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/reader/open_input.h"

namespace onrecord {

/// "<!DOCTYPE html" or "<html" in any case, also behind an XML declaration or a comment.
bool looks_like_html(std::string_view head);

/// The charset that a page names in its head: <meta charset="...">, or empty.
std::string_view declared_charset(std::string_view page);

std::unique_ptr<RecordReader> make_html_reader(OpenInput input);

}  // namespace onrecord
