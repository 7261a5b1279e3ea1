// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/child_program.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <optional>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/stop.h"

namespace onrecord {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

tl::unexpected<Error> system_failure(const std::string& what, int error_number) {
  return fail(what + " (" + std::generic_category().message(error_number) + ")");
}

struct Pipe {
  Descriptor out;  ///< To read from.
  Descriptor in;
};

Result<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return system_failure("no pipe", errno);
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

/// What the child is started with: its three streams, a process group of its own (so that a Ctrl-C
/// is ours alone, and that a kill reaches what it started), no blocked or ignored signals.
class SpawnPlan {
 public:
  SpawnPlan(int input, int output, int messages) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, messages, STDERR_FILENO);
    posix_spawnattr_init(&attributes_);
    sigset_t signals;
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes_, &signals);
    for (const int signal : {SIGPIPE, SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signal);
    posix_spawnattr_setsigdefault(&attributes_, &signals);
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(
        &attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }

  /// The error number of the system, 0 if it runs.
  int start(const std::vector<std::string>& words, pid_t& child) const {
    std::vector<char*> arguments;
    // The program gets copies: the pointers are not constant for the sake of old C only.
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    return posix_spawnp(&child, arguments[0], &actions_, &attributes_, arguments.data(), environ);
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

/// A running child; killed with all that it started, and reaped, whatever happens.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (!ended_) kill_and_reap();
  }

  void limit(const ProgramLimits& limits) const {
    const auto set = [this](__rlimit_resource what, std::uint64_t most) {
      const rlimit bound{most, most};
      prlimit(id_, what, &bound, nullptr);
    };
    set(RLIMIT_AS, limits.memory_bytes);
    set(RLIMIT_CORE, 0);
  }

  /// Waits until `deadline`; nothing when it runs still.
  std::optional<int> wait_until(Clock::time_point deadline) {
    while (true) {
      int status = 0;
      const pid_t waited = waitpid(id_, &status, WNOHANG);
      if (waited == id_ || (waited < 0 && errno != EINTR)) {
        ended_ = true;
        return status;
      }
      if (Clock::now() >= deadline) return std::nullopt;
      std::this_thread::sleep_for(milliseconds(1));
    }
  }

 private:
  void kill_and_reap() const {
    kill(-id_, SIGKILL);
    kill(id_, SIGKILL);
    while (waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }

  pid_t id_;
  bool ended_ = false;
};

constexpr std::size_t kept_messages = 4 << 10;

/// Reads both streams of a child to their ends.
class Listener {
 public:
  Listener(Descriptor output, Descriptor messages, const ProgramLimits& limits)
      : output_(std::move(output)), messages_(std::move(messages)), limits_(limits) {}

  /// Something but `exited` where the child must be killed.
  ProgramEnd listen(Clock::time_point deadline, ProgramResult& result) {
    while (output_.number() >= 0 || messages_.number() >= 0) {
      if (stop_requested()) return ProgramEnd::stopped;
      const auto left = std::chrono::duration_cast<milliseconds>(deadline - Clock::now());
      if (left.count() <= 0) return ProgramEnd::too_slow;
      // A closed stream is -1, which poll passes over.
      std::array<pollfd, 2> waiting = {
          {{output_.number(), POLLIN, 0}, {messages_.number(), POLLIN, 0}}};
      constexpr milliseconds turn(100);
      poll(waiting.data(), waiting.size(), static_cast<int>(std::min(left, turn).count()));
      if (waiting[0].revents != 0) read_some(output_, result.output);
      if (result.output.size() > limits_.output_bytes) return ProgramEnd::too_much;
      if (waiting[1].revents != 0) read_some(messages_, result.messages);
      if (result.messages.size() > 2 * kept_messages) {
        result.messages.erase(0, result.messages.size() - kept_messages);
      }
    }
    return ProgramEnd::exited;
  }

 private:
  void read_some(Descriptor& stream, std::string& text) {
    const ssize_t size = read(stream.number(), buffer_.data(), buffer_.size());
    if (size > 0) {
      text.append(buffer_.data(), static_cast<std::size_t>(size));
    } else if (size == 0 || errno != EINTR) {
      stream.close();
    }
  }

  Descriptor output_;
  Descriptor messages_;
  const ProgramLimits& limits_;
  std::array<char, 64 << 10> buffer_{};
};

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this == &other) return *this;
  close();
  std::swap(number_, other.number_);
  return *this;
}

void Descriptor::close() {
  if (number_ >= 0) ::close(number_);
  number_ = -1;
}

Result<MemoryFile> MemoryFile::make() {
  Descriptor file(memfd_create("onrecord", MFD_CLOEXEC));
  if (file.number() < 0) return system_failure("no file in memory", errno);
  return MemoryFile(std::move(file));
}

Result<void> MemoryFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file_.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return system_failure("no file in memory", errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

int MemoryFile::rewound() const {
  lseek(file_.number(), 0, SEEK_SET);
  return file_.number();
}

Result<ProgramResult> run_program(const std::vector<std::string>& words, const MemoryFile& input,
                                  const ProgramLimits& limits) {
  auto output = make_pipe();
  if (!output) return tl::unexpected(output.error());
  auto messages = make_pipe();
  if (!messages) return tl::unexpected(messages.error());
  ProgramResult result;
  pid_t id = 0;
  const int problem =
      SpawnPlan(input.rewound(), output->in.number(), messages->in.number()).start(words, id);
  if (problem == ENOENT || problem == EACCES) {
    result.end = ProgramEnd::not_found;
    return result;
  }
  if (problem != 0) return system_failure(words[0] + " cannot be started", problem);
  Child child(id);
  child.limit(limits);
  output->in.close();
  messages->in.close();
  const auto deadline = Clock::now() + limits.time;
  Listener listener(std::move(output->out), std::move(messages->out), limits);
  result.end = listener.listen(deadline, result);
  if (result.end != ProgramEnd::exited) return result;
  const auto status = child.wait_until(deadline);
  if (!status) {
    result.end = ProgramEnd::too_slow;
  } else if (WIFEXITED(*status)) {
    result.status = WEXITSTATUS(*status);
  } else {
    result.end = ProgramEnd::crashed;
  }
  return result;
}

}  // namespace onrecord
