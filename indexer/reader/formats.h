// SPDX-License-Identifier: GPL-3.0-or-later
// The list of input formats, and of what is known but not read. Detection, the choices of --format
// and `onrecord-index formats` read it; a new format is one row and one reader.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "common/result.h"
#include "indexer/reader/open_input.h"
#include "indexer/reader/reader.h"

namespace onrecord {

struct InputFormat {
  std::string_view name;     ///< As in --format.
  std::string_view about;    ///< What is read from it, one line.
  std::string_view endings;  ///< Of file names, with blanks between: ".txt .text".
  /// Does the head of the (decoded) content look like it? Null: any text does.
  bool (*looks_like)(std::string_view head);
  std::unique_ptr<RecordReader> (*open)(OpenInput input);
  bool binary = false;  ///< No text: asked before any decoding.
};

/// In the order in which detection asks them.
std::span<const InputFormat> input_formats();

/// What is recognised only to say why it is skipped.
struct UnreadFormat {
  std::string_view reason;       ///< "RTF is not supported"
  std::string_view endings;      ///< Decide only for what is text.
  std::string_view first_bytes;  ///< Empty: only the ending tells.
  std::size_t offset = 0;        ///< Where `first_bytes` stand.
};

std::span<const UnreadFormat> unread_formats();

/// Is one of the blank-separated `endings` the ending of the name?
bool has_ending(std::string_view folded_name, std::string_view endings);

/// The row whose first bytes these are, or null. `head`: as in the file, before any decoding.
const UnreadFormat* find_unread_by_content(std::string_view head);

/// So much of an input is enough to know a binary format.
constexpr std::size_t binary_head_bytes = 4 << 10;

/// The binary format of this content, or null; an error where another one is wished.
Result<const InputFormat*> find_binary_format(std::string_view wished, std::string_view head);

/// The format of any other input: the wished one, else by content, else by the ending of its name.
/// An error says why the input is not read. Binary data is never read, whatever is wished. `head`:
/// the start of the unpacked content, not UTF-16.
Result<const InputFormat*> choose_format(std::string_view wished, std::string_view file_name,
                                         std::string_view head);

}  // namespace onrecord
