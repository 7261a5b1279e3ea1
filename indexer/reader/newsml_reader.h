// SPDX-License-Identifier: GPL-3.0-or-later
// NewsML 1.2 and NewsML-G2 of the IPTC: one item or a message of many, with NITF, XHTML or plain
// text in it.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/reader/open_input.h"

namespace onrecord {

bool looks_like_newsml_g2(std::string_view head);
std::unique_ptr<RecordReader> make_newsml_g2_reader(OpenInput input);

bool looks_like_newsml(std::string_view head);
std::unique_ptr<RecordReader> make_newsml_reader(OpenInput input);

}  // namespace onrecord
