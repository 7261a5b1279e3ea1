// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/containers.h"

#include <algorithm>
#include <iterator>

#include "common/text_fold.h"
#include "indexer/reader/archive_entries.h"
#include "indexer/reader/container_reader.h"
#include "indexer/reader/formats.h"
#include "indexer/reader/warc_entries.h"

namespace onrecord {
namespace {

std::unique_ptr<RecordReader> open_archive(OpenInput input) {
  return make_container_reader(input, make_archive_entries(input));
}

std::unique_ptr<RecordReader> open_warc(OpenInput input) {
  return make_container_reader(input, make_warc_entries(input));
}

std::unique_ptr<RecordReader> open_arc(OpenInput input) {
  return make_container_reader(input, make_arc_entries(input));
}

constexpr Container table[] = {
    {"warc", "WARC 0.18, 1.0 and 1.1 of crawlers: the pages of its response records",
     ".warc .warc.gz", "WARC/", 0, open_warc, false},
    {"arc", "ARC 1.0, which WARC took the place of", ".arc .arc.gz", "filedesc://", 0, open_arc,
     false},
    {"zip", "zip archives, also the WACZ of web archives", ".zip .wacz", "PK\x03\x04", 0,
     open_archive},
    {"zip", "", "", "PK\x05\x06", 0, open_archive},
    {"tar", "tar archives", ".tar .tar.gz .tgz .tar.xz .tar.zst .tar.bz2", "ustar", 257,
     open_archive},
    {"7z", "7-Zip archives", ".7z", "7z\xBC\xAF\x27\x1C", 0, open_archive},
};

}  // namespace

std::span<const Container> containers() {
  return table;
}

bool has_archive_ending(std::string_view path) {
  const std::string name = fold(path);
  return std::any_of(std::begin(table), std::end(table), [&](const Container& row) {
    return row.names_entries && has_ending(name, row.endings);
  });
}

const Container* find_container(std::string_view head) {
  const auto* const found =
      std::find_if(std::begin(table), std::end(table), [&](const Container& row) {
        return row.offset < head.size() && head.substr(row.offset).starts_with(row.first_bytes);
      });
  return found == std::end(table) ? nullptr : found;
}

}  // namespace onrecord
