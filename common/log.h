// SPDX-License-Identifier: GPL-3.0-or-later
// What a program tells people while it runs: messages and a line of progress, all on stderr.
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

/// Not for several threads at once.
class Log {
 public:
  /// `program` stands in front of every message; `color` as of wants_color.
  Log(std::string program, bool color) : program_(std::move(program)), color_(color) {}
  ~Log() { clear_status(); }
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  /// "program: text", one line. Text from outside must be escaped (escape_terminal).
  void message(std::string_view text);

  /// The same, as what ended the run.
  void error(std::string_view text);

  /// A line as it is.
  void plain(std::string_view line);

  /// Shows a line that the next message or status replaces. Only for terminals.
  void status(std::string text);
  void clear_status();

 private:
  void write(std::string_view mark, std::string_view text);

  std::string program_;
  bool color_;
  std::string status_;
};

}  // namespace onrecord
