// SPDX-License-Identifier: GPL-3.0-or-later
// The whole analysis of texts made to be slow: its work grows with the text, and no further.
#include "indexer/analyse.h"

#include <ctime>
#include <functional>
#include <string>

#include <gtest/gtest.h>

namespace onrecord {
namespace {

const AnalysisData& analysis_data() {
  static const AnalysisData data =
      load_analysis_data(std::string(ONRECORD_BINARY_DIR) + "/share/onrecord").value();
  return data;
}

RawRecord record_of(std::string text) {
  RawRecord record;
  record.origin = {"hostile.txt", 1, "text"};
  record.text = std::move(text);
  return record;
}

using PieceMaker = std::function<std::string(int)>;
using RecordMaker = std::function<RawRecord(std::size_t)>;

std::string text_of(const PieceMaker& piece, std::size_t size) {
  std::string text = "Ferry sinks off Almer\n\n";
  for (int i = 0; text.size() < size; ++i) text += piece(i);
  return text;
}

/// "Oe", "Oeb", "Oec": a surname for each number.
std::string surname_of(int number) {
  std::string surname = "Oe";
  for (int rest = number + 26; rest > 0; rest /= 26) surname += static_cast<char>('a' + rest % 26);
  return surname;
}

double seconds_for(const RecordMaker& make, std::size_t size) {
  RawRecord record = make(size);
  const std::clock_t start = std::clock();
  static_cast<void>(analyse(std::move(record), analysis_data()).has_value());
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

void expect_linear(const RecordMaker& make) {
  static_cast<void>(analysis_data());
  constexpr std::size_t small = 100'000;
  constexpr double times = 8;
  constexpr double slack = 3;  // caches, growing tables
  const double before = std::max(0.01, seconds_for(make, small));
  const double after = seconds_for(make, static_cast<std::size_t>(small * times));
  EXPECT_LT(after, before * times * slack) << before << " s for the small text";
}

void expect_linear_text(const PieceMaker& piece) {
  expect_linear([&](std::size_t size) { return record_of(text_of(piece, size)); });
}

TEST(Analyse, ASentenceOfNamesAloneTakesLinearTime) {
  expect_linear_text([](int) { return "Jane Roe "; });
}

TEST(Analyse, ARegisterOfPeopleTakesLinearTime) {
  expect_linear_text([](int i) { return "Ana " + surname_of(i) + " said so. "; });
}

TEST(Analyse, ASentenceThatDoesNotEndTakesLinearTime) {
  expect_linear_text([](int) { return "the ferry said \"Moss\" in the fog and \"Oslo\" "; });
}

TEST(Analyse, ListsOfAuthorsTakeLinearTime) {
  for (const char* given_name : {"Ana ", "Desk "}) {
    expect_linear([&](std::size_t size) {
      RawRecord record = record_of("The ferry sank off Almer. Nobody was hurt.");
      record.kind = TextKind::body_only;
      record.fields.names_authors = true;
      const int count = static_cast<int>(size / 10);
      for (int i = 0; i < count; ++i) record.fields.byline.push_back(given_name + surname_of(i));
      return record;
    });
  }
}

TEST(Analyse, QuotesThatGoOnTakeLinearTime) {
  expect_linear_text([](int) { return "\" he said \" "; });
}

}  // namespace
}  // namespace onrecord
