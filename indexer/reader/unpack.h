// SPDX-License-Identifier: GPL-3.0-or-later
// gzip, zstd, xz and bzip2 as a stream, under limits.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/reader/byte_stream.h"
#include "indexer/reader/reader.h"

namespace onrecord {

/// Do these first bytes of an input begin packed data that we can unpack?
bool is_packed(std::string_view head);

/// `path` without the ending of a packer: "story.txt" of "story.txt.gz".
std::string_view without_packer_ending(std::string_view path);

/// The unpacked bytes: of gzip by gzip_source.h, one layer, else by libarchive and all layers.
/// Damage and what goes over `limits.expansion_ratio` or `limits.nesting` is an error; the bytes
/// before it are given.
std::unique_ptr<ByteSource> make_unpacker(ByteStream packed, const ReadLimits& limits);

}  // namespace onrecord
