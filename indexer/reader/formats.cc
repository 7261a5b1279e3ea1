// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/text_fold.h"
#include "indexer/reader/csv_reader.h"
#include "indexer/reader/html_reader.h"
#include "indexer/reader/json_reader.h"
#include "indexer/reader/json_splitter.h"
#include "indexer/reader/text_reader.h"

namespace onrecord {
namespace {

using namespace std::string_view_literals;

constexpr InputFormat formats[] = {
    {"jsonl", "JSON lines: one article a line", ".jsonl .ndjson .jl", looks_like_json_lines,
     make_json_lines_reader},
    {"json", "JSON: an article, a list of articles, or a list inside an object", ".json",
     looks_like_json, make_json_reader},
    {"csv", "CSV and TSV with a line of column names: one article a row", ".csv .tsv",
     looks_like_csv, make_csv_reader},
    {"html", "HTML: saved web pages, one article a page", ".html .htm .xhtml .shtml",
     looks_like_html, make_html_reader},
    {"text", "Plain text, as scraped or printed: one article or several in a file",
     ".txt .text .md .asc", nullptr, make_text_reader},
};

constexpr UnreadFormat unread[] = {
    {"PDF is not supported yet", ".pdf", "%PDF-"},
    {"RAR archives are not supported", ".rar", "Rar!\x1A\x07"},
    {"XML is not supported yet", ".xml .rss .atom .nitf .sgm .sgml", "<?xml"},
    {"RTF is not supported", ".rtf", "{\\rtf"},
    {"Word and other Office files are not supported", ".doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"},
    {"SQLite databases are not supported", ".sqlite .db", "SQLite format 3\0"sv},
    {"Parquet is not supported", ".parquet", "PAR1"},
    {"an image holds no article text", ".png", "\x89PNG\r\n"},
    {"an image holds no article text", ".jpg .jpeg", "\xFF\xD8\xFF"},
    {"an image holds no article text", ".gif", "GIF8"},
    {"an image holds no article text", ".webp", "WEBP", 8},
    {"an image holds no article text", ".tif .tiff", "II*\0"sv},
    {"an image holds no article text", ".svg", "<svg"},
    {"a font holds no article text", ".woff", "wOF"},
    {"sound and film hold no article text", ".mp4 .m4a .mov", "ftyp", 4},
    {"scripts and style sheets hold no article text", ".css .js .mjs .map", ""},
};

/// Control characters and bytes that are no text, as share of the start.
bool looks_binary(std::string_view head) {
  constexpr std::size_t enough = 8 << 10;
  head = head.substr(0, enough);
  const auto strange = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && (byte < '\t' || byte > '\r') && byte != 0x1A && byte != 0x1B) ||
           byte == 0x7F;
  });
  constexpr std::ptrdiff_t tenth = 10;
  return strange * tenth > static_cast<std::ptrdiff_t>(head.size());
}

/// Is one of the blank-separated `endings` the ending of the name?
bool has_ending(std::string_view folded_name, std::string_view endings) {
  while (!endings.empty()) {
    const std::size_t end = std::min(endings.find(' '), endings.size());
    if (folded_name.ends_with(endings.substr(0, end))) return true;
    endings.remove_prefix(std::min(end + 1, endings.size()));
  }
  return false;
}

}  // namespace

std::span<const InputFormat> input_formats() {
  return formats;
}

std::span<const UnreadFormat> unread_formats() {
  return unread;
}

const UnreadFormat* find_unread_by_content(std::string_view head) {
  const auto* const found =
      std::find_if(std::begin(unread), std::end(unread), [&](const UnreadFormat& row) {
        return !row.first_bytes.empty() && row.offset < head.size() &&
               head.substr(row.offset).starts_with(row.first_bytes);
      });
  return found == std::end(unread) ? nullptr : found;
}

Result<const InputFormat*> choose_format(std::string_view wished, std::string_view file_name,
                                         std::string_view head) {
  if (looks_binary(head)) return fail("binary data");
  const std::string name = fold(file_name);
  const auto first = [&](auto matches) {
    const auto* const found = std::find_if(std::begin(formats), std::end(formats), matches);
    return found == std::end(formats) ? nullptr : found;
  };
  if (wished != "auto") {
    const auto* const format = first([&](const InputFormat& row) { return row.name == wished; });
    if (format == nullptr) return fail(fmt::format("no input format '{}'", wished));
    return format;
  }
  const auto by_content = [&](const InputFormat& row) {
    return row.looks_like != nullptr && row.looks_like(head);
  };
  if (const auto* const format = first(by_content)) return format;
  const auto by_name = [&](const InputFormat& row) { return has_ending(name, row.endings); };
  if (const auto* const format = first(by_name)) return format;
  for (const UnreadFormat& row : unread) {
    if (has_ending(name, row.endings)) return fail(std::string(row.reason));
  }
  return first([](const InputFormat& row) { return row.looks_like == nullptr; });
}

}  // namespace onrecord
