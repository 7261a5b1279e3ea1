// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that write an index: build and add.
#include "common/stored_article.h"
#include "indexer/command/reading_run.h"
#include "indexer/commands.h"
#include "indexer/output/index_writer.h"

namespace onrecord {
namespace {

/// Before anything is taken out: an article is the same whatever was read before it.
void take_fingerprints(PipelineEvent& event) {
  for (Article& article : event.articles) {
    if (article.fingerprint == 0) article.fingerprint = fingerprint_of(article);
  }
}

void deliver_to(IndexWriter& writer, PipelineEvent& event, Report& report) {
  for (Article& article : event.articles) report.article(writer.add(std::move(article)));
}

void tell_refused(const IndexWriter& writer, Report& report) {
  for (const RefusedArticle& article : writer.refused()) {
    report.skipped(article.origin.path, article.origin.record, Error{article.reason});
  }
}

ExitStatus write_index(const IndexOptions& options, Log& log, IndexWriter::Mode mode) {
  std::error_code ignored;
  const bool replaces = mode == IndexWriter::Mode::build &&
                        std::filesystem::exists(options.index, ignored) &&
                        !std::filesystem::is_empty(options.index, ignored);
  IndexWriter writer(options.index, mode);
  TemplateLines lines = TemplateLines::decode(writer.template_lines());
  ArticleHandler handler;
  handler.always_sums_up = true;
  handler.prepare = take_fingerprints;
  handler.deliver = [&](PipelineEvent& event, Report& report) {
    deliver_to(writer, event, report);
  };
  handler.finish = [&](Report& report, bool complete) {
    writer.finish(lines.encode());
    tell_refused(writer, report);
    if (mode == IndexWriter::Mode::add) return;
    // A part of an archive must not take the place of a whole one.
    if (complete || !replaces) writer.publish();
    if (!complete) {
      log.message(replaces ? "not complete; the old index stays"
                           : "not complete; 'add' with the same paths goes on");
    }
  };
  return run_reading(options, log, handler, lines);
}

}  // namespace

ExitStatus run_build(const IndexOptions& options, Log& log) {
  return write_index(options, log, IndexWriter::Mode::build);
}

ExitStatus run_add(const IndexOptions& options, Log& log) {
  return write_index(options, log, IndexWriter::Mode::add);
}

}  // namespace onrecord
