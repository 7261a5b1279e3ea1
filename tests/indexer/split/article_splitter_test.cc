// SPDX-License-Identifier: GPL-3.0-or-later
// Whole texts to articles: the cases of cases/*.txt (see cases/README.md), the map to the source,
// and behaviour on hostile input.
#include "indexer/split/article_splitter.h"

#include <fstream>
#include <map>
#include <sstream>

#include "common/utf8.h"
#include "tests/indexer/split/tables.h"

namespace onrecord {
namespace {

using test::english;

struct SplitCase {
  std::string name;
  RawRecord record;
  std::map<std::string, std::vector<std::string>> expected;
};

/// "\f" and "\u{00AD}" in a case's text stand for the characters.
std::string unescape(std::string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line.substr(at, 2) == "\\f") {
      out += '\f';
      ++at;
    } else if (line.substr(at, 3) == "\\u{") {
      const std::size_t end = line.find('}', at);
      append_utf8(out, static_cast<char32_t>(std::stoul(
                           std::string(line.substr(at + 3, end - at - 3)), nullptr, 16)));
      at = end;
    } else {
      out += line[at];
    }
  }
  return out;
}

/// Sets a field that the format gives: "given headline: Talks stall".
void set_given(RecordFields& fields, const std::string& key, const std::string& value) {
  if (key == "headline") fields.headline = value;
  if (key == "byline") fields.byline.push_back(value);
  if (key == "published") fields.published = value;
  if (key == "source") fields.source = value;
  if (key == "url") fields.url = value;
  if (key == "dateline") fields.dateline = value;
  if (key == "caption") fields.captions.push_back(value);
}

void add_expectation(SplitCase& the_case, const std::string& line) {
  const std::size_t colon = line.find(':');
  ASSERT_NE(colon, std::string::npos) << the_case.name << ": " << line;
  const std::string key = line.substr(0, colon);
  const std::string value = colon + 2 < line.size() ? unescape(line.substr(colon + 2)) : "";
  if (key.rfind("given ", 0) == 0) {
    set_given(the_case.record.fields, key.substr(6), value);
  } else if (key == "kind") {
    the_case.record.kind = TextKind::body_only;
  } else if (key == "file") {
    the_case.record.origin.path = value;
  } else {
    auto& values = the_case.expected[key];
    if (!value.empty()) values.push_back(value);
  }
}

std::vector<SplitCase> read_split_cases(const std::filesystem::path& file) {
  std::ifstream in(file);
  EXPECT_TRUE(in) << file;
  std::vector<SplitCase> cases;
  enum class Part { none, text, expectations } part = Part::none;
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("=== ", 0) == 0) {
      cases.push_back({line.substr(4), {}, {}});
      part = Part::expectations;
    } else if (line == "--- text") {
      part = Part::text;
    } else if (line == "--- gives") {
      part = Part::expectations;
    } else if (part == Part::text) {
      cases.back().record.text += unescape(line) + "\n";
    } else if (part == Part::expectations && !line.empty() && line.front() != '#') {
      add_expectation(cases.back(), line);
    }
  }
  return cases;
}

std::vector<std::string> texts_of(const Article& article, ParagraphKind kind) {
  std::vector<std::string> texts;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.kind == kind) texts.push_back(paragraph.text);
  }
  return texts;
}

std::vector<std::string> captions_of(const Article& article) {
  std::vector<std::string> captions;
  for (const Caption& caption : article.captions) {
    const std::string credit = caption.credit.empty() ? "" : " | " + caption.credit;
    captions.push_back(article.paragraphs[caption.paragraph].text + credit);
  }
  return captions;
}

std::vector<std::string> not_empty(const std::string& value) {
  return value.empty() ? std::vector<std::string>() : std::vector<std::string>{value};
}

/// What an article has for a key of a case.
std::vector<std::string> values_of(const Article& article, const std::string& key) {
  if (key == "headline") return texts_of(article, ParagraphKind::headline);
  if (key == "deck") return texts_of(article, ParagraphKind::deck);
  if (key == "body") return texts_of(article, ParagraphKind::body);
  if (key == "subhead") return texts_of(article, ParagraphKind::subhead);
  if (key == "list") return texts_of(article, ParagraphKind::list_item);
  if (key == "caption") return captions_of(article);
  if (key == "byline") return article.byline;
  if (key == "related") return article.related;
  if (key == "source") return not_empty(article.source);
  if (key == "agency") return not_empty(article.agency);
  if (key == "section") return not_empty(article.section);
  if (key == "url") return not_empty(article.url);
  if (key == "dateline") return not_empty(article.dateline ? article.dateline->text : "");
  if (key == "published") return not_empty(article.published ? to_iso(*article.published) : "");
  ADD_FAILURE() << "no such key: " << key;
  return {};
}

/// Each paragraph's map leads to bytes of the record that hold the paragraph's own.
void expect_sound_map(const Article& article, const RawRecord& record) {
  for (const Paragraph& paragraph : article.paragraphs) {
    for (std::size_t i = 0; i < paragraph.source.size(); ++i) {
      const SourceRun& run = paragraph.source[i];
      const std::size_t end = i + 1 < paragraph.source.size() ? paragraph.source[i + 1].text_begin
                                                              : paragraph.text.size();
      ASSERT_LE(run.source_begin + (end - run.text_begin), record.text.size() + 8);
      const char own = paragraph.text[run.text_begin];
      const char there = record.text[run.source_begin];
      const bool same =
          own == there || own == ' ' || there == '&' || static_cast<unsigned char>(there) >= 0x80;
      EXPECT_TRUE(same) << paragraph.text << " at " << run.text_begin;
    }
  }
}

class SplitCases : public testing::TestWithParam<std::string> {};

TEST_P(SplitCases, GiveWhatTheySay) {
  for (const SplitCase& the_case : read_split_cases(test::case_file(GetParam()))) {
    SCOPED_TRACE(the_case.name);
    const auto articles = split_articles(the_case.record, english());
    const auto count = the_case.expected.find("articles");
    const std::string wanted = count == the_case.expected.end() ? "1" : count->second.front();
    EXPECT_EQ(std::to_string(articles.size()), wanted);
    if (articles.empty()) continue;
    for (const auto& [key, values] : the_case.expected) {
      if (key == "articles") continue;
      EXPECT_EQ(values_of(articles.front(), key), values) << key;
    }
    for (const Article& article : articles) expect_sound_map(article, the_case.record);
  }
}

INSTANTIATE_TEST_SUITE_P(Files, SplitCases,
                         testing::Values("headlines.txt", "heads.txt", "bodies.txt", "pages.txt",
                                         "records.txt", "several.txt"),
                         [](const auto& file) {
                           return file.param.substr(0, file.param.find('.'));
                         });

TEST(ArticleSplitter, AnEmptyTextHoldsNoArticle) {
  for (const char* text : {"", "\n\n", " \f ", "___"}) {
    RawRecord record;
    record.text = text;
    EXPECT_TRUE(split_articles(record, english()).empty()) << text;
  }
}

TEST(ArticleSplitter, LongTextWithoutALineEndStaysOneParagraph) {
  RawRecord record;
  while (record.text.size() < 4'000'000) record.text += "The talks stalled again- and again. ";
  const auto articles = split_articles(record, english());
  ASSERT_EQ(articles.size(), 1U);
  EXPECT_EQ(texts_of(articles[0], ParagraphKind::body).size(), 1U);
}

TEST(ArticleSplitter, ManyShortLinesAreReadInLinearTime) {
  RawRecord record;
  while (record.text.size() < 1'000'000) record.text += "12\nBy the\n\"(a-\n\f\n- x\n";
  EXPECT_LE(split_articles(record, english()).size(), 1U);
}

}  // namespace
}  // namespace onrecord
