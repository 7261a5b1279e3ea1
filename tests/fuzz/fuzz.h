// SPDX-License-Identifier: GPL-3.0-or-later
// What the fuzz targets share.
//
// A target is one file with LLVMFuzzerTestOneInput. With the preset `fuzz` libFuzzer drives it
// (script/fuzz); in all others run_files.cc calls it with the files of tests/fuzz/regressions/ and
// corpus/, as a test.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/article.h"
#include "indexer/analyse.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace onrecord::fuzz {

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Ends the process with `what` if `holds` is false.
void require(bool holds, std::string_view what);

/// Ends the process if the article breaks a promise (tests/support/check_article.h).
void require_sound(const Article& article);

/// Language packs and gazetteer of the build.
const AnalysisData& analysis_data();

/// A plain-text record of these bytes, repaired to UTF-8.
RawRecord make_record(std::string_view bytes);

/// An article without any splitting: the first line is the headline, each other one a paragraph.
Article make_article(std::string_view bytes);

}  // namespace onrecord::fuzz
