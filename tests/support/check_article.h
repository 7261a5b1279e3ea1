// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every article, whatever the input: fuzz targets and tests call it.
#pragma once

#include "common/article.h"

namespace onrecord {

/// The first promise of common/article.h that `article` breaks, in words; empty if it keeps all:
/// texts are valid UTF-8 without line breaks, mentions lie inside their paragraph between two code
/// points and are not empty, indices point to what exists, the source map ascends.
std::string broken_promise(const Article& article);

}  // namespace onrecord
