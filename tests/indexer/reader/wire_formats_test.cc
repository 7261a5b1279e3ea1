// SPDX-License-Identifier: GPL-3.0-or-later
// NITF, NewsML 1.2, NewsML-G2 and ninjs: the formats of news agencies.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/reader/read_records.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

RawRecord only_record(const std::string& bytes) {
  const ReadResult result = read_records(bytes);
  EXPECT_THAT(result.errors, IsEmpty());
  EXPECT_EQ(result.records.size(), 1U);
  return result.records.empty() ? RawRecord() : result.records[0];
}

std::vector<std::string> errors_of(const std::string& bytes) {
  return read_records(bytes).errors;
}

std::vector<std::string> annotations_of(const RawRecord& record) {
  constexpr const char* kinds[] = {"person", "place", "organization"};
  std::vector<std::string> out;
  for (const Annotation& annotation : record.fields.annotations) {
    out.push_back(std::string(kinds[static_cast<std::size_t>(annotation.kind)]) + ":" +
                  annotation.name);
  }
  return out;
}

TEST(NitfReader, ReadsAnAgencyText) {
  const RawRecord record = only_record(
      "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><!DOCTYPE nitf SYSTEM \"nitf-3-4.dtd\">"
      "<nitf baselang=\"en-GB\"><head><title>slug</title><tobject><tobject.subject"
      " tobject.subject.type=\"Politics\"/></tobject><docdata><date.issue "
      "norm=\"20240311T060000+0000\"/>"
      "</docdata><pubdata name=\"The Almer Gazette\" "
      "ex-ref=\"https://almer.example/1\"/></head><body>"
      "<body.head><hedline><hl1>Dam holds</hl1></hedline><byline><person>Ana Press and Tom "
      "Okafor</person>"
      "<byttl>Staff</byttl></byline><distributor>Andes "
      "Wire</distributor><dateline><location>Lima</location>"
      "<story.date "
      "norm=\"20240310\"/></dateline></body.head><body.content><media><media-reference/>"
      "<media-caption>The dam.</media-caption><media-producer>Li Wen</media-producer></media>"
      "<p>Mayor <person>Iris Vega</person> spoke in <location>Caf\xE9 "
      "Sol</location>.</p><hl2>Water</hl2>"
      "<bq>It "
      "held.</bq></body.content><body.end><tagline>(ar/to)</tagline></body.end></body></nitf>");
  const RecordFields& fields = record.fields;
  EXPECT_EQ(fields.headline, "Dam holds");
  EXPECT_THAT(fields.byline, ElementsAre("Ana Press", "Tom Okafor"));
  EXPECT_EQ(fields.published, "20240311T060000+0000");
  EXPECT_EQ(fields.source, "The Almer Gazette");
  EXPECT_EQ(fields.agency, "Andes Wire");
  EXPECT_EQ(fields.dateline, "Lima");
  EXPECT_EQ(fields.section, "Politics");
  EXPECT_EQ(fields.language, "en-GB");
  EXPECT_EQ(fields.url, "https://almer.example/1");
  EXPECT_EQ(record.text, "The dam.\nMayor Iris Vega spoke in Café Sol.\nWater\nIt held.");
  EXPECT_EQ(record.lines.at(0).credit, "Li Wen");
  EXPECT_THAT(annotations_of(record),
              ElementsAre("person:Ana Press", "person:Tom Okafor", "person:Iris Vega", "place:Lima",
                          "place:Café Sol"));
}

TEST(NitfReader, WhatItsProviderTookBackIsSkipped) {
  const std::string text =
      "</docdata></head><body><body.content><p>It rose.</p></body.content></body></nitf>";
  EXPECT_THAT(
      errors_of("<nitf><head><docdata management-status=\"canceled\">" + text +
                "<nitf><head><docdata><ed-msg info=\"MANDATORY KILL: the dam holds\"/>" + text +
                "<nitf><head><docdata management-status=\"canceled\" "
                "management-doc-idref=\"1\">" +
                text +
                "<nitf><head><docdata management-status=\"embargoed\"><ed-msg info=\"Kills "
                "nobody\"/>" +
                text),
      ElementsAre("1: canceled by its provider", "2: killed by its provider"));
}

TEST(NitfReader, ReadsTheBlockOfTheWholeTextAndTheIndex) {
  const RawRecord record = only_record(
      "<nitf><head><meta name=\"dsk\" content=\"Metro Desk\"/><meta name=\"online_sections\""
      " content=\"Region; Opinion\"/><docdata><identified-content><person "
      "class=\"indexing_service\">"
      "Vega, Iris</person><org>Almer Water</org></identified-content></docdata>"
      "<pubdata "
      "date.publication=\"20070101T000000\"/></head><body><body.head><hedline><hl1>Dam</hl1>"
      "</hedline><byline class=\"print_byline\">By ANA RUIZ</byline>"
      "<byline class=\"normalized_byline\">Ruiz, Ana</byline></body.head><body.content>"
      "<block class=\"lead_paragraph\"><p>LEAD: It held.</p></block>"
      "<block class=\"full_text\"><p>It held.</p><p>It "
      "rained.</p></block></body.content></body></nitf>");
  EXPECT_EQ(record.text, "It held.\nIt rained.");
  EXPECT_THAT(record.fields.byline, ElementsAre("By ANA RUIZ"));
  EXPECT_EQ(record.fields.section, "Region");
  EXPECT_EQ(record.fields.published, "20070101T000000");
  EXPECT_THAT(annotations_of(record), ElementsAre("person:Iris Vega", "organization:Almer Water"));
}

std::string g2_item(const std::string& kind, const std::string& status,
                    const std::string& content) {
  return "<newsItem guid=\"urn:x:1\" xml:lang=\"en\"><itemMeta><itemClass qcode=\"ninat:" + kind +
         "\"/><provider literal=\"Andes Wire\"/><firstCreated>2024-03-11T06:00:00Z</firstCreated>"
         "<pubStatus qcode=\"stat:" +
         status +
         "\"/></itemMeta><contentMeta>"
         "<subject type=\"cpnat:person\"><name>Iris Vega</name></subject>"
         "<subject "
         "type=\"cpnat:abstract\"><name>Water</name></subject><creditline>Andes–</creditline>"
         "<headline role=\"hld:sub\">Below</headline><headline role=\"hld:main\">Dam "
         "holds</headline>"
         "<by>By Ana Ruiz</by><dateline>LIMA</dateline></contentMeta><contentSet>" +
         content + "</contentSet></newsItem>";
}

std::string g2(const std::string& items) {
  return "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>" + items +
         "</itemSet></newsMessage>";
}

const char* const xhtml =
    "<inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body>"
    "<p>It held.</p></body></html></inlineXML>";

TEST(NewsmlG2Reader, ReadsItemsOfAMessage) {
  const RawRecord record = only_record(g2(g2_item("text", "usable", xhtml)));
  EXPECT_EQ(record.fields.headline, "Dam holds");
  EXPECT_THAT(record.fields.byline, ElementsAre("By Ana Ruiz"));
  EXPECT_EQ(record.fields.published, "2024-03-11T06:00:00Z");
  EXPECT_EQ(record.fields.source, "Andes Wire");
  EXPECT_EQ(record.fields.agency, "Andes");
  EXPECT_EQ(record.fields.section, "Water");
  EXPECT_EQ(record.fields.dateline, "LIMA");
  EXPECT_EQ(record.text, "It held.");
  EXPECT_THAT(annotations_of(record), ElementsAre("person:Iris Vega"));
}

TEST(NewsmlG2Reader, TheTextMayBeNitfOrPlainOrEscaped) {
  const auto text_of = [](const std::string& content) {
    return only_record(g2_item("text", "usable", content)).text;
  };
  EXPECT_EQ(text_of("<inlineXML><nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"><body>"
                    "<body.content><p>It held.</p></body.content></body></nitf></inlineXML>"),
            "It held.");
  EXPECT_EQ(text_of("<inlineData>It held.\n\nIt rained.</inlineData>"), "It held.\n\nIt rained.");
  EXPECT_EQ(text_of("<inlineData>&lt;P&gt;It held.&lt;/P&gt;&lt;P&gt;So.&lt;/P&gt;</inlineData>"),
            "It held.\nSo.");
}

TEST(NewsmlG2Reader, WhatIsNoTextIsSkippedWithItsReason) {
  EXPECT_THAT(
      errors_of(g2(g2_item("picture", "usable", "") + g2_item("text", "canceled", xhtml) +
                   g2_item("text", "usable", "<remoteContent href=\"a\"/>") +
                   g2_item("text", "usable", "<inlineXML><results><team/></results></inlineXML>") +
                   "<packageItem/><conceptItem/>")),
      ElementsAre("1: an item of class 'picture', no text", "2: canceled by its provider",
                  "3: its text is in another file (remoteContent)", "4: an item without a text",
                  "5: a package, which only lists other items",
                  "6: a concept (a person, place or event), no news"));
}

std::string newsml(const std::string& status, const std::string& components) {
  return "<NewsML Version=\"1.2\"><NewsItem xml:lang=\"en\"><NewsManagement>"
         "<FirstCreated>20240311T060000+0000</FirstCreated><Status FormalName=\"" +
         status +
         "\"/></NewsManagement><NewsComponent><NewsLines><DateLine>LIMA, March 11 (Andes) "
         "-</DateLine>"
         "<HeadLine>Dam holds</HeadLine><ByLine>Ana "
         "Ruiz</ByLine></NewsLines><AdministrativeMetadata>"
         "<Provider><Party FormalName=\"Andes\"/></Provider></AdministrativeMetadata>" +
         components + "</NewsComponent></NewsItem></NewsML>";
}

TEST(NewsmlReader, TakesTheStoryAmongTheComponents) {
  const RawRecord record = only_record(newsml(
      "Usable",
      "<NewsComponent><Role "
      "FormalName=\"SubHeadLine\"/><ContentItem><DataContent>Below</DataContent>"
      "</ContentItem></NewsComponent><NewsComponent><Role "
      "FormalName=\"Main\"/><ContentItem><MediaType"
      " FormalName=\"Text\"/><DataContent><p>It held all the night.</p><p>So.</p></DataContent>"
      "</ContentItem></NewsComponent><NewsComponent><Role FormalName=\"Caption\"/><ContentItem>"
      "<DataContent><p>The dam.</p></DataContent></ContentItem></NewsComponent>"));
  EXPECT_EQ(record.fields.headline, "Dam holds");
  EXPECT_THAT(record.fields.byline, ElementsAre("Ana Ruiz"));
  EXPECT_EQ(record.fields.published, "20240311T060000+0000");
  EXPECT_EQ(record.fields.dateline, "LIMA, March 11 (Andes) -");
  EXPECT_EQ(record.fields.source, "Andes");
  EXPECT_EQ(record.text, "It held all the night.\nSo.");
  EXPECT_THAT(record.fields.captions, ElementsAre("The dam."));
}

TEST(NewsmlReader, WhatIsNoTextIsSkippedWithItsReason) {
  EXPECT_THAT(
      errors_of(newsml("Canceled", "<ContentItem><DataContent>x</DataContent></ContentItem>")),
      ElementsAre("1: canceled by its provider"));
  EXPECT_THAT(errors_of(newsml("Usable",
                               "<ContentItem Href=\"a.jpg\"><MediaType FormalName=\"Photo\"/>"
                               "</ContentItem>")),
              ElementsAre("1: a NewsItem of media type 'photo', no text"));
}

TEST(NinjsReader, ReadsVersionOne) {
  const RawRecord record = only_record(
      R"({"uri": "https://a.example/1", "type": "text", "versioncreated": "2024-03-12T00:00:00Z",
          "firstcreated": "2024-03-11T06:00:00Z", "pubstatus": "usable", "headline": "Dam holds",
          "byline": "Ana Ruiz and Tom Okafor", "located": "Lima", "language": "en", "source": "Andes",
          "service": [{"name": "World"}], "person": [{"name": "Iris Vega"}], "place": [{"name": "Lima"}],
          "organisation": [{"name": "Almer Water"}], "body_text": "x", "body_xhtml": "<div><p>It held.</p></div>",
          "associations": {"main": {"type": "picture", "byline": "Li Wen", "description_text": "The dam."}}})");
  EXPECT_EQ(record.fields.headline, "Dam holds");
  EXPECT_THAT(record.fields.byline, ElementsAre("Ana Ruiz and Tom Okafor"));
  EXPECT_EQ(record.fields.published, "2024-03-11T06:00:00Z");
  EXPECT_EQ(record.fields.section, "World");
  EXPECT_EQ(record.fields.source, "Andes");
  EXPECT_EQ(record.fields.url, "https://a.example/1");
  EXPECT_EQ(record.text, "It held.\nThe dam.");
  EXPECT_EQ(record.lines.at(1).kind, ParagraphKind::caption);
  EXPECT_EQ(record.lines.at(1).credit, "Li Wen");
  EXPECT_THAT(annotations_of(record),
              ElementsAre("person:Iris Vega", "place:Lima", "organization:Almer Water"));
}

TEST(NinjsReader, ReadsVersionsTwoAndThree) {
  for (const std::string version : {"versioncreated", "versionCreated"}) {
    const RawRecord record = only_record(
        "{\"uri\": \"urn:1\", \"type\": \"text\", \"" + version +
        "\": \"2024-03-11T06:00:00Z\","
        R"("headlines": [{"role": "short", "value": "Dam"}, {"role": "main", "value": "Dam holds"}],
           "by": "Ana Ruiz", "people": [{"name": "Iris Vega"}], "bodies": [
           {"role": "text", "contenttype": "text/plain", "value": "It held."},
           {"role": "html", "contenttype": "text/html", "value": "<html><head><title>x</title></head><body><p>It held.</p><p>So.</p></body></html>"}]})");
    EXPECT_EQ(record.fields.headline, "Dam holds");
    EXPECT_EQ(record.fields.published, "2024-03-11T06:00:00Z");
    EXPECT_THAT(record.fields.byline, ElementsAre("Ana Ruiz"));
    EXPECT_EQ(record.text, "It held.\nSo.");
    EXPECT_THAT(annotations_of(record), ElementsAre("person:Iris Vega"));
  }
}

TEST(NinjsReader, WhatIsNoTextIsSkippedWithItsReason) {
  const auto item = [](const char* type, const char* status) {
    return std::string("{\"uri\": \"urn:1\", \"versioncreated\": \"2024-03-11\", \"type\": \"") +
           type + "\", \"pubstatus\": \"" + status + "\", \"body_text\": \"It held.\"}\n";
  };
  const ReadResult result =
      read_records(item("picture", "usable") + item("text", "canceled") + item("text", "usable"));
  EXPECT_THAT(result.errors,
              ElementsAre("1: an item of type 'picture', no text", "2: canceled by its provider"));
  EXPECT_EQ(result.records.size(), 1U);
  EXPECT_THAT(
      errors_of(
          R"({"data": {"item": {"type": "text", "versioncreated": "2024-03-11", "headline": "x"}}})"),
      ElementsAre("1: a ninjs item without a body"));
}

}  // namespace
}  // namespace onrecord
