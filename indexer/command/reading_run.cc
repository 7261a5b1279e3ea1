// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/command/reading_run.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <deque>
#include <thread>

#include <fmt/format.h>

#include "common/escape.h"
#include "common/stop.h"
#include "indexer/analyse.h"
#include "indexer/data_folder.h"

namespace onrecord {
namespace {

using Clock = std::chrono::steady_clock;
using NextPath = std::function<std::optional<std::string>()>;

Result<ReadSettings> read_settings(const InputOptions& input) {
  ReadSettings settings;
  settings.format = input.format;
  settings.filter = input.filter;
  settings.limits.record_bytes = input.max_record_bytes;
  for (const std::string& assignment : input.mapping) {
    if (auto added = settings.fields.add(assignment); !added) return tl::unexpected(added.error());
  }
  if (input.map_file.empty()) return settings;
  const auto added = settings.fields.add_file(input.map_file);
  return added ? Result<ReadSettings>(std::move(settings)) : tl::unexpected(added.error());
}

Result<NextPath> input_paths(const InputOptions& input) {
  NextPath given = each_of(input.paths);
  if (input.files_from.empty()) return given;
  auto listed = paths_from(input.files_from, input.zero_separated);
  if (!listed) return tl::unexpected(listed.error());
  return [given = std::move(given), listed = std::move(*listed)]() mutable {
    auto path = given();
    return path ? path : listed();
  };
}

Result<UserNames> user_names(const InputOptions& input) {
  UserNames names;
  for (const std::string& file : input.names) {
    if (const auto added = names.add_file(file); !added) return tl::unexpected(added.error());
  }
  return names;
}

Result<AnalysisData> analysis_data(const IndexOptions& options, UserNames names) {
  const auto folder = find_data_folder(options.data_folder);
  return folder ? load_analysis_data(*folder, std::move(names)) : tl::unexpected(folder.error());
}

/// Adds up the sizes of all inputs beside the run, for the share done in the progress line.
class InputSize {
 public:
  explicit InputSize(const InputOptions& input) {
    if (input.files_from == "-") return;  // It can be read only once.
    thread_ = std::jthread([this, input](const std::stop_token& stop) { count(input, stop); });
  }

  std::optional<std::uint64_t> bytes() const {
    return known_ ? std::optional(bytes_.load()) : std::nullopt;
  }

 private:
  void count(const InputOptions& input, const std::stop_token& stop) {
    auto paths = input_paths(input);
    if (!paths) return;
    Walker walker(std::move(*paths), input.filter);
    while (const auto file = walker.next()) {
      bytes_ += file->bytes;
      if (stop.stop_requested()) return;
    }
    known_ = true;
  }

  std::atomic<std::uint64_t> bytes_ = 0;
  std::atomic<bool> known_ = false;
  std::jthread thread_;  // Last: ends before what it writes to.
};

/// Articles wait until those behind them were seen, too, so that the first pages of a host lose its
/// lines as well.
class WaitingEvents {
 public:
  void push(PipelineEvent event) {
    bytes_ += text_bytes(event);
    events_.push_back(std::move(event));
  }

  PipelineEvent pop() {
    PipelineEvent event = std::move(events_.front());
    events_.pop_front();
    bytes_ -= text_bytes(event);
    return event;
  }

  bool empty() const { return events_.empty(); }
  bool full() const {
    constexpr std::size_t most_events = 128;
    constexpr std::size_t most_bytes = 2U << 20U;
    return events_.size() > most_events || bytes_ > most_bytes;
  }

 private:
  static std::size_t text_bytes(const PipelineEvent& event) {
    std::size_t bytes = 0;
    for (const Article& article : event.articles) {
      for (const Paragraph& paragraph : article.paragraphs) bytes += paragraph.text.size();
    }
    return bytes;
  }

  std::deque<PipelineEvent> events_;
  std::size_t bytes_ = 0;
};

class ReadingRun {
 public:
  ReadingRun(const IndexOptions& options, Log& log, const ArticleHandler& handler,
             TemplateLines& lines, const AnalysisData& data, const ReadSettings& settings)
      : options_(options),
        handler_(handler),
        data_(data),
        settings_(settings),
        log_(log),
        template_lines_(lines),
        report_(log, options.verbose, options.quiet),
        progress_(log, options.quiet ? ProgressMode::never : options.input.progress) {}

  ExitStatus run(NextPath paths) {
    if (!options_.input.report.empty()) {
      if (const auto opened = report_.write_to(options_.input.report); !opened) {
        log_.error(escape_terminal(opened.error().message));
        return ExitStatus::error;
      }
    }
    if (progress_.shows_anything()) size_.emplace(options_.input);
    Walker walker(std::move(paths), options_.input.filter);
    run_pipeline(
        walker, settings_, {options_.input.jobs},
        {[this](PipelineEvent& event) { work(event); },
         [this](PipelineEvent& event) { return deliver(event); }, [this] { show_progress(); }});
    while (!waiting_.empty() && !too_many_skipped_) hand_on_next();
    progress_.finish();
    const bool complete = !stop_status() && !too_many_skipped_;
    handler_.finish(report_, complete);
    report_.finish();
    sum_up();
    return status();
  }

 private:
  void work(PipelineEvent& event) const {
    if (!options_.input.language.empty()) {
      event.raw.fields.language = options_.input.language;
    }
    auto articles = analyse(std::move(event.raw), data_, options_.explain);
    if (!articles) {
      event.skipped = std::move(articles.error());
      return;
    }
    event.articles = std::move(*articles);
    if (handler_.prepare) handler_.prepare(event);
  }

  bool deliver(PipelineEvent& event) {
    bytes_ = event.bytes_read;
    const bool from_host = std::any_of(event.articles.begin(), event.articles.end(),
                                       [](const Article& article) { return !article.url.empty(); });
    if (waiting_.empty() && !from_host) return hand_on(event);
    for (const Article& article : event.articles) template_lines_.observe(article);
    waiting_.push(std::move(event));
    while (waiting_.full()) {
      if (!hand_on_next()) return false;
    }
    return true;
  }

  bool hand_on_next() {
    PipelineEvent event = waiting_.pop();
    take_template_lines_out(event);
    return hand_on(event);
  }

  void take_template_lines_out(PipelineEvent& event) {
    bool changed = false;
    for (Article& article : event.articles) {
      for (std::string& line : template_lines_.take_out(article)) {
        changed = true;
        if (options_.explain == Explain::no) continue;
        article.evidence.push_back(
            {"body", "without the host's lines", std::move(line), "recurs on the host's articles"});
      }
    }
    if (!changed || !handler_.prepare) return;
    event.lines.clear();
    handler_.prepare(event);
  }

  bool hand_on(PipelineEvent& event) {
    if (event.skipped) {
      report_.skipped(event.path, event.record, *event.skipped);
    } else if (event.record > 0) {
      handler_.deliver(event, report_);
      report_.record_done(event.milliseconds);
    }
    if (event.input_ends) report_.input_done(event.path);
    const RunCounts& counts = report_.counts();
    too_many_skipped_ = options_.input.max_skipped &&
                        options_.input.max_skipped->is_exceeded(counts.skipped, counts.records);
    return !too_many_skipped_;
  }

  std::chrono::duration<double> elapsed() const { return Clock::now() - start_; }

  void show_progress() {
    if (!progress_.shows_anything()) return;
    const RunCounts& counts = report_.counts();
    progress_.update({counts.articles, counts.skipped, bytes_, size_->bytes(), elapsed()});
  }

  void sum_up() {
    const RunCounts& counts = report_.counts();
    if (too_many_skipped_) {
      log_.error(fmt::format("stopped: {} of {} records skipped", counts.skipped, counts.records));
    }
    const bool worth_it = handler_.always_sums_up || counts.skipped > 0 || counts.inputs > 1;
    if (worth_it && !options_.quiet) log_.plain(summary_text(counts, elapsed()));
  }

  ExitStatus status() const {
    if (const auto stopped = stop_status()) return *stopped;
    if (too_many_skipped_) return ExitStatus::error;
    return report_.counts().skipped > 0 ? ExitStatus::incomplete : ExitStatus::done;
  }

  const IndexOptions& options_;
  const ArticleHandler& handler_;
  const AnalysisData& data_;
  const ReadSettings& settings_;
  Log& log_;
  TemplateLines& template_lines_;
  Report report_;
  WaitingEvents waiting_;
  Progress progress_;
  std::optional<InputSize> size_;
  Clock::time_point start_ = Clock::now();
  std::uint64_t bytes_ = 0;
  bool too_many_skipped_ = false;
};

}  // namespace

ExitStatus run_reading(const IndexOptions& options, Log& log, const ArticleHandler& handler,
                       TemplateLines& lines) {
  const auto refuse = [&log](const Error& error, ExitStatus status) {
    log.error(escape_terminal(error.message));
    return status;
  };
  const auto settings = read_settings(options.input);
  if (!settings) return refuse(settings.error(), ExitStatus::wrong_use);
  auto paths = input_paths(options.input);
  if (!paths) return refuse(paths.error(), ExitStatus::wrong_use);
  auto names = user_names(options.input);
  if (!names) return refuse(names.error(), ExitStatus::wrong_use);
  const auto data = analysis_data(options, std::move(*names));
  if (!data) return refuse(data.error(), ExitStatus::error);
  return ReadingRun(options, log, handler, lines, *data, *settings).run(std::move(*paths));
}

}  // namespace onrecord
