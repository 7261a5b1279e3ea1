// SPDX-License-Identifier: GPL-3.0-or-later
// The comparison itself: a test of the engines is worth what its measure is worth.
#include "tests/corpus/comparison.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace onrecord {
namespace {

using nlohmann::json;

json expected_article() {
  return json::parse(R"({
    "path": "coast/a.txt", "record": 1, "headline": "Sol\u00e9 opens bridge", "byline": ["Tom Hale"],
    "published": "2021-03-04", "source": "The Coast Weekly", "dateline": "QUITO",
    "subheads": ["No tolls"], "captions": [{"text": "The bridge.", "credit": "E. Ruiz"}],
    "quotes": [
      {"text": "It is done,", "kind": "direct", "speaker": "Ana Sol\u00e9", "cue": "said"},
      {"text": "a toll on the poor", "kind": "mixed", "speaker": "Rui Paz|Eva Paz", "cue": "called|did call"}],
    "set_aside": ["A bridge at last"], "people": ["Ana Sol\u00e9", "Rui Paz"],
    "roles": {"Ana Sol\u00e9": "Minister of Works"}, "optional": ["Tower Bridge"],
    "mentions": {"Ana Sol\u00e9": ["Do\u00f1a Ana"], "Board of Works": ["BoW"]},
    "aliases": {"Ana Sol\u00e9": ["Ana Sol\u00e9 Ruiz"]},
    "indirect": [{"text": "it would rain on the bridge", "speaker": "Ana Sol\u00e9"}],
    "organizations": ["Board of Works"], "places": [{"name": "Quito", "country": "EC"}]})");
}

json perfect_answer() {
  return json::parse(R"({
    "path": "coast/a.txt", "record": 1, "headline": "Sol\u00e9 opens bridge", "byline": ["Tom Hale"],
    "published": "2021-03-04T08:00:00Z", "source": "The Coast Weekly",
    "dateline": {"text": "QUITO", "agency": null},
    "subheads": ["No tolls"], "captions": ["The bridge."], "credits": ["E. Ruiz"],
    "quotes": [
      {"text": "It is done", "kind": "direct", "speaker": "Ana Sol\u00e9", "cue": "said", "in": "body"},
      {"text": "a toll on the poor", "kind": "mixed", "speaker": "Eva Paz", "cue": "called"},
      {"text": "that it would rain on the bridge", "kind": "indirect", "speaker": "Ana Sol\u00e9"},
      {"text": "A bridge at last", "kind": "direct", "speaker": null, "cue": null},
      {"text": "opens", "kind": "mixed", "speaker": null, "cue": null, "in": "headline"}],
    "people": [{"name": "Ana Sol\u00e9", "roles": ["minister"], "mentions": ["Do\u00f1a Ana"]},
               {"name": "Rui Paz", "roles": []},
               {"name": "Tom Hale", "roles": []}],
    "organizations": [{"name": "Board of Works", "mentions": ["Board of Works", "BoW"]}],
    "places": [{"name": "Quito", "country": "EC"}, {"name": "Tower Bridge", "country": "GB"}]})");
}

Comparison compare(const json& found) {
  Comparison comparison;
  compare_article(expected_article(), found, comparison);
  return comparison;
}

TEST(CorpusComparison, APerfectAnswerHasNoMiss) {
  const Comparison result = compare(perfect_answer());
  EXPECT_EQ(to_text(result.misses), "");
  for (const std::string_view field : compared_fields()) {
    const auto score = result.fields.find(field);
    ASSERT_NE(score, result.fields.end()) << field << " is never asked";
    EXPECT_EQ(score->second.percent(), 100) << field;
  }
}

TEST(CorpusComparison, NoAnswerIsWrongEverywhere) {
  const Comparison result = compare(json());
  for (const auto& [field, score] : result.fields) EXPECT_EQ(score.right, 0) << field;
  EXPECT_EQ(result.fields.count("kind"), 0U) << "asked of quotes that were found";
  EXPECT_EQ(result.fields.count("mentions"), 0U) << "asked of names that were found";
}

TEST(CorpusComparison, AWrongSpeakerIsShownWithTheQuote) {
  json answer = perfect_answer();
  answer["quotes"][0]["speaker"] = "Rui Paz";
  EXPECT_EQ(to_text(compare(answer).misses),
            "coast/a.txt #1\n  speaker    ~ Ana Sol\u00e9 -> Rui Paz: [It is done,]\n");
}

TEST(CorpusComparison, MissingAndExtraQuotesCountBoth) {
  json answer = perfect_answer();
  answer["quotes"][1]["text"] = "a toll";
  const Comparison result = compare(answer);
  EXPECT_EQ(result.fields.find("quote")->second.right, 1);
  EXPECT_EQ(result.fields.find("quote")->second.wrong, 2);
  EXPECT_EQ(to_text(result.misses, "quote"),
            "coast/a.txt #1\n  quote      - [a toll on the poor]\n  quote      + [a toll]\n");
}

TEST(CorpusComparison, AnAliasIsAsGoodAsTheName) {
  json answer = perfect_answer();
  for (json& quote : answer["quotes"]) {
    if (quote["speaker"] == "Ana Sol\u00e9") quote["speaker"] = "Ana Sol\u00e9 Ruiz";
  }
  answer["people"][0]["name"] = "Ana Sol\u00e9 Ruiz";
  EXPECT_EQ(to_text(compare(answer).misses), "");
}

TEST(CorpusComparison, MentionsMustBeJoinedToTheirName) {
  json answer = perfect_answer();
  answer["people"][0]["mentions"] = json::array();
  answer["organizations"][0]["mentions"] = {"Works"};
  EXPECT_EQ(to_text(compare(answer).misses),
            "coast/a.txt #1\n  mentions   - Ana Sol\u00e9: [Do\u00f1a Ana]\n"
            "  mentions   - Board of Works: [BoW]\n");
}

TEST(CorpusComparison, AReportedClauseIsFoundByMostOfItsWords) {
  json answer = perfect_answer();
  answer["quotes"][2]["text"] = "it would rain";
  EXPECT_EQ(to_text(compare(answer).misses, "indirect"),
            "coast/a.txt #1\n  indirect   - [it would rain on the bridge]\n"
            "  indirect   + [it would rain]\n");
  answer["quotes"][2]["text"] = "that the bridge was a toll on the poor";
  EXPECT_EQ(compare(answer).fields.find("indirect")->second.wrong, 1) << "it holds a quote";
  answer["quotes"][2]["text"] = "rain on the bridge it would";
  answer["quotes"][2]["speaker"] = nullptr;
  EXPECT_EQ(to_text(compare(answer).misses),
            "coast/a.txt #1\n  indirect_speaker ~ Ana Sol\u00e9 -> nobody: "
            "[it would rain on the bridge]\n");
}

TEST(CorpusComparison, EachFieldCanFail) {
  const std::vector<std::pair<const char*, json>> damages = {
      {"headline", "Bridge opens"}, {"byline", {"Tom Hale", "Staff"}},
      {"published", "2021-03-05"},  {"source", nullptr},
      {"dateline", nullptr},        {"subheads", json::array()},
      {"captions", json::array()},  {"people", json::array()},
      {"places", json::array()},    {"organizations", json::array()}};
  for (const auto& [field, value] : damages) {
    json answer = perfect_answer();
    answer[field] = value;
    const Comparison result = compare(answer);
    EXPECT_LT(result.fields.find(field)->second.percent(), 100) << field;
  }
}

TEST(CorpusComparison, CountryAndRoleAreAskedOfPlacesAndPeopleThatWereFound) {
  json answer = perfect_answer();
  answer["places"][0]["country"] = "ES";
  answer["people"][0]["roles"] = {"mayor"};
  EXPECT_EQ(to_text(compare(answer).misses),
            "coast/a.txt #1\n  role       - Ana Sol\u00e9: [Minister of Works]\n"
            "  country    ~ Quito: EC -> ES\n");
}

}  // namespace
}  // namespace onrecord
