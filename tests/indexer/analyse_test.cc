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

std::string text_of(const PieceMaker& piece, std::size_t size) {
  std::string text = "Ferry sinks off Almer\n\n";
  for (int i = 0; text.size() < size; ++i) text += piece(i);
  return text;
}

double seconds_for(const PieceMaker& piece, std::size_t size) {
  RawRecord record = record_of(text_of(piece, size));
  const std::clock_t start = std::clock();
  static_cast<void>(analyse(std::move(record), analysis_data()).has_value());
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

void expect_linear(const PieceMaker& piece) {
  static_cast<void>(analysis_data());
  constexpr std::size_t small = 100'000;
  constexpr double times = 8;
  constexpr double slack = 3;  // caches, growing tables
  const double before = std::max(0.01, seconds_for(piece, small));
  const double after = seconds_for(piece, static_cast<std::size_t>(small * times));
  EXPECT_LT(after, before * times * slack) << before << " s for the small text";
}

TEST(Analyse, ASentenceOfNamesAloneTakesLinearTime) {
  expect_linear([](int) { return "Jane Roe "; });
}

TEST(Analyse, ARegisterOfPeopleTakesLinearTime) {
  expect_linear([](int i) {
    std::string surname = "Oe";
    for (int rest = i + 26; rest > 0; rest /= 26) surname += static_cast<char>('a' + rest % 26);
    return "Ana " + surname + " said so. ";
  });
}

TEST(Analyse, QuotesThatGoOnTakeLinearTime) {
  expect_linear([](int) { return "\" he said \" "; });
}

}  // namespace
}  // namespace onrecord
