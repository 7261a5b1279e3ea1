// SPDX-License-Identifier: GPL-3.0-or-later
// How much text a second one core looks through for quotes, names found beforehand.
//
//   script/bench quotes              the articles of corpus/archive
//   ONRECORD_BENCH_TEXTS=FOLDER script/bench quotes
//
// The first benchmark is the quote stage alone; the others are its first steps.
#include "indexer/quote/quotes.h"

#include <benchmark/benchmark.h>

#include "common/article_text.h"
#include "indexer/quote/attribution.h"
#include "indexer/quote/scene.h"
#include "tests/benchmark/texts.h"

namespace onrecord {
namespace {

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
