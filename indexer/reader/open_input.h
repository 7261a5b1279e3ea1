// SPDX-License-Identifier: GPL-3.0-or-later
// Opens one input: unpacks it, finds its format, and gives the reader of its records.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/reader/byte_stream.h"
#include "indexer/reader/field_map.h"
#include "indexer/reader/path_filter.h"
#include "indexer/reader/reader.h"

namespace onrecord {

/// How inputs are read; the same for all of a run.
struct ReadSettings {
  std::string format = "auto";  ///< Name of an input format, or "auto": by content and name.
  ReadLimits limits;
  std::chrono::milliseconds program_time{60'000};  ///< Of a program that reads one record for us.
  FieldMap fields;
  PathFilter filter;  ///< Of entries of archives; of files the walker has asked it.
};

/// What is known of an input beside its bytes.
struct InputContext {
  int depth = 0;         ///< In how many containers it stands.
  std::string charset;   ///< As the container declares it (HTTP head); empty: not.
  bool included = true;  ///< By the filter; else only entries of it may be.
};

/// An input whose format is known: what the factory of a reader gets.
struct OpenInput {
  std::string path;         ///< As given; goes into Origin::path.
  std::string_view format;  ///< Goes into Origin::format.
  ByteStream stream;
  const ReadSettings* settings;  ///< Outlives the reader.
  InputContext context = {};
};

/// An error when the input cannot be opened or holds nothing that we read; it says what it holds
/// ("RTF is not supported"). `settings` must outlive the reader.
Result<std::unique_ptr<RecordReader>> open_input(const std::string& path,
                                                 const ReadSettings& settings);

/// The same for bytes that are opened already.
Result<std::unique_ptr<RecordReader>> open_input(const std::string& path,
                                                 std::unique_ptr<ByteSource> source,
                                                 const ReadSettings& settings,
                                                 InputContext context = {});

}  // namespace onrecord
