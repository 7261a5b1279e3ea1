// SPDX-License-Identifier: GPL-3.0-or-later
// What became of every input: messages while it runs, counts and reasons at the end, and on wish a
// file with a line for each.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "common/log.h"
#include "common/result.h"
#include "indexer/output/add_outcome.h"

namespace onrecord {

struct RunCounts {
  std::uint64_t inputs = 0;
  std::uint64_t records = 0;  ///< Good and bad.
  std::uint64_t articles = 0;
  std::map<AddOutcome, std::uint64_t> outcomes;
  std::uint64_t skipped = 0;
  std::map<std::string, std::uint64_t> reasons;  ///< Of the skipped, without particulars.
};

/// "added", "updated", "unchanged", "duplicate".
std::string_view name_of(AddOutcome outcome);

/// A reason without its particulars, so that equal ones can be counted: "not JSON" of "not JSON: a
/// string is not closed".
std::string kind_of_reason(std::string_view reason);

class Report {
 public:
  /// Of each kind of reason so many are told as messages; the file has all.
  static constexpr std::uint64_t told_per_reason = 5;

  /// `tell_all`: no limit on messages; `quiet`: none.
  Report(Log& log, bool tell_all, bool quiet) : log_(log), tell_all_(tell_all), quiet_(quiet) {}

  /// Writes a line of JSON for every input and every skipped record. An error if it cannot.
  Result<void> write_to(const std::filesystem::path& file);

  void skipped(const std::string& path, std::uint64_t record, const Error& reason);

  /// `outcome`: nothing where no index is written.
  void article(std::optional<AddOutcome> outcome);

  /// A record gave its articles in so many milliseconds of analysis.
  void record_done(double milliseconds);

  /// All records of the input have been told.
  void input_done(const std::string& path);

  /// Throws when the file could not be written.
  void finish();

  const RunCounts& counts() const { return counts_; }

 private:
  struct InputCounts {
    std::uint64_t articles = 0;
    std::uint64_t skipped = 0;
    std::string last_reason;
    std::map<AddOutcome, std::uint64_t> outcomes;
    double milliseconds = 0;
    std::string_view status() const;
  };

  void tell(const std::string& path, std::uint64_t record, const std::string& reason,
            std::uint64_t count_of_kind);

  Log& log_;
  bool tell_all_;
  bool quiet_;
  std::ofstream file_;
  RunCounts counts_;
  InputCounts input_;
};

/// The end of a run in words, several lines: counts, seconds, rate, and a table of the reasons for
/// which records were skipped, most frequent first.
std::string summary_text(const RunCounts& counts, std::chrono::duration<double> time);

}  // namespace onrecord
