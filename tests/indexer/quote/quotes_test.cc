// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/quotes.h"

#include <cctype>
#include <ostream>

#include <gmock/gmock.h>

#include "common/article_text.h"
#include "tests/indexer/quote/case_file.h"

namespace onrecord {
namespace {

using testing_support::ExpectedQuote;
using testing_support::QuoteCase;
using testing_support::read_case_file;

const Languages& languages() {
  static const Languages all =
      Languages::load(ONRECORD_SOURCE_DIR "/indexer/data/languages").value();
  return all;
}

std::vector<QuoteCase> all_cases() {
  std::vector<QuoteCase> cases;
  const std::filesystem::path folder = ONRECORD_SOURCE_DIR "/tests/indexer/quote/cases";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    for (QuoteCase& one : read_case_file(entry.path())) cases.push_back(std::move(one));
  }
  return cases;
}

std::string shown(const std::string& text, const std::string& speaker) {
  return text + " | " + (speaker.empty() ? "-" : speaker);
}

/// Reported clauses are compared where a case file is about them; any other story has some too.
std::vector<Quote> find_asked_quotes(const QuoteCase& one) {
  std::vector<Quote> found = find_quotes(one.article, languages().pack(one.article.language));
  if (one.file.starts_with("indirect")) return found;
  std::erase_if(found, [](const Quote& quote) { return quote.kind == QuoteKind::indirect; });
  return found;
}

std::string context_of(const Quote& quote, const std::string& key) {
  if (key == "class") return quote.cue_class;
  if (key == "to") return quote.addressee;
  if (key == "at") return quote.occasion;
  if (key == "on") return quote.said_on ? to_iso(*quote.said_on) : "";
  if (key == "role") return quote.role;
  if (key == "rule") return quote.rule;
  if (key != "with") return "no such key";
  std::string names;
  for (const std::string& name : quote.joint_speakers) {
    names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

class QuoteCases : public testing::TestWithParam<QuoteCase> {};

TEST_P(QuoteCases, FindsTheQuotesAndTheirSpeakers) {
  const QuoteCase& one = GetParam();
  const std::vector<Quote> found = find_asked_quotes(one);
  std::vector<std::string> expected;
  for (const ExpectedQuote& quote : one.quotes)
    expected.push_back(shown(quote.text, quote.speaker));
  std::vector<std::string> actual;
  for (const Quote& quote : found) actual.push_back(shown(quote.text, quote.speaker));
  ASSERT_THAT(actual, testing::ElementsAreArray(expected)) << one.file << ": " << one.name;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (one.quotes[i].kind) {
      EXPECT_EQ(name_of(found[i].kind), name_of(*one.quotes[i].kind)) << found[i].text;
    }
    for (const auto& [key, value] : one.quotes[i].context) {
      EXPECT_EQ(context_of(found[i], key), value) << key << " of " << found[i].text;
    }
  }
}

std::string test_name(const testing::TestParamInfo<QuoteCase>& info) {
  std::string name = std::to_string(info.index) + "_" + info.param.article.language + "_";
  for (const char c : info.param.name) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) name += c;
    if (c == ' ') name += '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(All, QuoteCases, testing::ValuesIn(all_cases()), test_name);

}  // namespace

}  // namespace onrecord
