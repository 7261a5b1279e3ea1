// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/escape.h"
#include "indexer/numbers.h"

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;

std::string json_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string plural(std::uint64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", grouped(count), count == 1 ? one : many);
}

std::string outcomes_text(const RunCounts& counts) {
  std::string text;
  for (const auto& [outcome, count] : counts.outcomes) {
    text += fmt::format(", {} {}", grouped(count), name_of(outcome));
  }
  return text;
}

}  // namespace

std::string_view name_of(AddOutcome outcome) {
  switch (outcome) {
    case AddOutcome::added:
      return "added";
    case AddOutcome::updated:
      return "updated";
    case AddOutcome::unchanged:
      return "unchanged";
    case AddOutcome::duplicate:
      return "duplicate";
  }
  return "added";
}

std::string kind_of_reason(std::string_view reason) {
  return std::string(reason.substr(0, std::min(reason.find(": "), reason.find(" ("))));
}

Result<void> Report::write_to(const std::filesystem::path& file) {
  file_.open(file);
  if (!file_) return fail(fmt::format("{}: cannot be written", file.string()));
  return {};
}

void Report::tell(const std::string& path, std::uint64_t record, const std::string& reason,
                  std::uint64_t count_of_kind) {
  if (quiet_ || (!tell_all_ && count_of_kind > told_per_reason)) return;
  const std::string where = record > 0 ? fmt::format("record {}: ", record) : "";
  log_.message(
      fmt::format("{}: {}{}; skipped", escape_terminal(path), where, escape_terminal(reason)));
  if (!tell_all_ && count_of_kind == told_per_reason) {
    log_.message(fmt::format("further records with \"{}\" are only counted (-v shows all)",
                             escape_terminal(kind_of_reason(reason))));
  }
}

void Report::skipped(const std::string& path, std::uint64_t record, const Error& reason) {
  ++counts_.skipped;
  ++input_.skipped;
  input_.last_reason = reason.message;
  if (record > 0) ++counts_.records;
  const std::uint64_t count = ++counts_.reasons[kind_of_reason(reason.message)];
  tell(path, record, reason.message, count);
  if (file_.is_open() && record > 0) {
    file_ << json_line(
        {{"path", path}, {"record", record}, {"status", "rejected"}, {"reason", reason.message}});
  }
}

void Report::article(std::optional<AddOutcome> outcome) {
  ++counts_.articles;
  ++input_.articles;
  if (!outcome) return;
  ++counts_.outcomes[*outcome];
  ++input_.outcomes[*outcome];
}

void Report::record_done(double milliseconds) {
  ++counts_.records;
  input_.milliseconds += milliseconds;
}

/// The outcomes stand in the order of their weight: one article added makes the input "added".
std::string_view Report::InputCounts::status() const {
  if (articles == 0) return "rejected";
  return outcomes.empty() ? "read" : name_of(outcomes.begin()->first);
}

void Report::input_done(const std::string& path) {
  ++counts_.inputs;
  const InputCounts input = std::exchange(input_, {});
  if (!file_.is_open()) return;
  file_ << json_line(
      {{"path", path},
       {"status", input.status()},
       {"reason", input.last_reason.empty() ? Json(nullptr) : Json(input.last_reason)},
       {"articles", input.articles},
       {"skipped", input.skipped},
       {"ms", static_cast<std::uint64_t>(input.milliseconds)}});
}

void Report::finish() {
  if (!file_.is_open()) return;
  file_.close();
  if (!file_) throw std::runtime_error("the report cannot be written");
}

std::string summary_text(const RunCounts& counts, std::chrono::duration<double> time) {
  const double seconds = std::max(time.count(), 0.001);
  const double rate = static_cast<double>(counts.articles) / seconds;
  std::string text =
      fmt::format("{} in {}{}, {} skipped; {:.1f} s, {} articles/s\n",
                  plural(counts.articles, "article", "articles"),
                  plural(counts.inputs, "file", "files"), outcomes_text(counts),
                  grouped(counts.skipped), seconds, grouped(static_cast<std::uint64_t>(rate)));
  std::vector<std::pair<std::string, std::uint64_t>> reasons(counts.reasons.begin(),
                                                             counts.reasons.end());
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const auto& [reason, count] : reasons) {
    fmt::format_to(std::back_inserter(text), "{:>12}  {}\n", grouped(count),
                   escape_terminal(reason));
  }
  return text;
}

}  // namespace onrecord
