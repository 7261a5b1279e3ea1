// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/pager.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

namespace onrecord {
namespace {

std::string pager_command() {
  for (const char* variable : {"ONRECORD_PAGER", "PAGER"}) {
    const char* command = std::getenv(variable);
    if (command != nullptr) return command;
  }
  return "less -FRX";
}

}  // namespace

Pager::Pager(bool wanted) {
  const std::string command = pager_command();
  if (!wanted || command.empty() || command == "cat") return;
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return;
  process_ = fork();
  if (process_ == 0) {
    std::signal(SIGPIPE, SIG_DFL);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    close(ends[1]);
    execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  if (process_ > 0) dup2(ends[1], STDOUT_FILENO);
  close(ends[0]);
  close(ends[1]);
}

Pager::~Pager() {
  if (process_ <= 0) return;
  std::cout.flush();
  close(STDOUT_FILENO);
  int status = 0;
  while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace onrecord
