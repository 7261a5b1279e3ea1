// SPDX-License-Identifier: GPL-3.0-or-later
// SGML of test collections: <REUTERS> of Reuters-21578, <DOC> of TREC and Gigaword. No root, bare
// ampersands, references to control characters: no XML, so a scanner of our own reads it.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/reader/open_input.h"

namespace onrecord {

bool looks_like_sgml(std::string_view head);
std::unique_ptr<RecordReader> make_sgml_reader(OpenInput input);

}  // namespace onrecord
