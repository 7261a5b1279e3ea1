// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <stdexcept>

#include "common/article_json.h"
#include "indexer/command/reading_run.h"
#include "indexer/commands.h"

namespace onrecord {
namespace {

void print(const std::string& line) {
  if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size() ||
      std::fputc('\n', stdout) == EOF) {
    throw std::runtime_error("the output cannot be written");
  }
}

}  // namespace

ExitStatus run_extract(const IndexOptions& options, Log& log) {
  ArticleHandler handler;
  handler.prepare = [&options](PipelineEvent& event) {
    for (const Article& article : event.articles) {
      event.lines.push_back(article_json_line(article, options.keys, options.explain));
    }
  };
  handler.deliver = [](PipelineEvent& event, Report& report) {
    for (const std::string& line : event.lines) {
      print(line);
      report.article(std::nullopt);
    }
  };
  handler.finish = [](Report&, bool) {
    if (std::fflush(stdout) != 0) throw std::runtime_error("the output cannot be written");
  };
  TemplateLines lines;
  return run_reading(options, log, handler, lines);
}

}  // namespace onrecord
