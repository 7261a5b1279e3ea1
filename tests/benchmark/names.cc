// SPDX-License-Identifier: GPL-3.0-or-later
// How many words a second one core looks through for people, places and organizations.
//
//   script/bench names               the articles of corpus/archive
//   ONRECORD_BENCH_TEXTS=FOLDER script/bench names
//
// "names" is the stage, "explained" the same with reasons, the others are its first steps. The last
// lines run two of them by turns and print the median of the ratios, which a busy machine changes
// less than the times.
#include <algorithm>
#include <chrono>
#include <cstdio>

#include <benchmark/benchmark.h>

#include "common/tokens.h"
#include "indexer/entity/candidates.h"
#include "indexer/entity/entities.h"
#include "indexer/entity/name_tokens.h"
#include "tests/benchmark/texts.h"

namespace onrecord {
namespace {

const LanguagePack& pack_of(const Article& article) {
  return texts().data.languages.pack(article.language);
}

const NameWords& words_of(const Article& article) {
  return texts().data.name_words.at(pack_of(article).code());
}

std::int64_t word_count() {
  std::int64_t words = 0;
  for (const Article& article : texts().articles) {
    for (const Paragraph& paragraph : article.paragraphs) {
      for (const Token& token : tokenize(paragraph.text)) words += token.kind == TokenKind::word;
    }
  }
  return words;
}

std::size_t tokens_alone(const Article& article) {
  std::size_t count = 0;
  for (const Paragraph& paragraph : article.paragraphs) count += tokenize(paragraph.text).size();
  return count;
}

NameText looked_up(const Article& article) {
  return make_name_text(article, pack_of(article), words_of(article), texts().data.gazetteer);
}

std::size_t candidates(const Article& article) {
  return find_candidates(looked_up(article)).size();
}

std::size_t names(const Article& article, Explain explain) {
  const EntitySettings settings{nullptr, nullptr, explain};
  return find_entities(article, pack_of(article), words_of(article), texts().data.gazetteer,
                       settings)
      .people.size();
}

template <typename Step>
void run_all(Step step) {
  for (const Article& article : texts().articles) benchmark::DoNotOptimize(step(article));
}

template <typename Step>
void run(benchmark::State& state, Step step) {
  for ([[maybe_unused]] auto _ : state) run_all(step);
  state.counters["words"] = benchmark::Counter(static_cast<double>(word_count()),
                                               benchmark::Counter::kIsIterationInvariantRate);
}

const auto step_names = [](const Article& article) { return names(article, Explain::no); };
const auto step_explained = [](const Article& article) { return names(article, Explain::yes); };
const auto step_tokens = [](const Article& article) { return tokens_alone(article); };

BENCHMARK_CAPTURE(run, names, step_names)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run, explained, step_explained)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run, tokens_alone, step_tokens)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run, tokens_and_look_up, [](const Article& article) {
  return looked_up(article).tokens.size();
})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run, candidates, [](const Article& article) {
  return candidates(article);
})->Unit(benchmark::kMillisecond);

template <typename Step>
double seconds_of(Step step) {
  const auto start = std::chrono::steady_clock::now();
  run_all(step);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Median of the ratios of runs side by side.
template <typename A, typename B>
double ratio(A a, B b) {
  constexpr int pairs = 15;
  std::vector<double> ratios;
  for (int i = 0; i < pairs; ++i) {
    const double first = seconds_of(a);
    ratios.push_back(first / seconds_of(b));
  }
  std::nth_element(ratios.begin(), ratios.begin() + pairs / 2, ratios.end());
  return ratios[pairs / 2];
}

}  // namespace
}  // namespace onrecord

int main(int argc, char** argv) {
  using namespace onrecord;
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  std::printf("\nratio of times, medians of 15 pairs on %lld words\n",
              static_cast<long long>(word_count()));
  std::printf("names / tokens alone    %.2f\n", ratio(step_names, step_tokens));
  std::printf("explained / names       %.2f\n", ratio(step_explained, step_names));
  return 0;
}
