// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/json_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/reader/json_parser.h"
#include "tests/indexer/reader/read_records.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

RawRecord read_one(std::string_view json, const ReadSettings& settings = {}) {
  ReadResult result = read_records(json, settings, "input.json");
  EXPECT_THAT(result.errors, IsEmpty()) << json;
  EXPECT_EQ(result.records.size(), 1U) << json;
  return result.records.empty() ? RawRecord() : std::move(result.records.front());
}

std::vector<std::string> texts_of(const ReadResult& result) {
  std::vector<std::string> texts;
  for (const RawRecord& record : result.records) texts.push_back(record.text);
  return texts;
}

TEST(JsonReader, ReadsTheKeysOfNewsPlease) {
  const RawRecord record = read_one(R"({
    "authors": ["Mara Quist", "Odo Vance"], "date_download": "2024-01-09 10:00:00",
    "date_publish": "2021-03-04 09:30:00", "description": "A teaser.", "language": "en",
    "maintext": "The ferry sank.\nNobody was hurt.", "source_domain": "coast.example",
    "title": "Ferry sinks", "url": "https://coast.example/ferry"})");
  EXPECT_EQ(record.fields.headline, "Ferry sinks");
  EXPECT_THAT(record.fields.byline, ElementsAre("Mara Quist", "Odo Vance"));
  EXPECT_TRUE(record.fields.names_authors);
  EXPECT_EQ(record.fields.published, "2021-03-04 09:30:00");
  EXPECT_EQ(record.fields.source, "coast.example");
  EXPECT_EQ(record.fields.language, "en");
  EXPECT_EQ(record.fields.url, "https://coast.example/ferry");
  EXPECT_EQ(record.text, "The ferry sank.\nNobody was hurt.");
  EXPECT_EQ(record.kind, TextKind::body_only);
  EXPECT_EQ(record.origin.format, "json");
  EXPECT_EQ(record.charset, "UTF-8");
}

TEST(JsonReader, ReadsTheKeysOfTrafilaturaWhoseSourceIsTheAddress) {
  const RawRecord record = read_one(R"({"title": "Ferry sinks", "author": "Mara Quist; Odo Vance",
    "hostname": "coast.example", "date": "2021-03-04", "text": "The ferry sank.",
    "source": "https://coast.example/ferry", "sitename": "Coast Weekly"})");
  EXPECT_THAT(record.fields.byline, ElementsAre("Mara Quist", "Odo Vance"));
  EXPECT_EQ(record.fields.source, "Coast Weekly");
  EXPECT_EQ(record.fields.url, "https://coast.example/ferry");
}

TEST(JsonReader, ReadsNestedBodiesOfFundus) {
  const RawRecord record =
      read_one(R"({"title": "Ferry sinks", "publishing_date": "2021-03-04 09:30:00+00:00",
    "topics": ["Sea", "Travel"], "images": [{"caption": "The ferry"}, {"caption": "The crew"}],
    "body": {"summary": ["In short."], "sections": [
      {"headline": [], "paragraphs": ["It sank.", "It did."]},
      {"headline": ["Rescue"], "paragraphs": ["Boats came."]}]}})");
  EXPECT_EQ(record.text, "In short.\n\nIt sank.\n\nIt did.\n\nRescue\n\nBoats came.");
  EXPECT_EQ(record.fields.section, "Sea");
  EXPECT_THAT(record.fields.captions, ElementsAre("The ferry", "The crew"));
}

TEST(JsonReader, ReadsTheKeysOfNewsServices) {
  const RawRecord newsapi = read_one(R"({"source": {"id": null, "name": "Coast Weekly"},
    "author": "Mara Quist", "title": "Ferry sinks", "publishedAt": "2021-03-04T09:30:00Z",
    "content": "The ferry sank off the cape on Tuesday [+1234 chars]"})");
  EXPECT_EQ(newsapi.fields.source, "Coast Weekly");
  EXPECT_EQ(newsapi.text, "The ferry sank off the cape on Tuesday ");
  EXPECT_TRUE(newsapi.fields.truncated);
  const RawRecord guardian = read_one(R"({"webTitle": "Ferry sinks", "sectionName": "World",
    "webPublicationDate": "2021-03-04T09:30:00Z", "fields": {"byline": "Mara Quist",
    "bodyText": "The ferry sank."}})");
  EXPECT_EQ(guardian.text, "The ferry sank.");
  EXPECT_THAT(guardian.fields.byline, ElementsAre("Mara Quist"));
  const RawRecord nyt = read_one(R"({"headline": {"main": "Ferry sinks"}, "pub_date": "2021-03-04",
    "byline": {"person": [{"firstname": "Mara", "lastname": "Quist"}]},
    "lead_paragraph": "The ferry sank."})");
  EXPECT_EQ(nyt.fields.headline, "Ferry sinks");
  EXPECT_EQ(nyt.text, "The ferry sank.");
}

TEST(JsonReader, ReadsMarkedNamesByTheUsersKeys) {
  ReadSettings settings;
  for (const char* assignment : {"person=who", "place=where.name", "organization=orgs"}) {
    ASSERT_TRUE(settings.fields.add(assignment));
  }
  const RawRecord record = read_one(R"({"title": "Ferry sinks", "text": "The ferry sank.",
    "who": ["Quist, Mara", "Odo Vance; Ilse Torvald", "Dag Moberg, Peer Olsen"],
    "where": [{"name": "Torvik"}], "orgs": "Coast Weekly"})",
                                    settings);
  std::vector<std::string> names;
  for (const Annotation& mark : record.fields.annotations) names.push_back(mark.name);
  EXPECT_THAT(names, ElementsAre("Mara Quist", "Odo Vance", "Ilse Torvald", "Dag Moberg",
                                 "Peer Olsen", "Torvik", "Coast Weekly"));
  EXPECT_EQ(record.fields.annotations.front().kind, AnnotationKind::person);
  EXPECT_EQ(record.fields.annotations.back().kind, AnnotationKind::organization);
}

TEST(JsonReader, ReadsDatesAsNumbers) {
  EXPECT_EQ(read_one(R"({"text": "It sank.", "publish_date": 1614850200})").fields.published,
            "2021-03-04T09:30:00+00:00");
  EXPECT_EQ(read_one(R"({"text": "It sank.", "timestamp": 1614850200123})").fields.published,
            "2021-03-04T09:30:00+00:00");
  EXPECT_EQ(read_one(R"({"text": "It sank.", "date": 20210304})").fields.published, "20210304");
  EXPECT_EQ(read_one(R"({"text": "It sank.", "date": {"$date": "2021-03-04T09:30:00Z"}})")
                .fields.published,
            "2021-03-04T09:30:00Z");
}

TEST(JsonReader, WordsForNothingAreNothing) {
  const RawRecord record = read_one(R"({"title": "None", "author": null, "date": "NaT",
    "text": "It sank.", "authors": ["", "None"], "language": "nan"})");
  EXPECT_EQ(record.fields.headline, "");
  EXPECT_THAT(record.fields.byline, IsEmpty());
  EXPECT_EQ(record.fields.published, "");
  EXPECT_EQ(record.fields.language, "");
  EXPECT_EQ(record.kind, TextKind::plain) << "the headline may stand in the text";
}

TEST(JsonReader, MarkupInFieldsBecomesText) {
  const RawRecord record = read_one(R"({"title": {"rendered": "Ferry &#8211; sinks"},
    "content": {"rendered": "<p>It <b>sank</b>.</p>\n<p>R&amp;D<br>too</p><script>x()</script>"}})");
  EXPECT_EQ(record.fields.headline, "Ferry – sinks");
  EXPECT_EQ(record.text, "It sank.\n\nR&D\ntoo");
}

TEST(JsonReader, UsersNameTheirOwnKeys) {
  ReadSettings settings;
  ASSERT_TRUE(settings.fields.add("headline=Titel"));
  ASSERT_TRUE(settings.fields.add("body=artikel.volltext"));
  const RawRecord record = read_one(
      R"({"title": "other", "Titel": "Fähre sinkt", "artikel": {"volltext": "Sie sank."}})",
      settings);
  EXPECT_EQ(record.fields.headline, "Fähre sinkt");
  EXPECT_EQ(record.text, "Sie sank.");
}

TEST(JsonFeedReader, WhatAnItemDoesNotSayItsFeedDoes) {
  const ReadResult result = read_records(
      R"({"version":"https:\/\/jsonfeed.org\/version\/1.1","title":"The Almer Courier","language":"en",)"
      R"("items":[{"id":"1","url":"https://courier.example/1","title":"Dam holds",)"
      R"("content_html":"<p>The river rose.</p><p>It fell.</p>","summary":"It rose.",)"
      R"("date_published":"2024-03-11T06:00:00Z","authors":[{"name":"Ana Ruiz"}],"tags":["News"]},)"
      R"({"id":"2","title":"Ferry runs","summary":"It ran.","language":"de"},{"id":"3","title":"x"}]})");
  ASSERT_EQ(result.errors.size(), 1U);
  EXPECT_THAT(result.errors[0], testing::StartsWith("3: no article text"));
  ASSERT_EQ(result.records.size(), 2U);
  const RawRecord& record = result.records[0];
  EXPECT_EQ(record.origin.format, "jsonfeed");
  EXPECT_EQ(record.fields.headline, "Dam holds");
  EXPECT_THAT(record.fields.byline, ElementsAre("Ana Ruiz"));
  EXPECT_EQ(record.fields.published, "2024-03-11T06:00:00Z");
  EXPECT_EQ(record.fields.source, "The Almer Courier");
  EXPECT_EQ(record.fields.language, "en");
  EXPECT_EQ(record.fields.section, "News");
  EXPECT_FALSE(record.fields.truncated);
  EXPECT_TRUE(result.records[1].fields.truncated);
  EXPECT_EQ(result.records[1].fields.language, "de");
}

TEST(JsonFeedReader, AFeedWithoutItemsIsToldAsOne) {
  EXPECT_THAT(read_records(R"({"version":"https://jsonfeed.org/version/1","title":"x"})").errors,
              ElementsAre("1: a JSON Feed without items"));
}

TEST(JsonReader, ListsAndWrappersAndRowsOfValuesAllWork) {
  for (const std::string_view json :
       {R"([{"text": "one"}, {"text": "two"}])", R"([ {"text": "one"} , null, {"text": "two"} ])",
        "{\"status\": \"ok\", \"articles\": [{\"text\": \"one\"},\n{\"text\": \"two\"}], \"n\": 2}",
        R"({"response": {"total": 2, "x": [1], "results": [{"text": "one"}, {"text": "two"}]}})",
        "{\"data\": [{\"text\": \"one\"}, {\"text\": \"two\"}]}",
        "\xEF\xBB\xBF{\n \"text\": \"one\"\n}\n{\n \"text\": \"two\"\n}",
        "{\"text\": \"one\"}\n{\"text\": \"two\"}\n",
        "\xEF\xBB\xBF{\"text\": \"one\"}\r\n\r\n{\"text\": \"two\"}",
        R"({"_id": 1, "_source": {"text": "one"}} {"_source": {"text": "two"}})"}) {
    EXPECT_THAT(texts_of(read_records(json)), ElementsAre("one", "two")) << json;
  }
}

TEST(JsonReader, AnArticleWithAListInsideIsNoWrapper) {
  EXPECT_THAT(
      texts_of(read_records(R"({"title": "t", "text": "one", "articles": [{"text": "x"}]})")),
      ElementsAre("one"));
}

TEST(JsonReader, RecordsOfLinesAreNumberedAsInAnEditor) {
  const ReadResult result = read_records("{\"text\": \"one\"}\n\nnonsense\n{\"text\": \"two\"}\n");
  ASSERT_EQ(result.records.size(), 2U);
  EXPECT_EQ(result.records[0].origin.record, 1U);
  EXPECT_EQ(result.records[1].origin.record, 4U);
  EXPECT_EQ(result.records[1].origin.format, "jsonl");
  EXPECT_THAT(result.errors, ElementsAre(HasSubstr("3: not JSON: ")));
}

TEST(JsonReader, FaultsOfWritersAreMended) {
  EXPECT_EQ(read_one(R"({"text": "It sank.", "score": NaN, "b": -Infinity})").text, "It sank.");
  EXPECT_EQ(read_one("{\"text\": \"one\ntwo\tthree\"}").text, "one\ntwo\tthree");
  EXPECT_EQ(read_one(R"({"text": "a \ud83d\ude00 b \ud83d c \ude00"})").text,
            "a 😀 b \uFFFD c \uFFFD");
  EXPECT_EQ(
      read_one(R"({"text": "It\'s", "n": 1e999999, "id": 123456789012345678901234567890})").text,
      "It's");
  EXPECT_EQ(read_one("{\"text\": \"Caf\xE9 It\x92s\"}").text, "Café It’s");
  EXPECT_EQ(read_one(R"({"text": "donâ€™t"})").text, "don’t");
}

TEST(MendJson, StopsAtTheEndOfDamagedText) {
  for (const char* damaged : {"\"\\", "\"\\u", "\"\\ud83d", "\"\\ud83d\\u", "\"", "-", ""}) {
    EXPECT_TRUE(mend_json(damaged).size() >= std::string_view(damaged).size()) << damaged;
  }
}

}  // namespace
}  // namespace onrecord
