// SPDX-License-Identifier: GPL-3.0-or-later
// gzip, member by member: crawls hold one member a record, so that damage need cost only one.
#pragma once

#include <memory>

#include "indexer/reader/byte_source.h"
#include "indexer/reader/reader.h"

namespace onrecord {

/// The unpacked bytes of all members in a row; what is no gzip behind the last is left out. Damage
/// and what goes over `limits.expansion_ratio` is an error; the bytes before it are given, and
/// behind damage `resume` finds the next member.
std::unique_ptr<ByteSource> make_gzip_source(std::unique_ptr<ByteSource> packed,
                                             const ReadLimits& limits);

}  // namespace onrecord
