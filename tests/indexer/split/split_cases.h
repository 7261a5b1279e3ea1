// SPDX-License-Identifier: GPL-3.0-or-later
// The cases of cases/*.txt: whole texts or pages, and what is read from them (cases/README.md).
#pragma once

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/utf8.h"
#include "indexer/reader/reader.h"
#include "tests/indexer/split/html/pages.h"
#include "tests/indexer/split/tables.h"

namespace onrecord::test {

struct SplitCase {
  std::string name;
  RawRecord record;
  std::map<std::string, std::vector<std::string>> expected;
};

/// "\f" and "\u{00AD}" in a case's text stand for the characters.
inline std::string unescape(std::string_view line) {
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
inline void set_given(RecordFields& fields, const std::string& key, const std::string& value) {
  if (key == "headline") fields.headline = value;
  if (key == "byline") fields.byline.push_back(value);
  if (key == "author") {
    fields.byline.push_back(value);
    fields.names_authors = true;
  }
  if (key == "published") fields.published = value;
  if (key == "source") fields.source = value;
  if (key == "url") fields.url = value;
  if (key == "dateline") fields.dateline = value;
  if (key == "caption") fields.captions.push_back(value);
}

inline void add_expectation(SplitCase& the_case, const std::string& line) {
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

inline std::vector<SplitCase> read_split_cases(const std::filesystem::path& file) {
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

inline std::vector<std::string> captions_of(const Article& article) {
  std::vector<std::string> captions;
  for (const Caption& caption : article.captions) {
    const std::string credit = caption.credit.empty() ? "" : " | " + caption.credit;
    captions.push_back(article.paragraphs[caption.paragraph].text + credit);
  }
  return captions;
}

inline std::vector<std::string> not_empty(const std::string& value) {
  return value.empty() ? std::vector<std::string>() : std::vector<std::string>{value};
}

/// What an article has for a key of a case.
inline std::vector<std::string> values_of(const Article& article, const std::string& key) {
  if (key == "headline") return texts_of(article, ParagraphKind::headline);
  if (key == "deck") return texts_of(article, ParagraphKind::deck);
  if (key == "body") return texts_of(article, ParagraphKind::body);
  if (key == "subhead") return texts_of(article, ParagraphKind::subhead);
  if (key == "list") return texts_of(article, ParagraphKind::list_item);
  if (key == "quote") return texts_of(article, ParagraphKind::block_quote);
  if (key == "caption") return captions_of(article);
  if (key == "byline") return article.byline;
  if (key == "desk") return article.desks;
  if (key == "related") return article.related;
  if (key == "truncated") {
    return article.truncated ? std::vector<std::string>{"yes"} : std::vector<std::string>{};
  }
  if (key == "source") return not_empty(article.source);
  if (key == "agency") return not_empty(article.agency);
  if (key == "section") return not_empty(article.section);
  if (key == "url") return not_empty(article.url);
  if (key == "dateline") return not_empty(article.dateline ? article.dateline->text : "");
  if (key == "published") return not_empty(article.published ? to_iso(*article.published) : "");
  ADD_FAILURE() << "no such key: " << key;
  return {};
}

}  // namespace onrecord::test
