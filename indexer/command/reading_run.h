// SPDX-License-Identifier: GPL-3.0-or-later
// What extract, build and add have in common: read the inputs of the options, analyse them, hand
// the articles on, tell what happened.
#pragma once

#include <functional>

#include "common/exit_status.h"
#include "common/log.h"
#include "indexer/options.h"
#include "indexer/pipeline.h"
#include "indexer/report.h"
#include "indexer/template_lines.h"

namespace onrecord {

struct ArticleHandler {
  /// After the analysis of a record, in many threads at once; may be empty.
  std::function<void(PipelineEvent&)> prepare;

  /// In the order of the input, in the calling thread.
  std::function<void(PipelineEvent&, Report&)> deliver;

  /// After the last record, also when the run was stopped. `complete`: all inputs were read.
  std::function<void(Report&, bool complete)> finish;

  /// Show the summary even when there is nothing to complain about.
  bool always_sums_up = false;
};

/// `lines`: what is known of the lines of hosts' templates; what is found is added.
///
/// What is wrong with the options is told and gives `wrong_use`.
ExitStatus run_reading(const IndexOptions& options, Log& log, const ArticleHandler& handler,
                       TemplateLines& lines);

}  // namespace onrecord
