// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a helper program on bytes from memory: no shell, no file on disk, and under limits, since
// what it reads is as little to be trusted as what we read ourselves.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/result.h"

namespace onrecord {

/// A file descriptor that is closed at the end, and in every program that is started.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor() { close(); }

  void close();
  int number() const { return number_; }

 private:
  int number_;
};

/// A file that stands in memory only, as input of a program that must be able to seek in it.
class MemoryFile {
 public:
  static Result<MemoryFile> make();

  Result<void> append(std::string_view bytes);

  /// Puts the descriptor at the start of the file and gives it.
  int rewound() const;

 private:
  explicit MemoryFile(Descriptor file) : file_(std::move(file)) {}
  Descriptor file_;
};

struct ProgramLimits {
  std::uint64_t output_bytes = 0;
  std::chrono::milliseconds time{0};
  std::uint64_t memory_bytes = 0;
};

enum class ProgramEnd : std::uint8_t {
  exited,     ///< By itself, with `status`.
  crashed,    ///< By a signal, of want of memory for example.
  not_found,  ///< No such program on PATH.
  too_slow,   ///< Killed for the limit of time.
  too_much,   ///< Killed for the limit of output.
  stopped,    ///< Killed since the user stops the run (common/stop.h).
};

struct ProgramResult {
  ProgramEnd end = ProgramEnd::exited;
  int status = 0;
  std::string output;
  std::string messages;  ///< The last few KB of its standard error.
};

/// Runs `words[0]`, looked for on PATH, with the other words as arguments and `input` as standard
/// input, and waits for its end: no process outlives the call. Callable from any thread. An error
/// is one of the system's (no more processes).
Result<ProgramResult> run_program(const std::vector<std::string>& words, const MemoryFile& input,
                                  const ProgramLimits& limits);

}  // namespace onrecord
