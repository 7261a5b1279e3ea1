// SPDX-License-Identifier: GPL-3.0-or-later
// How much text a second one core looks through for quotes, names found beforehand.
//
//   script/bench quotes              the articles of corpus/archive
//   ONRECORD_BENCH_TEXTS=FOLDER script/bench quotes
//
// The first benchmark is the quote stage alone; the others are its first steps.
#include "indexer/quote/quotes.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "common/article_text.h"
#include "indexer/analyse.h"
#include "indexer/quote/attribution.h"
#include "indexer/quote/scene.h"

namespace onrecord {
namespace {

struct Texts {
  AnalysisData data;
  std::vector<Article> articles;
  std::int64_t bytes = 0;
};

std::filesystem::path folder_of_texts() {
  const char* named = std::getenv("ONRECORD_BENCH_TEXTS");
  return named != nullptr ? named : ONRECORD_SOURCE_DIR "/corpus/archive";
}

const Texts& texts() {
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

const QuoteLexicon& lexicon_of(const Article& article) {
  return texts().data.quote_lexicons.at(texts().data.languages.pack(article.language).code());
}

template <typename Step>
void run(benchmark::State& state, Step step) {
  for ([[maybe_unused]] auto _ : state) {
    for (const Article& article : texts().articles) {
      benchmark::DoNotOptimize(step(article, lexicon_of(article)));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * texts().bytes);
}

void quotes(benchmark::State& state) {
  run(state, [](const Article& article, const QuoteLexicon& lexicon) {
    return find_quotes(article, lexicon);
  });
}

void marks_alone(benchmark::State& state) {
  run(state, [](const Article& article, const QuoteLexicon& lexicon) {
    return find_marked_text(article.paragraphs, lexicon);
  });
}

void scene_alone(benchmark::State& state) {
  run(state, [](const Article& article, const QuoteLexicon& lexicon) {
    return make_scene(article, lexicon);
  });
}

BENCHMARK(quotes)->Unit(benchmark::kMillisecond);
BENCHMARK(marks_alone)->Unit(benchmark::kMillisecond);
BENCHMARK(scene_alone)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace onrecord

BENCHMARK_MAIN();
