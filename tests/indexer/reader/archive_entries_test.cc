// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/archive_entries.h"

#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/reader/packed.h"
#include "tests/indexer/reader/read_records.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using Files = std::vector<std::pair<std::string, std::string>>;

/// `files` in an archive of a format of libarchive: "zip", "ustar", "7zip".
std::string archive_of(const char* format, const Files& files, const char* password = nullptr) {
  archive* writer = archive_write_new();
  archive_write_set_format_by_name(writer, format);
  archive_write_set_bytes_in_last_block(writer, 1);
  if (password != nullptr) {
    archive_write_set_options(writer, "zip:encryption=zipcrypt");
    archive_write_set_passphrase(writer, password);
  }
  std::string out(4 << 20, '\0');
  std::size_t used = 0;
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  for (const auto& [name, content] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_write_header(writer, entry);
    archive_write_data(writer, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

const Files stories = {
    {"b/ferry.txt", "Ferry sinks\n\nIt sank off Moss.\n"},
    {"a.jsonl",
     "{\"title\": \"Toll\", \"text\": \"It rose.\"}\n{\"title\": \"Pier\", \"text\": "
     "\"It fell.\"}\n"},
};

std::vector<std::string> places(const ReadResult& result) {
  std::vector<std::string> found;
  for (const RawRecord& record : result.records) {
    found.push_back(record.origin.path + " " + std::to_string(record.origin.record) + " " +
                    record.origin.format);
  }
  return found;
}

class ArchiveFormats : public testing::TestWithParam<const char*> {};

TEST_P(ArchiveFormats, EveryEntryIsAnInputOfItsOwnInTheOrderOfTheArchive) {
  const ReadResult result = read_records(archive_of(GetParam(), stories), {}, "x.bin");
  EXPECT_THAT(places(result), ElementsAre("x.bin!b/ferry.txt 1 text", "x.bin!a.jsonl 1 jsonl",
                                          "x.bin!a.jsonl 2 jsonl"));
  EXPECT_THAT(result.errors, IsEmpty());
}

TEST_P(ArchiveFormats, EntriesMayBePackedOrArchivesThemselves) {
  const std::string inner = archive_of(GetParam(), stories);
  const ReadResult result = read_records(
      archive_of(GetParam(), {{"in.bin", inner}, {"c.txt.gz", packed("gzip", "C\n\nD.")}}), {},
      "x.bin");
  EXPECT_THAT(places(result),
              ElementsAre("x.bin!in.bin!b/ferry.txt 1 text", "x.bin!in.bin!a.jsonl 1 jsonl",
                          "x.bin!in.bin!a.jsonl 2 jsonl", "x.bin!c.txt.gz 1 text"));
}

TEST_P(ArchiveFormats, OneBadEntryCostsNoOther) {
  const ReadResult result = read_records(
      archive_of(GetParam(), {{"p.png", "\x89PNG\r\n picture"}, {"c.txt", "C\n\nD."}}), {}, "x");
  EXPECT_THAT(places(result), ElementsAre("x!c.txt 1 text"));
  EXPECT_THAT(result.errors, ElementsAre(HasSubstr("an image holds no article text")));
}

TEST_P(ArchiveFormats, NoTruncationCrashesOrHangs) {
  const std::string whole = archive_of(GetParam(), {{"c.txt", "C\n\nD."}, {"d.txt", "E\n\nF."}});
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    const ReadResult result = read_records(std::string_view(whole).substr(0, size), {}, "x");
    EXPECT_LE(result.records.size(), 2U) << size;
  }
}

INSTANTIATE_TEST_SUITE_P(All, ArchiveFormats, testing::Values("zip", "ustar", "7zip"),
                         [](const auto& one) { return std::string(one.param); });

TEST(ArchiveEntries, PackedTarIsReadAsOne) {
  const ReadResult result = read_records(packed("zstd", archive_of("ustar", stories)), {}, "x.tgz");
  EXPECT_EQ(result.records.size(), 3U);
}

TEST(ArchiveEntries, HiddenFilesArePassedOver) {
  const ReadResult result = read_records(
      archive_of("zip",
                 {{"__MACOSX/c.txt", "C\n\nD."}, {"a/.DS_Store", "x"}, {"c.txt", "C\n\nD."}}),
      {}, "x");
  EXPECT_THAT(places(result), ElementsAre("x!c.txt 1 text"));
  EXPECT_THAT(result.errors, IsEmpty());
}

TEST(ArchiveEntries, EncryptedEntriesAreNamed) {
  const std::string locked = archive_of("zip", {{"c.txt", "C\n\nD."}}, "secret");
  const ReadResult result = read_records(locked, {}, "x");
  EXPECT_THAT(result.records, IsEmpty());
  EXPECT_THAT(result.errors, ElementsAre(HasSubstr("encrypted")));
}

/// A 7z of which the list of files is encrypted, too; libarchive cannot write one.
constexpr std::string_view locked_list =
    "377abcaf271c0004fc7093de80000000000000002e0000000000000091090708cdcaa7a75c87c3a35ee9"
    "9f5ef88fe17dafb58336f8b2d9339a1026b891d59e86843e7e041026894cba0fdd64025f28f2b32bf55a"
    "92b77c5e638faf235b827a6bc0d670e3652516cb23f71a5823aa54818427070229c8f9f739bea95d0cb6"
    "df44e6abd473357f6da26a272c66b6748cf9a61664bb26d5f3c31eb220e8472953fb1706100109700007"
    "0b0100012406f1070112530fabd21f10ebd3a8a52e3a04a315d284980c620a01253c13b90000";

std::string from_hex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16));
  }
  return bytes;
}

TEST(ArchiveEntries, AnEncryptedListIsNoDamage) {
  const ReadResult result = read_records(from_hex(locked_list), {}, "x.7z");
  EXPECT_THAT(result.records, IsEmpty());
  EXPECT_THAT(result.errors, ElementsAre(HasSubstr("encrypted")));
  EXPECT_THAT(result.errors, ElementsAre(Not(HasSubstr("damaged"))));
}

TEST(ArchiveEntries, WhatUnpacksToTooMuchIsStopped) {
  const std::string bomb = archive_of("zip", {{"big.txt", std::string(3 << 20, 'a')}});
  ReadSettings settings;
  settings.limits.expansion_ratio = 20;
  const ReadResult result = read_records(bomb, settings, "x");
  EXPECT_THAT(result.records, IsEmpty());
  EXPECT_THAT(result.errors, ElementsAre(HasSubstr("unpacks to more than 20 times its size")));
}

TEST(ArchiveEntries, DepthAndNumberAreLimited) {
  std::string deep = "C\n\nD.";
  for (int i = 0; i < 6; ++i) deep = archive_of("zip", {{"in", deep}});
  EXPECT_THAT(read_records(deep, {}, "x").errors,
              ElementsAre(HasSubstr("packed more than 4 times")));
  ReadSettings settings;
  settings.limits.entries = 1;
  const ReadResult result =
      read_records(archive_of("ustar", {{"c", "C\n\nD."}, {"d", "E\n\nF."}}), settings, "x");
  EXPECT_EQ(result.records.size(), 1U);
  EXPECT_THAT(result.errors, ElementsAre(HasSubstr("more than 1 entries")));
}

TEST(ArchiveEntries, NamesAreLabelsOnly) {
  const ReadResult result =
      read_records(archive_of("ustar", {{"../../etc/passwd", "C\n\nD."}}), {}, "x");
  EXPECT_THAT(places(result), ElementsAre("x!../../etc/passwd 1 text"));
}

TEST(ArchiveEntries, FiltersReachTheEntries) {
  const std::string inner = archive_of("ustar", {{"2019/pier.html", "<html><p>It fell.</p>"}});
  const std::string archive = archive_of("zip", {{"ferry.html", "<html><p>It sank.</p>"},
                                                 {"2019/toll.txt", "Toll\n\nIt rose."},
                                                 {"2020/in.tar", inner},
                                                 {"2020/c.warc", "WARC/1.0\r\n"}});
  const auto read = [&](std::vector<std::string> include, std::vector<std::string> exclude) {
    ReadSettings settings;
    settings.filter = {std::move(include), std::move(exclude)};
    return places(read_records(archive, settings, "d/x.zip"));
  };
  const std::string ferry = "d/x.zip!ferry.html 1 html";
  const std::string toll = "d/x.zip!2019/toll.txt 1 text";
  const std::string pier = "d/x.zip!2020/in.tar!2019/pier.html 1 html";
  EXPECT_THAT(read({"*.html"}, {}), ElementsAre(ferry, pier));
  EXPECT_THAT(read({"2019/*"}, {}), ElementsAre(toll, pier));
  EXPECT_THAT(read({"x.zip!2019/*"}, {}), ElementsAre(toll));
  EXPECT_THAT(read({"in.tar"}, {}), ElementsAre(pier));
  EXPECT_THAT(read({"x.zip"}, {"*.txt"}), ElementsAre(ferry, pier));
  EXPECT_THAT(read({}, {"2020"}), ElementsAre(ferry, toll));
  EXPECT_THAT(read({}, {"2019"}), ElementsAre(ferry));
  EXPECT_THAT(read({"*.csv"}, {}), IsEmpty());
}

}  // namespace
}  // namespace onrecord
