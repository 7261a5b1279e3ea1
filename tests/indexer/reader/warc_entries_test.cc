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

TEST(Warc, AnAnswerWithoutItsHeadIsNotPassedOverInSilence) {
  std::string damaged = response(page);
  damaged[3] = '\0';
  const ReadResult result = read_records(
      record("response", damaged, url) + record("response", response(page), url), {}, "x.warc");
  EXPECT_THAT(result.records, SizeIs(1));
  EXPECT_THAT(result.errors, ElementsAre("1: damaged: the answer has no HTTP head"));
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

std::string crawl_of(int records) {
  std::string crawl;
  for (int i = 0; i < records; ++i) {
    crawl += packed("gzip", record("response",
                                   response(fmt::format("<html><p>It sank {} times off Moss, "
                                                        "and {} swam ashore.</p></html>",
                                                        i * 104729, i * 7919)),
                                   fmt::format("https://evening.example/{}", i)));
  }
  return crawl;
}

/// Where the members of gzip begin.
std::vector<std::size_t> members_of(const std::string& crawl) {
  std::vector<std::size_t> found;
  for (std::size_t at = 0; (at = crawl.find("\x1F\x8B\x08", at)) != std::string::npos; ++at) {
    found.push_back(at);
  }
  return found;
}

std::vector<std::string> urls_of(const ReadResult& result) {
  std::vector<std::string> urls;
  for (const RawRecord& record : result.records) {
    urls.push_back(record.fields.url.substr(record.fields.url.rfind('/') + 1));
  }
  return urls;
}

TEST(Warc, DamageInsideAMemberCostsItsRecordOnly) {
  const std::string whole = crawl_of(5);
  const auto members = members_of(whole);
  ASSERT_THAT(members, SizeIs(5));
  for (std::size_t at = members[2]; at < members[3]; ++at) {
    std::string crawl = whole;
    crawl[at] = static_cast<char>(~crawl[at]);
    const ReadResult result = read_records(crawl, {}, "x.warc.gz");
    // What gzip's head says of time and system may be wrong without harm.
    if (result.errors.empty()) {
      EXPECT_LT(at, members[2] + 10);
      EXPECT_THAT(result.records, SizeIs(5));
      continue;
    }
    EXPECT_THAT(result.errors, ElementsAre(HasSubstr("packed data is damaged ("))) << at;
    // Where only the end mark is hit, rubbish follows a record that is whole.
    EXPECT_THAT(urls_of(result), testing::IsSupersetOf({"0", "1", "3", "4"})) << at - members[2];
    EXPECT_GE(result.records.back().origin.record, 5U);
  }
}

TEST(Warc, WhatIsLostOrLeftBetweenMembersCostsNoOther) {
  const std::string whole = crawl_of(4);
  const auto members = members_of(whole);
  std::string hole = whole;
  hole.erase(members[1] + 20, members[2] + 20 - (members[1] + 20));
  EXPECT_THAT(urls_of(read_records(hole, {}, "x")), ElementsAre("0", "3"));
  std::string blot = whole;
  blot.replace(members[1] + 30, 60, 60, '\0');
  EXPECT_THAT(urls_of(read_records(blot, {}, "x")), ElementsAre("0", "2", "3"));
  std::string junk = whole;
  junk.insert(members[2], "junk \x1F\x8B\x08 junk");
  EXPECT_THAT(urls_of(read_records(junk, {}, "x")), ElementsAre("0", "1", "2", "3"));
  EXPECT_THAT(read_records(whole + std::string(512, '\0'), {}, "x").errors, IsEmpty());
}

TEST(Warc, ACrawlThatIsCutKeepsWhatIsWhole) {
  const std::string whole = crawl_of(3);
  const std::size_t last = members_of(whole)[2];
  for (std::size_t size = last + 1; size < whole.size(); size += 3) {
    const ReadResult result = read_records(std::string_view(whole).substr(0, size), {}, "x");
    EXPECT_GE(result.records.size(), 2U) << size;
    EXPECT_LE(result.errors.size(), 1U) << size;
  }
}

TEST(Warc, WrongLengthsAreMended) {
  const std::string good = record("response", response(page), url);
  const std::string true_length = std::to_string(response(page).size());
  for (const std::string length : {"10", "300", "5000", "9999999", "99999999", "999999999999"}) {
    std::string wrong = good;
    wrong.replace(wrong.find("Content-Length: ") + 16, true_length.size(), length);
    const ReadResult result = read_records(good + wrong + good + good, {}, "x.warc");
    if (length.size() < 8) {
      ASSERT_THAT(result.records, SizeIs(4)) << length;
      EXPECT_THAT(result.records[1].text, testing::StartsWith(page)) << length;
      EXPECT_THAT(result.errors, IsEmpty());
    } else {
      EXPECT_THAT(result.records, SizeIs(3)) << length;
      EXPECT_THAT(result.errors, ElementsAre(HasSubstr("larger than 64 MB")));
    }
    EXPECT_EQ(result.records.back().text, page) << length;
  }
}

TEST(Warc, TheLengthInTheHeadOfTheServerDoesNotCount) {
  for (const char* length : {"0", "7", "100000", "x"}) {
    const ReadResult result = read_records(
        record("response", response(page, fmt::format("Content-Length: {}\r\n", length)), url) +
            record("response", response(page), url),
        {}, "x");
    ASSERT_THAT(result.records, SizeIs(2)) << length;
    EXPECT_EQ(result.records[0].text, page);
  }
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

TEST(Arc, AFileOfWhichNothingCanBeReadIsNotPassedOverInSilence) {
  std::string crawl = "filedesc://x 0.0.0.0 20050102030405 text/plain 10\n1 0 x\n\n\n\n";
  for (int i = 0; i < 200; ++i) {
    crawl += "http://a.example/ 192.0.2.7 20050102030405 text/html 99999999999999999999\n";
  }
  const ReadResult result = read_records(crawl, {}, "x.arc");
  EXPECT_THAT(result.records, IsEmpty());
  EXPECT_THAT(result.errors, ElementsAre(HasSubstr("no record follows")));
}

TEST(Arc, FindsTheNextRecordBehindAWrongLength) {
  const std::string stored = response("<html><p>It sank.\nhttp is no record\nIt did.</p></html>");
  const auto arc_record = [&](std::size_t length, int number) {
    return fmt::format("http://evening.example/{} 192.0.2.7 20050102030405 text/html {}\n{}\n",
                       number, length, stored);
  };
  for (const std::size_t length : {std::size_t{30}, stored.size() + 20, std::size_t{90000}}) {
    const ReadResult result =
        read_records("filedesc://x.arc 0.0.0.0 20050102030405 text/plain 13\n1 0 Somebody\n\n" +
                         arc_record(length, 1) + arc_record(stored.size(), 2),
                     {}, "x.arc");
    EXPECT_THAT(urls_of(result), ElementsAre("1", "2")) << length;
    EXPECT_THAT(result.errors, IsEmpty()) << length;
  }
}

}  // namespace
}  // namespace onrecord
