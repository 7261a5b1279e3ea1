// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/path_filter.h"

#include <algorithm>

#include <fnmatch.h>

namespace onrecord {
namespace {

bool matches(const std::string& pattern, std::string_view path) {
  constexpr const char* parting = "/!";
  const bool whole = pattern.find_first_of(parting) != std::string::npos;
  for (std::string_view end = path; !end.empty();) {
    const std::size_t at = end.find_first_of(parting);
    const bool last = at == std::string_view::npos;
    if ((whole || last) && fnmatch(pattern.c_str(), std::string(end).c_str(), 0) == 0) return true;
    if (last) return false;
    end.remove_prefix(at + 1);
  }
  return false;
}

bool any_matches(const std::vector<std::string>& patterns, std::string_view path) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return matches(pattern, path); });
}

}  // namespace

bool PathFilter::includes(std::string_view path) const {
  return include.empty() || any_matches(include, path);
}

bool PathFilter::excludes(std::string_view path) const {
  return any_matches(exclude, path);
}

bool PathFilter::excludes_entry(std::string_view archive, std::string_view entry) const {
  if (exclude.empty()) return false;
  const std::string path = std::string(archive) + "!" + std::string(entry);
  for (std::size_t at = archive.size() + 1; at < path.size(); ++at) {
    at = std::min(path.find('/', at), path.size());
    if (excludes(std::string_view(path).substr(0, at))) return true;
  }
  return false;
}

}  // namespace onrecord
