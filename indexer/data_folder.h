// SPDX-License-Identifier: GPL-3.0-or-later
// Where language packs and gazetteer are: "share/onrecord" beside the program or as installed.
#pragma once

#include <filesystem>

#include "common/result.h"

namespace onrecord {

/// `wished` if given, else ../share/onrecord seen from the program, else the folder of the
/// installation. An error names the folders tried.
Result<std::filesystem::path> find_data_folder(const std::filesystem::path& wished);

}  // namespace onrecord
