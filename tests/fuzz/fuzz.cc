// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include <cstdlib>

#include <fmt/format.h>

#include "common/text_fold.h"
#include "common/utf8.h"
#include "tests/support/check_article.h"

namespace onrecord::fuzz {

void require(bool holds, std::string_view what) {
  if (holds) return;
  fmt::print(stderr, "broken promise: {}\n", what);
  std::abort();
}

void require_sound(const Article& article) {
  const std::string broken = broken_promise(article);
  require(broken.empty(), broken);
}

const AnalysisData& analysis_data() {
  static const auto data = load_analysis_data(ONRECORD_BINARY_DIR "/share/onrecord");
  require(data.has_value(), data ? "" : data.error().message);
  return *data;
}

RawRecord make_record(std::string_view bytes) {
  RawRecord record;
  record.origin = {"fuzz.txt", 1, "text"};
  record.text = repair_utf8(bytes);
  return record;
}

Article make_article(std::string_view bytes) {
  Article article;
  const std::string text = repair_utf8(bytes);
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    std::string line = squeeze_blanks(rest.substr(0, end));
    const auto kind = article.paragraphs.empty() ? ParagraphKind::headline : ParagraphKind::body;
    if (!line.empty()) article.paragraphs.push_back({kind, std::move(line), {}});
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  return article;
}

}  // namespace onrecord::fuzz
