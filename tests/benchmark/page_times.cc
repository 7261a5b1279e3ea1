// SPDX-License-Identifier: GPL-3.0-or-later
// Time that a saved page takes: parsing, and all of splitting. script/bench runs it.
//
//   page_times REPEATS < list-of-files
//
// Prints a JSON line for each page with the median of REPEATS runs in milliseconds. Reading the
// file and decoding it is not in it.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "indexer/data_folder.h"
#include "indexer/reader/open_input.h"
#include "indexer/split/html/article.h"

using namespace onrecord;

namespace {

template <typename Work>
double median_ms(int repeats, Work work) {
  std::vector<double> times;
  for (int i = 0; i <= repeats; ++i) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> passed =
        std::chrono::steady_clock::now() - start;
    if (i > 0) times.push_back(passed.count());  // the first one warms up
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

void measure(const std::string& path, const HtmlLexicon& lexicon, int repeats) {
  ReadSettings settings;
  settings.format = "html";
  auto reader = open_input(path, settings);
  if (!reader) return;
  auto record = (*reader)->next();
  if (!record || !*record) return;
  const double parse =
      median_ms(repeats, [&] { static_cast<void>(HtmlTree::parse((*record)->text).size()); });
  const double split =
      median_ms(repeats, [&] { static_cast<void>(split_html(**record, lexicon).has_value()); });
  fmt::print("{{\"path\": \"{}\", \"ms\": {:.4f}, \"parse_ms\": {:.4f}}}\n", path, split, parse);
}

}  // namespace

int main(int argc, char** argv) {
  const int repeats = argc > 1 ? std::max(1, std::atoi(argv[1])) : 3;
  const auto folder = find_data_folder({});
  if (!folder) return std::fprintf(stderr, "%s\n", folder.error().message.c_str()), 1;
  const auto english = LanguagePack::load(*folder / "languages" / "en");
  if (!english) return std::fprintf(stderr, "%s\n", english.error().message.c_str()), 1;
  const auto gazetteer = Gazetteer::open(*folder / "gazetteer.bin");
  if (!gazetteer) return std::fprintf(stderr, "%s\n", gazetteer.error().message.c_str()), 1;
  const auto lexicon = HtmlLexicon::load(*folder / "html", *english, *gazetteer);
  if (!lexicon) return std::fprintf(stderr, "%s\n", lexicon.error().message.c_str()), 1;
  for (std::string path; std::getline(std::cin, path);) measure(path, *lexicon, repeats);
  return 0;
}
