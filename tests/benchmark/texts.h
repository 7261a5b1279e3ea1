// SPDX-License-Identifier: GPL-3.0-or-later
// The texts that benchmarks of one stage run on: the articles of corpus/archive, or of the folder
// named by ONRECORD_BENCH_TEXTS, analysed once.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "indexer/analyse.h"

namespace onrecord {

struct Texts {
  AnalysisData data;
  std::vector<Article> articles;
  std::int64_t bytes = 0;
};

inline std::filesystem::path folder_of_texts() {
  const char* named = std::getenv("ONRECORD_BENCH_TEXTS");
  return named != nullptr ? named : ONRECORD_SOURCE_DIR "/corpus/archive";
}

inline const Texts& texts() {
  static const Texts loaded = [] {
    auto data = load_analysis_data(ONRECORD_BINARY_DIR "/share/onrecord");
    if (!data) {
      std::cerr << data.error().message << '\n';
      std::exit(1);
    }
    Texts made{std::move(*data), {}, 0};
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_of_texts())) {
      if (entry.path().extension() != ".txt") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      RawRecord record;
      record.text.assign(std::istreambuf_iterator<char>(in), {});
      auto found = analyse(std::move(record), made.data);
      if (!found) continue;
      for (Article& article : *found) {
        for (const Paragraph& paragraph : article.paragraphs) {
          made.bytes += static_cast<std::int64_t>(paragraph.text.size());
        }
        made.articles.push_back(std::move(article));
      }
    }
    return made;
  }();
  return loaded;
}

}  // namespace onrecord
