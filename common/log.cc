// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/log.h"

#include <cstdio>

#include <fmt/format.h>

namespace onrecord {
namespace {

constexpr std::string_view erase_line = "\r\x1b[K";
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view bold_red = "\x1b[1;31m";
constexpr std::string_view plain_again = "\x1b[0m";

}  // namespace

void Log::write(std::string_view mark, std::string_view text) {
  if (color_) {
    plain(fmt::format("{}{}:{} {}", mark, program_, plain_again, text));
  } else {
    plain(fmt::format("{}: {}", program_, text));
  }
}

void Log::message(std::string_view text) {
  write(bold, text);
}

void Log::error(std::string_view text) {
  write(bold_red, text);
}

void Log::plain(std::string_view line) {
  const std::string status = status_;
  clear_status();
  fmt::print(stderr, "{}\n", line);
  if (!status.empty()) this->status(status);
}

void Log::status(std::string text) {
  if (text == status_) return;
  fmt::print(stderr, "{}{}", erase_line, text);
  std::fflush(stderr);
  status_ = std::move(text);
}

void Log::clear_status() {
  if (status_.empty()) return;
  fmt::print(stderr, "{}", erase_line);
  std::fflush(stderr);
  status_.clear();
}

}  // namespace onrecord
