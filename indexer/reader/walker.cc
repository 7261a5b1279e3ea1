// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/walker.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <memory>
#include <system_error>

#include <dirent.h>
#include <sys/stat.h>

#include "indexer/reader/containers.h"

namespace onrecord {
namespace {

Error system_error_of(int error_number) {
  return {"cannot be opened (" + std::generic_category().message(error_number) + ")"};
}

/// Names in a folder but hidden ones, sorted; nothing if it cannot be read.
std::optional<std::vector<std::string>> names_in(const std::string& folder) {
  const std::unique_ptr<DIR, int (*)(DIR*)> opened(opendir(folder.c_str()), &closedir);
  if (opened == nullptr) return std::nullopt;
  std::vector<std::string> names;
  while (const dirent* entry = readdir(opened.get())) {
    if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

bool Walker::admits_file(std::string_view path) const {
  return !filter_.excludes(path) && (filter_.includes(path) || has_archive_ending(path));
}

std::optional<WalkedFile> Walker::next() {
  while (true) {
    while (!folders_.empty()) {
      if (auto file = next_in_folder()) return file;
    }
    auto input = next_input_();
    if (!input) return std::nullopt;
    struct stat info {};
    const bool folder = stat(input->c_str(), &info) == 0 && S_ISDIR(info.st_mode);
    if (folder) {
      if (auto problem = enter(std::move(*input))) return problem;
    } else if (admits_file(*input)) {
      const auto bytes = S_ISREG(info.st_mode) ? static_cast<std::uint64_t>(info.st_size) : 0;
      return WalkedFile{std::move(*input), bytes, std::nullopt};
    }
  }
}

/// Gives only the problem of a folder that cannot be read.
std::optional<WalkedFile> Walker::enter(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  if (filter_.excludes(path)) return std::nullopt;
  auto names = names_in(path);
  if (!names) return WalkedFile{std::move(path), 0, system_error_of(errno)};
  folders_.push_back({std::move(path), std::move(*names), 0});
  return std::nullopt;
}

std::optional<WalkedFile> Walker::next_in_folder() {
  OpenFolder& folder = folders_.back();
  if (folder.position == folder.names.size()) {
    folders_.pop_back();
    return std::nullopt;
  }
  const std::string& name = folder.names[folder.position++];
  std::string path = folder.path == "/" ? "/" + name : folder.path + "/" + name;
  struct stat info {};
  if (lstat(path.c_str(), &info) != 0)
    return WalkedFile{std::move(path), 0, system_error_of(errno)};
  if (S_ISDIR(info.st_mode)) return enter(std::move(path));
  const bool link = S_ISLNK(info.st_mode);
  if (link && stat(path.c_str(), &info) != 0) {
    const int reason = errno;
    if (!admits_file(path)) return std::nullopt;
    return WalkedFile{std::move(path), 0, system_error_of(reason)};
  }
  if (!S_ISREG(info.st_mode) || !admits_file(path)) return std::nullopt;
  return WalkedFile{std::move(path), static_cast<std::uint64_t>(info.st_size), std::nullopt};
}

std::function<std::optional<std::string>()> each_of(std::vector<std::string> paths) {
  return [paths = std::move(paths), position = std::size_t{0}]() mutable {
    return position < paths.size() ? std::optional(paths[position++]) : std::nullopt;
  };
}

Result<std::function<std::optional<std::string>()>> paths_from(const std::string& file,
                                                               bool zero_separated) {
  // Shared, since a std::function must be copyable.
  const auto opened = std::make_shared<std::ifstream>();
  if (file != "-") opened->open(file);
  if (file != "-" && !*opened) return fail(file + ": cannot be read");
  const char separator = zero_separated ? '\0' : '\n';
  return [opened, separator, standard = file == "-"]() -> std::optional<std::string> {
    std::istream& in = standard ? std::cin : *opened;
    std::string path;
    while (std::getline(in, path, separator)) {
      if (!path.empty()) return path;
    }
    return std::nullopt;
  };
}

}  // namespace onrecord
