// SPDX-License-Identifier: GPL-3.0-or-later
// Text exports of Factiva: with the labels of its index (HD headline, BY, PD, SN, LP lead
// paragraph, TD text) or as shown on the screen, where the order of the lines tells what they are.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/reader/open_input.h"

namespace onrecord {

bool looks_like_factiva(std::string_view head);

std::unique_ptr<RecordReader> make_factiva_reader(OpenInput input);

}  // namespace onrecord
