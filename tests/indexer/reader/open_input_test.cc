// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/open_input.h"

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unicode/unistr.h>
#include <unistd.h>

#include "tests/indexer/reader/packed.h"
#include "tests/indexer/reader/read_records.h"
#include "tests/support/temporary_folder.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* packers[] = {"gzip", "zstd", "xz", "bzip2"};

std::string lines(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    out += "{\"title\": \"Ferry " + std::to_string(i * 7919) + "\", \"text\": \"It sank " +
           std::to_string(i * 104729) + " times.\"}\n";
  }
  return out;
}

std::string as_utf16(std::string_view text, const char* charset) {
  const auto unicode =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  std::string bytes(text.size() * 2 + 8, '\0');
  bytes.resize(static_cast<std::size_t>(unicode.extract(
      0, unicode.length(), bytes.data(), static_cast<std::uint32_t>(bytes.size()), charset)));
  return bytes;
}

TEST(OpenInput, ReadsPlainText) {
  const ReadResult result = read_records("Ferry sinks\r\n\r\nIt sank.\r\n", {}, "a.txt");
  ASSERT_EQ(result.records.size(), 1U);
  EXPECT_EQ(result.records[0].text, "Ferry sinks\n\nIt sank.\n");
  EXPECT_EQ(result.records[0].kind, TextKind::plain);
  EXPECT_EQ(result.records[0].origin, (Origin{"a.txt", 1, "text"}));
}

TEST(OpenInput, UnpacksEveryPackerWhateverTheNameSays) {
  for (const char* packer : packers) {
    const ReadResult result = read_records(packed(packer, "Ferry sinks\n\nIt sank."), {}, "a.txt");
    ASSERT_EQ(result.records.size(), 1U) << packer;
    EXPECT_EQ(result.records[0].text, "Ferry sinks\n\nIt sank.");
    EXPECT_EQ(read_records(packed(packer, lines(1000)), {}, "x.jsonl.gz").records.size(), 1000U);
  }
}

TEST(OpenInput, ReadsSeveralGzipMembersInARow) {
  const std::string members = packed("gzip", lines(2)) + packed("gzip", lines(3));
  EXPECT_EQ(read_records(members).records.size(), 5U);
}

TEST(OpenInput, KeepsTheRecordsBeforeTheDamageAndNamesIt) {
  for (const char* packer : packers) {
    std::string bytes = packed(packer, lines(6000));
    bytes.resize(bytes.size() / 2);
    const ReadResult result = read_records(bytes);
    EXPECT_THAT(result.errors, ElementsAre(HasSubstr("packed data is damaged ("))) << packer;
    EXPECT_LT(result.records.size(), 6000U) << packer;
    // xz packs so much into one block that a small file has nothing before its damage.
    if (packer != std::string_view("xz") && packer != std::string_view("bzip2")) {
      EXPECT_GT(result.records.size(), 500U) << packer;
    }
  }
}

TEST(OpenInput, ATextThatEndsEarlyIsNoArticle) {
  std::string bytes = packed("gzip", lines(6000));
  bytes.resize(bytes.size() / 2);
  ReadSettings settings;
  settings.format = "text";
  const ReadResult result = read_records(bytes, settings);
  EXPECT_THAT(result.records, IsEmpty());
  EXPECT_THAT(result.errors, ElementsAre(HasSubstr("1: packed data is damaged (")));
}

TEST(OpenInput, StopsAtBombs) {
  const std::string zeros(50 << 20, ' ');
  EXPECT_THAT(read_records(packed("gzip", zeros)).errors,
              ElementsAre(HasSubstr("unpacks to more than 200 times its size")));
  EXPECT_THAT(read_records(packed("gzip", packed("gzip", zeros))).errors,
              ElementsAre(HasSubstr("unpacks to more than 200 times its size")));
  std::string nested = "Ferry sinks";
  for (int i = 0; i < 6; ++i) nested = packed("gzip", nested);
  EXPECT_THAT(read_records(nested).errors, ElementsAre("packed more than 4 times over"));
}

TEST(OpenInput, ReadsWideTextAndWideLines) {
  for (const char* charset : {"UTF-16LE", "UTF-16BE"}) {
    const ReadResult text = read_records(as_utf16("\uFEFFFähre sinkt\n\n“Ja.”", charset));
    ASSERT_EQ(text.records.size(), 1U);
    EXPECT_EQ(text.records[0].text, "Fähre sinkt\n\n“Ja.”");
    EXPECT_EQ(read_records(as_utf16("\uFEFF" + lines(900), charset)).records.size(), 900U);
    EXPECT_EQ(read_records(packed("zstd", as_utf16(lines(900), charset))).records.size(), 900U);
  }
}

TEST(OpenInput, WideTextKeepsCharactersThatLieAcrossBlocks) {
  std::string text = "{\"text\": \"a";
  for (int i = 0; i < 30000; ++i) text += "😀";
  text += "\"}";
  const std::string bytes = as_utf16("\uFEFF" + text, "UTF-16LE");
  const ReadResult result = read_records(packed("gzip", bytes), {}, "a.json");
  ASSERT_EQ(result.records.size(), 1U);
  EXPECT_EQ(result.records[0].text, text.substr(10, text.size() - 12));
}

TEST(OpenInput, SaysWhyAFileCannotBeRead) {
  const ReadSettings settings;
  const auto error_of = [&](const std::string& path) {
    auto reader = open_input(path, settings);
    return reader ? "none" : reader.error().message;
  };
  EXPECT_EQ(error_of("/no/such/file"), "cannot be opened (No such file or directory)");
  EXPECT_EQ(error_of("/tmp"), "is a folder");
  EXPECT_EQ(error_of("/dev/zero"), "is no regular file");
}

TEST(OpenInputDeathTest, APipeThatNobodyWritesToDoesNotHoldUpTheOpening) {
  const TemporaryFolder folder;
  const std::string pipe = (folder / "pipe").string();
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  const auto open_and_end = [&] {
    constexpr unsigned patience = 5;
    alarm(patience);
    std::_Exit(open_file(pipe) ? 0 : 1);
  };
  EXPECT_EXIT(open_and_end(), testing::ExitedWithCode(0), "");
}

TEST(OpenInput, WaitsForWhoWritesToAPipe) {
  const TemporaryFolder folder;
  const std::string pipe = (folder / "pipe").string();
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  const auto source = open_file(pipe);
  ASSERT_TRUE(source);
  const std::jthread writer([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    std::ofstream(pipe) << "late";
  });
  EXPECT_EQ((*source)->read(), "late");
  EXPECT_EQ((*source)->read(), "");
}

struct Refusal {
  const char* name;
  std::string bytes;
  const char* reason;
};

TEST(OpenInput, SaysWhatItDoesNotRead) {
  using namespace std::string_literals;
  const Refusal refusals[] = {
      {"a.txt", "", "empty"},
      {"a.txt", "\xEF\xBB\xBF \n\n", "1: no text"},
      {"a.txt", std::string(300, '\0'), "binary data"},
      {"a.rtf", "{\\rtf1 It sank.}", "RTF is not supported"},
      {"a.jpg", "\xFF\xD8\xFF\xE0\x00\x10JFIF"s, "an image holds no article text"},
      {"a.xml", "<?xml version=\"1.0\"?><urlset/>", "XML with the root <urlset> is not read"},
      {"a.xml", "<?xml version=\"1.0\"?><nitf/>", "1: NITF without a text"},
      {"a", "Received: by a.example\nSubject: Ferry\n\nIt sank.", "e-mail is not supported"},
      {"site.css", "p { color: red; }", "scripts and style sheets hold no article text"},
      {"a.bin", "\x01\x02\x03\x04 abc \x05\x06", "binary data"},
      {"a.json", "hello", "1: not JSON: an object was expected; the rest of the file is left out"},
  };
  for (const Refusal& refusal : refusals) {
    const ReadResult result = read_records(refusal.bytes, {}, refusal.name);
    EXPECT_THAT(result.errors, ElementsAre(refusal.reason)) << refusal.name;
    EXPECT_THAT(result.records, IsEmpty()) << refusal.name;
  }
}

TEST(OpenInput, ContentGoesBeforeTheName) {
  EXPECT_EQ(read_records("{\"text\": \"It sank.\"}", {}, "a.txt").records[0].origin.format, "json");
  EXPECT_EQ(read_records(lines(2), {}, "a.csv").records[0].origin.format, "jsonl");
  EXPECT_EQ(read_records("[AP] It sank.", {}, "a").records[0].origin.format, "text");
}

TEST(OpenInput, TheWishedFormatGoesBeforeEverythingButBinaryData) {
  ReadSettings settings;
  settings.format = "text";
  EXPECT_EQ(read_records("a,b\n", settings, "a.csv").records[0].origin.format, "text");
  EXPECT_THAT(read_records("{\\rtf1", settings).errors, ElementsAre("RTF is not supported"));
}

// Limits.

TEST(OpenInput, PassesOverRecordsAboveTheLimit) {
  ReadSettings settings;
  settings.limits.record_bytes = 1000;
  const std::string good = "{\"text\": \"It sank.\"}";
  const std::string large = "{\"text\": \"" + std::string(500000, 'x') + "\"}";
  for (const auto& [json, number] :
       {std::pair(good + "\n" + large + "\n" + good, "2: line longer than 1000 bytes"),
        std::pair(good + "\n" + large, "2: line longer than 1000 bytes"),
        std::pair("[" + good + "," + large + ", " + good + "]",
                  "2: record larger than 1000 bytes")}) {
    const ReadResult result = read_records(json, settings);
    EXPECT_THAT(result.errors, ElementsAre(number));
    EXPECT_GE(result.records.size(), 1U);
    EXPECT_EQ(result.records.back().text, "It sank.");
  }
  EXPECT_THAT(read_records(std::string(5000, 'a'), settings, "a.txt").errors,
              ElementsAre("1: larger than 1000 bytes"));
}

TEST(OpenInput, DeepJsonCostsOneRecord) {
  const std::string deep =
      "{\"text\": " + std::string(1000000, '[') + std::string(1000000, ']') + "}";
  const std::string good = "{\"text\": \"It sank.\"}";
  const ReadResult result = read_records(good + "\n" + deep + "\n" + good);
  EXPECT_EQ(result.records.size(), 2U);
  EXPECT_THAT(result.errors, ElementsAre("2: not JSON: nested deeper than 256"));
  const std::string open_only(1000000, '[');
  EXPECT_THAT(read_records("[{" + open_only).errors.size(), 1U);
}

TEST(OpenInput, DamagedJsonCostsWhatItMust) {
  EXPECT_THAT(read_records("[{\"text\": \"one\"}, {\"text\": \"two").errors,
              ElementsAre("2: not JSON: the file ends inside a record"));
  EXPECT_THAT(
      read_records("{\"text\": \"one\"}\n{\"text\": tw\n{\"text\": \"three\"}").records.size(), 2U);
  EXPECT_THAT(read_records("[1, {\"title\": \"x\"}, \"a, b\"]", {}, "a.json").errors,
              ElementsAre("1: no JSON object",
                          "2: no article text (keys: title; name the one that holds it with --map "
                          "body=KEY)",
                          "3: no JSON object"));
}

}  // namespace
}  // namespace onrecord
