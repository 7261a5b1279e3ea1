// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/warc_entries.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/reader/packed.h"
#include "tests/indexer/reader/read_records.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view page =
    "<!DOCTYPE html><html><body><p>It sank off Moss.</p></body></html>";

std::string record(std::string_view type, std::string_view block, std::string_view url,
                   std::string_view version = "1.0",
                   std::string_view content_type = "application/http; msgtype=response") {
  return fmt::format(
      "WARC/{}\r\nWARC-Type: {}\r\nWARC-Target-URI: {}\r\nContent-Type: {}\r\n"
      "Content-Length: {}\r\n\r\n{}\r\n\r\n",
      version, type, url, content_type, block.size(), block);
}

std::string response(std::string_view body, std::string_view head = "", int status = 200,
                     std::string_view type = "text/html; charset=utf-8") {
  return fmt::format("HTTP/1.1 {} OK\r\nContent-Type: {}\r\n{}\r\n{}", status, type, head, body);
}

const std::string url = "https://evening.example/ferry";

TEST(Warc, GivesThePagesOfResponsesWithTheirAddress) {
  for (const char* version : {"0.18", "1.0", "1.1"}) {
    const ReadResult result = read_records(
        record("warcinfo", "software: test", "", version, "application/warc-fields") +
            record("request", "GET / HTTP/1.1\r\n\r\n", url, version) +
            record("response", response(page), url, version) + record("revisit", "", url, version),
        {}, "x.warc");
    ASSERT_THAT(result.records, SizeIs(1)) << version;
    EXPECT_EQ(result.records[0].text, page);
    EXPECT_EQ(result.records[0].kind, TextKind::html);
    EXPECT_EQ(result.records[0].fields.url, url);
    EXPECT_EQ(result.records[0].origin, (Origin{"x.warc", 3, "html"}));
    EXPECT_THAT(result.errors, IsEmpty());
  }
}

TEST(Warc, ReadsGzipMembersOneARecord) {
  const std::string members =
      packed("gzip", record("response", response(page), url)) +
      packed("gzip", record("response",
                            response("{\"title\": \"T\", \"text\": \"It rose.\"}", "", 200,
                                     "application/json"),
                            url));
  const ReadResult result = read_records(members, {}, "x.warc.gz");
  ASSERT_THAT(result.records, SizeIs(2));
  EXPECT_EQ(result.records[1].origin, (Origin{"x.warc.gz", 2, "json"}));
}

TEST(Warc, UndoesChunksAndCodings) {
  const std::string chunked = fmt::format("{:x}\r\n{}\r\n{:x};x=1\r\n{}\r\n0\r\n\r\n", 20,
                                          page.substr(0, 20), page.size() - 20, page.substr(20));
  const std::string zipped = packed("gzip", page);
  for (const std::string& stored :
       {response(chunked, "Transfer-Encoding: chunked\r\n"),
        response(zipped, "Content-Encoding: gzip\r\n"),
        response(fmt::format("{:x}\r\n{}\r\n0\r\n\r\n", zipped.size(), zipped),
                 "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
        // Heads that are kept beside bodies which are decoded already.
        response(page, "Content-Encoding: br\r\nTransfer-Encoding: chunked\r\n")}) {
    const ReadResult result = read_records(record("response", stored, url), {}, "x");
    ASSERT_THAT(result.records, SizeIs(1)) << stored;
    EXPECT_EQ(result.records[0].text, page);
  }
}

TEST(Warc, PassesOverWhatIsNoArticleWithoutAWord) {
  const ReadResult result =
      read_records(record("response", response("\x89PNG", "", 200, "image/png"), url) +
                       record("response", response(page, "", 404), url) +
                       record("response", response("a{}", "", 200, "text/css"), url) +
                       record("response", response("Allow: /", "", 200, "text/plain"),
                              "https://evening.example/robots.txt") +
                       record("resource", "note", "metadata://x", "1.0", "text/plain"),
                   {}, "x");
  EXPECT_THAT(result.records, IsEmpty());
  EXPECT_THAT(result.errors, IsEmpty());
}

TEST(Warc, ReadsResourcesAndConversions) {
  const ReadResult result =
      read_records(record("conversion", "Ferry sinks\n\nIt sank.", url, "1.0", "text/plain") +
                       record("resource", page, "<" + url + ">", "1.0", "text/html"),
                   {}, "x");
  ASSERT_THAT(result.records, SizeIs(2));
  EXPECT_EQ(result.records[0].kind, TextKind::plain);
  EXPECT_EQ(result.records[1].fields.url, url);
}

TEST(Warc, TheServerNamesTheCharset) {
  const ReadResult result = read_records(
      record("response",
             response("<html><p>Trondheims sj\xF8", "", 200, "text/html; charset=windows-1252"),
             url),
      {}, "x");
  ASSERT_THAT(result.records, SizeIs(1));
  EXPECT_THAT(result.records[0].text, HasSubstr("sjø"));
}

TEST(Warc, FindsTheNextRecordBehindDamage) {
  const std::string good = record("response", response(page), url);
  std::string wrong_length = good;
  wrong_length.replace(wrong_length.find("Content-Length: ") + 16, 1, "1");
  const ReadResult result = read_records(good + wrong_length + "rubbish\r\n" + good, {}, "x");
  EXPECT_THAT(result.records, SizeIs(testing::Ge(2)));
  EXPECT_THAT(result.errors, testing::Contains(HasSubstr("damaged")));
}

TEST(Warc, NoTruncationCrashesOrHangs) {
  const std::string whole = record("response", response(page), url);
  for (std::size_t size = 5; size + 4 < whole.size(); ++size) {
    const ReadResult result = read_records(std::string_view(whole).substr(0, size), {}, "x");
    EXPECT_THAT(result.records, IsEmpty()) << size;
    EXPECT_THAT(result.errors, SizeIs(1)) << size;
  }
}

TEST(Warc, AbsurdLengthsAndHeadsAreRefused) {
  const std::string head = "WARC/1.0\r\nWARC-Type: response\r\n";
  EXPECT_THAT(read_records(head + "Content-Length: 99999999999999999999\r\n\r\n", {}, "x").errors,
              ElementsAre(HasSubstr("does not say its length")));
  EXPECT_THAT(read_records(head + "Content-Length: 999999999999\r\n\r\nx", {}, "x").errors,
              ElementsAre(HasSubstr("ends inside this record")));
  EXPECT_THAT(read_records(head + std::string(2 << 20, 'a'), {}, "x").errors,
              ElementsAre(HasSubstr("does not end")));
}

TEST(Arc, GivesThePagesWithTheirAddress) {
  const std::string stored = response(page);
  const std::string file = fmt::format(
      "filedesc://x.arc 0.0.0.0 20050102030405 text/plain 13\n1 0 Somebody\n\n"
      "http://evening.example/a page 192.0.2.7 20050102030405 text/html {}\n{}\n",
      stored.size(), stored);
  const ReadResult result = read_records(file, {}, "x.arc");
  ASSERT_THAT(result.records, SizeIs(1));
  EXPECT_EQ(result.records[0].text, page);
  EXPECT_EQ(result.records[0].fields.url, "http://evening.example/a page");
  EXPECT_EQ(result.records[0].origin.record, 2U);
}

}  // namespace
}  // namespace onrecord
