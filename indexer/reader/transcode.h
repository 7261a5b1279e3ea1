// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-16 and UTF-32 to UTF-8 as a stream, so that formats of lines can be read line by line.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/reader/byte_source.h"

namespace onrecord {

/// `charset`: as `wide_charset_of` gives it. Units without meaning become U+FFFD.
std::unique_ptr<ByteSource> make_transcoder(std::unique_ptr<ByteSource> wide,
                                            std::string_view charset);

}  // namespace onrecord
